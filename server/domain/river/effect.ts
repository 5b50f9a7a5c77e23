/**
 * What rivers make of a place: the banks it lies on, where the water goes from there and where it may have come from.
 *
 * Numbers come from `CrossingSettings`; they are design choices, not law. A closed reach (dry, gated) stops the water: what
 * lies beyond is `potential` and is told to nobody today.
 */

import type { LonLat } from '../coordinate-system.ts'
import type { CrossingSettings } from '../crossing-settings.ts'
import { normalCdf } from '../owens-t.ts'
import { type Place, samplePositions } from '../place.ts'
import { bankOf } from './bank.ts'
import { type RiverNetwork, reachAt } from './network.ts'
import { type SnappedPlace, snapToRiver } from './snap.ts'
import { type RiverTrace, traceDownstream, traceUpstream } from './trace.ts'
import type { PointMet } from './trace-points.ts'
import type { UnitMet } from './trace-units.ts'
import { reachesWithin } from './within.ts'

/** A place on the bank of, or in, a river that is itself the border of two units. */
export interface BankTouch {
  readonly place: SnappedPlace
  readonly leftUnit: string
  readonly rightUnit: string
  /** Where the place lies as the water flows. */
  readonly side: 'left' | 'right' | 'in-channel'
  /** Half the width of the river and the margin of the settings, metres. */
  readonly limitM: number
  /** That the place truly lies within the limit. */
  readonly probability: number
}

interface UnitDownstream {
  readonly met: UnitMet
  /** That the water brings it there within the horizon. */
  readonly probability: number
}

export interface RiverEffect {
  readonly banks: readonly BankTouch[]
  /** Where the water takes it up, nearest first; empty where no river is near or the matter does not concern water. */
  readonly starts: readonly SnappedPlace[]
  /** Earliest first, the units of the start itself among them; without those that are hardly reached in time. */
  readonly downstream: readonly UnitDownstream[]
  readonly potential: readonly UnitMet[]
  readonly sections: readonly PointMet[]
  readonly gates: readonly PointMet[]
  /** Units from which it may have come within the horizon, nearest first. */
  readonly upstream: readonly UnitMet[]
  readonly traces: readonly RiverTrace[]
}

export interface RiverQuestion {
  readonly network: RiverNetwork
  readonly place: Place
  readonly uncertaintyM: number
  readonly settings: CrossingSettings
  /** Whether water carries it: the medium is water. */
  readonly followsWater: boolean
  /** Whether its source is unknown and is looked for upstream. */
  readonly seeksSource: boolean
}

export function riverEffect(question: RiverQuestion): RiverEffect {
  const { network, settings } = question
  const near = snapPlace(question)
  const banks = near.flatMap((reach) => bankTouch(reach, question))
  if (!question.followsWater) return { ...NO_FLOW, banks }
  const starts = startsOf(near)
  const traces = starts.map((start) => traceDownstream(network, start, { maxH: settings.horizonH }))
  const sources = question.seeksSource
    ? starts.map((start) => traceUpstream(network, start, { maxH: settings.horizonH }))
    : []
  return {
    banks,
    starts,
    downstream: downstreamUnits(starts, traces, question),
    potential: earliestOf(traces.map(({ potentialUnits }) => potentialUnits)),
    sections: traces.flatMap(({ sections }) => sections),
    gates: traces.flatMap(({ gates }) => gates),
    upstream: earliestOf(sources.map(({ units }) => units)),
    traces,
  }
}

const NO_FLOW: RiverEffect = {
  banks: [],
  starts: [],
  downstream: [],
  potential: [],
  sections: [],
  gates: [],
  upstream: [],
  traces: [],
}

/** An area with more reaches in it than this is traced from so many. */
const MOST_STARTS = 64

/** Where a reach is nearest to the place, and the position of the place from which it was measured. */
export interface NearReach {
  readonly snapped: SnappedPlace
  readonly from: LonLat
}

const MOST_CANDIDATES = 6

