/**
 * 演示水质数据: 36 months for the shipped sections, made up from a seed and marked as demonstration value by value.
 *
 * The same reference data and the same start give the same set.
 */
import type { ReferenceData } from '../../reference-data.ts'
import { shanghaiDay, shanghaiIso } from '../../shanghai-time.ts'
import type { WaterImport } from '../water-import.ts'
import { chanceOf } from './chance.ts'
import { type ChiefPlaces, demonstrationChiefs } from './chiefs.ts'
import { demonstrationHourly } from './hourly-series.ts'
import { pressureOf } from './pressure.ts'
import { demonstrationSamples, type SetMonth } from './samples.ts'
import { demonstrationTargets } from './targets.ts'

const DEMONSTRATION_IMPORT_ID = 'demonstration'
const MONTHS = 36
const SEED = 3838

/** `startMs` is the first start of the server: the last month of the set is the last full month before it. */
export function demonstrationWater(reference: ReferenceData, startMs: number): WaterImport {
  const chance = chanceOf(SEED)
  const reaches = reference.reaches.features.map(({ properties }) => properties)
  const basinOf = new Map(reaches.map(({ riverId, basin }) => [riverId, basin]))
  const sections = reference.sections.features.map(({ properties }) => ({
    ...properties,
    basin: basinOf.get(properties.riverId) ?? '',
  }))
  const months = monthsBefore(shanghaiDay(startMs))
  const pressure = pressureOf(reaches)
  const samples = demonstrationSamples(sections, months, pressure, chance)
  const hourly = demonstrationHourly(sections, startMs, pressure, chance)
  const firstDay = `${months[0]?.month}-01`
  return {
    record: recordOf(
      startMs,
      samples.length,
      hourly.reduce((sum, { values }) => sum + values.length, 0),
    ),
    samples,
    corrects: [],
    hourly,
    targets: demonstrationTargets(sections, firstDay),
    chiefs: demonstrationChiefs(placesOf(reference), firstDay, `${months[MONTHS - 16]?.month}-01`, chance),
  }
}

/** `2026-11-24` gives the 36 months from 2023-11 to 2026-10, the oldest first. */
export function monthsBefore(day: string): SetMonth[] {
  const [year = 0, month = 0] = day.split('-').map(Number)
  const current = year * 12 + month - 1
  return Array.from({ length: MONTHS }, (_, n) => {
    const monthsAgo = MONTHS - 1 - n
    const then = current - 1 - monthsAgo
    return { month: `${Math.floor(then / 12)}-${String((then % 12) + 1).padStart(2, '0')}`, monthsAgo }
  })
}

function recordOf(startMs: number, sampleCount: number, hourlyCount: number): WaterImport['record'] {
  return {
    id: DEMONSTRATION_IMPORT_ID,
    kind: 'demonstration',
    fileName: '演示水质数据',
    fileHash: `seed-${SEED}`,
    authority: 'municipal',
    by: 'system',
    at: shanghaiIso(startMs),
    ...{ sampleCount, hourlyCount, correctedCount: 0, isDemonstration: true, undoneAt: null, undoneBy: null },
  }
}

/** The units in force now, and a point of each reach to find the nearest township by. */
function placesOf({ reaches, districts, townships }: ReferenceData): ChiefPlaces {
  const inForce = <T extends { readonly validTo: string | null }>(
    features: readonly { readonly properties: T }[],
  ): T[] => features.map(({ properties }) => properties).filter(({ validTo }) => validTo === null)
  return {
    reaches: reaches.features.map(({ properties, geometry }) => {
      const [lon = 0, lat = 0] = geometry.coordinates[Math.floor(geometry.coordinates.length / 2)] ?? []
      return { ...properties, middle: [lon, lat] as const }
    }),
    districts: inForce(districts.features),
    townships: inForce(townships.features),
  }
}
