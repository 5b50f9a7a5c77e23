/** 定类说明: why one value has its class, from the value and the limit to the clause. */
import type { WaterBasisId } from '../law/legal-basis.ts'
import { className } from './class-name.ts'
import type { IndicatorClass } from './classify.ts'
import { indicatorOf } from './evaluated-indicators.ts'
import { limitsOf } from './limits.ts'
import { cited, type Explanation, figure, fixed, type Sentence } from './sentence.ts'
import { withUnit } from './unit-name.ts'
import { rankOf, WATER_CLASSES, type WaterBody } from './water-class.ts'
import type { WaterRules } from './water-rules.ts'
import type { Setting } from './water-settings.ts'

export function explainClass(result: IndicatorClass, body: WaterBody, rules: WaterRules): Explanation {
  const steps = [measuredStep(result), saturationStep(result), comparisonStep(result, body, rules), doubtStep(result)]
  const basis: WaterBasisId[] = [rules.limits.basis]
  if (result.measured.isBelowDetection) basis.push('water-data-statistics-2020-7')
  return {
    steps: steps.filter((step) => step !== null),
    basis: cited(basis, rules.day),
    settings: settingsOf(result, rules),
  }
}

/** The last word of the explanation: what the value was compared with, and the class it got. */
export function comparisonStep(result: IndicatorClass, body: WaterBody, rules: WaterRules): Sentence {
  if (result.limit === null) return phStep(result, rules)
  const { nameZh, nameEn, unit } = indicatorOf(result.indicator)
  const value = figure(result.comparedValue)
  const found = className(result.waterClass)
  const [meets, fails] = result.indicator === 'dissolved-oxygen' ? ['≥', '<'] : ['≤', '>']
  if (result.isBySaturation)
    return {
      zh: `饱和率${percentOf(result)}% ≥ 90%，${nameZh}为${found.zh}（表1第${result.item}项）。`,
      en: `Saturation ${percentOf(result)}% ≥ 90%: ${nameEn} is ${found.en} (table 1, item ${result.item}).`,
    }
  const isWorse = result.waterClass === 'worse-than-V'
  const of = className(isWorse ? 'V' : result.waterClass)
  const compared = withUnit(`${value} ${isWorse ? fails : meets} ${figure(result.limit)}`, unit)
  const better = betterLimit(result, body, rules)
  const failed = better === null ? '' : `${value} ${fails} ${figure(better.limit)}`
  return {
    zh: `${nameZh} ${compared.zh}（${of.zh}限值，表1第${result.item}项）${better === null ? '' : `，${failed}（${better.name.zh}限值）`}：${found.zh}。`,
    en: `${nameEn} ${compared.en} (limit of ${of.en}, table 1, item ${result.item})${better === null ? '' : `, ${failed} (limit of ${better.name.en})`}: ${found.en}.`,
  }
}

/** The limit of the next better class, which the value failed; null for class I, and for worse than V, where V says it. */
function betterLimit(result: IndicatorClass, body: WaterBody, { limits }: WaterRules) {
  const rank = rankOf(result.waterClass)
  const better = WATER_CLASSES[rank - 1]
  const limit = limitsOf(limits, result.indicator, body)?.[rank - 1]
  if (better === undefined || limit === undefined || result.waterClass === 'worse-than-V') return null
  return { limit, name: className(better) }
}

function phStep({ comparedValue, waterClass, item }: IndicatorClass, { limits: { ph } }: WaterRules): Sentence {
  const isWithin = comparedValue >= ph.lowest && comparedValue <= ph.highest
  const found = className(waterClass)
  return {
    zh: `pH值 ${figure(comparedValue)} ${isWithin ? '在' : '不在'}${ph.lowest}～${ph.highest}之内（表1第${item}项）：${found.zh}。`,
    en: `pH ${figure(comparedValue)} lies ${isWithin ? 'within' : 'outside'} ${ph.lowest}-${ph.highest} (table 1, item ${item}): ${found.en}.`,
  }
}

function measuredStep({ indicator, measured, comparedValue }: IndicatorClass): Sentence | null {
  const { nameZh, nameEn, unit } = indicatorOf(indicator)
  const limit = withUnit(`<${figure(measured.value)}`, unit)
  if (measured.isBelowDetection)
    return {
      zh: `${nameZh}未检出（${limit.zh}），以1/2检出限 ${figure(measured.value / 2)} 参与计算。`,
      en: `${nameEn} undetected (${limit.en}); half the detection limit, ${figure(measured.value / 2)}, is used.`,
    }
  if (comparedValue === measured.value) return null
  return {
    zh: `${figure(measured.value)} 修约为 ${figure(comparedValue)}（四舍六入五成双）。`,
    en: `${figure(measured.value)} is rounded half to even to ${figure(comparedValue)}.`,
  }
}

function saturationStep({ indicator, saturation, comparedValue }: IndicatorClass): Sentence | null {
  if (indicator !== 'dissolved-oxygen') return null
  if (saturation === null)
    return {
      zh: '没有同时的水温（或水温超出公式范围），溶解氧只按浓度判定。',
      en: 'Without a water temperature (or with one beyond the formula) oxygen is judged by concentration alone.',
    }
  const { temperatureC, saturatedMgL, percent } = saturation
  const over = percent > 100 ? { zh: '（过饱和）', en: ' (supersaturated)' } : { zh: '', en: '' }
  const sum = `${figure(comparedValue)} / ${fixed(saturatedMgL, 3)} = ${fixed(percent, 1)}%`
  return {
    zh: `水温${figure(temperatureC)}℃时饱和溶解氧 ${fixed(saturatedMgL, 3)} mg/L，饱和率 ${sum}${over.zh}。`,
    en: `At ${figure(temperatureC)} °C water holds ${fixed(saturatedMgL, 3)} mg/L of oxygen; saturation ${sum}${over.en}.`,
  }
}

function doubtStep({ isDoubtful, waterClass }: IndicatorClass): Sentence | null {
  if (!isDoubtful) return null
  const found = className(waterClass)
  return {
    zh: `检出限偏高：1/2检出限已落在${found.zh}，不能证明实际浓度如此，请换用检出限更低的方法。`,
    en: `The detection limit is too high: half of it already lies in ${found.en}, which proves nothing; use a finer method.`,
  }
}

function settingsOf(result: IndicatorClass, { settings }: WaterRules): Setting<unknown>[] {
  if (result.indicator === 'ph') return [settings.phOutside]
  const used: Setting<unknown>[] = [settings.classChoice, settings.rounding]
  if (result.saturation !== null) used.push(settings.saturation)
  if (result.isDoubtful) used.push(settings.undetectedAboveLimit)
  return used
}

const percentOf = ({ saturation }: IndicatorClass): string => (saturation === null ? '' : fixed(saturation.percent, 1))
