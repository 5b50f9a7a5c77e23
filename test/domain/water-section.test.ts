/** A section's class, grade, main pollutants, target and trophic state. */
import { describe, expect, it } from 'vitest'
import { againstTarget } from '#domain/water/attainment'
import { evaluateLake } from '#domain/water/evaluate-lake'
import { evaluateSection, type SectionEvaluation } from '#domain/water/evaluate-section'
import { EVALUATED_INDICATORS } from '#domain/water/evaluated-indicators'
import { printedMultiple } from '#domain/water/exceedance'
import { explainSection, pollutantText } from '#domain/water/explain-section'
import type { IndicatorId } from '#domain/water/indicator'
import { limitsOf } from '#domain/water/limits'
import type { Measurement } from '#domain/water/sample'
import { rankOf, WATER_CLASSES, type WaterClass } from '#domain/water/water-class'
import { seededRandom } from '../../server/bench/seeded-random.ts'
import { measured, RULES, target, undetected, withSetting } from './water-example.ts'

const river = (values: readonly Measurement[], wanted?: WaterClass): SectionEvaluation =>
  evaluateSection(values, { body: 'river', rules: RULES, target: wanted && target(wanted) })

const missed = ({ attainment }: SectionEvaluation) => attainment?.failing.map(({ indicator }) => indicator)

const named = ({ pollutants }: SectionEvaluation) => pollutantText(pollutants).zh

describe('the class of a section', () => {
  it('is that of its worst indicator, whatever the others are', () => {
    const found = river([measured('cod', 12), measured('ammonia-nitrogen', 1.8), measured('total-phosphorus', 0.08)])
    expect([found.waterClass, found.grade, found.deciding]).toEqual(['V', 'moderate', ['ammonia-nitrogen']])
  })

  it('has no grade better than 优 at class I, and 优 at class II too', () => {
    expect(river([measured('cod', 10)]).grade).toBe('excellent')
    expect(river([measured('total-phosphorus', 0.1)]).grade).toBe('excellent')
    expect(river([measured('total-phosphorus', 0.2)]).grade).toBe('good')
  })

  it('by three indicators is said to be by 3 of 21, naming the other 18', () => {
    const found = river([measured('cod', 12), measured('ph', 7.8), measured('total-phosphorus', 0.08)])
    expect([found.evaluatedCount, found.missing.length]).toEqual([3, 18])
    expect(explainSection(found, RULES).steps[0]?.zh).toContain('21项评价指标中3项参评')
    expect(explainSection(found, RULES).steps[0]?.zh).toContain('不是完整类别')
  })

  it('by all 21 is a full class', () => {
    const all = EVALUATED_INDICATORS.map((id) => measured(id, id === 'ph' || id === 'dissolved-oxygen' ? 8 : 0))
    const found = river(all)
    expect([found.waterClass, found.evaluatedCount, found.missing]).toEqual(['I', 21, []])
  })

  it('is not moved by total nitrogen, faecal coliform or temperature, however bad', () => {
    const found = river([
      measured('cod', 12),
      measured('total-nitrogen', 30),
      measured('faecal-coliform', 1e6),
      measured('water-temperature', 30),
    ])
    expect(found.waterClass).toBe('I')
    expect(found.separate.map(({ indicator, waterClass }) => [indicator, waterClass])).toEqual([
      ['faecal-coliform', 'worse-than-V'],
    ])
  })

  it('of a lake keeps total nitrogen apart, with its class', () => {
    const found = evaluateSection([measured('cod', 12), measured('total-nitrogen', 1.8)], {
      body: 'lake',
      rules: RULES,
    })
    expect(found.waterClass).toBe('I')
    expect(found.separate.map(({ waterClass }) => waterClass)).toEqual(['V'])
  })

  it('does not exist without values, and nothing is claimed', () => {
    const found = river([], 'III')
    expect([found.waterClass, found.grade, found.evaluatedCount, found.pollutants]).toEqual([null, null, 0, []])
    expect(found.attainment?.isMet).toBeNull()
    expect(explainSection(found, RULES).steps.map(({ zh }) => zh)).toContain('没有可以定类的监测值，不作评价。')
  })

  it('leaves out impossible values with the reason, and judges the rest', () => {
    const found = river([measured('cod', -3), measured('ammonia-nitrogen', Number.NaN), measured('bod5', 5)])
    expect(found.waterClass).toBe('IV')
    expect(found.refused.map(({ indicator, refusal }) => [indicator, refusal.refusal])).toEqual([
      ['cod', 'negative-value'],
      ['ammonia-nitrogen', 'not-a-number'],
    ])
    expect(found.missing).toContain('cod')
  })

  it('takes the first of two values of one indicator and refuses the second aloud', () => {
    const found = river([measured('cod', 12), measured('cod', 50)])
    expect([found.waterClass, found.refused.map(({ refusal }) => refusal.refusal)]).toEqual([
      'I',
      ['duplicate-indicator'],
    ])
  })

  it('judges oxygen with the temperature of the same sample', () => {
    expect(river([measured('dissolved-oxygen', 7), measured('water-temperature', 30)]).waterClass).toBe('I')
    expect(river([measured('dissolved-oxygen', 7)]).waterClass).toBe('II')
  })
})

