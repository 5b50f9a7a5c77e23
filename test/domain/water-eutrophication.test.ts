/** The trophic state index, by the worked examples. */
import { describe, expect, it } from 'vitest'
import { explainTrophicState, gradeOfIndex, type TrophicState, trophicState } from '#domain/water/eutrophication'
import { evaluateSection } from '#domain/water/evaluate-section'
import { isWaterRefusal } from '#domain/water/water-refusal'
import { measured, RULES, undetected } from './water-example.ts'

const five = (chl: number, tp: number, tn: number, sd: number, codmn: number) => [
  measured('chlorophyll-a', chl),
  measured('total-phosphorus', tp),
  measured('total-nitrogen', tn),
  measured('transparency', sd),
  measured('permanganate-index', codmn),
]

function stateOf(values: Parameters<typeof trophicState>[0]): TrophicState {
  const found = trophicState(values)
  if (isWaterRefusal(found)) throw new Error(found.en)
  return found
}

describe('the trophic state index', () => {
  it.each([
    [five(10, 0.05, 1.0, 1.0, 4), [50.006, 45.709, 54.53, 51.18, 37.979], 48.018, 'mesotrophic'],
    [five(1, 0.01, 0.2, 5, 2), [25, 19.572, 27.266, 19.957, 19.535], 22.458, 'oligotrophic'],
    [five(50, 0.2, 3, 0.4, 10), [67.485, 68.223, 73.14, 68.956, 62.362], 67.966, 'moderate'],
  ] as const)('of a worked example has its parts, its sum and its grade', (values, parts, index, grade) => {
    const found = stateOf(values)
    expect(found.parts.map((part) => Number(part.index.toFixed(3)))).toEqual(parts)
    expect(found.index).toBeCloseTo(index, 3)
    expect(found.grade).toBe(grade)
  })

  it('weighs by the squares of the correlations, which sum to one', () => {
    const weights = stateOf(five(10, 0.05, 1, 1, 4)).parts.map(({ weight }) => Number(weight.toFixed(4)))
    expect(weights).toEqual([0.2663, 0.1879, 0.179, 0.1834, 0.1834])
    expect(stateOf(five(10, 0.05, 1, 1, 4)).parts.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12)
  })

  it('counts 30 and 50 as mesotrophic, 60 as light and 70 as moderate', () => {
    expect([29.999, 30, 50, 50.001, 60, 60.001, 70, 70.001].map(gradeOfIndex)).toEqual([
      'oligotrophic',
      'mesotrophic',
      'mesotrophic',
      'light',
      'light',
      'moderate',
      'moderate',
      'heavy',
    ])
  })

  it('takes half the detection limit for phosphorus that was not detected', () => {
    const [chl, , tn, sd, codmn] = five(1, 1, 0.2, 5, 2)
    const values = [chl, undetected('total-phosphorus', 0.02), tn, sd, codmn].filter((each) => each !== undefined)
    expect(stateOf(values).index).toBeCloseTo(22.458, 3)
  })

  it('is refused when one of the five is missing, zero or impossible, naming it', () => {
    const found = trophicState(five(10, 0, Number.NaN, 1, 4).slice(1))
    expect(isWaterRefusal(found) && [found.refusal, found.zh]).toEqual([
      'eutrophication-incomplete',
      '综合营养状态指数需要五项指标且都大于零，缺叶绿素a、总磷、总氮；未检出请填“<检出限”。',
    ])
  })

  it('belongs to lakes: a river has none', () => {
    const values = five(10, 0.05, 1, 1, 4)
    expect(evaluateSection(values, { body: 'river', rules: RULES }).trophic).toBeNull()
    expect(evaluateSection(values, { body: 'lake', rules: RULES }).trophic).toMatchObject({ grade: 'mesotrophic' })
  })

  it('is explained term by term', () => {
    const { steps, basis } = explainTrophicState(stateOf(five(10, 0.05, 1, 1, 4)), RULES)
    expect(steps[0]?.zh).toBe('叶绿素a 10 mg/m³：TLI = 10 × (2.5 + 1.086 ln 10) = 50.006。')
    expect(steps[3]?.zh).toBe('透明度 1 m：TLI = 10 × (5.118 - 1.94 ln 1) = 51.180。')
    expect(steps.at(-1)?.zh).toContain('= 48.018：中营养。')
    expect(basis.map(({ document }) => document)).toEqual(['湖泊（水库）富营养化评价方法及分级技术规定'])
  })
})