/** Nearest place on each reach near the incident, nearest reach first. */
function snapPlace(question: RiverQuestion): NearReach[] {
  const samples = samplePositions(question.place)
  const [only] = samples
  if (samples.length === 1 && only !== undefined) return snapPosition(only, question)
  const nearest = new Map<number, NearReach>()
  const found = samples.flatMap((from) => snapPosition(from, question))
  for (const near of [...reachesWithin(question.network, question.place), ...found]) {
    const known = nearest.get(near.snapped.reach)
    if (known === undefined || near.snapped.distanceM < known.snapped.distanceM) nearest.set(near.snapped.reach, near)
  }
  return [...nearest.values()].sort(
    (a, b) => a.snapped.distanceM - b.snapped.distanceM || a.snapped.fraction - b.snapped.fraction,
  )
}

function snapPosition(from: LonLat, { network, settings }: RiverQuestion): NearReach[] {
  const options = { maxDistanceM: settings.riverM, candidates: MOST_CANDIDATES }
  return snapToRiver(network, from, options).map((snapped) => ({ snapped, from }))
}

function bankTouch({ snapped, from }: NearReach, question: RiverQuestion): BankTouch[] {
  const { network } = question
  const { leftUnit, rightUnit } = reachAt(network, snapped.reach)
  const limitM = bankLimitM(snapped, question)
  if (leftUnit === rightUnit || snapped.distanceM > limitM) return []
  const side = bankOf(network, snapped.reach, from).bank
  return [{ place: snapped, leftUnit, rightUnit, side, limitM, probability: onBankProbability(snapped, question) }]
}

const bankLimitM = ({ reach }: SnappedPlace, { network, settings }: RiverQuestion): number =>
  reachAt(network, reach).widthM / 2 + settings.bankM

/** That a place drawn at this distance truly lies within the limit; the errors of place and line add by squares. */
function onBankProbability(near: SnappedPlace, question: RiverQuestion): number {
  const sigmaM = Math.hypot(question.uncertaintyM, reachAt(question.network, near.reach).accuracyM)
  const marginM = bankLimitM(near, question) - near.distanceM
  return sigmaM === 0 ? Number(marginM >= 0) : normalCdf(marginM / sigmaM)
}

/** The nearest reach, and every other as near as that to a metre: at a confluence, or within the affected area. */
function startsOf(near: readonly NearReach[]): SnappedPlace[] {
  const nearestM = near[0]?.snapped.distanceM ?? 0
  return near
    .map(({ snapped }) => snapped)
    .filter(({ distanceM }) => distanceM <= nearestM + 1)
    .slice(0, MOST_STARTS)
}

function downstreamUnits(
  starts: readonly SnappedPlace[],
  traces: readonly RiverTrace[],
  question: RiverQuestion,
): UnitDownstream[] {
  const start = starts[0]
  if (start === undefined) return []
  const onBank = onBankProbability(start, question)
  const reachesRiver = onBank + (1 - onBank) * question.settings.offBankProbability
  const reached: UnitDownstream[] = []
  for (const met of earliestOf(traces.map(({ units }) => units))) {
    const probability = reachesRiver * withinHorizon(met.arrivalH.probable, question.settings)
    if (probability >= question.settings.listedFrom) reached.push({ met, probability })
  }
  return reached
}

/** Travel times are known to a factor: their logarithm is normal around the probable one. */
function withinHorizon(probableH: number, { horizonH, travelTimeLogSd }: CrossingSettings): number {
  return normalCdf(Math.log(horizonH / probableH) / travelTimeLogSd)
}

/** Each unit once, where it is met first; one trace alone has them so already. */
function earliestOf(lists: readonly (readonly UnitMet[])[]): readonly UnitMet[] {
  const [only, ...more] = lists
  if (only === undefined || more.length === 0) return only ?? []
  const earliest = new Map<string, UnitMet>()
  for (const met of lists.flat()) {
    const known = earliest.get(met.code)
    if (known === undefined || met.arrivalH.earliest < known.arrivalH.earliest) earliest.set(met.code, met)
  }
  return [...earliest.values()].sort((a, b) => a.arrivalH.earliest - b.arrivalH.earliest || a.km - b.km)
}
