/** The review of water quality as it is asked over HTTP: read from a database file, judged, checked and written as JSON. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { waterImported } from '#domain/change'
import type { ReferenceData, RiverPointFeature } from '#domain/reference-data'
import { demonstrationWater } from '#domain/water/demonstration/demonstration-water'
import { type Assembly, assemble } from '../assemble.ts'
import { readReferenceFiles } from '../reference-files.ts'
import { atMost, type BenchReport, median } from './round.ts'

const NOW_MS = Date.parse('2026-11-24T12:00:00+08:00')
const RIVER = 'beiyun-he'
const SECTIONS = 30
const WARM_UP = 5
const ROUNDS = 20

export async function run(): Promise<BenchReport> {
  const folder = mkdtempSync(join(tmpdir(), 'jiehe-bench-'))
  const files = readReferenceFiles()
  const reference = withSections(files.reference)
  const assembly = await assemble({
    databaseFile: join(folder, 'bench.sqlite'),
    referenceFiles: { ...files, reference },
    ...{ pages: new Map(), version: 'bench', nowMs: () => NOW_MS, newId: () => 'bench' },
    logError: (_, error) => console.error(error),
  })
  try {
    const water = demonstrationWater(reference, NOW_MS)
    await assembly.at.commit(waterImported({ ...water, hourly: [] }))
    const river = await askOften(assembly, `/api/water/review?subject=river:${RIVER}&period=2026-10`)
    const city = await askOften(assembly, '/api/water/review?subject=city&period=2025')
    return {
      name: 'water-review',
      comparisons: [],
      targets: [
        atMost(`review of a river with ${SECTIONS} sections and 36 months, median ms of CPU time`, 50, river.cpuMs),
        atMost('the city over one year, all sections, median ms of CPU time', 300, city.cpuMs),
      ],
      facts: {
        sections: reference.sections.features.length,
        samples: water.samples.length,
        'river, median ms by the clock': river.wallMs,
        'river, kB': river.kB,
        'city, median ms by the clock': city.wallMs,
        'city, kB': city.kB,
      },
    }
  } finally {
    await assembly.close()
    rmSync(folder, { recursive: true })
  }
}

/** The shipped reference data with sections added along one river until it has enough of them. */
function withSections(reference: ReferenceData): ReferenceData {
  const { features } = reference.sections
  const own = features.filter(({ properties }) => properties.riverId === RIVER)
  const vertices = reference.reaches.features
    .filter(({ properties }) => properties.riverId === RIVER)
    .flatMap(({ properties, geometry }) => geometry.coordinates.slice(1, -1).map((point) => ({ properties, point })))
  const count = SECTIONS - own.length
  const model = features.find(({ properties }) => properties.border === undefined)?.properties
  if (model === undefined) throw new Error('no section to take as a model')
  const added = Array.from({ length: count }, (_, n): RiverPointFeature => {
    const at = vertices[Math.floor(((n + 0.5) * vertices.length) / count)]
    if (at === undefined) throw new Error(`${RIVER} has no vertices`)
    const { id: reachId, riverId, river, riverEn } = at.properties
    return {
      ...{ type: 'Feature', geometry: { type: 'Point', coordinates: at.point } },
      properties: {
        ...{ ...model, reachId, riverId, river, riverEn },
        ...{ id: `bench-section-${n}`, name: `断面${n}`, nameEn: `Section ${n}` },
      },
    }
  })
  return { ...reference, sections: { ...reference.sections, features: [...features, ...added] } }
}

async function askOften({ app }: Assembly, path: string) {
  const [wallMs, cpuMs]: [number[], number[]] = [[], []]
  let bytes = 0
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const [cpu, before] = [process.cpuUsage(), performance.now()]
    const response = await app.request(path, { headers: { host: 'localhost' } })
    bytes = (await response.arrayBuffer()).byteLength
    if (!response.ok) throw new Error(`${path}: ${response.status}`)
    if (round < 0) continue
    wallMs.push(performance.now() - before)
    const { user, system } = process.cpuUsage(cpu)
    cpuMs.push((user + system) / 1000)
  }
  return { wallMs: oneDecimal(median(wallMs)), cpuMs: oneDecimal(median(cpuMs)), kB: Math.round(bytes / 1000) }
}

const oneDecimal = (value: number): number => Math.round(value * 10) / 10
