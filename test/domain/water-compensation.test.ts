/** What a unit owes downstream by the 2014 measures, what it did to the water, and the ledger. */
import { describe, expect, it } from 'vitest'
import { type CompensationBill, type CompensationQuestion, compensation } from '#domain/water/compensation'
import { explainCompensation } from '#domain/water/explain-compensation'
import { type Inflow, inflowConcentration } from '#domain/water/inflow'
import { ledgerTotals } from '#domain/water/ledger'
import { explainOwnChange, ownChange } from '#domain/water/own-change'
import type { Measurement } from '#domain/water/sample'
import { isWaterRefusal } from '#domain/water/water-refusal'
import { seededRandom } from '../../server/bench/seeded-random.ts'
import { measured, RULES, undetected, withSetting } from './water-example.ts'

const inflow = (...values: Measurement[]): Inflow[] => [{ sectionId: 'in', values }]

function bill(over: Partial<CompensationQuestion>): CompensationBill {
  const found = compensation({ month: '2016-05', target: 'IV', outflow: [], inflows: [], rules: RULES, ...over })
  if (isWaterRefusal(found)) throw new Error(found.en)
  return found
}

const ammonia = (value: number) => measured('ammonia-nitrogen', value)
const phosphorus = (value: number) => measured('total-phosphorus', value)
const lineOf = ({ lines }: CompensationBill, indicator: string) => lines.find((line) => line.indicator === indicator)

describe('the worked examples', () => {
  it('ammonia of class V against target IV, worse than the 1.2 that came in, costs 30', () => {
    expect(bill({ outflow: [ammonia(1.8)], inflows: inflow(ammonia(1.2)) }).totalWan).toBe(30)
  })

  it('the same with 1.9 coming in costs 15', () => {
    expect(bill({ outflow: [ammonia(1.8)], inflows: inflow(ammonia(1.9)) }).totalWan).toBe(15)
  })

  it('with phosphorus worse than V besides, from 0.2, costs 30 and 60, together 90', () => {
    const found = bill({ outflow: [ammonia(1.8), phosphorus(0.45)], inflows: inflow(ammonia(1.2), phosphorus(0.2)) })
    expect(found.totalWan).toBe(90)
    expect(lineOf(found, 'total-phosphorus')).toMatchObject({
      steps: 2,
      rateWan: 30,
      amountWan: 60,
      reason: 'worsened',
    })
  })
})

