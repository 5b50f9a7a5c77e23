/** The class of one value: GB 3838-2002 table 1, against an independent transcription and a naive reading of it. */
import { describe, expect, it } from 'vitest'
import { classify, type IndicatorClass } from '#domain/water/classify'
import { EVALUATED_INDICATORS } from '#domain/water/evaluated-indicators'
import { explainClass } from '#domain/water/explain-class'
import { INDICATOR_IDS, INDICATORS, type IndicatorId } from '#domain/water/indicator'
import { limitsOf } from '#domain/water/limits'
import { roundHalfEven, withoutNoise } from '#domain/water/rounding'
import type { Measurement } from '#domain/water/sample'
import { figure } from '#domain/water/sentence'
import type { WaterBody, WaterClass } from '#domain/water/water-class'
import { isWaterRefusal } from '#domain/water/water-refusal'
import type { WaterRules } from '#domain/water/water-rules'
import { seededRandom } from '../../server/bench/seeded-random.ts'
import { measured, PRINTED_ROWS, pick, RULES, undetected, withSetting } from './water-example.ts'

function classOf(value: Measurement, body: WaterBody = 'river', temperatureC?: number, rules = RULES): IndicatorClass {
  const result = classify(value, { body, rules, waterTemperatureC: temperatureC })
  if (isWaterRefusal(result)) throw new Error(result.en)
  return result
}

const waterClassOf = (indicator: IndicatorId, value: number, body: WaterBody = 'river') =>
  classOf(measured(indicator, value), body).waterClass

const refusalOf = (value: Measurement, body: WaterBody = 'river') => {
  const result = classify(value, { body, rules: RULES })
  return isWaterRefusal(result) ? result.refusal : null
}

describe('the table', () => {
  it('has the limits that are printed, for rivers and for lakes', () => {
    for (const { item, indicator, sign, limits } of PRINTED_ROWS) {
      const row = RULES.limits.rows.get(indicator)
      expect(row?.item).toBe(item)
      const body = sign === '湖' ? 'lake' : 'river'
      expect([indicator, body, limitsOf(RULES.limits, indicator, body)]).toEqual([indicator, body, limits])
    }
    expect(RULES.limits.rows.size).toBe(22)
  })

  it('has the river column for lakes too wherever it prints only one', () => {
    for (const { indicator, sign, limits } of PRINTED_ROWS.filter((row) => row.sign !== '湖')) {
      const isPrintedForLakes = PRINTED_ROWS.some((row) => row.indicator === indicator && row.sign === '湖')
      if (isPrintedForLakes) continue
      expect([sign, limitsOf(RULES.limits, indicator, 'lake')]).toEqual([sign, limits])
    }
  })

  it('never gets looser towards class I', () => {
    for (const { limits, indicator } of PRINTED_ROWS) {
      const ascending = limits.toSorted((a, b) => a - b)
      expect(limits).toEqual(indicator === 'dissolved-oxygen' ? ascending.toReversed() : ascending)
    }
  })

  it('evaluates 21 indicators: all of it but temperature, total nitrogen and faecal coliform', () => {
    expect(EVALUATED_INDICATORS).toHaveLength(21)
    const left = INDICATOR_IDS.slice(0, 24).filter((id) => !EVALUATED_INDICATORS.includes(id))
    expect(left).toEqual(['water-temperature', 'total-nitrogen', 'faecal-coliform'])
  })

  it('names every indicator once', () => {
    expect(INDICATORS.map(({ id }) => id)).toEqual([...INDICATOR_IDS])
  })

  it('keeps the decimals of its finest limit', () => {
    for (const { indicator, limits } of PRINTED_ROWS) {
      const row = RULES.limits.rows.get(indicator)
      for (const limit of limits)
        expect([indicator, roundHalfEven(limit, row?.decimals ?? 0)]).toEqual([indicator, limit])
    }
  })
})

