/** Units as bureaus write them, and values that look like another unit. */
import { describe, expect, it } from 'vitest'
import { INDICATORS, type IndicatorId } from '#domain/water/indicator'
import { suspectMagnitude } from '#domain/water/suspect-magnitude'
import { convertedBy, unitFactor } from '#domain/water/unit-guard'
import { measured, RULES, undetected } from './water-example.ts'

const refusal = (indicator: IndicatorId, unit: string) => {
  const found = unitFactor(indicator, unit)
  return typeof found === 'number' ? null : found.refusal
}

describe('a written unit', () => {
  it.each([
    'mg/L',
    'mg/l',
    'MG/L',
    ' mg / L ',
    '（mg/L）',
    '(mg/L)',
    'ｍｇ／Ｌ',
    '㎎/L',
    'mg·L-1',
    'mg·L⁻¹',
    'mg L-1',
    '毫克/升',
    'mg/升',
    'g/m3',
    'mg/L(以P计)',
    'mg/L（以P计）',
  ])('%s is milligrams a litre', (unit) => {
    expect(unitFactor('total-phosphorus', unit)).toBe(1)
  })

  it.each([
    'µg/L',
    'μg/L',
    'ug/L',
    'UG/L',
    'ug/l',
    'mcg/L',
    '微克/升',
    'mg/m3',
    'mg/m³',
    'µg·L⁻¹',
    'mg/m^3',
    '毫克/立方米',
  ])('%s is a thousandth of it', (unit) => {
    expect(unitFactor('mercury', unit)).toBe(0.001)
  })

  it('of chlorophyll is mg/m³, which is µg/L, and a thousand times less than mg/L', () => {
    expect(['mg/m³', 'mg/m3', 'µg/L', 'mg/L'].map((unit) => unitFactor('chlorophyll-a', unit))).toEqual([1, 1, 1, 1000])
  })

  it('of coliform may be per 100 mL, ten times fewer than per litre', () => {
    expect(
      ['个/L', 'MPN/L', 'MPN/100mL', '个/100ml', '万个/L'].map((unit) => unitFactor('faecal-coliform', unit)),
    ).toEqual([1, 1, 10, 10, 10000])
  })

  it('of transparency may be centimetres, of temperature ℃ in any spelling, of pH nothing at all', () => {
    expect(['m', '米', 'cm', '厘米'].map((unit) => unitFactor('transparency', unit))).toEqual([1, 1, 0.01, 0.01])
    expect(['℃', '°C', '摄氏度', 'C'].map((unit) => unitFactor('water-temperature', unit))).toEqual([1, 1, 1, 1])
    expect(['', '无量纲', '-', '/', 'pH'].map((unit) => unitFactor('ph', unit))).toEqual([1, 1, 1, 1, 1])
  })

  it('is always its own: every indicator knows the unit it is kept in', () => {
    expect(INDICATORS.filter(({ id, unit }) => unitFactor(id, unit) !== 1)).toEqual([])
  })

  it('is refused when missing, unless it is that of pH', () => {
    expect(INDICATORS.filter(({ id }) => refusal(id, ' ') !== 'unit-missing').map(({ id }) => id)).toEqual(['ph'])
  })

  it.each(['mg/kg', 'ppm', 'mol/L', '%', 'mg', 'NTU', 'constructor', '__proto__', 'toString'])(
    '%s is refused with the units that would do',
    (unit) => {
      const found = unitFactor('cod', unit)
      expect(found).toMatchObject({ refusal: 'unknown-unit' })
      expect(typeof found !== 'number' && found.zh).toContain('请改用 mg/l')
    },
  )

  it('is refused in English without a Chinese word', () => {
    for (const { id } of INDICATORS)
      for (const unit of ['', 'ppm']) {
        const found = unitFactor(id, unit)
        if (typeof found !== 'number') expect(found.en).not.toMatch(/\p{Script=Han}/u)
      }
  })

  it('keeps a refusal short, however long the unit', () => {
    const found = unitFactor('cod', 'x'.repeat(10_000))
    expect(typeof found !== 'number' && found.zh.length).toBeLessThan(200)
  })
})

describe('a conversion', () => {
  it('leaves no binary noise: 50 µg/L are 0.05 mg/L, 0.07 µg/L are 0.00007', () => {
    expect([50, 0.07, 1.1, 35].map((value) => convertedBy(value, 0.001))).toEqual([0.05, 0.00007, 0.0011, 0.035])
  })

  it('does not touch a value that is already in the unit', () => {
    expect(convertedBy(0.1 + 0.2, 1)).toBe(0.1 + 0.2)
  })
})

describe('a doubtful magnitude', () => {
  const isDoubted = (indicator: IndicatorId, value: number, usual?: number) =>
    suspectMagnitude(measured(indicator, value), RULES, usual) !== null

  it('is lead of 8 mg/L, which must have been µg/L, and not lead of 0.2', () => {
    expect([isDoubted('lead', 8), isDoubted('lead', 0.2)]).toEqual([true, false])
  })

  it('is ammonia of 500 mg/L, and not the 25 of a black and smelly river', () => {
    expect([isDoubted('ammonia-nitrogen', 500), isDoubted('ammonia-nitrogen', 25)]).toEqual([true, false])
  })

  it('is a thousandth or a thousandfold of what the section usually has', () => {
    expect([0.0005, 0.5, 5, 500].map((value) => isDoubted('ammonia-nitrogen', value, 0.5))).toEqual([
      true,
      false,
      false,
      true,
    ])
  })

  it('is water of 60 degrees, oxygen of 80 and a transparency of 250, which was in centimetres', () => {
    expect([
      isDoubted('water-temperature', 60),
      isDoubted('dissolved-oxygen', 80),
      isDoubted('transparency', 250),
    ]).toEqual([true, true, true])
    expect([
      isDoubted('water-temperature', 0),
      isDoubted('dissolved-oxygen', 16),
      isDoubted('transparency', 2.5),
    ]).toEqual([false, false, false])
  })

  it('is never an undetected value or a pH', () => {
    expect(suspectMagnitude(undetected('lead', 8), RULES)).toBeNull()
    expect(isDoubted('ph', 13, 0.01)).toBe(false)
  })

  it('says in words what to check', () => {
    expect(suspectMagnitude(measured('lead', 8), RULES)?.zh).toBe(
      '铅 8 mg/L 超过Ⅴ类限值 0.1 的10倍：请核对单位（µg/L与mg/L相差1000倍）。',
    )
  })
})
