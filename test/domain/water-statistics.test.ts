/** Means of months, quarters and years, and of automatic series, with what makes them valid. */
import { describe, expect, it } from 'vitest'
import { classify } from '#domain/water/classify'
import { evaluateSection } from '#domain/water/evaluate-section'
import { computedValue } from '#domain/water/measured-value'
import type { Measurement, Sample } from '#domain/water/sample'
import { explainMonthlyMean, explainPeriodMean } from '#domain/water/statistics/explain-mean'
import { meanOf } from '#domain/water/statistics/mean'
import { type IndicatorMean, monthlyMeans, type SectionMonth } from '#domain/water/statistics/monthly-means'
import { periodMeans, periodOf } from '#domain/water/statistics/period-means'
import { automaticSample, dailyMeans, type SeriesPoint, seriesMonth } from '#domain/water/statistics/series-means'
import { seededRandom } from '../../server/bench/seeded-random.ts'
import { measured, RULES, sample, undetected, withSetting } from './water-example.ts'

const months = (samples: readonly Sample[], isNational = false): SectionMonth[] =>
  monthlyMeans(samples, { isNationalSection: () => isNational, rules: RULES })

function onlyMean(samples: readonly Sample[], isNational = false): IndicatorMean {
  const [mean, ...rest] = months(samples, isNational).flatMap(({ means }) => means)
  if (mean === undefined || rest.length > 0) throw new Error('Not one mean')
  return mean
}

const may = (day: string, measurement: Measurement, over: Partial<Sample> = {}) =>
  sample(`s${day}${over.origin ?? ''}${over.authority ?? ''}`, `2024-05-${day}T09:30:00+08:00`, [measurement], over)

describe('a month', () => {
  it('rests on one sample when there is only one, its value unchanged', () => {
    expect(onlyMean([may('08', measured('cod', 21.3))])).toMatchObject({ value: 21.3, count: 1, others: [] })
  })

  it('is the arithmetic mean of several samples, free of binary noise: 0.1, 0.2, 0.3 meet a limit of 0.2', () => {
    const mean = onlyMean([
      may('08', measured('total-phosphorus', 0.1)),
      may('15', measured('total-phosphorus', 0.2)),
      may('22', measured('total-phosphorus', 0.3)),
    ])
    expect(mean.value).toBe(0.2)
    expect(classify(mean, { body: 'river', rules: RULES })).toMatchObject({ waterClass: 'III' })
  })

  it('counts an undetected sample as half its limit among detected ones', () => {
    const mean = onlyMean([
      may('08', undetected('ammonia-nitrogen', 0.025)),
      may('15', measured('ammonia-nitrogen', 0.0875)),
    ])
    expect([mean.value, mean.isBelowDetection, mean.undetectedCount]).toEqual([0.05, false, 1])
  })

  it('of nothing but undetected samples is undetected, and computes as the mean of the halves', () => {
    const mean = onlyMean([may('08', undetected('lead', 0.002)), may('15', undetected('lead', 0.004))])
    expect([mean.isBelowDetection, mean.value, computedValue(mean)]).toEqual([true, 0.003, 0.0015])
  })

  it('of pH averages hydrogen ions by default: 6 and 8 make 6.3, not 7', () => {
    const values = [measured('ph', 6), measured('ph', 8)] as const
    expect(meanOf('ph', values, RULES.settings).value).toBeCloseTo(6.2967, 4)
    expect(meanOf('ph', values, withSetting('phMean', 'arithmetic').settings).value).toBe(7)
  })

  it('belongs to the calendar of Shanghai as written in the sample', () => {
    const samples = [
      sample('a', '2024-05-31T23:30:00+08:00', [measured('cod', 1)]),
      sample('b', '2024-06-01T00:10:00+08:00', [measured('cod', 2)]),
    ]
    expect(months(samples).map(({ month }) => month)).toEqual(['2024-05', '2024-06'])
  })

  it('leaves an impossible value out, and says which sample it was in', () => {
    const [month] = months([may('08', measured('cod', -1)), may('15', measured('cod', 20))])
    expect(month?.means.map(({ value, count }) => [value, count])).toEqual([[20, 1]])
    expect(month?.refused.map(({ sampleId, refusal }) => [sampleId, refusal.refusal])).toEqual([
      ['s08', 'negative-value'],
    ])
  })

  it('without samples is absent, not zero', () => {
    expect(months([])).toEqual([])
  })

  it('is unreleased as soon as one of its samples is, and a demonstration likewise', () => {
    const mean = onlyMean([
      may('08', measured('cod', 1)),
      may('15', measured('cod', 2), { isReleased: false, isDemonstration: true }),
    ])
    expect([mean.isReleased, mean.isDemonstration]).toEqual([false, true])
  })
})