describe('a class', () => {
  it('is met at the limit itself: ammonia of exactly 1.0 mg/L is class III, 1.01 is class IV', () => {
    expect(waterClassOf('ammonia-nitrogen', 1.0)).toBe('III')
    expect(waterClassOf('ammonia-nitrogen', 1.01)).toBe('IV')
  })

  it('is the best whose limit is met: COD 15 is class I, copper 0.5 class II, mercury 0.001 class IV', () => {
    expect(waterClassOf('cod', 15)).toBe('I')
    expect(waterClassOf('copper', 0.5)).toBe('II')
    expect(waterClassOf('mercury', 0.001)).toBe('IV')
    expect(waterClassOf('fluoride', 1.0)).toBe('I')
  })

  it('is worse than V where class V is not met', () => {
    expect(waterClassOf('ammonia-nitrogen', 2.01)).toBe('worse-than-V')
    expect(waterClassOf('dissolved-oxygen', 1.99)).toBe('worse-than-V')
    expect(classOf(measured('ammonia-nitrogen', 2.01)).limit).toBe(2.0)
  })

  it('of phosphorus depends on the water body: 0.05 mg/L is class II in a river and III in a reservoir', () => {
    expect(waterClassOf('total-phosphorus', 0.05)).toBe('II')
    expect(waterClassOf('total-phosphorus', 0.05, 'lake')).toBe('III')
  })

  it('of pH is I from 6 to 9 inclusive and worse than V outside, marked as practice', () => {
    for (const [value, expected] of [
      [6, 'I'],
      [9, 'I'],
      [5.99, 'worse-than-V'],
      [9.01, 'worse-than-V'],
    ] as const)
      expect(waterClassOf('ph', value)).toBe(expected)
    expect(explainClass(classOf(measured('ph', 9.5)), 'river', RULES).settings[0]?.status).toBe('memory')
  })

  it('does not exist for nitrogen in a river, temperature, chlorophyll and transparency', () => {
    expect(refusalOf(measured('total-nitrogen', 5))).toBe('no-class-limits')
    expect(refusalOf(measured('water-temperature', 12))).toBe('no-class-limits')
    expect(refusalOf(measured('chlorophyll-a', 12), 'lake')).toBe('no-class-limits')
    expect(refusalOf(measured('transparency', 1), 'lake')).toBe('no-class-limits')
    expect(refusalOf(measured('total-nitrogen', 5), 'lake')).toBeNull()
  })

  it('is refused to what no measurement can be', () => {
    expect(refusalOf(measured('cod', Number.NaN))).toBe('not-a-number')
    expect(refusalOf(measured('cod', Number.POSITIVE_INFINITY))).toBe('not-a-number')
    expect(refusalOf(measured('cod', -0.1))).toBe('negative-value')
    expect(refusalOf(measured('ph', 14.1))).toBe('out-of-range')
    expect(refusalOf(measured('cod', 0))).toBeNull()
  })
})

describe('dissolved oxygen', () => {
  it('at saturation follows 468/(31.6+T)', () => {
    for (const [temperatureC, saturatedMgL] of [
      [0, 14.81],
      [10, 11.25],
      [20, 9.07],
      [25, 8.269],
      [30, 7.597],
    ] as const)
      expect(classOf(measured('dissolved-oxygen', 5), 'river', temperatureC).saturation?.saturatedMgL).toBeCloseTo(
        saturatedMgL,
        3,
      )
  })

  it('of 7.0 mg/L is class I in warm water, where it is 92% of saturation, and class II without a temperature', () => {
    const warm = classOf(measured('dissolved-oxygen', 7.0), 'river', 30)
    expect([warm.waterClass, warm.isBySaturation]).toEqual(['I', true])
    expect(waterClassOf('dissolved-oxygen', 7.0)).toBe('II')
  })

  it('of 7.5 mg/L is class I also in cold water, far from saturation', () => {
    const cold = classOf(measured('dissolved-oxygen', 7.5), 'river', 2)
    expect([cold.waterClass, cold.isBySaturation]).toEqual(['I', false])
    expect(cold.saturation?.percent).toBeLessThan(60)
  })

  it('at exactly 90% of saturation meets class I', () => {
    expect(classOf(measured('dissolved-oxygen', 6.5), 'river', 33.2).waterClass).toBe('I')
    expect(classOf(measured('dissolved-oxygen', 6.499), 'river', 33.2).waterClass).toBe('II')
  })

  it('of 7.02 mg/L at 28.4 ℃ is 90%, where binary arithmetic finds 89.99999999999999', () => {
    expect(classOf(measured('dissolved-oxygen', 7.02), 'river', 28.4)).toMatchObject({
      waterClass: 'I',
      isBySaturation: true,
    })
  })

  it('above saturation is class I and said to be supersaturated', () => {
    const result = classOf(measured('dissolved-oxygen', 14), 'river', 25)
    expect(result.waterClass).toBe('I')
    expect(explainClass(result, 'river', RULES).steps[0]?.zh).toContain('过饱和')
  })

  it('does not use a temperature at which the formula has no meaning', () => {
    for (const temperatureC of [-5, 45, Number.NaN])
      expect(classOf(measured('dissolved-oxygen', 7), 'river', temperatureC).saturation).toBeNull()
  })
})