describe('undetected indicators', () => {
  it('all of them give class I when the methods are fine enough', () => {
    const found = river([undetected('mercury', 0.00004), undetected('lead', 0.002), undetected('cyanide', 0.004)])
    expect([found.waterClass, found.undecided]).toEqual(['I', []])
  })

  it('with half the limit above class III are flagged, not called exceeded, and leave the class alone', () => {
    const found = river([undetected('mercury', 0.0004), measured('cod', 18)], 'II')
    expect(found.waterClass).toBe('III')
    expect(found.undecided.map(({ indicator }) => indicator)).toEqual(['mercury'])
    expect(found.exceeding).toEqual([])
    expect(missed(found)).toEqual(['cod'])
    expect(found.attainment?.undecided).toEqual(['mercury'])
  })

  it('count like any value where the settings say so', () => {
    const rules = withSetting('undetectedAboveLimit', 'count')
    const found = evaluateSection([undetected('mercury', 0.0004), measured('cod', 18)], { body: 'river', rules })
    expect(found.waterClass).toBe('IV')
  })
})

describe('the main pollutants', () => {
  it('are none while the section is class III or better', () => {
    expect(river([measured('cod', 20), measured('ammonia-nitrogen', 1)]).pollutants).toEqual([])
  })

  it('are printed with the multiple of class III: permanganate of 13.2 mg/L is 1.2 times beyond 6', () => {
    expect(named(river([measured('permanganate-index', 13.2)]))).toBe('高锰酸盐指数(1.2)')
  })

  it('stand by class first: phosphorus worse than V by 1.05 before COD of class V by 0.95', () => {
    const found = river([measured('cod', 39), measured('total-phosphorus', 0.41), measured('bod5', 4.4)])
    expect(named(found)).toBe('总磷(1.0)、化学需氧量(1.0)、五日生化需氧量(0.1)')
  })

  it('stand by class even when a better class has the larger multiple', () => {
    const found = river([measured('petroleum', 0.4), measured('cod', 31)])
    expect(named(found)).toBe('化学需氧量(0.6)、石油类(7.0)')
  })

  it('of one class stand by their multiples', () => {
    const found = river([measured('cod', 22), measured('ammonia-nitrogen', 1.4), measured('bod5', 5)])
    expect(named(found)).toBe('氨氮(0.4)、五日生化需氧量(0.2)、化学需氧量(0.1)')
  })

  it('put cyanide and heavy metals first, even of a better class', () => {
    const found = river([
      measured('cod', 50),
      measured('ammonia-nitrogen', 3),
      measured('total-phosphorus', 0.9),
      measured('lead', 0.06),
    ])
    expect(named(found)).toBe('铅(0.2)、总磷(3.5)、氨氮(2.0)')
    expect(found.exceeding).toHaveLength(4)
  })

  it('name oxygen and pH without a multiple', () => {
    const found = river([measured('dissolved-oxygen', 1.2), measured('ph', 9.6), measured('cod', 25)])
    expect(named(found)).toBe('pH值、溶解氧、化学需氧量(0.2)')
    expect(found.pollutants[1]?.multiple).toBeNull()
  })

  it('round a multiple only in print: 0.25 is printed 0.2 and kept as 0.25', () => {
    const found = river([measured('cod', 25)])
    expect([found.pollutants[0]?.multiple, printedMultiple(0.25), printedMultiple(0.35)]).toEqual([0.25, '0.2', '0.4'])
  })

  it('of a lake are measured against the column of lakes', () => {
    const found = evaluateSection([measured('total-phosphorus', 0.1)], { body: 'lake', rules: RULES })
    expect(named(found)).toBe('总磷(1.0)')
  })
})