describe('a bill', () => {
  it('charges own-source water that misses the target in full', () => {
    expect(lineOf(bill({ outflow: [measured('cod', 35)] }), 'cod')).toMatchObject({
      amountWan: 30,
      reason: 'own-source',
    })
  })

  it('charges nothing while the target is met, even if the water got worse in the unit', () => {
    const found = bill({ outflow: [ammonia(1.5)], inflows: inflow(ammonia(0.1)) })
    expect(lineOf(found, 'ammonia-nitrogen')).toMatchObject({ amountWan: 0, reason: 'met' })
  })

  it('halves the rate when outflow and inflow are equal', () => {
    expect(bill({ outflow: [ammonia(1.8)], inflows: inflow(ammonia(1.8)) }).totalWan).toBe(15)
  })

  it('counts worse than V as one class beyond V: four classes from target II cost 120', () => {
    expect(bill({ target: 'II', outflow: [ammonia(2.5)] }).totalWan).toBe(120)
  })

  it('adds the surcharge beyond V per pollutant, and none by default', () => {
    const outflow = [ammonia(2.5), phosphorus(0.45), measured('cod', 35)]
    expect(bill({ outflow }).totalWan).toBe(60 + 60 + 30)
    expect(bill({ outflow, extraBeyondVWan: 7 }).totalWan).toBe(150 + 14)
  })

  it('judges COD, ammonia and phosphorus only', () => {
    expect(
      bill({ outflow: [measured('lead', 9), measured('bod5', 99), measured('dissolved-oxygen', 0)] }).totalWan,
    ).toBe(0)
  })

  it('is incomplete where a pollutant was not measured, and says so on its line', () => {
    const found = bill({ outflow: [ammonia(1.8)], inflows: inflow(ammonia(1.2)) })
    expect([found.isComplete, lineOf(found, 'cod')?.reason]).toEqual([false, 'not-measured'])
  })

  it('charges in full, to be confirmed, when the inflow was not measured for it', () => {
    const found = bill({ outflow: [ammonia(1.8)], inflows: inflow(phosphorus(0.1)) })
    expect(lineOf(found, 'ammonia-nitrogen')).toMatchObject({ amountWan: 30, reason: 'inflow-unknown' })
  })

  it('does not charge what was not detected', () => {
    const found = bill({ target: 'II', outflow: [undetected('total-phosphorus', 0.5)] })
    expect(lineOf(found, 'total-phosphorus')).toMatchObject({ amountWan: 0, reason: 'undetected' })
  })

  it('does not charge an impossible value', () => {
    expect(lineOf(bill({ outflow: [ammonia(-3)] }), 'ammonia-nitrogen')).toMatchObject({
      amountWan: 0,
      reason: 'not-measured',
      outflow: null,
    })
  })

  it('explains each line by value, class, target, steps, inflow and sum', () => {
    const found = bill({
      outflow: [ammonia(1.8), measured('cod', 20), phosphorus(0.45)],
      inflows: inflow(ammonia(1.2), phosphorus(0.5)),
    })
    const { steps, basis, settings } = explainCompensation(found, RULES)
    expect(steps.map(({ zh }) => zh)).toEqual([
      '化学需氧量 20 mg/L（Ⅲ类），目标Ⅳ类：达到目标，不计。',
      '氨氮 1.8 mg/L（Ⅴ类），目标Ⅳ类，差1个类别；出境浓度高于入境 1.2：1 × 30 = 30 万元。',
      '总磷 0.45 mg/L（劣Ⅴ类），目标Ⅳ类，差2个类别；出境浓度不高于入境 0.5，减半：2 × 15 = 30 万元。',
      '合计 0 + 30 + 30 = 60 万元。',
    ])
    expect(basis.map(({ document, status }) => [document, status])).toContainEqual([
      '北京市水环境区域补偿办法（试行）',
      'secondary',
    ])
    expect(settings.map(({ status }) => status)).toContain('secondary')
  })
})

describe('the time of the rule', () => {
  const refusal = (month: string) => {
    const found = compensation({ month, target: 'IV', outflow: [ammonia(9)], inflows: [], rules: RULES })
    return isWaterRefusal(found) ? found : null
  }

  it('begins with January 2015 and ends with December 2022', () => {
    expect(['2014-12', '2015-01', '2022-12', '2023-01'].map((month) => refusal(month)?.refusal ?? 'computed')).toEqual([
      'no-compensation-rule',
      'computed',
      'computed',
      'no-compensation-rule',
    ])
  })

  it('from 2023 on is refused because the new amounts were not verified, and says which text to read', () => {
    expect(refusal('2024-05')?.zh).toContain('京政办发〔2022〕31号')
    expect(refusal('2024-05')?.zh).toContain('未核实')
  })
})

describe('several inflows', () => {
  const two: Inflow[] = [
    { sectionId: 'a', values: [ammonia(1), measured('dissolved-oxygen', 6)], dischargeM3S: 3 },
    { sectionId: 'b', values: [ammonia(2), measured('dissolved-oxygen', 4)], dischargeM3S: 1 },
  ]
  const byFlow = withSetting('severalInflows', 'flow-weighted')

  it('count by the worst, which is the lowest for oxygen', () => {
    expect(inflowConcentration('ammonia-nitrogen', two, RULES)).toBe(2)
    expect(inflowConcentration('dissolved-oxygen', two, RULES)).toBe(4)
  })

  it('weighted by flow, 3 m³/s of 1 and 1 m³/s of 2 make 1.25', () => {
    expect(inflowConcentration('ammonia-nitrogen', two, byFlow)).toBe(1.25)
  })

  it('decide the rate: 1.8 is no worse than the worst of them, but worse than their mean', () => {
    expect(bill({ outflow: [ammonia(1.8)], inflows: two }).totalWan).toBe(15)
    expect(bill({ outflow: [ammonia(1.8)], inflows: two, rules: byFlow }).totalWan).toBe(30)
  })

  it('cannot be weighted without a discharge, and the section that lacks it is named', () => {
    const found = compensation({
      month: '2016-05',
      target: 'IV',
      outflow: [ammonia(1.8)],
      inflows: [...two, { sectionId: 'c', values: [ammonia(1)] }],
      rules: byFlow,
    })
    expect(isWaterRefusal(found) && [found.refusal, found.zh.includes('断面 c ')]).toEqual([
      'inflow-without-discharge',
      true,
    ])
  })
})