describe('an undetected value', () => {
  it('counts as half its detection limit: ammonia <0.025 is 0.0125, class I', () => {
    const result = classOf(undetected('ammonia-nitrogen', 0.025))
    expect([result.comparedValue, result.waterClass, result.isDoubtful]).toEqual([0.0125, 'I', false])
  })

  it('whose half limit lies above class I is doubtful: mercury <0.0004', () => {
    const result = classOf(undetected('mercury', 0.0004))
    expect([result.comparedValue, result.waterClass, result.isDoubtful]).toEqual([0.0002, 'IV', true])
    expect(explainClass(result, 'river', RULES).steps.at(-1)?.zh).toContain('检出限偏高')
  })

  it('of half the limit exactly at class I is not doubtful: mercury <0.0001', () => {
    expect(classOf(undetected('mercury', 0.0001))).toMatchObject({ waterClass: 'I', isDoubtful: false })
  })

  it('of oxygen is worse than V, and no doubt about it', () => {
    expect(classOf(undetected('dissolved-oxygen', 0.2))).toMatchObject({
      waterClass: 'worse-than-V',
      isDoubtful: false,
    })
  })
})

describe('rounding', () => {
  it('is half to even on decimal digits, not on binary ones', () => {
    const cases = [
      [0.145, 2, 0.14],
      [0.135, 2, 0.14],
      [2.5, 0, 2],
      [3.5, 0, 4],
      [1.005, 2, 1.0],
      [1.015, 2, 1.02],
      [0.25001, 1, 0.3],
      [1e-7, 3, 0],
      [12.345e-3, 5, 0.01234],
    ] as const
    for (const [value, decimals, expected] of cases)
      expect([value, roundHalfEven(value, decimals)]).toEqual([value, expected])
  })

  it('before comparison lets ammonia of 1.004 meet 1.0, and is off by default', () => {
    const rounded: WaterRules = withSetting('rounding', 'half-even')
    expect(waterClassOf('ammonia-nitrogen', 1.004)).toBe('IV')
    expect(classOf(measured('ammonia-nitrogen', 1.004), 'river', undefined, rounded).waterClass).toBe('III')
  })

  it('removes the noise of binary sums and nothing else', () => {
    expect(withoutNoise((0.1 + 0.2 + 0.3) / 3)).toBe(0.2)
    expect(withoutNoise(0.00005)).toBe(0.00005)
    expect(withoutNoise(40000.5)).toBe(40000.5)
  })
})