describe('whose figure counts', () => {
  const manual = may('08', measured('ammonia-nitrogen', 0.8))
  const automatic = may('31', measured('ammonia-nitrogen', 1.1), { origin: 'automatic' })
  const district = may('09', measured('ammonia-nitrogen', 0.3), { authority: 'district' })

  it('is the automatic one for ammonia at a national section, the manual one elsewhere', () => {
    expect(onlyMean([manual, automatic], true)).toMatchObject({ value: 1.1, origin: 'automatic' })
    expect(onlyMean([manual, automatic], false)).toMatchObject({ value: 0.8, origin: 'manual' })
  })

  it('is the manual one for COD even at a national section', () => {
    const cod = [may('08', measured('cod', 18)), may('31', measured('cod', 25), { origin: 'automatic' })]
    expect(onlyMean(cod, true)).toMatchObject({ value: 18, origin: 'manual' })
  })

  it("is the city's before the district's, which is shown beside it and never averaged in", () => {
    const mean = onlyMean([district, manual])
    expect([mean.value, mean.authority, mean.count]).toEqual([0.8, 'municipal', 1])
    expect(mean.others.map(({ value, authority }) => [value, authority])).toEqual([[0.3, 'district']])
    expect(explainMonthlyMean(mean, RULES).steps.at(-1)?.zh).toBe('另有区级手工监测1次，均值 0.3，未计入。')
  })

  it("is the city's automatic figure before the district's manual one", () => {
    expect(onlyMean([district, automatic])).toMatchObject({ value: 1.1, authority: 'municipal' })
  })
})

describe('the explanation of a mean', () => {
  it('lists every value with its day, how undetected ones count, and the sum', () => {
    const mean = onlyMean([
      may('08', undetected('ammonia-nitrogen', 0.025)),
      may('15', measured('ammonia-nitrogen', 0.0875)),
    ])
    const { steps, basis } = explainMonthlyMean(mean, RULES)
    expect(steps.map(({ zh }) => zh)).toEqual([
      '2024-05-08 氨氮 <0.025 mg/L，按 0.0125 计。',
      '2024-05-15 氨氮 0.0875 mg/L。',
      '算术平均值 (0.0125 + 0.0875) / 2 = 0.05。',
    ])
    expect(basis.map(({ document }) => document)).toEqual([
      '地表水环境质量评价办法（试行）',
      '地表水环境质量监测数据统计技术规定（试行）',
    ])
  })
})

describe('a quarter and a year', () => {
  const yearOf = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      sample(`m${index}`, `2023-${String(index + 1).padStart(2, '0')}-08T09:00:00+08:00`, [
        measured('cod', 10 + index),
      ]),
    )
  const meanOfPeriod = (samples: readonly Sample[], kind: 'quarter' | 'year') =>
    periodMeans(months(samples), kind, RULES)[0]?.means[0]

  it('needs eight months for a year, a remembered number that is a setting', () => {
    expect(meanOfPeriod(yearOf(7), 'year')).toMatchObject({ isValid: false, count: 7 })
    expect(meanOfPeriod(yearOf(8), 'year')).toMatchObject({ isValid: true, value: 13.5 })
    expect(RULES.settings.leastYearMonths.status).toBe('memory')
  })

  it('needs two results for a quarter, be they of one month', () => {
    expect(meanOfPeriod([may('08', measured('cod', 10))], 'quarter')?.isValid).toBe(false)
    expect(meanOfPeriod([may('08', measured('cod', 10)), may('20', measured('cod', 20))], 'quarter')).toMatchObject({
      isValid: true,
      value: 15,
      resultCount: 2,
    })
  })

  it('is the mean of its months, so a month with many samples weighs no more than another', () => {
    const samples = [
      may('08', measured('cod', 10)),
      may('18', measured('cod', 20)),
      sample('j', '2024-06-08T09:00:00+08:00', [measured('cod', 30)]),
    ]
    expect(meanOfPeriod(samples, 'quarter')?.value).toBe(22.5)
  })

  it('ends where the calendar says: March is in the first quarter, April in the second', () => {
    expect(['2024-03', '2024-04', '2024-12'].map((month) => periodOf(month, 'quarter'))).toEqual([
      '2024-Q1',
      '2024-Q2',
      '2024-Q4',
    ])
  })

  it('short of months keeps its value and says why it proves little', () => {
    const mean = meanOfPeriod(yearOf(3), 'year')
    expect(mean && explainPeriodMean(mean, RULES).steps.at(-1)?.zh).toBe('3个月有数据，至少应有8：数据不足，仅供参考。')
  })

  it('lists its months in their order, whatever order they came in', () => {
    const [year] = periodMeans(months(yearOf(3)).toReversed(), 'year', RULES)
    expect(year?.means[0]?.from.map(({ month }) => month)).toEqual(['2023-01', '2023-02', '2023-03'])
  })

  it('can be judged like any month', () => {
    const [year] = periodMeans(months(yearOf(12)), 'year', RULES)
    expect(evaluateSection(year?.means ?? [], { body: 'river', rules: RULES })).toMatchObject({
      waterClass: 'III',
      evaluatedCount: 1,
    })
  })
})

