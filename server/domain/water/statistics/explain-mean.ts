/** 均值说明: the values behind a mean, which of them were undetected, and whose figures were set aside. */
import type { WaterBasisId } from '../../law/legal-basis.ts'
import { indicatorOf } from '../evaluated-indicators.ts'
import { computedValue } from '../measured-value.ts'
import type { Measurement } from '../sample.ts'
import { cited, type Explanation, figure, type Sentence } from '../sentence.ts'
import { withUnit } from '../unit-name.ts'
import type { WaterRules } from '../water-rules.ts'
import type { Setting } from '../water-settings.ts'
import type { Mean } from './mean.ts'
import type { IndicatorMean, SourceMean } from './monthly-means.ts'
import type { PeriodMean } from './period-means.ts'

export function explainMonthlyMean(mean: IndicatorMean, rules: WaterRules): Explanation {
  const dated = mean.from.map((each) => ({ ...each, when: each.sample.sampledAt.slice(0, 10) }))
  const settings: Setting<unknown>[] = mean.others.length > 0 ? [rules.settings.authorityOrder] : []
  if (mean.others.some(({ origin }) => origin !== mean.origin)) settings.push(rules.settings.automaticPreferred)
  return explainMean(mean, dated, mean.others.map(asideStep), settings, rules)
}

export function explainPeriodMean(mean: PeriodMean, rules: WaterRules): Explanation {
  const dated = mean.from.map((each) => ({ ...each.mean, when: each.month }))
  const { leastQuarterResults, leastYearMonths } = rules.settings
  return explainMean(mean, dated, [validityStep(mean, rules)], [leastQuarterResults, leastYearMonths], rules)
}

function validityStep({ kind, count, resultCount, isValid }: PeriodMean, { settings }: WaterRules): Sentence {
  const [found, least, unit] =
    kind === 'year'
      ? [count, settings.leastYearMonths.value, { zh: '个月有数据', en: 'months with data' }]
      : [resultCount, settings.leastQuarterResults.value, { zh: '次监测数据', en: 'results' }]
  return {
    zh: `${found}${unit.zh}，至少应有${least}：${isValid ? '有效' : '数据不足，仅供参考'}。`,
    en: `${found} ${unit.en}, at least ${least} needed: ${isValid ? 'valid' : 'too few, for orientation only'}.`,
  }
}

function explainMean(
  mean: Mean,
  from: readonly (Measurement & { readonly when: string })[],
  notes: readonly Sentence[],
  settings: readonly Setting<unknown>[],
  rules: WaterRules,
): Explanation {
  const basis: WaterBasisId[] = ['surface-water-evaluation-2011-statistics']
  if (mean.undetectedCount > 0) basis.push('water-data-statistics-2020-7')
  return {
    steps: [...from.map(valueStep), ...(mean.count > 1 ? [meanStep(mean, from)] : []), ...notes],
    basis: cited(basis, rules.day),
    settings: mean.indicator === 'ph' && mean.count > 1 ? [rules.settings.phMean, ...settings] : settings,
  }
}

function valueStep({ when, indicator, value, isBelowDetection }: Measurement & { readonly when: string }): Sentence {
  const { nameZh, nameEn, unit } = indicatorOf(indicator)
  const text = withUnit(`${isBelowDetection ? '<' : ''}${figure(value)}`, unit)
  return isBelowDetection
    ? {
        zh: `${when} ${nameZh} ${text.zh}，按 ${figure(value / 2)} 计。`,
        en: `${when} ${nameEn} ${text.en}, counted as ${figure(value / 2)}.`,
      }
    : { zh: `${when} ${nameZh} ${text.zh}。`, en: `${when} ${nameEn} ${text.en}.` }
}

function meanStep(mean: Mean, from: readonly Measurement[]): Sentence {
  const value = figure(computedValue(mean))
  const sum = `(${from.map((each) => figure(computedValue(each))).join(' + ')}) / ${mean.count} = ${value}`
  return mean.indicator === 'ph'
    ? { zh: `${mean.count}次pH值的平均为 ${value}。`, en: `The mean of ${mean.count} pH values is ${value}.` }
    : { zh: `算术平均值 ${sum}。`, en: `Arithmetic mean ${sum}.` }
}

const AUTHORITIES = {
  municipal: { zh: '市级', en: 'municipal' },
  district: { zh: '区级', en: 'district' },
  department: { zh: '其他部门', en: 'another department’s' },
} as const
const ORIGINS = { manual: { zh: '手工', en: 'manual' }, automatic: { zh: '自动', en: 'automatic' } } as const

function asideStep({ authority, origin, count, ...mean }: SourceMean): Sentence {
  const [who, how, value] = [AUTHORITIES[authority], ORIGINS[origin], figure(computedValue({ ...mean }))]
  return {
    zh: `另有${who.zh}${how.zh}监测${count}次，均值 ${value}，未计入。`,
    en: `Beside it ${count} ${who.en} ${how.en} result(s) with a mean of ${value}, not counted.`,
  }
}
