/**
 * 断面对: the sections at which a unit's water is measured as it leaves, each with the sections above it at which it was
 * measured as it came in, with the kilometres and hours between. They come from the network, never from names of rivers.
 *
 * A section lies on the unit where its reach does, on either bank. An outflow section is the last one that the water passes on
 * the unit, or the first one below its border if that stands within `borderM` of it. An inflow section is the first one met on
 * a way up from there: outside the unit, or on the unit where it is the first within `borderM` below the end of another unit, or
 * the first that by its own record watches water into the unit's province. An outflow without an inflow section carries water
 * that nobody measured before, or that rises in the unit.
 */
import type { NamedRiverPoint } from '../reference-data.ts'
import { type Branch, wayOf } from './branch.ts'
import { type PointOnReach, type RiverNetwork, reachAt } from './network.ts'
import type { RiverPlace } from './snap.ts'
import { type ArrivalH, traceDownstream, traceUpstream } from './trace.ts'
import { stopsAt } from './trace-end.ts'
import type { PointMet } from './trace-points.ts'
import { type Flow, originsIn, type TravelTimeOrigin } from './travel-time.ts'

export interface SectionPairs {
  readonly unit: string
  readonly outflow: SectionOnRiver
  /** `border` where it stands outside, just below the unit's border. */
  readonly stands: 'inside' | 'border'
  /** Nearest in time first. */
  readonly inflows: readonly InflowSection[]
}

export interface SectionOnRiver extends RiverPlace, NamedRiverPoint {}

export interface InflowSection {
  readonly section: SectionOnRiver
  /** `border` where it stands on the unit, just below the place where the water enters. */
  readonly stands: 'outside' | 'border'
  /** Along the water, from the inflow to the outflow section. */
  readonly km: number
  readonly travelH: ArrivalH
  readonly origins: readonly TravelTimeOrigin[]
  /** The tributaries and diversions by which its water comes, from the outflow up; empty where it comes by the main stem. */
  readonly via: readonly Pick<Branch, 'kind' | 'riverId' | 'river' | 'riverEn'>[]
}

export interface SectionPairSettings {
  readonly flow: Flow
  /** How far below a border a section still measures what crosses it, metres of river. */
  readonly borderM: number
}

/** A choice of Jiehe's, not law: the shipped sections are drawn to about 1 km. */
const SECTION_PAIR_DEFAULTS: SectionPairSettings = { flow: 'mean', borderM: 1000 }

/** The pairs of one unit by code, outflow sections in the order of their ids; empty where none of its water is measured. */
export function sectionPairs(
  network: RiverNetwork,
  unit: string,
  settings: SectionPairSettings = SECTION_PAIR_DEFAULTS,
): SectionPairs[] {
  const all = sectionsOf(network)
  const own = all.filter(({ reach }) => liesOn(network, reach, unit))
  const standings = own.map((section) => ({ section, ...standingOf(network, unit, section, settings) }))
  const entering = new Set(standings.filter(({ isAtEntry }) => isAtEntry).map(({ section }) => section.id))
  const outside = all.flatMap((section) => belowExit(network, unit, section, settings) ?? [])
  const isWatchedBelow = (below: ReadonlySet<number>) => outside.some(({ exitReach }) => below.has(exitReach))
  const inside = standings.filter(({ isLast, isAtEntry, below }) => isLast && !isAtEntry && !isWatchedBelow(below))
  return [
    ...inside.map(({ section }) => ({ section, stands: 'inside' as const })),
    ...outside.map(({ section }) => ({ section, stands: 'border' as const })),
  ]
    .sort((a, b) => Number(a.section.id > b.section.id) - Number(a.section.id < b.section.id))
    .map(({ section, stands }) => {
      return { unit, outflow: section, stands, inflows: inflowsOf(network, unit, section, entering, settings) }
    })
}

/** The pairs of every unit that lies on a river, by code. */
export function allSectionPairs(
  network: RiverNetwork,
  settings: SectionPairSettings = SECTION_PAIR_DEFAULTS,
): ReadonlyMap<string, readonly SectionPairs[]> {
  const units = new Set(network.reaches.flatMap(({ leftUnit, rightUnit }) => [leftUnit, rightUnit]))
  units.delete('')
  return new Map([...units].sort().map((unit) => [unit, sectionPairs(network, unit, settings)]))
}

interface Section extends SectionOnRiver {
  readonly border: string | null
}

function sectionsOf(network: RiverNetwork): Section[] {
  return network.points.flatMap((points, reach) => {
    return points.filter(({ kind }) => kind === 'section').map((point) => sectionAt(network, reach, point))
  })
}

