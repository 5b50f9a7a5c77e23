/** A trace of the domain as `GET /api/rivers/trace` tells it: with names, and lines and points ready to be drawn. */
import type { traceRiver } from '#contract/rivers'
import type { Atlas } from '#domain/atlas'
import { type Branch, sideBranches } from '#domain/river/branch'
import { placeAt, stretchOf } from '#domain/river/line'
import type { RiverNetwork } from '#domain/river/network'
import type { RiverPlace } from '#domain/river/snap'
import type { ReachMet, RiverTrace } from '#domain/river/trace'
import type { TraceEnd } from '#domain/river/trace-end'
import type { PointMet } from '#domain/river/trace-points'
import { entryOf, exitOf, type UnitMet } from '#domain/river/trace-units'
import { type Flow, originsIn } from '#domain/river/travel-time'
import { u8 } from '#domain/typed-array'
import type { Answered } from './mount.ts'

type Trace = Answered<typeof traceRiver>

/** What both the atlas and the rivers of one state know. */
export interface TracedWorld {
  readonly unitByCode: Atlas['unitByCode']
  readonly rivers: RiverNetwork
}

export function traceBody(world: TracedWorld, trace: RiverTrace, end: TraceEnd | null) {
  const { rivers } = world
  return {
    units: trace.units.flatMap((met) => namedUnit(world, trace, met)),
    reaches: trace.reaches.map((met) => drawnReach(rivers, met)),
    points: trace.points.map((met) => namedPoint(rivers, met)),
    sections: trace.sections.map((met) => namedPoint(rivers, met)),
    gates: trace.gates.map((met) => namedPoint(rivers, met)),
    branches: sideBranches(trace).map((branch) => {
      const leaves = branch.leaves === null || branch.leaves.kind === 'main' ? null : branch.leaves.reachId
      return { ...branchNamed(branch), reachId: branch.reachId, km: branch.km, leavesReachId: leaves }
    }),
    exit: leavesCity(world, trace),
    end: namedEnd(world, trace, end),
  } satisfies Partial<Trace>
}

export function travelTimeBody({ travelTime, originBits }: RiverNetwork, flow: Flow, { reaches }: RiverTrace) {
  const originKm = { observed: 0, 'jobson-1996': 0, default: 0 }
  for (const { reach, fromKm, toKm } of reaches) {
    const bits = u8(originBits, reach)
    for (const origin of originsIn(bits)) originKm[origin] += toKm - fromKm
  }
  const { version, status, note } = travelTime
  return { flow, version, status, note, originKm } satisfies Trace['travelTime']
}

/** Units of neighbours that the atlas does not draw have no name to show and are left out. */
function namedUnit({ unitByCode, rivers }: TracedWorld, { direction }: RiverTrace, met: UnitMet): Trace['units'] {
  const unit = unitByCode.get(met.code)
  if (unit === undefined) return []
  const { code, bank, km, exitKm, arrivalH } = met
  return [
    {
      code,
      name: unit.name,
      nameEn: unit.nameEn,
      level: unit.level,
      bank,
      km,
      exitKm,
      entryPoint: lonLatAt(rivers, entryOf(direction, met)),
      exitPoint: lonLatAt(rivers, exitOf(direction, met)),
      arrivalH,
      origins: originsIn(met.enteredOn.originBits),
    },
  ]
}

function drawnReach({ lines, originBits }: RiverNetwork, met: ReachMet): Trace['reaches'][number] {
  const { reach, reachId, river, fromFraction, toFraction, fromKm, toKm, arrivalH, isMain, isPotential } = met
  return {
    reachId,
    river,
    fromKm,
    toKm,
    arrivalH,
    origin: originsIn(u8(originBits, reach))[0] ?? 'default',
    branch: branchNamed(met.branch),
    isMain,
    isPotential,
    geometry: { type: 'LineString', coordinates: stretchOf(lines, reach, fromFraction, toFraction) },
  }
}

function namedPoint(rivers: RiverNetwork, met: PointMet): Trace['points'][number] {
  const { id, name, nameEn, kind, river, reachId, km, arrivalH } = met
  const origins = originsIn(met.originBits)
  const branch = branchNamed(met.branch)
  return { id, name, nameEn, kind, river, reachId, ...lonLatAt(rivers, met), km, arrivalH, origins, branch }
}

const branchNamed = ({ kind, riverId, river, riverEn }: Branch) => ({ kind, riverId, river, riverEn })

function namedEnd({ unitByCode, rivers }: TracedWorld, { end: met }: RiverTrace, end: TraceEnd | null): Trace['end'] {
  if (end === null || met === null) return null
  const name = end.kind === 'unit' ? (unitByCode.get(end.id)?.name ?? end.id) : end.name
  return { id: end.id, kind: end.kind, name, ...lonLatAt(rivers, met.place), km: met.km, arrivalH: met.arrivalH }
}

/** Only water that flows out of the city leaves it; upstream, the first outside unit is where it comes from. */
function leavesCity({ unitByCode }: TracedWorld, { direction, firstOutside }: RiverTrace): Trace['exit'] {
  if (direction === 'upstream' || firstOutside === null) return null
  const { code, km, arrivalH } = firstOutside
  return { km, arrivalH, toCode: code, toName: unitByCode.get(code)?.name ?? code }
}

function lonLatAt({ lines }: RiverNetwork, { reach, fraction }: RiverPlace) {
  const [lon, lat] = placeAt(lines, reach, fraction)
  return { lon, lat }
}
