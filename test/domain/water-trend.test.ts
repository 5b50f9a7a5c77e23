/** Better or worse: by grade, by composition, by rank correlation, and only like with like. */
import { describe, expect, it } from 'vitest'
import { type Composition, compositionOf } from '#domain/water/composition'
import { differencesOf } from '#domain/water/like-with-like'
import { EXACT_CRITICAL, explainRankTrend, midRanks, type RankTrend, rankTrend } from '#domain/water/spearman'
import { compositionChange, explainCompositionChange, explainGradeChange, gradeChange } from '#domain/water/trend'
import type { WaterClass } from '#domain/water/water-class'
import { isWaterRefusal } from '#domain/water/water-refusal'
import { seededRandom } from '../../server/bench/seeded-random.ts'
import { RULES } from './water-example.ts'

function trendOf(
  values: readonly number[],
  indicator: Parameters<typeof rankTrend>[0] = 'ammonia-nitrogen',
): RankTrend {
  const found = rankTrend(indicator, values)
  if (isWaterRefusal(found)) throw new Error(found.en)
  return found
}

/** So many sections of class III, IV and worse than V. */
const composed = (good: number, polluted: number, worst = 0): Composition =>
  compositionOf([
    ...Array<WaterClass>(good).fill('III'),
    ...Array<WaterClass>(polluted).fill('IV'),
    ...Array<WaterClass>(worst).fill('worse-than-V'),
  ])

describe('two periods by grade', () => {
  it('of the same grade show no clear change, even from class I to class II', () => {
    expect(gradeChange('excellent', 'excellent')).toBe('unchanged')
  })

  it('one grade apart have changed somewhat, two or more clearly', () => {
    expect(gradeChange('light', 'good')).toBe('somewhat-better')
    expect(gradeChange('good', 'light')).toBe('somewhat-worse')
    expect(gradeChange('moderate', 'good')).toBe('clearly-better')
    expect(gradeChange('excellent', 'heavy')).toBe('clearly-worse')
  })

  it('are explained by the two grades', () => {
    expect(explainGradeChange('heavy', 'light', RULES).steps[0]?.zh).toBe('由重度污染变为轻度污染，相差2级：明显好转。')
  })
})

describe('two periods by composition', () => {
  it('with 10 points more of I-III and 10 fewer worse than V have changed by 20: somewhat better, not clearly', () => {
    const change = compositionChange(composed(5, 4, 1), composed(6, 4))
    expect(change).toEqual({ kind: 'somewhat-better', goodPoints: 10, worstPoints: -10, balance: 20 })
  })

  it('by exactly ten points have not changed, though 13/30 - 10/30 is a trace above 0.1 in binary', () => {
    const change = compositionChange(composed(10, 20), composed(13, 17))
    expect(change).toMatchObject({ kind: 'unchanged', balance: 10 })
  })

  it('beyond 20 points have clearly changed', () => {
    const change = compositionChange(composed(80, 20), composed(65, 29, 6))
    expect(change).toMatchObject({ kind: 'clearly-worse', balance: -21 })
    expect(change && explainCompositionChange(change, RULES).steps[0]?.zh).toBe(
      'ΔG－ΔD = -15.0 - (+6.0) = -21.0 个百分点：明显变差。',
    )
  })

  it('of which one has no section cannot be compared', () => {
    expect(compositionChange(compositionOf([]), composed(3, 0))).toBeNull()
  })
})

