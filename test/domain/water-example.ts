/** Builders for tests of water quality, and an independent transcription of the standard's table to judge by. */
import { INDICATOR_IDS, type IndicatorId } from '#domain/water/indicator'
import type { Measurement, Sample } from '#domain/water/sample'
import type { SectionTarget } from '#domain/water/target'
import type { WaterClass } from '#domain/water/water-class'
import { type WaterRules, waterRulesAsOf } from '#domain/water/water-rules'

export const RULES = waterRulesAsOf('2024-05-31')

export const measured = (indicator: IndicatorId, value: number): Measurement => ({
  indicator,
  value,
  isBelowDetection: false,
})

/** "<0.025": the detection limit itself. */
export const undetected = (indicator: IndicatorId, detectionLimit: number): Measurement => ({
  indicator,
  value: detectionLimit,
  isBelowDetection: true,
})

export const target = (waterClass: WaterClass): SectionTarget => ({
  sectionId: 'yulinzhuang',
  target: waterClass,
  validFrom: '2015-01-01',
  source: 'invented',
  status: 'design',
})

export const sample = (
  id: string,
  sampledAt: string,
  measurements: Measurement[],
  over: Partial<Sample> = {},
): Sample => ({
  id,
  sectionId: 'yulinzhuang',
  sampledAt,
  origin: 'manual',
  authority: 'municipal',
  measuredBy: '市监测中心',
  isReleased: true,
  isDemonstration: false,
  measurements,
  ...over,
})

/** The same rules with one setting changed. */
export function withSetting<Key extends 'rounding' | 'phMean' | 'undetectedAboveLimit' | 'severalInflows'>(
  key: Key,
  value: WaterRules['settings'][Key]['value'],
): WaterRules {
  return { ...RULES, settings: { ...RULES.settings, [key]: { ...RULES.settings[key], value } } }
}

/** GB 3838-2002 table 1 by item, as printed: I, II, III, IV, V; `湖` is the column of lakes and reservoirs. */
const PRINTED = `
3 dissolved-oxygen >= 7.5 6 5 3 2
4 permanganate-index <= 2 4 6 10 15
5 cod <= 15 15 20 30 40
6 bod5 <= 3 3 4 6 10
7 ammonia-nitrogen <= 0.15 0.5 1.0 1.5 2.0
8 total-phosphorus <= 0.02 0.1 0.2 0.3 0.4
8 total-phosphorus 湖 0.01 0.025 0.05 0.1 0.2
9 total-nitrogen 湖 0.2 0.5 1.0 1.5 2.0
10 copper <= 0.01 1.0 1.0 1.0 1.0
11 zinc <= 0.05 1.0 1.0 2.0 2.0
12 fluoride <= 1.0 1.0 1.0 1.5 1.5
13 selenium <= 0.01 0.01 0.01 0.02 0.02
14 arsenic <= 0.05 0.05 0.05 0.1 0.1
15 mercury <= 0.00005 0.00005 0.0001 0.001 0.001
16 cadmium <= 0.001 0.005 0.005 0.005 0.01
17 chromium-vi <= 0.01 0.05 0.05 0.05 0.1
18 lead <= 0.01 0.01 0.05 0.05 0.1
19 cyanide <= 0.005 0.05 0.2 0.2 0.2
20 volatile-phenol <= 0.002 0.002 0.005 0.01 0.1
21 petroleum <= 0.05 0.05 0.05 0.5 1.0
22 anionic-surfactant <= 0.2 0.2 0.2 0.3 0.3
23 sulfide <= 0.05 0.1 0.2 0.5 1.0
24 faecal-coliform <= 200 2000 10000 20000 40000`

export const PRINTED_ROWS = PRINTED.trim()
  .split('\n')
  .map((line) => {
    const [item = '', indicator = '', sign = '', ...limits] = line.split(' ')
    return { item: Number(item), indicator: indicatorId(indicator), sign, limits: limits.map(Number) }
  })

function indicatorId(text: string): IndicatorId {
  const id = INDICATOR_IDS.find((each) => each === text)
  if (id === undefined) throw new Error(`No indicator is called ${text}`)
  return id
}

/** One of a list, by a seeded chance. */
export function pick<T>(items: readonly T[], random: () => number): T {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new Error('Nothing to pick from')
  return item
}