describe('an automatic series', () => {
  const MIDNIGHT = Date.parse('2024-02-01T00:00:00+08:00')
  const hourly = (count: number, value = 1): SeriesPoint[] =>
    Array.from({ length: count }, (_, hour) => ({ atMs: MIDNIGHT + hour * 3_600_000, value }))

  it('makes a valid day of 18 hours of 24 and not of 17', () => {
    expect(dailyMeans('ammonia-nitrogen', hourly(18), 1, RULES.settings)[0]).toMatchObject({ count: 18, isValid: true })
    expect(dailyMeans('ammonia-nitrogen', hourly(17), 1, RULES.settings)[0]?.isValid).toBe(false)
  })

  it('makes a valid day of five four-hourly values of six', () => {
    const points = hourly(24).filter((_, hour) => hour % 4 === 0)
    expect(dailyMeans('ammonia-nitrogen', points.slice(1), 4, RULES.settings)[0]).toMatchObject({
      count: 5,
      expectedCount: 6,
      isValid: true,
    })
  })

  it('begins its day at midnight in Shanghai', () => {
    const points = [
      { atMs: MIDNIGHT - 1, value: 1 },
      { atMs: MIDNIGHT, value: 2 },
    ]
    expect(dailyMeans('cod', points, 1, RULES.settings).map(({ day }) => day)).toEqual(['2024-01-31', '2024-02-01'])
  })

  it('ignores what cannot be and a second value in the same hour', () => {
    const points = [
      ...hourly(20),
      { atMs: MIDNIGHT + 60_000, value: 99 },
      { atMs: MIDNIGHT + 21 * 3_600_000, value: -5 },
      { atMs: MIDNIGHT + 22 * 3_600_000, value: Number.NaN },
    ]
    expect(dailyMeans('ammonia-nitrogen', points, 1, RULES.settings)[0]).toMatchObject({ count: 20, value: 1 })
  })

  it('needs 22 valid days of the 29 of February 2024', () => {
    const month = (days: number) =>
      seriesMonth(
        'ammonia-nitrogen',
        dailyMeans('ammonia-nitrogen', hourly(days * 24), 1, RULES.settings),
        '2024-02',
        RULES.settings,
      )
    expect(month(22)).toMatchObject({ validDays: 22, expectedDays: 29, mean: { value: 1, count: 22 } })
    expect(month(21).mean).toBeNull()
    expect(month(0)).toMatchObject({ validDays: 0, mean: null })
  })
})

describe('a month of automatic data', () => {
  const about = sample('auto-2024-02', '2024-02-29T23:59:59+08:00', [])
  const monthOf = (value: number | null) => ({
    month: '2024-02',
    mean: value === null ? null : meanOf('ammonia-nitrogen', [measured('ammonia-nitrogen', value)], RULES.settings),
    validDays: 25,
    expectedDays: 29,
  })

  it('stands beside manual samples, and counts at a national section', () => {
    const automatic = automaticSample([monthOf(1.1)], about)
    const manual = sample('m', '2024-02-08T09:00:00+08:00', [measured('ammonia-nitrogen', 0.8)])
    const [month] = months(automatic === null ? [] : [manual, automatic], true)
    expect(month?.means.map(({ value, origin }) => [value, origin])).toEqual([[1.1, 'automatic']])
  })

  it('with too few valid days is no sample at all', () => {
    expect(automaticSample([monthOf(null)], about)).toBeNull()
  })
})

describe('against a plain loop', () => {
  it('monthly means of 2,000 seeded samples are sums over counts', () => {
    const random = seededRandom(7)
    const samples = Array.from({ length: 2000 }, (_, index) => {
      const month = String(1 + Math.floor(random() * 12)).padStart(2, '0')
      const measurements = [measured('cod', Math.round(random() * 400) / 10)]
      return sample(
        `s${index}`,
        `2023-${month}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}T08:00:00+08:00`,
        measurements,
        { sectionId: `x${Math.floor(random() * 9)}` },
      )
    })
    const found = months(samples)
    expect(found.length).toBe(
      new Set(samples.map(({ sectionId, sampledAt }) => sectionId + sampledAt.slice(0, 7))).size,
    )
    for (const { sectionId, month, means } of found) {
      let [sum, count] = [0, 0]
      for (const each of samples)
        if (each.sectionId === sectionId && each.sampledAt.startsWith(month)) {
          sum += each.measurements[0]?.value ?? Number.NaN
          count += 1
        }
      expect(means[0]?.value).toBeCloseTo(sum / count, 9)
      expect(means[0]?.count).toBe(count)
    }
  })
})