describe('rank correlation', () => {
  it('of five falling years is -1, significant at 0.01 and an improvement for ammonia', () => {
    expect(trendOf([5, 4, 3, 2, 1])).toMatchObject({
      coefficient: -1,
      significance: '0.01',
      direction: 'falling',
      meaning: 'better',
    })
  })

  it('means the opposite for oxygen, and nothing for pH', () => {
    expect(trendOf([9, 8, 7, 6, 5], 'dissolved-oxygen').meaning).toBe('worse')
    expect(trendOf([9, 8, 7, 6, 5], 'ph').meaning).toBeNull()
  })

  it('of six years reaches .829 with 29/35, which is .82857, and not with 27/35', () => {
    expect(trendOf([2, 1, 4, 3, 6, 5])).toMatchObject({ coefficient: 0.828571428571, significance: '0.05' })
    expect(trendOf([3, 1, 2, 4, 6, 5])).toMatchObject({ coefficient: 0.771428571429, significance: null })
  })

  it('is refused below five periods, with the remedy', () => {
    const found = rankTrend('cod', [1, 2, 3, 4])
    expect(isWaterRefusal(found) && [found.refusal, found.zh.includes('两时段比较')]).toEqual(['too-few-periods', true])
  })

  it('is refused where a period has no number', () => {
    const found = rankTrend('cod', [1, 2, Number.NaN, 4, 5])
    expect(isWaterRefusal(found) && found.refusal).toBe('not-a-number')
  })

  it('of equal values is zero and no trend', () => {
    expect(trendOf([3, 3, 3, 3, 3])).toMatchObject({
      coefficient: 0,
      significance: null,
      direction: 'none',
      hasTies: true,
    })
  })

  it('shares middle ranks between ties', () => {
    expect(midRanks([10, 20, 20, 30])).toEqual([1, 2.5, 2.5, 4])
    expect(midRanks([7, 7, 7])).toEqual([2, 2, 2])
  })

  it('claims no significance beyond the table, which ends at twelve', () => {
    const found = trendOf(Array.from({ length: 13 }, (_, index) => index))
    expect([found.critical, found.significance, found.meaning]).toEqual([null, null, null])
    expect(explainRankTrend(found, RULES).steps[1]?.zh).toBe('临界值表只到N = 12，不判显著性。')
  })

  it('names the table it used', () => {
    expect(explainRankTrend(trendOf([5, 4, 3, 2, 1]), RULES).steps[1]?.zh).toBe(
      '|rs| = 1.000，达到精确单侧临界值（W.05 = 0.900, W.01 = 1.000）：在0.01水平上显著下降。',
    )
  })

  it('without ties is 1 - 6Σd²/(N³-N) on 500 seeded orders', () => {
    const random = seededRandom(12)
    for (let count = 0; count < 500; count++) {
      const values = Array.from({ length: 5 + Math.floor(random() * 8) }, () => random())
      const ranks = midRanks(values)
      const n = values.length
      const d2 = ranks.reduce((sum, rank, index) => sum + (rank - index - 1) ** 2, 0)
      expect(trendOf(values).coefficient).toBeCloseTo(1 - (6 * d2) / (n ** 3 - n), 9)
    }
  })
})

describe('the table of critical values', () => {
  it.each([5, 6, 7, 8, 9])(
    'for N = %d is the least coefficient that chance reaches in at most 5% and 1% of all orders',
    (n) => {
      const bySquares = countOrders(n)
      const total = [...bySquares.values()].reduce((sum, count) => sum + count, 0)
      const least = (level: number) => {
        let [reached, critical] = [0, Number.NaN]
        for (const squares of [...bySquares.keys()].sort((a, b) => a - b)) {
          reached += bySquares.get(squares) ?? 0
          if (reached / total > level + 1e-12) break
          critical = 1 - (6 * squares) / (n ** 3 - n)
        }
        return Number(critical.toFixed(3))
      }
      expect(EXACT_CRITICAL.get(n)).toEqual({ at05: least(0.05), at01: least(0.01) })
    },
  )

  /** How many orders of n ranks have each sum of squared differences. */
  function countOrders(n: number): Map<number, number> {
    const counts = new Map<number, number>()
    const used = new Array<boolean>(n).fill(false)
    const place = (position: number, squares: number) => {
      if (position === n) {
        counts.set(squares, (counts.get(squares) ?? 0) + 1)
        return
      }
      for (let rank = 0; rank < n; rank++) {
        if (used[rank]) continue
        used[rank] = true
        place(position + 1, squares + (rank - position) ** 2)
        used[rank] = false
      }
    }
    place(0, 0)
    return counts
  }
})

describe('like with like', () => {
  const period = { sectionIds: ['a', 'b'], months: ['2023-04', '2023-05'], indicators: ['cod', 'bod5'] as const }

  it('holds for the same sections, months and indicators a year later', () => {
    expect(differencesOf(period, { ...period, months: ['2024-05', '2024-04'] }, 'year-on-year')).toEqual([])
  })

  it('does not hold for other months of the year, even as many', () => {
    const found = differencesOf(period, { ...period, months: ['2024-05', '2024-06'] }, 'year-on-year')
    expect(found.map(({ zh }) => zh)).toEqual(['两个时段的月份不同：只在前一时段的 04，只在后一时段的 06。'])
  })

  it('allows other months from one period to the next, but not more of them', () => {
    expect(differencesOf(period, { ...period, months: ['2023-06', '2023-07'] }, 'period-on-period')).toEqual([])
    expect(differencesOf(period, { ...period, months: ['2023-06'] }, 'period-on-period')).toHaveLength(1)
  })

  it('names the section and the indicator that is missing on one side', () => {
    const found = differencesOf(period, { ...period, sectionIds: ['a', 'c'], indicators: ['cod'] }, 'year-on-year')
    expect(found.map(({ zh }) => zh).slice(0, 2)).toEqual([
      '两个时段的断面不同：只在前一时段的 b，只在后一时段的 c。',
      '两个时段的指标不同：只在前一时段的 五日生化需氧量，只在后一时段的 -。',
    ])
    expect(found[1]?.en).toBe(
      'The indicators differ: only in the first period Five-day biochemical oxygen demand; only in the second -.',
    )
  })
})
