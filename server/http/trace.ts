/** `GET /api/rivers/trace`: the domain's trace with names and lines, ready to be drawn. */
import type { traceRiver } from '#contract/rivers'
import type { Atlas } from '#domain/atlas'
import type { LonLat } from '#domain/coordinate-system'
import { isRefusal, type Refusal } from '#domain/refusal'
import { bankOf } from '#domain/river/bank'
import { stretchOf } from '#domain/river/line'
import { nearestRiverM, type SnappedPlace, snapToRiver } from '#domain/river/snap'
import { type ReachMet, type RiverTrace, traceDownstream, traceUpstream } from '#domain/river/trace'
import type { UnitMet } from '#domain/river/trace-units'
import type { Flow } from '#domain/river/travel-time'
import { shanghaiDay } from '#domain/shanghai-time'
import type { Surroundings } from '../usecase/surroundings.ts'
import type { Answered } from './mount.ts'
import { type PointQuery, readPoint } from './query-point.ts'

type Trace = Answered<typeof traceRiver>

export interface TraceQuery extends PointQuery {
  readonly date?: string | undefined
  readonly direction: 'downstream' | 'upstream'
  readonly maxKm?: number | undefined
  readonly maxH?: number | undefined
  readonly flow: Flow
}

/** How far from a river a person may click and still mean it (a choice of Jiehe's, not law). */
const FARTHEST_M = 5000
const CANDIDATES = 5

export function answerTrace(query: TraceQuery, { world, nowMs }: Surroundings): Trace | Refusal {
  const point = readPoint(query)
  if (isRefusal(point)) return point
  const atlas = world.atlasAsOf(query.date ?? shanghaiDay(nowMs()))
  if (isRefusal(atlas)) return atlas
  const [start, ...others] = snapToRiver(atlas.rivers, point, { maxDistanceM: FARTHEST_M, candidates: CANDIDATES })
  if (start === undefined) {
    return { refusal: 'no-river-near', nearestM: nearestRiverM(atlas.rivers, point), maxDistanceM: FARTHEST_M }
  }
  const trace = follow(atlas, start, query)
  return {
    snapped: snapped(atlas, start, point),
    candidates: others.map(({ reachId, river, distanceM }) => ({ reachId, river, distanceM })),
    units: trace.units.flatMap((met) => named(atlas, met)),
    reaches: trace.reaches.map((met) => drawn(atlas, met)),
    sections: trace.sections.map(({ id, name, river, km, arrivalH }) => ({ id, name, river, km, arrivalH })),
    gates: trace.gates.map(({ id, name, river, km, arrivalH }) => ({ id, name, river, km, arrivalH })),
    exit: exitOf(atlas, trace),
    dataVersions: { ...world.versions },
  }
}

function follow(atlas: Atlas, start: SnappedPlace, { direction, maxKm, maxH, flow }: TraceQuery): RiverTrace {
  const trace = direction === 'downstream' ? traceDownstream : traceUpstream
  const limits = { flow, ...(maxKm !== undefined && { maxKm }), ...(maxH !== undefined && { maxH }) }
  return trace(atlas.rivers, start, limits)
}

function snapped({ rivers }: Atlas, start: SnappedPlace, point: LonLat): Trace['snapped'] {
  const { reachId, river, distanceM } = start
  const [lon, lat] = start.point
  return { reachId, river, distanceM, lon, lat, bank: bankOf(rivers, start.reach, point).bank }
}

/** Units of neighbours that the atlas does not draw have no name to show and are left out. */
function named({ unitByCode }: Atlas, { code, bank, km, exitKm, arrivalH }: UnitMet): Trace['units'] {
  const unit = unitByCode.get(code)
  return unit ? [{ code, name: unit.name, level: unit.level, bank, km, exitKm, arrivalH }] : []
}

function drawn({ rivers }: Atlas, met: ReachMet): Trace['reaches'][number] {
  const { reach, reachId, river, fromFraction, toFraction, fromKm, toKm, arrivalH, isMain, isPotential } = met
  const coordinates = stretchOf(rivers.lines, reach, fromFraction, toFraction)
  return {
    reachId,
    river,
    fromKm,
    toKm,
    arrivalH,
    isMain,
    isPotential,
    geometry: { type: 'LineString', coordinates },
  }
}

/** Only water that flows out of the city leaves it; upstream, the first outside unit is where it comes from. */
function exitOf({ unitByCode }: Atlas, { direction, firstOutside }: RiverTrace): Trace['exit'] {
  if (direction === 'upstream' || firstOutside === null) return null
  const { code, km, arrivalH } = firstOutside
  return { km, arrivalH, toCode: code, toName: unitByCode.get(code)?.name ?? code }
}
