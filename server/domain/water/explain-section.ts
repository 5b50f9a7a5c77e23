/** 断面评价说明: how the class, the grade, the main pollutants and 达标 of a section follow from its indicators. */
import type { IndicatorAttainment } from './attainment.ts'
import { className, classStatement } from './class-name.ts'
import type { IndicatorClass } from './classify.ts'
import type { SectionEvaluation } from './evaluate-section.ts'
import { EVALUATED_INDICATORS, indicatorOf } from './evaluated-indicators.ts'
import { printedMultiple } from './exceedance.ts'
import { comparisonStep } from './explain-class.ts'
import type { IndicatorId } from './indicator.ts'
import type { MainPollutant } from './main-pollutants.ts'
import { GRADE_NAMES } from './quality-grade.ts'
import { cited, type Explanation, figure, type Sentence } from './sentence.ts'
import type { WaterRules } from './water-rules.ts'

export function explainSection(evaluation: SectionEvaluation, rules: WaterRules): Explanation {
  const { results, body, deciding, undecided } = evaluation
  const decisive = results.filter(({ indicator }) => deciding.includes(indicator))
  return {
    steps: [
      countStep(evaluation),
      ...decisive.map((result) => comparisonStep(result, body, rules)),
      ...classSteps(evaluation),
      ...pollutantSteps(evaluation),
      ...undecidedSteps(evaluation),
      ...separateSteps(evaluation, rules),
      ...evaluation.refused.map(({ refusal }) => ({ zh: refusal.zh, en: refusal.en })),
      ...attainmentSteps(evaluation),
    ],
    basis: cited(
      [
        'surface-water-evaluation-2011-section',
        'surface-water-evaluation-2011-indicators',
        'surface-water-evaluation-2011-pollutants',
        'gb-3838-2002-5.1',
        rules.limits.basis,
      ],
      rules.day,
    ),
    settings: [
      rules.settings.classChoice,
      rules.settings.rounding,
      rules.settings.priorityPollutants,
      ...(undecided.length > 0 ? [rules.settings.undetectedAboveLimit] : []),
    ],
  }
}

/** 高锰酸盐指数(1.2)、氨氮(0.5)、溶解氧: as a report prints them. */
export function pollutantText(pollutants: readonly MainPollutant[]): Sentence {
  const printed = ({ multiple }: MainPollutant) => (multiple === null ? '' : `(${printedMultiple(multiple)})`)
  return {
    zh: pollutants.map((each) => indicatorOf(each.indicator).nameZh + printed(each)).join('、'),
    en: pollutants.map((each) => `${indicatorOf(each.indicator).nameEn} ${printed(each)}`.trimEnd()).join(', '),
  }
}

function countStep({ evaluatedCount, missing }: SectionEvaluation): Sentence {
  const all = EVALUATED_INDICATORS.length
  const names = namesOf(missing)
  return missing.length === 0
    ? {
        zh: `${all}项评价指标中${evaluatedCount}项参评。`,
        en: `${evaluatedCount} of ${all} indicators took part.`,
      }
    : {
        zh: `${all}项评价指标中${evaluatedCount}项参评，未测${names.zh}：只是参评指标的类别，不是完整类别。`,
        en: `${evaluatedCount} of ${all} indicators took part; not measured: ${names.en}. This is the class of those measured, not a full one.`,
      }
}

function classSteps({ waterClass, grade, deciding }: SectionEvaluation): Sentence[] {
  if (waterClass === null || grade === null) return [NOTHING]
  const [found, names, quality] = [classStatement(waterClass), namesOf(deciding), GRADE_NAMES[grade]]
  return [
    {
      zh: `最差指标为${names.zh}，断面水质${found.zh}，水质状况${quality.zh}。`,
      en: `The worst indicator is ${names.en}: the section ${waterClass === 'worse-than-V' ? 'is ' : ''}${found.en}, ${quality.en}.`,
    },
  ]
}

const NOTHING: Sentence = {
  zh: '没有可以定类的监测值，不作评价。',
  en: 'No value can decide a class; the section is not evaluated.',
}

function pollutantSteps({ exceeding, pollutants }: SectionEvaluation): Sentence[] {
  if (pollutants.length === 0) return []
  const text = pollutantText(pollutants)
  return [
    {
      zh: `${exceeding.length}项超过Ⅲ类，主要污染指标（括号内为超Ⅲ类倍数）：${text.zh}。`,
      en: `${exceeding.length} exceed class III; main pollutants (times beyond class III): ${text.en}.`,
    },
  ]
}

function undecidedSteps({ undecided }: SectionEvaluation): Sentence[] {
  if (undecided.length === 0) return []
  const names = namesOf(undecided.map(({ indicator }) => indicator))
  return [
    {
      zh: `${names.zh}未检出，但1/2检出限已超Ⅲ类：只作提示，不判超标，未参与定类。`,
      en: `${names.en} undetected with half the limit above class III: flagged, not called exceeded, left out of the class.`,
    },
  ]
}

function separateSteps({ separate, body }: SectionEvaluation, rules: WaterRules): Sentence[] {
  return separate.map((result) => {
    const { zh, en } = comparisonStep(result, body, rules)
    return { zh: `单独评价，不参与定类：${zh}`, en: `Judged apart from the class: ${en}` }
  })
}

function attainmentSteps({ attainment, results }: SectionEvaluation): Sentence[] {
  if (attainment === null || attainment.isMet === null) return []
  const target = className(attainment.target.target)
  if (attainment.isMet) return [{ zh: `目标${target.zh}：达标。`, en: `Target ${target.en}: met.` }]
  return attainment.failing.map((missed) => missedStep(missed, results, target))
}

/** 目标Ⅳ类：化学需氧量 36（限值 30）不达标，超标0.2倍，差1个类别。 */
function missedStep(
  { indicator, limit, multiple, steps }: IndicatorAttainment,
  results: readonly IndicatorClass[],
  target: Sentence,
): Sentence {
  const { nameZh, nameEn } = indicatorOf(indicator)
  const value = results.find((result) => result.indicator === indicator)?.comparedValue
  const shown = value === undefined ? '' : ` ${figure(value)}`
  const times = multiple === null ? null : printedMultiple(multiple)
  return {
    zh: `目标${target.zh}：${nameZh}${shown}${limit === null ? '' : `（限值 ${figure(limit)}）`}不达标${times === null ? '' : `，超标${times}倍`}，差${steps}个类别。`,
    en: `Target ${target.en}: missed by ${nameEn}${shown}${limit === null ? '' : ` (limit ${figure(limit)})`}${times === null ? '' : `, ${times} times beyond`}, ${steps} class(es) worse.`,
  }
}

const namesOf = (ids: readonly IndicatorId[]): Sentence => ({
  zh: ids.map((id) => indicatorOf(id).nameZh).join('、'),
  en: ids.map((id) => indicatorOf(id).nameEn).join(', '),
})
