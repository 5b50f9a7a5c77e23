/**
 * How long water takes through a reach, and how much of that is known.
 *
 * Velocities are measured where someone measured them, computed by Jobson's equations (jobson.ts) where drainage area and
 * discharge are known, and defaults elsewhere; each reach says which. Probable hours are length over the velocity at the asked
 * flow. Earliest hours are those of the leading edge at high flow: 0.89 of the time of the peak, the average of the USGS's dye
 * studies (Jobson, WRIR 96-4013, equation 18).
 * The celerity of a flood wave is never used: it runs ahead of what the water carries.
 *
 * Accuracy: without measured velocities these are orders of magnitude, a factor of 2 either way on free-flowing rivers and
 * worse behind gates, where storage decides. They say who must be told first, not when a pollutant will be seen.
 */
import type { ReachProperties } from '../reference-data.ts'
import { isUsableFlow, LEADING_EDGE_SHARE, peakVelocityMS, type RiverFlow } from './jobson.ts'

export type Flow = 'low' | 'mean' | 'high'

/** Mean velocity of the water over the section, metres a second; ascending from low flow to high. */
export type Velocities = Readonly<Record<Flow, number>>

export interface TravelTimeSettings {
  readonly version: string
  readonly validFrom: string
  /** `design`: chosen for Jiehe, neither measured nor law; an agency replaces it with its own figures. */
  readonly status: 'design' | 'measured'
  readonly note: { readonly zh: string; readonly en: string }
  /** Hours of the leading edge as a share of the hours of the peak; 0.89 by Jobson 1996, equation 18 (secondary source). */
  readonly leadingEdgeShare: number
  /** Rivers by `ReachProperties.order`, 1 to 4. */
  readonly riverMS: readonly [Velocities, Velocities, Velocities, Velocities]
  readonly canalMS: Velocities
  /** A river's reach between two reservoir nodes: the water body itself. A canal between two reservoirs stays a canal. */
  readonly reservoirMS: Velocities
}

/**
 * The high-flow figures stay at or below 1.0 m/s, the one published anchor of the plain: 官厅 to 屈家店, 250 km in about
 * 70 h, which is the speed of a flood wave and so a ceiling for the water itself.
 */
export const TRAVEL_TIME_DEFAULTS: TravelTimeSettings = {
  version: 'travel-time-2019',
  validFrom: '2019-01-01',
  status: 'design',
  note: {
    zh: '流速为设计默认值，非实测：按河段等级和类型取枯、平、丰三档；到达时间仅供通报排序，不作预报。',
    en: 'Velocities are design defaults, not measured: low, mean and high flow by order and kind of reach; hours rank whom to tell first and are no forecast.',
  },
  leadingEdgeShare: 0.89,
  riverMS: [
    { low: 0.1, mean: 0.25, high: 0.7 },
    { low: 0.12, mean: 0.3, high: 0.8 },
    { low: 0.15, mean: 0.35, high: 0.9 },
    { low: 0.18, mean: 0.4, high: 1.0 },
  ],
  canalMS: { low: 0.15, mean: 0.35, high: 0.8 },
  reservoirMS: { low: 0.01, mean: 0.02, high: 0.1 },
}

/** What is known of the water of a reach; from it the Jobson (1996) equations give its velocities. */
export interface ReachHydraulics extends Omit<RiverFlow, 'dischargeM3s'> {
  /** Discharge at low, mean and high flow, m³/s; ascending. */
  readonly dischargeM3s: Readonly<Record<Flow, number>>
}

/** Where the hours of reaches come from besides the reaches themselves, by reach id. */
export interface TravelTimeSource {
  readonly settings: TravelTimeSettings
  /** Measured velocities; they go before everything else. */
  readonly observed: ReadonlyMap<string, Velocities>
  /** Drainage area, discharge and slope; they go before the settings, but not in a reservoir. */
  readonly hydraulics?: ReadonlyMap<string, ReachHydraulics>
}

