/** How fast a point finds its unit, beside flatbush + Turf and which-polygon, on the shipped townships and on a country. */
import { readFileSync } from 'node:fs'
import { booleanPointInPolygon } from '@turf/turf'
import Flatbush from 'flatbush'
import type { Feature, FeatureCollection } from 'geojson'
import whichPolygon from 'which-polygon'
import { buildCoverage, type Coverage, type CoverageUnit, OUTSIDE } from '#domain/coverage/coverage'
import { locateUnit } from '#domain/coverage/locate'
import type { Areal, ReferenceData } from '#domain/reference-data'
import { type OracleUnit, oracleUnits, unitsHolding } from './locate-oracle.ts'
import { adversarialPoints, type Place, plainPoints } from './locate-points.ts'
import { nationalCoverage } from './national-coverage.ts'
import { atLeast, atMost, type BenchReport, type Comparison, compare, median, ratioTo } from './round.ts'
import { seededRandom } from './seeded-random.ts'

const FLATBUSH_TURF = 'flatbush + Turf booleanPointInPolygon'
const WHICH_POLYGON = 'which-polygon'
const BUILDS = 3

export async function run(): Promise<BenchReport> {
  const shipped = await measure('shipped townships', readTownships(), 300_000)
  const national = await measure('41,000 generated townships', nationalCoverage(), 20_000)
  return {
    name: 'locate',
    comparisons: [shipped.comparison, national.comparison],
    targets: [
      atLeast('shipped, times flatbush + Turf', 15, ratioTo(shipped.comparison, FLATBUSH_TURF)),
      atLeast('shipped, times which-polygon', 10, ratioTo(shipped.comparison, WHICH_POLYGON)),
      atMost('shipped, adversarial points that differ from the oracle', 0, shipped.differences),
      atLeast('national, times flatbush + Turf', 10, ratioTo(national.comparison, FLATBUSH_TURF)),
      atLeast('national, times which-polygon', 10, ratioTo(national.comparison, WHICH_POLYGON)),
      atMost('national, adversarial points that differ from the oracle', 0, national.differences),
      atMost('national, CPU seconds to build', 3, national.buildCpuS),
      atMost('national, MB of index', 400, national.indexMB),
    ],
    facts: { ...shipped.facts, ...national.facts },
  }
}

interface Measured {
  readonly comparison: Comparison
  readonly differences: number
  readonly buildCpuS: number
  readonly indexMB: number
  readonly facts: Readonly<Record<string, number | string>>
}

async function measure(title: string, units: readonly CoverageUnit[], adversarial: number): Promise<Measured> {
  const { coverage, buildS, buildCpuS } = build(units)
  const coldMs = timeOnce(() =>
    plainPoints(coverage, 1000, seededRandom(3)).map(([x, y]) => locateUnit(coverage, x, y)),
  )
  const points = pointsWithin(coverage, 200_000)
  const comparison = await compare(`locate, ${title}`, [
    { name: 'jiehe', batch: inTurns(points, 20_000, (x, y) => locateUnit(coverage, x, y)) },
    { name: FLATBUSH_TURF, batch: inTurns(points, 1000, flatbushTurf(units)) },
    { name: WHICH_POLYGON, batch: inTurns(points, 1000, whichPolygonOf(units)) },
  ])
  const differences = countDifferences(coverage, oracleUnits(units), adversarial)
  const indexMB = sizeMB(coverage)
  const facts = {
    [`${title}: units`]: units.length,
    [`${title}: border segments`]: coverage.segments.count,
    [`${title}: build, s`]: buildS,
    [`${title}: build, CPU s`]: buildCpuS,
    [`${title}: index, MB`]: indexMB,
    [`${title}: first 1,000 look-ups, ms`]: coldMs,
    [`${title}: points checked against the oracle`]: adversarial,
  }
  return { comparison, differences, buildCpuS, indexMB, facts }
}

function readTownships(): CoverageUnit[] {
  const file = new URL('../../data/geojson/townships.geojson', import.meta.url)
  const { features }: ReferenceData['townships'] = JSON.parse(readFileSync(file, 'utf8'))
  return features.map(({ properties, geometry }) => ({ code: properties.code, geometry }))
}

