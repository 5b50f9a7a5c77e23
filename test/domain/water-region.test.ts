/** Rivers, units and basins: by means or by shares. */
import { describe, expect, it } from 'vitest'
import { type Composition, compositionOf, gradeByShares } from '#domain/water/composition'
import { evaluateRegion, type RegionSection } from '#domain/water/evaluate-region'
import { evaluateSection } from '#domain/water/evaluate-section'
import { explainRegion } from '#domain/water/explain-region'
import type { Measurement } from '#domain/water/sample'
import { rankOf, WATER_CLASSES, type WaterClass } from '#domain/water/water-class'
import { seededRandom } from '../../server/bench/seeded-random.ts'
import { measured, pick, RULES, undetected } from './water-example.ts'

const section = (sectionId: string, values: readonly Measurement[]): RegionSection => ({
  sectionId,
  values,
  evaluation: evaluateSection(values, { body: 'river', rules: RULES }),
})

const region = (sections: readonly RegionSection[]) => evaluateRegion(sections, { body: 'river', rules: RULES })

/** `good` sections of classes I-III and `worst` beyond V, of `total`; the rest are class IV. */
const shares = (total: number, good: number, worst: number): Composition => ({
  total,
  counts: { I: 0, II: 0, III: good, IV: total - good - worst, V: 0, 'worse-than-V': worst },
  goodCount: good,
  worstCount: worst,
})

describe('a river by shares', () => {
  it.each([
    [90, 0, 'excellent'],
    [89.9, 0, 'good'],
    [75, 25, 'good'],
    [74, 19.9, 'light'],
    [74, 20, 'moderate'],
    [50, 39.9, 'moderate'],
    [59.9, 40, 'heavy'],
    [60, 40, 'heavy'],
  ] as const)('with %d%% of classes I-III and %d%% worse than V is %s', (good, worst, grade) => {
    expect(gradeByShares(shares(1000, good * 10, worst * 10))).toBe(grade)
  })

  it('has a bound of exactly three quarters: 3 of 4 would be good, and 0.7 + 0.05 is no trap', () => {
    expect(gradeByShares(shares(20, 15, 0))).toBe('good')
    expect(gradeByShares(shares(20, 14, 0))).toBe('light')
  })

  it('never depends on how the rest divides into IV and V', () => {
    for (let total = 5; total <= 40; total++)
      for (let good = 0; good <= total; good++)
        for (let worst = 0; worst <= total - good; worst++) {
          const [g, b] = [(good / total) * 100, (worst / total) * 100]
          const expected =
            g >= 90 - 1e-9
              ? 'excellent'
              : g >= 75 - 1e-9
                ? 'good'
                : b < 20 - 1e-9
                  ? 'light'
                  : b < 40 - 1e-9
                    ? 'moderate'
                    : 'heavy'
          expect([total, good, worst, gradeByShares(shares(total, good, worst))]).toEqual([
            total,
            good,
            worst,
            expected,
          ])
        }
  })

  it('counts every class once', () => {
    const found = compositionOf(['I', 'II', 'III', 'III', 'IV', 'worse-than-V'])
    expect([found.total, found.goodCount, found.worstCount, found.counts.III]).toEqual([6, 4, 1, 2])
  })

  it('has no grade without sections', () => {
    expect(gradeByShares(compositionOf([]))).toBeNull()
    expect(region([])).toMatchObject({ grade: null, goodPercent: 0, unevaluated: [] })
  })
})

