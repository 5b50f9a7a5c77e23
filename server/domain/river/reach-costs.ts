/** What each reach takes to pass, as the walk wants it, and where its hours come from. */
import type { ReachProperties } from '../reference-data.ts'
import { type Flow, originBit, reachHours, type TravelTimeSource } from './travel-time.ts'
import type { ReachCosts } from './walk.ts'

/** By reach number; `originBits` has one bit of `TRAVEL_TIME_ORIGINS` set for each reach. */
export interface NetworkCosts {
  readonly costs: Readonly<Record<Flow, ReachCosts>>
  readonly originBits: Uint8Array
}

export function networkCosts(
  reaches: readonly ReachProperties[],
  isReservoir: (node: string) => boolean,
  source: TravelTimeSource,
): NetworkCosts {
  const hours = reaches.map((reach) => {
    return reachHours(reach, isReservoir(reach.fromNode) && isReservoir(reach.toNode), source)
  })
  const lengthM = Float64Array.from(reaches, (reach) => reach.lengthM)
  const earliestH = Float64Array.from(hours, ({ earliest }) => earliest)
  const isOpen = Uint8Array.from(reaches, ({ state }) => (state === 'flowing' ? 1 : 0))
  const at = (flow: Flow): ReachCosts => {
    return { lengthM, earliestH, isOpen, probableH: Float64Array.from(hours, ({ probable }) => probable[flow]) }
  }
  return {
    costs: { low: at('low'), mean: at('mean'), high: at('high') },
    originBits: Uint8Array.from(hours, ({ origin }) => originBit(origin)),
  }
}
