/**
 * 综合营养状态指数 TLI(Σ) of lakes and reservoirs (总站生字〔2001〕090号; three independent copies agree).
 *
 * TLI(Σ) = Σ Wj·TLI(j), Wj = rj² / Σ rj², natural logarithms; 叶绿素a in mg/m³, 透明度 in m, the others in mg/L.
 */
import { indicatorOf } from './evaluated-indicators.ts'
import type { IndicatorId } from './indicator.ts'
import { computedValue, impossibleValue } from './measured-value.ts'
import type { Measurement } from './sample.ts'
import { cited, type Explanation, figure, fixed, type Sentence } from './sentence.ts'
import { type WaterRefusal, waterRefusal } from './water-refusal.ts'
import type { WaterRules } from './water-rules.ts'

export const TROPHIC_GRADES = ['oligotrophic', 'mesotrophic', 'light', 'moderate', 'heavy'] as const
export type TrophicGrade = (typeof TROPHIC_GRADES)[number]

const TROPHIC_NAMES: Readonly<Record<TrophicGrade, Sentence>> = {
  oligotrophic: { zh: '贫营养', en: 'oligotrophic' },
  mesotrophic: { zh: '中营养', en: 'mesotrophic' },
  light: { zh: '轻度富营养', en: 'lightly eutrophic' },
  moderate: { zh: '中度富营养', en: 'moderately eutrophic' },
  heavy: { zh: '重度富营养', en: 'heavily eutrophic' },
}

/** One of the five: TLI(j) = 10 (a + b ln value), with its correlation r to chlorophyll a. */
interface Term {
  readonly indicator: IndicatorId
  readonly a: number
  readonly b: number
  readonly r: number
}

const TERMS: readonly Term[] = [
  { indicator: 'chlorophyll-a', a: 2.5, b: 1.086, r: 1 },
  { indicator: 'total-phosphorus', a: 9.436, b: 1.624, r: 0.84 },
  { indicator: 'total-nitrogen', a: 5.453, b: 1.694, r: 0.82 },
  { indicator: 'transparency', a: 5.118, b: -1.94, r: -0.83 },
  { indicator: 'permanganate-index', a: 0.109, b: 2.661, r: 0.83 },
]

const SUM_R2 = TERMS.reduce((sum, { r }) => sum + r * r, 0)

export interface TrophicPart {
  readonly indicator: IndicatorId
  readonly value: number
  readonly index: number
  readonly weight: number
}

export interface TrophicState {
  readonly index: number
  readonly grade: TrophicGrade
  readonly parts: readonly TrophicPart[]
}

/** Needs all five, each above zero: a measured zero has no logarithm and must be given as undetected. */
export function trophicState(values: readonly Measurement[]): TrophicState | WaterRefusal {
  const parts = TERMS.map((term) => partOf(term, values))
  const found = parts.filter((part) => part !== null)
  if (found.length < TERMS.length) return incomplete(TERMS.filter((_, index) => parts[index] === null))
  const index = found.reduce((sum, part) => sum + part.weight * part.index, 0)
  return { index, grade: gradeOfIndex(index), parts: found }
}

/** <30, 30-50, -60, -70, >70: the upper bound belongs to the lower grade. */
export function gradeOfIndex(index: number): TrophicGrade {
  if (index < 30) return 'oligotrophic'
  if (index <= 50) return 'mesotrophic'
  if (index <= 60) return 'light'
  return index <= 70 ? 'moderate' : 'heavy'
}

export function explainTrophicState({ index, grade, parts }: TrophicState, { day }: WaterRules): Explanation {
  const name = TROPHIC_NAMES[grade]
  const sum = parts.map((part) => `${fixed(part.weight, 4)}×${fixed(part.index, 3)}`).join(' + ')
  return {
    steps: [
      ...parts.map(partSentence),
      {
        zh: `TLI(Σ) = ${sum} = ${fixed(index, 3)}：${name.zh}。`,
        en: `TLI(Σ) = ${sum} = ${fixed(index, 3)}: ${name.en}.`,
      },
    ],
    basis: cited(['lake-eutrophication-2001'], day),
    settings: [],
  }
}

function partOf({ indicator, a, b, r }: Term, values: readonly Measurement[]): TrophicPart | null {
  const measured = values.find((each) => each.indicator === indicator)
  if (measured === undefined || impossibleValue(measured) !== null) return null
  const value = computedValue(measured)
  return value > 0 ? { indicator, value, index: 10 * (a + b * Math.log(value)), weight: (r * r) / SUM_R2 } : null
}

function partSentence({ indicator, value, index }: TrophicPart): Sentence {
  const { nameZh, nameEn, unit } = indicatorOf(indicator)
  const term = TERMS.find((each) => each.indicator === indicator)
  const sum = `10 × (${term?.a} ${(term?.b ?? 0) < 0 ? '-' : '+'} ${Math.abs(term?.b ?? 0)} ln ${figure(value)}) = ${fixed(index, 3)}`
  return {
    zh: `${nameZh} ${figure(value)} ${unit}：TLI = ${sum}。`,
    en: `${nameEn} ${figure(value)} ${unit}: TLI = ${sum}.`,
  }
}

function incomplete(missing: readonly Term[]): WaterRefusal {
  const names = missing.map(({ indicator }) => indicatorOf(indicator))
  return waterRefusal(
    'eutrophication-incomplete',
    `综合营养状态指数需要五项指标且都大于零，缺${names.map(({ nameZh }) => nameZh).join('、')}；未检出请填“<检出限”。`,
    `The trophic state index needs five indicators above zero; missing: ${names.map(({ nameEn }) => nameEn).join(', ')}. Write "<limit" for undetected.`,
  )
}
