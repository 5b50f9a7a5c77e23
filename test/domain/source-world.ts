/** The invented world with reports and readings, right unless a test makes them wrong. */
import { type Atlas, buildAtlas } from '#domain/atlas'
import type { ReferenceData } from '#domain/reference-data'
import { sectionPlaces } from '#domain/review/section-place'
import { placeAtKilometre } from '#domain/river/kilometre'
import { placeAt } from '#domain/river/line'
import { type RiverNetwork, reachAt } from '#domain/river/network'
import { TRAVEL_TIME_DEFAULTS } from '#domain/river/travel-time'
import type { Finding } from '#domain/source/finding'
import type { Reading } from '#domain/source/section-state'
import { sourceSettingsAsOf } from '#domain/source/source-settings'
import type { SourceQuestion } from '#domain/source/trace-sources'
import type { SampleOrigin } from '#domain/water/sample'
import { waterRulesAsOf } from '#domain/water/water-rules'
import { twoCounties } from '../fixtures/two-counties.ts'

export const DAY = '2026-11-24'
export const NOON_MS = Date.parse('2026-11-24T12:00:00+08:00')
export const HOUR_MS = 3_600_000
export const SETTINGS = sourceSettingsAsOf(DAY)

export const atlasOf = (reference: ReferenceData = twoCounties()): Atlas => buildAtlas(reference, DAY)

export const aFinding = (n: number, parts: Partial<Finding> = {}): Finding => ({
  ...{ id: `incident-${n}`, number: `JH-20261124-000${n}`, title: `排污 ${n}`, lon: 116.1, lat: 40.075 },
  ...{ occurredMs: NOON_MS, medium: 'water', pollutant: '' },
  ...parts,
})

export const aReading = (sectionId: string, atMs: number, value: number, origin: SampleOrigin = 'manual'): Reading => ({
  ...{ sectionId, atMs, origin, isDemonstration: false },
  measured: { indicator: 'ammonia-nitrogen', value, isBelowDetection: false },
})

/** Ammonia at the lowest section, at noon. */
export function aQuestion(atlas: Atlas, parts: Partial<SourceQuestion> = {}): SourceQuestion {
  const section = sectionPlaces(atlas).find(({ id }) => id === 'border')
  if (section === undefined) throw new Error('the world has lost its section')
  return {
    ...{ atlas, section, atMs: NOON_MS, indicator: 'ammonia-nitrogen', maxH: 72, findings: [], readings: [] },
    ...{ targets: new Map(), bodyOf: () => 'river', rules: waterRulesAsOf(DAY), settings: SETTINGS },
    ...parts,
  }
}

export function pointAtKm({ rivers }: Atlas, riverId: string, km: number): readonly [number, number] {
  const place = placeAtKilometre(rivers, riverId, km)
  if (place === null) throw new Error(`${riverId} has no kilometre ${km}`)
  return placeAt(rivers.lines, place.reach, place.fraction)
}

export interface PlainHours {
  readonly km: number
  readonly earliestH: number
  readonly latestH: number
}

/** Kilometres and hours down one river, summed from lengths and velocities without the network's own costs or walks. */
export function plainHours(network: RiverNetwork, riverId: string, fromKm: number, toKm: number): PlainHours {
  let [earliestH, latestH] = [0, 0]
  for (const reach of network.reaches.keys()) {
    const { riverId: own, chainageM, lengthM, order } = reachAt(network, reach)
    const metres = Math.min(chainageM + lengthM, toKm * 1000) - Math.max(chainageM, fromKm * 1000)
    if (own !== riverId || metres <= 0) continue
    const velocity = TRAVEL_TIME_DEFAULTS.riverMS[Math.min(4, order) - 1] ?? TRAVEL_TIME_DEFAULTS.riverMS[0]
    earliestH += (0.89 * metres) / velocity.high / 3600
    latestH += metres / velocity.low / 3600
  }
  return { km: toKm - fromKm, earliestH, latestH }
}