describe('an explanation', () => {
  it('names the value, the limit met, the limit missed, the item and the standard', () => {
    const { steps, basis } = explainClass(classOf(measured('ammonia-nitrogen', 1.8)), 'river', RULES)
    expect(steps.at(-1)?.zh).toBe('氨氮 1.8 ≤ 2 mg/L（Ⅴ类限值，表1第7项），1.8 > 1.5（Ⅳ类限值）：Ⅴ类。')
    expect(basis.map(({ document, article }) => document + article)).toEqual(['地表水环境质量标准表1'])
  })

  it('of a value worse than V says which limit it missed', () => {
    const { steps } = explainClass(classOf(measured('total-phosphorus', 0.45)), 'river', RULES)
    expect(steps.at(-1)?.en).toBe(
      'Total phosphorus 0.45 > 0.4 mg/L (limit of class V, table 1, item 8): worse than class V.',
    )
  })

  it('of an undetected value cites the rule of half the limit', () => {
    const { steps, basis } = explainClass(classOf(undetected('lead', 0.002)), 'river', RULES)
    expect(steps[0]?.zh).toBe('铅未检出（<0.002 mg/L），以1/2检出限 0.001 参与计算。')
    expect(basis.map(({ article }) => article)).toEqual(['表1', '7'])
  })

  it('is true for every class of every row: each comparison in it holds', () => {
    for (const { indicator, sign, limits } of PRINTED_ROWS) {
      const body: WaterBody = sign === '湖' ? 'lake' : 'river'
      for (const value of limits.flatMap((limit) => [limit, limit * 0.97, limit * 1.03])) {
        const text = explainClass(classOf(measured(indicator, value), body), body, RULES).steps.at(-1)?.en ?? ''
        const comparisons = [...text.matchAll(/([\d.e-]+) (≤|>|≥|<) ([\d.e-]+)/g)]
        expect(comparisons.length).toBeGreaterThan(0)
        for (const [, left, operator, right] of comparisons)
          expect([text, holds(Number(left), operator, Number(right))]).toEqual([text, true])
        expect(text).toContain(figure(value))
      }
    }
  })
})

function holds(left: number, operator: string | undefined, right: number): boolean {
  if (operator === '≤') return left <= right
  if (operator === '≥') return left >= right
  return operator === '>' ? left > right : left < right
}

describe('against a naive reading of the printed table', () => {
  const NAMES = ['I', 'II', 'III', 'IV', 'V'] as const

  /** From V upwards, keeping the best class met. */
  function naiveClass(indicator: string, body: WaterBody, value: number, temperatureC: number | undefined): WaterClass {
    const rows = PRINTED_ROWS.filter((row) => row.indicator === indicator)
    const row = (body === 'lake' ? rows.find(({ sign }) => sign === '湖') : undefined) ?? rows[0]
    let found: WaterClass = 'worse-than-V'
    for (let rank = 4; rank >= 0; rank--) {
      const limit = row?.limits[rank] ?? Number.NaN
      if (indicator === 'dissolved-oxygen' ? value >= limit : value <= limit) found = NAMES[rank] ?? found
    }
    const isSaturated = temperatureC !== undefined && value / (468 / (31.6 + temperatureC)) >= 0.9
    return indicator === 'dissolved-oxygen' && isSaturated ? 'I' : found
  }

  it('agrees on 40,000 seeded values in rivers and lakes, detected and not', () => {
    const random = seededRandom(38382002)
    const wrong: unknown[] = []
    for (let count = 0; count < 40_000; count++) {
      const body = pick(['river', 'lake'] as const, random)
      const { indicator, limits } = pick(
        PRINTED_ROWS.filter((row) => body === 'lake' || row.indicator !== 'total-nitrogen'),
        random,
      )
      const isAtLimit = random() < 0.2
      const value = isAtLimit ? pick(limits, random) : Number((pick(limits, random) * random() * 2.2).toPrecision(3))
      const temperatureC = random() < 0.5 ? undefined : Number((random() * 35).toFixed(1))
      const isBelowDetection = random() < 0.2
      const given = { indicator, value, isBelowDetection }
      const expected = naiveClass(indicator, body, isBelowDetection ? value / 2 : value, temperatureC)
      const found = classOf(given, body, temperatureC).waterClass
      if (found !== expected) wrong.push({ given, body, temperatureC, found, expected })
    }
    expect(wrong).toEqual([])
  })
})
