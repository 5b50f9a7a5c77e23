/** Shares of circles, plumes and lines in the shipped townships (EPSG:4548 metres), beside flatbush + geos-wasm and Turf. */
import { readFileSync } from 'node:fs'
import { toMetres } from '../domain/coordinate-system.ts'
import { buildCoverage, type Coverage, type CoverageUnit, OUTSIDE } from '../domain/coverage/coverage.ts'
import { circleRing, circleShares, polygonShares } from '../domain/coverage/crossing.ts'
import { lineShares } from '../domain/coverage/crossing-line.ts'
import type { Areal, ReferenceData } from '../domain/reference-data.ts'
import { type Amounts, geosPeer, type Peer, turfAreas } from './crossing-peers.ts'
import { areaOf, lengthOf, type Place, placeAtBorder, placeIn, plume, wanderingLine } from './crossing-queries.ts'
import { atLeast, atMost, type BenchReport, type Comparison, compare, ratioTo, type Target } from './round.ts'
import { seededRandom } from './seeded-random.ts'

const GEOS = 'flatbush + geos-wasm'
const TURF = 'flatbush + Turf intersect'
const QUERIES = 2000
/** Parts of a query below this are how two roundings differ, not a unit touched; they are counted. */
const SLIVER = 1e-10

/** One kind of query: our way and the peers', over the same seeded list. */
interface Contest {
  readonly title: string
  /** How many times faster than GEOS it must be. */
  readonly required: number
  readonly ours: (query: number) => readonly { unit: number; share: number }[]
  readonly geos: (query: number) => Amounts
  readonly turf?: (query: number) => Amounts
  /** Area or length of the whole query. */
  readonly whole: (query: number) => number
}

export async function run(): Promise<BenchReport> {
  const units = townshipsInMetres()
  const coverage = mustBuild(units)
  const comparisons: Comparison[] = []
  const targets: Target[] = []
  const facts: Record<string, number | string> = { units: units.length, 'border segments': coverage.segments.count }
  for (const contest of await prepareContests(units, coverage)) {
    const agreement = agreementOf(contest)
    const comparison = await measure(contest)
    comparisons.push(comparison)
    targets.push(
      atLeast(`${contest.title}: times ${GEOS}`, contest.required, ratioTo(comparison, GEOS)),
      atMost(`${contest.title}: greatest difference of a share from GEOS`, 1e-9, agreement.greatestDifference),
      atMost(`${contest.title}: queries with another set of units`, 0, agreement.differentSets),
    )
    facts[`${contest.title}: of ${QUERIES} queries, in two units or more`] = agreement.crossing
    facts[`${contest.title}: slivers below ${SLIVER} of the query`] = agreement.slivers
  }
  return { name: 'crossing', comparisons, targets, facts }
}

type Turf = (ring: Float64Array) => Amounts

async function prepareContests(units: readonly CoverageUnit[], coverage: Coverage): Promise<Contest[]> {
  const geos = await geosPeer(units)
  const turf = turfAreas(units)
  const random = seededRandom(7)
  const places = Array.from({ length: QUERIES }, () => placeIn(coverage, random))
  const atBorders = Array.from({ length: QUERIES }, () => placeAtBorder(coverage, random))
  const plumes = places.map((place) => plume(place, random))
  const lines = places.map((place) => wanderingLine(place, random))
  return [
    circles('circle 50 m', 8, coverage, geos, turf, places, 50),
    circles('circle 50 m at a border', 8, coverage, geos, turf, atBorders, 50),
    circles('circle 5 km', 4, coverage, geos, turf, places, 5000),
    {
      title: 'plume',
      required: 5,
      ours: (query) => polygonShares(coverage, [item(plumes, query)]),
      geos: (query) => geos.areaByUnit(item(plumes, query)),
      turf: (query) => turf(item(plumes, query)),
      whole: (query) => areaOf(item(plumes, query)),
    },
    {
      title: 'line',
      required: 15,
      ours: (query) => lineShares(coverage, item(lines, query)).shares,
      geos: (query) => geos.lengthByUnit(item(lines, query)),
      whole: (query) => lengthOf(item(lines, query)),
    },
  ]
}

function circles(
  title: string,
  required: number,
  coverage: Coverage,
  geos: Peer,
  turf: Turf,
  places: readonly Place[],
  radiusM: number,
): Contest {
  const ring = (query: number) => circleRing(...item(places, query), radiusM)
  return {
    title,
    required,
    ours: (query) => circleShares(coverage, ...item(places, query), radiusM),
    geos: (query) => geos.areaByUnit(ring(query)),
    turf: (query) => turf(ring(query)),
    whole: (query) => areaOf(ring(query)),
  }
}

function measure({ title, ours, geos, turf }: Contest): Promise<Comparison> {
  const peers = [inBatches(GEOS, geos, 20), ...(turf ? [inBatches(TURF, turf, 5)] : [])]
  return compare(title, [inBatches('Jiehe', ours, 500), ...peers])
}

function inBatches(name: string, ask: (query: number) => unknown, size: number) {
  let next = 0
  const batch = () => {
    for (let asked = 0; asked < size; asked++) {
      ask(next)
      next = (next + 1) % QUERIES
    }
    return size
  }
  return { name, batch }
}

interface Agreement {
  readonly crossing: number
  readonly slivers: number
  readonly differentSets: number
  readonly greatestDifference: number
}

/** Every query asked both ways. What GEOS does not give to a unit lies outside. */
function agreementOf({ ours, geos, whole }: Contest): Agreement {
  const found = { crossing: 0, slivers: 0, differentSets: 0, greatestDifference: 0 }
  for (let query = 0; query < QUERIES; query++) {
    const amount = whole(query)
    const theirs = new Map([...geos(query)].map(([unit, part]) => [unit, part / amount]))
    theirs.set(OUTSIDE, 1 - [...theirs.values()].reduce((sum, share) => sum + share, 0))
    const mine = new Map(ours(query).map(({ unit, share }) => [unit, share]))
    if (mine.size > 1) found.crossing++
    let isSameSet = true
    for (const unit of new Set([...mine.keys(), ...theirs.keys()])) {
      const difference = Math.abs((mine.get(unit) ?? 0) - (theirs.get(unit) ?? 0))
      found.greatestDifference = Math.max(found.greatestDifference, difference)
      if (mine.has(unit) === theirs.has(unit)) continue
      if (difference > SLIVER) isSameSet = false
      else if (unit !== OUTSIDE) found.slivers++
    }
    if (!isSameSet) found.differentSets++
  }
  return found
}

function townshipsInMetres(): CoverageUnit[] {
  const file = new URL('../../data/geojson/townships.geojson', import.meta.url)
  const townships: ReferenceData['townships'] = JSON.parse(readFileSync(file, 'utf8'))
  return townships.features.map(({ properties, geometry }) => ({
    code: properties.code,
    geometry: {
      type: 'MultiPolygon',
      coordinates: polygonsOf(geometry).map((rings) =>
        rings.map((ring) => ring.map(([lon = 0, lat = 0]) => [...toMetres(lon, lat)])),
      ),
    },
  }))
}

function polygonsOf(geometry: Areal) {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
}

function mustBuild(units: readonly CoverageUnit[]): Coverage {
  const coverage = buildCoverage(units)
  if ('faults' in coverage) throw new Error(`The shipped townships are no coverage: ${JSON.stringify(coverage)}`)
  return coverage
}

function item<T>(list: readonly T[], index: number): T {
  const found = list[index]
  if (found === undefined) throw new RangeError(`no query ${index}`)
  return found
}