function sectionAt(
  network: RiverNetwork,
  reach: number,
  { id, name, nameEn, fraction, border }: PointOnReach,
): Section {
  const { id: reachId, riverId, river, riverEn } = reachAt(network, reach)
  return { id, name, nameEn, riverId, river, riverEn, reach, reachId, fraction, border }
}

const liesOn = (network: RiverNetwork, reach: number, unit: string): boolean => unitsOf(network, reach).includes(unit)

function unitsOf(network: RiverNetwork, reach: number): string[] {
  const { leftUnit, rightUnit } = reachAt(network, reach)
  return [leftUnit, rightUnit]
}

/** A section of the unit between the places where water enters and leaves. A source in the unit is no border. */
function standingOf(network: RiverNetwork, unit: string, section: Section, { borderM }: SectionPairSettings) {
  const border = { kind: 'unit', id: unit } as const
  const above = traceUpstream(network, section, { stops: stopsAt(network, 'upstream', section, border) })
  const below = traceDownstream(network, section, { stops: stopsAt(network, 'downstream', section, border) })
  const recordedKm = watchesWaterInto(unit, section) ? above.end?.km : undefined
  const entryKm = otherUnitAboveKm(network, section, borderM / 1000) ?? recordedKm ?? Number.POSITIVE_INFINITY
  return {
    isAtEntry: entryKm < (below.end?.km ?? Number.POSITIVE_INFINITY) && isAlone(section, above.sections),
    isLast: isAlone(section, below.sections),
    below: new Set(below.reaches.map(({ reach }) => reach)),
  }
}

/** By its own record: 冀-京 is water that comes from Hebei into Beijing. */
function watchesWaterInto(unit: string, { border }: Section): boolean {
  const into = PROVINCES.get(border?.split('-').at(-1) ?? '')
  return into !== undefined && unit.startsWith(into)
}

/** GB/T 2260. */
const PROVINCES: ReadonlyMap<string, string> = new Map([
  ['京', '11'],
  ['津', '12'],
  ['冀', '13'],
])

/** Kilometres up to where the bank of a unit ends that has none at the section; undefined beyond `maxKm`. */
function otherUnitAboveKm(network: RiverNetwork, section: Section, maxKm: number): number | undefined {
  const units = unitsOf(network, section.reach)
  const { reaches } = traceUpstream(network, section, { maxKm })
  return reaches.find(({ reach }) => unitsOf(network, reach).some((code) => !units.includes(code)))?.fromKm
}

/** A section outside that is the first below the unit's border and near it, with the reach by which the water leaves. */
function belowExit(network: RiverNetwork, unit: string, section: Section, { borderM }: SectionPairSettings) {
  if (liesOn(network, section.reach, unit)) return null
  const stops = stopsAt(network, 'upstream', section, { kind: 'unit', id: unit })
  const { end, sections } = traceUpstream(network, section, { stops, maxKm: borderM / 1000 })
  return end === null || !isAlone(section, sections) ? null : { section, exitReach: end.place.reach }
}

const isAlone = (section: Section, met: readonly PointMet[]): boolean => met.every(({ id }) => id === section.id)

function inflowsOf(
  network: RiverNetwork,
  unit: string,
  outflow: Section,
  entering: ReadonlySet<string>,
  { flow }: SectionPairSettings,
): InflowSection[] {
  const measuresInflow = ({ id, reach }: SectionOnRiver) =>
    id !== outflow.id && (!liesOn(network, reach, unit) || entering.has(id))
  const measuring = new Map(
    sectionsOf(network)
      .filter(measuresInflow)
      .map((section) => [section.id, section]),
  )
  const stops = nearestStops([...measuring.values()], outflow)
  return traceUpstream(network, outflow, { flow, stops }).sections.flatMap((met): InflowSection[] => {
    const section = measuring.get(met.id)
    if (section === undefined) return []
    return [
      {
        section,
        stands: entering.has(met.id) ? 'border' : 'outside',
        km: met.km,
        travelH: met.arrivalH,
        origins: originsIn(met.originBits),
        via: wayOf(met.branch).map(({ kind, riverId, river, riverEn }) => ({ kind, riverId, river, riverEn })),
      },
    ]
  })
}

/** By reach, where a trace up from `outflow` first comes to one of the sections. */
function nearestStops(sections: readonly SectionOnRiver[], outflow: RiverPlace): Map<number, number> {
  const stops = new Map<number, number>()
  for (const { reach, fraction } of sections) {
    if (reach === outflow.reach && fraction > outflow.fraction) continue
    stops.set(reach, Math.min(1 - fraction, stops.get(reach) ?? 1))
  }
  return stops
}