describe('what a unit did to the water', () => {
  it('is outflow minus inflow, and worse where there is more of it, or less oxygen', () => {
    const found = ownChange(
      [ammonia(1.8), measured('dissolved-oxygen', 4), measured('cod', 20), measured('ph', 8)],
      inflow(ammonia(1.2), measured('dissolved-oxygen', 6), measured('cod', 20), measured('ph', 7), phosphorus(0.1)),
      { body: 'river', rules: RULES },
    )
    expect(found.map(({ indicator, difference, steps, verdict }) => [indicator, difference, steps, verdict])).toEqual([
      ['dissolved-oxygen', -2, 2, 'worse'],
      ['cod', 0, 0, 'same'],
      ['ammonia-nitrogen', 0.6, 1, 'worse'],
    ])
  })

  it('is an improvement when bad water leaves less bad, though still worse than V', () => {
    const [change] = ownChange([ammonia(3)], inflow(ammonia(5)), { body: 'river', rules: RULES })
    expect(change && explainOwnChange(change).zh).toBe(
      '氨氮 入境 5（劣Ⅴ类），出境 3（劣Ⅴ类），变化 -2 mg/L：在本区变好。',
    )
    expect(change).toMatchObject({ difference: -2, steps: 0, verdict: 'better', outflowClass: 'worse-than-V' })
  })

  it('is unknown without an inflow', () => {
    expect(ownChange([ammonia(3)], [], { body: 'river', rules: RULES })).toEqual([])
  })
})

describe('the ledger', () => {
  it('sums what each unit pays and receives, and over all units to zero', () => {
    const random = seededRandom(2014)
    const units = ['110105', '110106', '110112', '110115', '110115403']
    const entries = Array.from({ length: 400 }, (_, index) => {
      const from = Math.floor(random() * units.length)
      return {
        sectionId: `s${index % 83}`,
        month: '2016-05',
        payer: units[from] ?? '',
        receiver: units[(from + 1) % units.length] ?? '',
        amountWan: Math.floor(random() * 8) * 15,
      }
    })
    const totals = ledgerTotals(entries)
    expect(totals.map(({ unit }) => unit).toSorted()).toEqual(units)
    expect(totals.reduce((sum, { netWan }) => sum + netWan, 0)).toBe(0)
    for (const { unit, paysWan, receivesWan, netWan } of totals) {
      const paid = entries.filter(({ payer }) => payer === unit).reduce((sum, { amountWan }) => sum + amountWan, 0)
      expect([paysWan, netWan]).toEqual([paid, receivesWan - paid])
    }
    expect(totals.map(({ paysWan }) => paysWan)).toEqual(totals.map(({ paysWan }) => paysWan).toSorted((a, b) => b - a))
  })

  it('of nothing is empty', () => {
    expect(ledgerTotals([])).toEqual([])
  })
})

describe('against the rule in one line', () => {
  it('agrees on 3,000 seeded bills of ammonia', () => {
    const random = seededRandom(57)
    const targets = ['II', 'III', 'IV', 'V'] as const
    for (let count = 0; count < 3000; count++) {
      const rank = Math.floor(random() * 4)
      const [out, came] = [Number((random() * 3).toFixed(2)), random() < 0.3 ? null : Number((random() * 3).toFixed(2))]
      const found = bill({
        target: targets[rank] ?? 'V',
        outflow: [ammonia(out)],
        inflows: came === null ? [] : inflow(ammonia(came)),
      })
      const missed = [0.5, 1.0, 1.5, 2.0].slice(rank).filter((limit) => out > limit).length
      expect([out, came, rank, found.totalWan]).toEqual([
        out,
        came,
        rank,
        missed * (came !== null && out <= came ? 15 : 30),
      ])
    }
  })
})