describe('a river of few sections', () => {
  const values = [0.4, 0.6, 1.4, 1.6].map((value) => [measured('ammonia-nitrogen', value)])
  const four = values.map((each, index) => section(`s${index}`, each))

  it('of four sections is judged by the means: 0.4, 0.6, 1.4 and 1.6 make 1.0, which is class III', () => {
    const found = region(four)
    expect([found.method, found.grade, found.means?.waterClass]).toEqual(['means', 'good', 'III'])
  })

  it('of five is judged by shares: three of five good, none worse than V, is lightly polluted', () => {
    const found = region([...four, section('s4', [measured('ammonia-nitrogen', 0.9)])])
    expect([found.method, found.grade, found.goodPercent, found.means]).toEqual(['shares', 'light', 60, null])
  })

  it('falls back to means when a fifth section has no value, and says so', () => {
    const found = region([...four, section('dry', [])])
    expect([found.method, found.unevaluated]).toEqual(['means', ['dry']])
    expect(explainRegion(found, RULES).steps[1]?.zh).toBe('另有1个断面没有可评价的数据，未计入。')
  })

  it('averages undetected values at half their limit', () => {
    const found = region([
      section('a', [undetected('total-phosphorus', 0.02)]),
      section('b', [measured('total-phosphorus', 0.03)]),
    ])
    expect(found.means?.results[0]?.comparedValue).toBe(0.02)
    expect(found.means?.waterClass).toBe('I')
  })

  it('may be excellent by the mean although one section is polluted, which the composition still shows', () => {
    const found = region([section('a', [measured('cod', 9)]), section('b', [measured('cod', 21)])])
    expect([found.grade, found.composition.counts.IV]).toEqual(['excellent', 1])
  })
})

describe('the main pollutants of a river', () => {
  const sections = [
    section('a', [measured('cod', 25), measured('ammonia-nitrogen', 3)]),
    section('b', [measured('cod', 25), measured('bod5', 4.5)]),
    section('c', [measured('cod', 25), measured('total-phosphorus', 0.4)]),
    section('d', [measured('cod', 12), measured('ammonia-nitrogen', 1.2)]),
    section('e', [measured('cod', 12)]),
  ]

  it('stand by the share of sections in which they exceed class III, then by the worst class', () => {
    const found = region(sections)
    expect(found.exceeding.map((each) => [each.indicator, each.exceedingCount, each.exceedingPercent])).toEqual([
      ['cod', 3, 60],
      ['ammonia-nitrogen', 2, 40],
      ['total-phosphorus', 1, 20],
      ['bod5', 1, 20],
    ])
  })

  it('are explained as shares, the first three of them', () => {
    const { steps } = explainRegion(region(sections), RULES)
    expect(steps.map(({ zh }) => zh)).toEqual([
      '5个断面（≥5个）：按断面类别比例评价。',
      'Ⅰ～Ⅲ类断面 1/5 = 20.0%，劣Ⅴ类断面 1/5 = 20.0%：中度污染。',
      '按断面超标率：化学需氧量（3/5, 60%）、氨氮（2/5, 40%）、总磷（1/5, 20%）。',
    ])
  })
})

describe('against a brute-force reading', () => {
  it('agrees on 2,000 seeded rivers of one to twelve sections', () => {
    const random = seededRandom(5)
    const wrong: unknown[] = []
    for (let count = 0; count < 2000; count++) {
      const values = Array.from({ length: 1 + Math.floor(random() * 12) }, () => pick([5, 16, 22, 33, 55], random))
      const found = region(values.map((value, index) => section(`s${index}`, [measured('cod', value)])))
      const expected = naiveGrade(values)
      if (found.grade !== expected) wrong.push({ values, found: found.grade, expected })
    }
    expect(wrong).toEqual([])
  })

  const GRADES = {
    I: 'excellent',
    II: 'excellent',
    III: 'good',
    IV: 'light',
    V: 'moderate',
    'worse-than-V': 'heavy',
  } as const

  function naiveGrade(cod: readonly number[]) {
    const classOf = (value: number): WaterClass =>
      WATER_CLASSES[[15, 15, 20, 30, 40].findIndex((limit) => value <= limit)] ?? 'worse-than-V'
    if (cod.length < 5) return GRADES[classOf(Number((cod.reduce((a, b) => a + b) / cod.length).toFixed(9)))]
    const good = cod.filter((value) => rankOf(classOf(value)) < 3).length / cod.length
    const worst = cod.filter((value) => value > 40).length / cod.length
    if (good >= 0.75) return good >= 0.9 ? 'excellent' : 'good'
    return worst < 0.2 ? 'light' : worst < 0.4 ? 'moderate' : 'heavy'
  }
})