/** Measured, computed by the equations of Jobson (1996), or the settings' default: never mixed up. */
export const TRAVEL_TIME_ORIGINS = ['observed', 'jobson-1996', 'default'] as const
export type TravelTimeOrigin = (typeof TRAVEL_TIME_ORIGINS)[number]

/** Several origins in one number: bit `i` stands for `TRAVEL_TIME_ORIGINS[i]`. */
export const originBit = (origin: TravelTimeOrigin): number => 1 << TRAVEL_TIME_ORIGINS.indexOf(origin)
export const originsIn = (bits: number): TravelTimeOrigin[] =>
  TRAVEL_TIME_ORIGINS.filter((origin) => (bits & originBit(origin)) !== 0)

/** Hours through a whole reach. */
export interface TravelHours {
  readonly earliest: number
  readonly probable: Readonly<Record<Flow, number>>
}

/** Hours through a reach by the best that is known of it. Earliest hours are those of the leading edge at high flow. */
export function reachHours(
  reach: ReachProperties,
  joinsReservoirNodes: boolean,
  { settings, observed, hydraulics }: TravelTimeSource,
): TravelHours & { readonly origin: TravelTimeOrigin } {
  const given = observed.get(reach.id)
  if (given !== undefined && areUsable(given)) {
    return { ...travelHours(reach.lengthM, given, settings), origin: 'observed' }
  }
  const known = hydraulics?.get(reach.id)
  const isPonded = joinsReservoirNodes && reach.kind !== 'canal'
  if (known !== undefined && areUsableHydraulics(known) && !isPonded) {
    return { ...jobsonHours(reach.lengthM, known), origin: 'jobson-1996' }
  }
  return {
    ...travelHours(reach.lengthM, defaultVelocities(reach, joinsReservoirNodes, settings), settings),
    origin: 'default',
  }
}

/** Probable hours by the probable velocity; earliest by the maximum velocity at high flow, for the leading edge. */
function jobsonHours(lengthM: number, { dischargeM3s, ...reach }: ReachHydraulics): TravelHours {
  const velocityAt = (flow: Flow) => peakVelocityMS({ ...reach, dischargeM3s: dischargeM3s[flow] })
  const hoursAt = (flow: Flow) => lengthM / velocityAt(flow).probable / 3600
  return {
    earliest: (LEADING_EDGE_SHARE * lengthM) / velocityAt('high').maximum / 3600,
    probable: { low: hoursAt('low'), mean: hoursAt('mean'), high: hoursAt('high') },
  }
}

/** Area and discharges must be positive, and discharges must not fall from low flow to high. */
export function areUsableHydraulics({ dischargeM3s, ...reach }: ReachHydraulics): boolean {
  const { low, mean, high } = dischargeM3s
  return (
    low <= mean && mean <= high && [low, mean, high].every((each) => isUsableFlow({ ...reach, dischargeM3s: each }))
  )
}

export function travelHours(lengthM: number, velocities: Velocities, settings: TravelTimeSettings): TravelHours {
  const hoursAt = (flow: Flow) => lengthM / velocities[flow] / 3600
  return {
    earliest: settings.leadingEdgeShare * hoursAt('high'),
    probable: { low: hoursAt('low'), mean: hoursAt('mean'), high: hoursAt('high') },
  }
}

/** The settings' velocities for a reach of this kind. */
export function defaultVelocities(
  reach: ReachProperties,
  joinsReservoirNodes: boolean,
  settings: TravelTimeSettings,
): Velocities {
  if (reach.kind === 'canal') return settings.canalMS
  if (joinsReservoirNodes) return settings.reservoirMS
  const [smallest, small, large, largest] = settings.riverMS
  if (reach.order <= 1) return smallest
  if (reach.order <= 2) return small
  return reach.order <= 3 ? large : largest
}

/** Velocities must be positive and must not fall as the flow rises. */
export function areUsable({ low, mean, high }: Velocities): boolean {
  return low > 0 && mean >= low && high >= mean && Number.isFinite(high)
}
