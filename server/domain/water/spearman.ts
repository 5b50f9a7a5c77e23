/**
 * 秩相关系数法: whether an indicator rises or falls over five periods or more (环办〔2011〕22号; read in copies).
 *
 * Significance by the exact one-sided critical values, found by counting all orders (N = 5 to 12). Tables printed in Chinese
 * manuals agree to 0.001 up to N = 10 and differ at N = 12 (.506, .712), an older approximation.
 */
import type { IndicatorId } from './indicator.ts'
import { roundHalfEven, withoutNoise } from './rounding.ts'
import { cited, type Explanation, fixed, type Sentence } from './sentence.ts'
import { arithmeticMean } from './statistics/mean.ts'
import { type WaterRefusal, waterRefusal } from './water-refusal.ts'
import type { WaterRules } from './water-rules.ts'

const LEAST_PERIODS = 5

export interface CriticalValues {
  readonly at05: number
  readonly at01: number
}

/** By number of periods. */
export const EXACT_CRITICAL: ReadonlyMap<number, CriticalValues> = new Map([
  [5, { at05: 0.9, at01: 1.0 }],
  [6, { at05: 0.829, at01: 0.943 }],
  [7, { at05: 0.714, at01: 0.893 }],
  [8, { at05: 0.643, at01: 0.833 }],
  [9, { at05: 0.6, at01: 0.783 }],
  [10, { at05: 0.564, at01: 0.745 }],
  [11, { at05: 0.536, at01: 0.709 }],
  [12, { at05: 0.503, at01: 0.678 }],
])

export interface RankTrend {
  readonly count: number
  readonly coefficient: number
  /** Equal values share their middle rank, and the coefficient is Pearson's on the ranks. */
  readonly hasTies: boolean
  /** Null beyond the table: then no significance is claimed. */
  readonly critical: CriticalValues | null
  readonly significance: '0.01' | '0.05' | null
  readonly direction: 'rising' | 'falling' | 'none'
  /** Falling pollution is better, falling oxygen worse; null without significance, or for pH. */
  readonly meaning: 'better' | 'worse' | null
}

/** `values` in order of time, one per period. Refuses fewer than five, and what is no number. */
export function rankTrend(indicator: IndicatorId, values: readonly number[]): RankTrend | WaterRefusal {
  if (values.length < LEAST_PERIODS) return tooFew(values.length)
  if (!values.every(Number.isFinite))
    return waterRefusal(
      'not-a-number',
      '有的时段没有数值：请补齐或缩短时段。',
      'A period has no value: complete it or shorten the range.',
    )
  const ranks = midRanks(values)
  const coefficient = withoutNoise(
    pearson(
      ranks,
      values.map((_, index) => index + 1),
    ),
  )
  const critical = EXACT_CRITICAL.get(values.length) ?? null
  const significance = critical === null ? null : significanceOf(coefficient, critical)
  const direction = coefficient === 0 ? 'none' : coefficient > 0 ? 'rising' : 'falling'
  return {
    count: values.length,
    coefficient,
    hasTies: new Set(values).size < values.length,
    critical,
    significance,
    direction,
    meaning: significance === null ? null : meaningOf(indicator, direction),
  }
}

export function explainRankTrend(trend: RankTrend, { day }: WaterRules): Explanation {
  return {
    steps: [coefficientStep(trend), significanceStep(trend)],
    basis: cited(['surface-water-evaluation-2011-trend'], day),
    settings: [],
  }
}

/** 1 for the smallest; equal values share the mean of their places. */
export function midRanks(values: readonly number[]): number[] {
  return values.map((value) => {
    const smaller = values.filter((other) => other < value).length
    const equal = values.filter((other) => other === value).length
    return smaller + (equal + 1) / 2
  })
}

/** 0 where all values are equal. */
function pearson(xs: readonly number[], ys: readonly number[]): number {
  const [meanX, meanY] = [arithmeticMean(xs), arithmeticMean(ys)]
  const products = xs.map((x, index) => (x - meanX) * ((ys[index] ?? meanY) - meanY))
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  const spread = Math.sqrt(sum(xs.map((x) => (x - meanX) ** 2)) * sum(ys.map((y) => (y - meanY) ** 2)))
  return spread === 0 ? 0 : sum(products) / spread
}

/** The table has three decimals, so the coefficient is compared with three: 29/35 reaches .829. */
function significanceOf(coefficient: number, { at05, at01 }: CriticalValues): RankTrend['significance'] {
  const size = roundHalfEven(Math.abs(coefficient), 3)
  if (size >= at01) return '0.01'
  return size >= at05 ? '0.05' : null
}

function meaningOf(indicator: IndicatorId, direction: RankTrend['direction']): RankTrend['meaning'] {
  if (indicator === 'ph' || indicator === 'water-temperature' || direction === 'none') return null
  const isMoreBetter = indicator === 'dissolved-oxygen' || indicator === 'transparency'
  return (direction === 'rising') === isMoreBetter ? 'better' : 'worse'
}

function coefficientStep({ count, coefficient, hasTies }: RankTrend): Sentence {
  const rs = fixed(coefficient, 3)
  return hasTies
    ? {
        zh: `N = ${count}，有相同值，取平均秩，rs = ${rs}。`,
        en: `N = ${count}, ties share their middle rank, rs = ${rs}.`,
      }
    : { zh: `rs = 1 - 6Σd²/(N³-N)，N = ${count}，rs = ${rs}。`, en: `rs = 1 - 6Σd²/(N³-N), N = ${count}, rs = ${rs}.` }
}

const DIRECTIONS = { rising: { zh: '上升', en: 'rising' }, falling: { zh: '下降', en: 'falling' } } as const

function significanceStep({ critical, significance, direction, coefficient }: RankTrend): Sentence {
  if (critical === null)
    return {
      zh: `临界值表只到N = 12，不判显著性。`,
      en: 'The table of critical values ends at N = 12; no significance is claimed.',
    }
  const size = fixed(Math.abs(coefficient), 3)
  const table = `W.05 = ${fixed(critical.at05, 3)}, W.01 = ${fixed(critical.at01, 3)}`
  if (significance === null || direction === 'none')
    return {
      zh: `|rs| = ${size}，未达到精确单侧临界值（${table}）：无显著趋势。`,
      en: `|rs| = ${size} is below the exact one-sided critical values (${table}): no significant trend.`,
    }
  return {
    zh: `|rs| = ${size}，达到精确单侧临界值（${table}）：在${significance}水平上显著${DIRECTIONS[direction].zh}。`,
    en: `|rs| = ${size} reaches the exact one-sided critical values (${table}): ${DIRECTIONS[direction].en}, significant at ${significance}.`,
  }
}

const tooFew = (count: number): WaterRefusal =>
  waterRefusal(
    'too-few-periods',
    `秩相关至少需要${LEAST_PERIODS}个时段，只有${count}个：四个及以下无法判定显著性，请改用两时段比较。`,
    `Rank correlation needs at least ${LEAST_PERIODS} periods, there are ${count}: compare two periods instead.`,
  )