describe('the target', () => {
  it('is missed at class III with target II, although the water is 良好', () => {
    const found = river([measured('cod', 18)], 'II')
    expect([found.grade, found.attainment?.isMet, missed(found)]).toEqual(['good', false, ['cod']])
    expect(explainSection(found, RULES).steps.at(-1)?.zh).toBe(
      '目标Ⅱ类：化学需氧量 18（限值 15）不达标，超标0.2倍，差1个类别。',
    )
  })

  it('is met at class V with target V, although the water is 中度污染', () => {
    const found = river([measured('ammonia-nitrogen', 1.9)], 'V')
    expect([found.grade, found.attainment?.isMet]).toEqual(['moderate', true])
  })

  it('is judged indicator by indicator, with steps and multiples of its own limit', () => {
    const found = river([measured('cod', 36), measured('ammonia-nitrogen', 1.2), measured('ph', 9.3)], 'IV')
    expect(found.attainment?.failing).toEqual([
      { indicator: 'ph', isMet: false, steps: 2, limit: null, multiple: null },
      { indicator: 'cod', isMet: false, steps: 1, limit: 30, multiple: 0.2 },
    ])
    const met = found.results.find(({ indicator }) => indicator === 'ammonia-nitrogen')
    expect(met && againstTarget(met, target('IV'), 'river', RULES)).toEqual({
      indicator: 'ammonia-nitrogen',
      isMet: true,
      steps: 0,
      limit: 1.5,
      multiple: null,
    })
  })

  it('is neither met nor missed when all that was measured is undetected by too coarse a method', () => {
    const found = river([undetected('mercury', 0.0004)], 'II')
    expect([found.waterClass, found.attainment?.isMet]).toEqual([null, null])
  })

  it('is not asked of nitrogen in a lake', () => {
    const found = evaluateSection([measured('total-nitrogen', 9), measured('cod', 10)], {
      body: 'lake',
      rules: RULES,
      target: target('II'),
    })
    expect(found.attainment?.isMet).toBe(true)
  })
})

describe('a lake', () => {
  const point = (tp: number, extra: readonly Measurement[] = []) => [measured('total-phosphorus', tp), ...extra]

  it('of six points is judged by their mean, not by shares: 0.02 five times and 0.2 make 0.05, class III', () => {
    const found = evaluateLake(
      [0.02, 0.02, 0.02, 0.02, 0.02, 0.2].map((tp) => point(tp)),
      { rules: RULES },
    )
    expect([found.body, found.waterClass, found.results[0]?.comparedValue]).toEqual(['lake', 'III', 0.05])
  })

  it('averages an indicator over the points that measured it', () => {
    const found = evaluateLake([point(0.02, [measured('cod', 21)]), point(0.02)], {
      rules: RULES,
      target: target('III'),
    })
    expect([found.waterClass, missed(found)]).toEqual(['IV', ['cod']])
  })
})

