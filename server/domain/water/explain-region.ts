/** 河流、区域评价说明: which method, which shares, and the grade they make. */
import { percentOf } from './composition.ts'
import type { RegionEvaluation } from './evaluate-region.ts'
import { indicatorOf } from './evaluated-indicators.ts'
import { explainSection } from './explain-section.ts'
import { GRADE_NAMES } from './quality-grade.ts'
import { cited, type Explanation, figure, fixed, type Sentence } from './sentence.ts'
import type { WaterRules } from './water-rules.ts'

export function explainRegion(evaluation: RegionEvaluation, rules: WaterRules): Explanation {
  const { means } = evaluation
  const inner = means === null ? null : explainSection(means, rules)
  const own = cited(['surface-water-evaluation-2011-region', 'surface-water-evaluation-2011-pollutants'], rules.day)
  const others = (inner?.basis ?? []).filter((basis) => !own.includes(basis))
  return {
    steps: [
      methodStep(evaluation, rules),
      ...unevaluatedSteps(evaluation),
      ...(inner?.steps ?? sharesSteps(evaluation)),
      ...rateSteps(evaluation),
    ],
    basis: [...own, ...others],
    settings: [rules.settings.sharesFromSections, ...(inner?.settings ?? [])],
  }
}

function methodStep({ method, composition: { total } }: RegionEvaluation, { settings }: WaterRules): Sentence {
  const from = settings.sharesFromSections.value
  return method === 'shares'
    ? {
        zh: `${total}个断面（≥${from}个）：按断面类别比例评价。`,
        en: `${total} sections (at least ${from}): by shares of classes.`,
      }
    : {
        zh: `${total}个断面（<${from}个）：各指标取断面平均值，按一个断面评价。`,
        en: `${total} sections (fewer than ${from}): the means of the indicators are judged like one section.`,
      }
}

function unevaluatedSteps({ unevaluated }: RegionEvaluation): Sentence[] {
  if (unevaluated.length === 0) return []
  return [
    {
      zh: `另有${unevaluated.length}个断面没有可评价的数据，未计入。`,
      en: `${unevaluated.length} further section(s) without usable data are not counted.`,
    },
  ]
}

function sharesSteps({ composition, goodPercent, worstPercent, grade }: RegionEvaluation): Sentence[] {
  if (grade === null) return []
  const { total, goodCount, worstCount } = composition
  const good = `${goodCount}/${total} = ${fixed(goodPercent, 1)}%`
  const worst = `${worstCount}/${total} = ${fixed(worstPercent, 1)}%`
  const name = GRADE_NAMES[grade]
  return [
    {
      zh: `Ⅰ～Ⅲ类断面 ${good}，劣Ⅴ类断面 ${worst}：${name.zh}。`,
      en: `Classes I-III ${good}, worse than V ${worst}: ${name.en}.`,
    },
  ]
}

function rateSteps({ method, exceeding, composition: { total } }: RegionEvaluation): Sentence[] {
  if (method === 'means' || exceeding.length === 0) return []
  const first = exceeding.slice(0, 3)
  const rate = (count: number) => `${count}/${total}, ${figure(Number(fixed(percentOf(count, total), 1)))}%`
  return [
    {
      zh: `按断面超标率：${first.map((each) => `${indicatorOf(each.indicator).nameZh}（${rate(each.exceedingCount)}）`).join('、')}。`,
      en: `By share of sections exceeding: ${first.map((each) => `${indicatorOf(each.indicator).nameEn} (${rate(each.exceedingCount)})`).join('; ')}.`,
    },
  ]
}
