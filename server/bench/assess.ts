/** Incidents a second in batch, crossing and routing included, on the shipped data. */
import type { Position } from 'geojson'
import { assess } from '#domain/assess'
import type { ReferenceData } from '#domain/reference-data'
import { isRefusal } from '#domain/refusal'
import { MATTERS, MEDIA, SEVERITIES } from '#domain/report/report'
import { createWorld } from '#domain/world'
import { readReferenceFiles } from '../reference-files.ts'
import { atLeast, type BenchReport, type Contestant, compare } from './round.ts'
import { seededRandom } from './seeded-random.ts'

const REPORTS = 4000
const NOW_MS = Date.parse('2026-11-24T06:00:00Z')

export async function run(): Promise<BenchReport> {
  const { reference, version } = readReferenceFiles()
  const world = createWorld(reference, { reference: version, software: 'bench' })
  const contestant = (name: string, reports: readonly unknown[]): Contestant => ({
    name,
    batch() {
      for (const report of reports) {
        if (isRefusal(assess(report, world, { nowMs: NOW_MS, withGeometry: false }))) throw new Error('refused')
      }
      return reports.length
    },
  })
  const comparison = await compare(
    'assess, one core',
    [
      contestant('points over the city, three in ten by a river', mixed(reference)),
      contestant('water incidents by a river', byRivers(reference)),
    ],
    { turnMs: 1000 },
  )
  const mixedRate = comparison.measures[0]?.opsPerCpuSecond ?? 0
  return {
    name: 'assess',
    comparisons: [comparison],
    targets: [atLeast('incidents a CPU second, mixed', 20_000, Math.round(mixedRate))],
    facts: { reports: REPORTS, reaches: reference.reaches.features.length, reference: version },
  }
}

/** All matters, media and severities; with an error of up to 100 m on every second one. */
function mixed(reference: ReferenceData): unknown[] {
  const random = seededRandom(20)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  return Array.from({ length: REPORTS }, (_, index) => ({
    geometry: {
      type: 'Point',
      coordinates: random() < 0.3 ? nearRiver(reference, random) : inTheCity(reference, random),
    },
    crs: 'EPSG:4490',
    occurredAt: '2026-11-24T10:00:00+08:00',
    matter: pick(MATTERS),
    medium: pick(MEDIA),
    severity: pick(SEVERITIES),
    uncertaintyM: index % 2 === 0 ? undefined : random() * 100,
  }))
}

function byRivers(reference: ReferenceData): unknown[] {
  const random = seededRandom(21)
  return Array.from({ length: REPORTS }, () => ({
    geometry: { type: 'Point', coordinates: nearRiver(reference, random) },
    crs: 'EPSG:4490',
    occurredAt: '2026-11-24T10:00:00+08:00',
    matter: 'enforcement',
    medium: 'water',
    severity: 'general',
  }))
}

/** Within some 200 m of a vertex of a random reach. */
function nearRiver({ reaches }: ReferenceData, random: () => number): Position {
  const line = reaches.features[Math.floor(random() * reaches.features.length)]?.geometry.coordinates ?? []
  const [lon = 0, lat = 0] = line[Math.floor(random() * line.length)] ?? []
  return [lon + (random() - 0.5) * 0.004, lat + (random() - 0.5) * 0.004]
}

/** Within a few kilometres of the seat of a random township, so that the city counts as people live in it. */
function inTheCity({ townships }: ReferenceData, random: () => number): Position {
  const seat = townships.features[Math.floor(random() * townships.features.length)]?.properties.seat ?? [116.4, 39.9]
  return [seat[0] + (random() - 0.5) * 0.04, seat[1] + (random() - 0.5) * 0.04]
}