describe('the explanation of a section', () => {
  it('goes from the count to the worst indicator, its limit, the class, the pollutants and the target', () => {
    const found = river([measured('cod', 12), measured('ammonia-nitrogen', 1.8)], 'IV')
    const { steps, basis, settings } = explainSection(found, RULES)
    expect(steps.slice(1).map(({ zh }) => zh)).toEqual([
      '氨氮 1.8 ≤ 2 mg/L（Ⅴ类限值，表1第7项），1.8 > 1.5（Ⅳ类限值）：Ⅴ类。',
      '最差指标为氨氮，断面水质符合Ⅴ类，水质状况中度污染。',
      '1项超过Ⅲ类，主要污染指标（括号内为超Ⅲ类倍数）：氨氮(0.8)。',
      '目标Ⅳ类：氨氮 1.8（限值 1.5）不达标，超标0.2倍，差1个类别。',
    ])
    expect(basis.map(({ status }) => status)).toContain('secondary')
    expect(settings.every(({ zh, en }) => zh.endsWith('。') && en.endsWith('.'))).toBe(true)
  })

  it('of a lake says what total nitrogen is, and that it does not count', () => {
    const values = [measured('cod', 12), measured('total-nitrogen', 1.8)]
    const { steps } = explainSection(evaluateSection(values, { body: 'lake', rules: RULES }), RULES)
    expect(steps.at(-1)?.zh).toBe(
      '单独评价，不参与定类：总氮 1.8 ≤ 2 mg/L（Ⅴ类限值，表1第9项），1.8 > 1.5（Ⅳ类限值）：Ⅴ类。',
    )
  })

  it('says what was refused and why', () => {
    const { steps } = explainSection(river([measured('cod', -3), measured('bod5', 2)]), RULES)
    expect(steps.at(-1)?.zh).toBe('化学需氧量为负值 -3：请核对原始记录，未检出请填“<检出限”。')
  })

  it('has no Chinese in its English', () => {
    const values = [undetected('mercury', 0.0004), measured('cod', 42), measured('ph', 9.5), measured('bod5', -1)]
    const found = river([...values, measured('faecal-coliform', 300)], 'IV')
    for (const { en } of explainSection(found, RULES).steps) expect(en).not.toMatch(/[一-鿿]/)
  })
})

describe('against a brute-force reading', () => {
  it('agrees on 3,000 seeded sections', () => {
    const random = seededRandom(22)
    const wrong: unknown[] = []
    for (let count = 0; count < 3000; count++) {
      const values = randomValues(random)
      const found = river(values)
      const expected = bruteForce(values)
      const got = { waterClass: found.waterClass, pollutants: found.pollutants.map(({ indicator }) => indicator) }
      if (JSON.stringify(got) !== JSON.stringify(expected)) wrong.push({ values, got, expected })
    }
    expect(wrong).toEqual([])
  })

  const METALS: readonly IndicatorId[] = [
    'copper',
    'zinc',
    'selenium',
    'arsenic',
    'mercury',
    'cadmium',
    'chromium-vi',
    'lead',
    'cyanide',
  ]

  function randomValues(random: () => number): Measurement[] {
    return EVALUATED_INDICATORS.filter(() => random() < 0.6).map((id) => {
      if (id === 'ph') return measured(id, Number((5.5 + random() * 4).toFixed(1)))
      const limit = limitsOf(RULES.limits, id, 'river')?.[Math.floor(random() * 5)] ?? 0
      return measured(id, Number((limit * (0.3 + random())).toPrecision(2)))
    })
  }

  /** Picks the pollutants one by one, each time asking who beats all the others. */
  function bruteForce(values: readonly Measurement[]) {
    const facts = values.map(({ indicator, value }) => {
      const limits = limitsOf(RULES.limits, indicator, 'river') ?? [0, 0, 0, 0, 0]
      const meets = (limit: number) => (indicator === 'dissolved-oxygen' ? value >= limit : value <= limit)
      const waterClass: WaterClass =
        indicator === 'ph'
          ? value < 6 || value > 9
            ? 'worse-than-V'
            : 'I'
          : (WATER_CLASSES[limits.findIndex(meets)] ?? 'worse-than-V')
      const multiple = indicator === 'ph' || indicator === 'dissolved-oxygen' ? -1 : value / limits[2] - 1
      return { indicator, waterClass, multiple: Number(multiple.toFixed(9)) }
    })
    const waterClass = facts.map((fact) => fact.waterClass).sort((a, b) => rankOf(b) - rankOf(a))[0] ?? null
    const left = facts.filter((fact) => rankOf(fact.waterClass) >= 3)
    const pollutants: IndicatorId[] = []
    while (pollutants.length < 3 && left.length > 0) {
      const metals = left.filter(({ indicator }) => METALS.includes(indicator))
      const candidates = metals.length > 0 ? metals : left
      const worst = Math.max(...candidates.map((fact) => rankOf(fact.waterClass)))
      const ofClass = candidates.filter((fact) => rankOf(fact.waterClass) === worst)
      const most = Math.max(...ofClass.map(({ multiple }) => multiple))
      const next = ofClass.find(({ multiple }) => multiple === most)
      if (next === undefined) break
      pollutants.push(next.indicator)
      left.splice(left.indexOf(next), 1)
    }
    return { waterClass, pollutants }
  }
})