interface Built {
  readonly coverage: Coverage
  /** Medians of several builds. */
  readonly buildS: number
  readonly buildCpuS: number
}

function build(units: readonly CoverageUnit[]): Built {
  const { coverage } = buildOnce(units)
  // Only the times are kept: coverages held alive would slow the builds after them.
  const times = Array.from({ length: BUILDS }, () => timesOf(buildOnce(units)))
  return {
    coverage,
    buildS: median(times.map((one) => one.buildS)),
    buildCpuS: median(times.map((one) => one.buildCpuS)),
  }
}

function timesOf({ buildS, buildCpuS }: Built): Omit<Built, 'coverage'> {
  return { buildS, buildCpuS }
}

function buildOnce(units: readonly CoverageUnit[]): Built {
  const before = performance.now()
  const cpuBefore = process.cpuUsage()
  const coverage = buildCoverage(units)
  const { user, system } = process.cpuUsage(cpuBefore)
  if ('faults' in coverage) throw new Error(`no coverage: ${JSON.stringify(coverage.faults.slice(0, 3))}`)
  return { coverage, buildS: (performance.now() - before) / 1e3, buildCpuS: (user + system) / 1e6 }
}

interface Points {
  readonly xs: Float64Array
  readonly ys: Float64Array
}

/** Points evenly over the ground that the units cover. */
function pointsWithin(coverage: Coverage, count: number): Points {
  const places: Place[] = []
  for (const random = seededRandom(1); places.length < count; ) {
    places.push(...plainPoints(coverage, 1000, random).filter(([x, y]) => locateUnit(coverage, x, y) !== OUTSIDE))
  }
  return { xs: Float64Array.from(places, ([x]) => x), ys: Float64Array.from(places, ([, y]) => y) }
}

type Find = (x: number, y: number) => unknown

/** Works through the points again and again, `size` at a time. */
function inTurns({ xs, ys }: Points, size: number, find: Find): () => number {
  let next = 0
  return () => {
    for (let i = 0; i < size; i++) {
      find(xs[next] ?? 0, ys[next] ?? 0)
      next = next + 1 === xs.length ? 0 : next + 1
    }
    return size
  }
}

function featuresOf(units: readonly CoverageUnit[]): Feature<Areal, { code: string }>[] {
  return units.map(({ code, geometry }) => ({ type: 'Feature', properties: { code }, geometry }))
}

function flatbushTurf(units: readonly CoverageUnit[]): (x: number, y: number) => string | undefined {
  const features = featuresOf(units)
  const index = new Flatbush(features.length)
  for (const { west, south, east, north } of oracleUnits(units)) index.add(west, south, east, north)
  index.finish()
  return (x, y) => {
    for (const candidate of index.search(x, y, x, y)) {
      const feature = features[candidate]
      if (feature && booleanPointInPolygon([x, y], feature)) return feature.properties.code
    }
    return undefined
  }
}

function whichPolygonOf(units: readonly CoverageUnit[]): (x: number, y: number) => string | undefined {
  const collection: FeatureCollection<Areal, { code: string }> = {
    type: 'FeatureCollection',
    features: featuresOf(units),
  }
  const query = whichPolygon(collection)
  return (x, y) => query([x, y])?.code
}

function countDifferences(coverage: Coverage, oracle: readonly OracleUnit[], count: number): number {
  return adversarialPoints(coverage, count, seededRandom(2)).filter(([x, y]) => {
    const [expected = 0, ...more] = unitsHolding(oracle, x, y)
    return more.length > 0 || locateUnit(coverage, x, y) !== expected
  }).length
}

function sizeMB({ segments, grid }: Coverage): number {
  const { x0, y0, x1, y1, left, right } = segments
  const arrays = [x0, y0, x1, y1, left, right, grid.cornerUnit, grid.cellStart, grid.cellSegments]
  return arrays.reduce((bytes, array) => bytes + array.buffer.byteLength, 0) / 1e6
}

function timeOnce(work: () => unknown): number {
  const before = performance.now()
  work()
  return performance.now() - before
}
