/**
 * Districts and counties as one coverage: no overlap and no gap among them, Beijing's outline kept.
 *
 * The packages disagree by about 30 m along the city border. Beijing's side wins; what the counties lose or leave open there
 * is repaired on the county side.
 */
import type { Feature, FeatureCollection } from 'geojson'
import { type Areal, edgesOf } from './border-edges.ts'
import { runMapshaper } from './mapshaper.ts'
import type { RegisteredUnit } from './unit-register.ts'

export interface Unit {
  readonly code: string
  readonly geometry: Areal
}

/** Parts below this are leftovers of cleaning; the smallest true part, 朝阳's airport exclave, has 974 ha. */
const SMALLEST_PART_M2 = 200_000
/** Openings along the city border up to this size are slivers between two packages, not land outside the set. */
const LARGEST_SLIVER_M2 = 20_000_000

export async function cleanCoverage(units: readonly RegisteredUnit[]): Promise<Unit[]> {
  const [districts, counties] = [ofLevel('district', units), ofLevel('county', units)]
  const first = await run(
    { 'districts.json': collection(districts), 'counties.json': collection(counties) },
    '-i districts.json counties.json combine-files',
    `-clean target=districts -explode -filter 'this.area > ${SMALLEST_PART_M2}' -dissolve2 code -clean`,
    `-clean target=counties -erase source=districts -clean -explode -filter 'this.area > ${SMALLEST_PART_M2}'`,
    '-rectangle source=counties offset=0.1 name=frame -erase target=frame source=districts -erase source=counties -explode',
    `-filter 'this.area < ${LARGEST_SLIVER_M2}' name=slivers -each 'code=""'`,
    '-o target=districts,counties,slivers format=geojson',
  )
  const pieces = [...first('counties.json'), ...givenToNeighbours(first('slivers.json'), first('counties.json'))]
  const second = await run(
    { 'districts.json': collection(first('districts.json')), 'counties.json': collection(pieces) },
    '-i districts.json counties.json combine-files',
    '-merge-layers target=districts,counties name=units -dissolve2 code -clean -o units.json format=geojson',
  )
  return second('units.json')
}

/** The same coverage, each border with the same vertices on both sides: where a border ends on another one, both get the point. */
export async function withSharedVertices(units: readonly Unit[]): Promise<Unit[]> {
  const output = await run({ 'units.json': collection(units) }, '-i units.json -clean -o format=geojson')
  return output('units.json')
}

/** Each sliver goes to the county with which it shares the longest border. */
function givenToNeighbours(slivers: readonly Unit[], counties: readonly Unit[]): Unit[] {
  const ownerOfEdge = new Map(
    counties.flatMap(({ code, geometry }) => edgesOf(geometry).map((edge) => [edge.key, code])),
  )
  return slivers.flatMap(({ geometry }) => {
    const shared = new Map<string, number>()
    for (const edge of edgesOf(geometry)) {
      const owner = ownerOfEdge.get(edge.reverseKey)
      if (owner !== undefined) shared.set(owner, (shared.get(owner) ?? 0) + edge.lengthDeg)
    }
    const [longest] = [...shared].sort((a, b) => b[1] - a[1])
    return longest === undefined ? [] : [{ code: longest[0], geometry }]
  })
}

const ofLevel = (level: RegisteredUnit['level'], units: readonly RegisteredUnit[]): RegisteredUnit[] =>
  units.filter((unit) => unit.level === level)

async function run(input: Record<string, object>, ...commands: string[]): Promise<(file: string) => Unit[]> {
  const output = await runMapshaper<{ code: string }>(input, ...commands)
  return (file) => output(file).features.map(({ properties, geometry }) => ({ code: properties.code, geometry }))
}

const collection = (units: readonly Unit[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: units.map(({ code, geometry }): Feature => ({ type: 'Feature', properties: { code }, geometry })),
})
