/** An assessment as what the map draws: shaded units, bank strip, paths of the water, arrival labels, exits. */
import type { Feature, FeatureCollection, Geometry, MultiPoint, Point, Position } from 'geojson'
import type { z } from 'zod'
import type { Assessment, Evidence, TouchedUnit } from '#contract/assessments'
import { unitName } from '../locales/names.ts'
import { hoursText } from '../locales/quantity.ts'

export interface AssessmentDrawing {
  /** Probability by unit code, every level. */
  readonly shading: ReadonlyMap<string, number>
  /** Every unit with its names, which are said in the language of the reader. */
  readonly units: readonly UnitNames[]
  /** Reaches whose two banks belong to two units. */
  readonly bankReachIds: readonly string[]
  readonly paths: readonly WaterPath[]
  readonly arrivals: FeatureCollection<Point, ArrivalProperties>
  /** Units from which the water may have come, at the point where it left them. */
  readonly sources: FeatureCollection<Point, UnitNames>
  readonly exits: Feature<MultiPoint>
}

export interface WaterPath {
  readonly positions: readonly Position[]
  readonly direction: 'downstream' | 'upstream'
}

interface UnitNames {
  readonly code: string
  readonly name: string
  readonly nameEn: string
}

interface ArrivalProperties extends UnitNames {
  /** Probable hours until the water arrives, as it is read: `3.2`, `12`. */
  readonly hours: string
}

type Unit = z.output<typeof TouchedUnit>
type Fact = z.output<typeof Evidence>

export const assessmentDrawing = (assessment: z.output<typeof Assessment> | null): AssessmentDrawing => {
  if (!assessment) return NOTHING
  const { units } = assessment
  return {
    shading: new Map(units.map(({ code, probability }) => [code, probability])),
    units: units.map(namesOf),
    bankReachIds: [...new Set(factsOf(units, 'bank').flatMap((fact) => fact.reachIds ?? []))],
    paths: units.flatMap(pathsOf),
    arrivals: { type: 'FeatureCollection', features: units.flatMap(arrivalOf) },
    sources: { type: 'FeatureCollection', features: units.flatMap(sourceOf) },
    exits: exitsOf(factsOf(units, 'exit')),
  }
}

const factsOf = (units: readonly Unit[], kind: Fact['kind']): readonly Fact[] =>
  units.flatMap(({ evidence }) => evidence.filter((fact) => fact.kind === kind))

const pathsOf = ({ how, evidence }: Unit): readonly WaterPath[] => {
  const direction = how.includes('upstream') && !how.includes('downstream') ? 'upstream' : 'downstream'
  return evidence
    .filter(({ kind }) => kind === 'trace')
    .flatMap(({ geometry }) => (geometry ? linesOf(geometry) : []))
    .map((positions) => ({ positions, direction }))
}

const arrivalOf = (unit: Unit): readonly Feature<Point, ArrivalProperties>[] => {
  const trace = unit.evidence.find(({ kind, geometry }) => kind === 'trace' && geometry)
  const [end] = trace?.geometry ? endsOf(trace.geometry) : []
  if (!unit.arrivalH || !end) return []
  const properties = { ...namesOf(unit), hours: hoursText(unit.arrivalH.probable) }
  return [{ type: 'Feature', properties, geometry: { type: 'Point', coordinates: end } }]
}

const sourceOf = (unit: Unit): AssessmentDrawing['sources']['features'] =>
  unit.evidence.flatMap(({ kind, geometry }) =>
    kind === 'trace' && unit.how.includes('upstream') && geometry?.type === 'Point'
      ? [{ type: 'Feature', properties: namesOf(unit), geometry }]
      : [],
  )

const namesOf = (unit: Unit): UnitNames => {
  const { code, name } = unit
  return { code, name, nameEn: unitName(unit, 'en') }
}

const linesOf = (geometry: Geometry): readonly (readonly Position[])[] => {
  if (geometry.type === 'LineString') return [geometry.coordinates]
  return geometry.type === 'MultiLineString' ? geometry.coordinates : []
}

/** The point itself, or where the water has come to at the end of the line. */
const endsOf = (geometry: Geometry): readonly Position[] => {
  if (geometry.type === 'Point') return [geometry.coordinates]
  const end = linesOf(geometry).at(-1)?.at(-1)
  return end ? [end] : []
}

const exitsOf = (facts: readonly Fact[]): Feature<MultiPoint> => ({
  type: 'Feature',
  properties: {},
  geometry: { type: 'MultiPoint', coordinates: facts.flatMap(({ geometry }) => (geometry ? endsOf(geometry) : [])) },
})

const NOTHING: AssessmentDrawing = {
  shading: new Map(),
  units: [],
  bankReachIds: [],
  paths: [],
  arrivals: { type: 'FeatureCollection', features: [] },
  sources: { type: 'FeatureCollection', features: [] },
  exits: exitsOf([]),
}
