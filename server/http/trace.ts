/** `GET /api/rivers/trace`: the way of the water from a point, under the gates' state of a day. */
import type { traceRiver } from '#contract/rivers'
import type { LonLat } from '#domain/coordinate-system'
import { isRefusal, type Refusal } from '#domain/refusal'
import { traceAlternatives } from '#domain/river/alternatives'
import { bankOf } from '#domain/river/bank'
import { inStates, type RiverNetwork } from '#domain/river/network'
import { type NetworkState, type StatesOfDay, statesOn } from '#domain/river/network-state'
import { nearestRiverM, type SnappedPlace, snapToReach, snapToRiver } from '#domain/river/snap'
import { type RiverTrace, type TraceLimits, traceDownstream, traceUpstream } from '#domain/river/trace'
import { findTraceEnd, stopsAt, type TraceEnd } from '#domain/river/trace-end'
import { traceToEnd } from '#domain/river/trace-to-end'
import type { Flow } from '#domain/river/travel-time'
import { shanghaiDay } from '#domain/shanghai-time'
import type { Surroundings } from '../usecase/surroundings.ts'
import type { Answered } from './mount.ts'
import { type PointQuery, readPoint } from './query-point.ts'
import { traceBody, travelTimeBody } from './trace-body.ts'

type Trace = Answered<typeof traceRiver>

export interface TraceQuery extends PointQuery {
  readonly date?: string | undefined
  readonly direction: 'downstream' | 'upstream'
  readonly maxKm?: number | undefined
  readonly maxH?: number | undefined
  readonly flow: Flow
  readonly stopAt?: string | undefined
  readonly reachId?: string | undefined
  readonly at?: string | undefined
}

/** How far from a river a person may click and still mean it (a choice of Jiehe's, not law). */
const FARTHEST_M = 5000
const CANDIDATES = 6

/** `records` are the known states of gates, pumps and beds, of any day. */
export function answerTrace(
  query: TraceQuery,
  { world, nowMs }: Pick<Surroundings, 'world' | 'nowMs'>,
  records: readonly NetworkState[] = [],
): Trace | Refusal {
  const point = readPoint(query)
  if (isRefusal(point)) return point
  const date = query.date ?? shanghaiDay(nowMs())
  const atlas = world.atlasAsOf(date)
  if (isRefusal(atlas)) return atlas
  const states = statesOn(records, query.at ?? date)
  const rivers = recordsOf(states).length === 0 ? atlas.rivers : inStates(atlas.rivers, states)
  const candidates = snapToRiver(rivers, point, { maxDistanceM: FARTHEST_M, candidates: CANDIDATES })
  const start = chosen(rivers, candidates, point, query)
  if (isRefusal(start)) return start
  const end = query.stopAt === undefined ? null : findTraceEnd(rivers, query.stopAt)
  if (end === null && query.stopAt !== undefined) return { refusal: 'river-feature-not-found', id: query.stopAt }
  const trace = follow(rivers, start, query, end)
  if (isRefusal(trace)) return trace
  const stops = end && stopsAt(rivers, query.direction, start, end)
  const limits: TraceLimits = { ...limitsOf(query), ...(stops && { stops }) }
  return {
    snapped: { ...offered(start), bank: bankOf(rivers, start.reach, point).bank },
    candidates: candidates.filter(({ reach }) => reach !== start.reach).map(offered),
    ...traceBody({ unitByCode: atlas.unitByCode, rivers }, trace, end),
    state: { day: states.day, records: recordsOf(states), stoppedAt: [...trace.stoppedAt] },
    alternatives: traceAlternatives(rivers, start, limits, trace).map(({ record, gained, lost, ...alternative }) => {
      return { ...alternative, gained: copied(gained), lost: copied(lost) }
    }),
    travelTime: travelTimeBody(rivers, query.flow, trace),
    dataVersions: { ...world.versions },
  }
}

/** The reach that was asked for, however many are nearer; else the nearest. */
function chosen(
  rivers: RiverNetwork,
  [nearest]: readonly SnappedPlace[],
  point: LonLat,
  { reachId }: TraceQuery,
): SnappedPlace | Refusal {
  if (reachId === undefined) return nearest ?? tooFar(nearestRiverM(rivers, point))
  const reach = rivers.reachNumber.get(reachId)
  if (reach === undefined) return { refusal: 'river-feature-not-found', id: reachId }
  const place = snapToReach(rivers, reach, point)
  return place.distanceM <= FARTHEST_M ? place : tooFar(Math.round(place.distanceM))
}

const tooFar = (nearestM: number | null): Refusal => ({
  refusal: 'no-river-near',
  nearestM,
  maxDistanceM: FARTHEST_M,
})

function follow(
  rivers: RiverNetwork,
  start: SnappedPlace,
  query: TraceQuery,
  end: TraceEnd | null,
): RiverTrace | Refusal {
  if (end !== null) return traceToEnd(rivers, query.direction, start, end, limitsOf(query))
  const trace = query.direction === 'downstream' ? traceDownstream : traceUpstream
  return trace(rivers, start, limitsOf(query))
}

const limitsOf = ({ maxKm, maxH, flow }: TraceQuery): TraceLimits => ({
  flow,
  ...(maxKm !== undefined && { maxKm }),
  ...(maxH !== undefined && { maxH }),
})

function offered({ reachId, river, distanceM, point: [lon, lat] }: SnappedPlace) {
  return { reachId, river, distanceM, lon, lat }
}

const recordsOf = ({ nodes, reaches }: StatesOfDay): NetworkState[] => [...nodes.values(), ...reaches.values()]

const copied = ({ reachIds, units }: { readonly reachIds: readonly string[]; readonly units: readonly string[] }) => ({
  reachIds: [...reachIds],
  units: [...units],
})
