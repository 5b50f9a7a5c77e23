/**
 * 单位核对: a value in the unit it was written in to the indicator's own unit, or a refusal with the remedy.
 *
 * The trap is µg/L against mg/L: instruments send mercury, cadmium, chromium, arsenic, lead and selenium in µg/L by default
 * (HJ 212-2017), the standard is in mg/L.
 */
import { indicatorOf } from './evaluated-indicators.ts'
import type { IndicatorId, IndicatorUnit } from './indicator.ts'
import { type WaterRefusal, waterRefusal } from './water-refusal.ts'

/** Written unit, normalised, to what its value is multiplied by. */
type Factors = Readonly<Record<string, number>>

const FACTORS: Readonly<Record<IndicatorUnit, Factors>> = {
  'mg/L': { 'mg/l': 1, 'g/m3': 1, 'μg/l': 1e-3, 'mg/m3': 1e-3, 'ng/l': 1e-6, 'g/l': 1e3 },
  'mg/m³': { 'mg/m3': 1, 'μg/l': 1, 'mg/l': 1e3, 'g/m3': 1e3, 'μg/m3': 1e-3 },
  '个/L': {
    '个/l': 1,
    'mpn/l': 1,
    'cfu/l': 1,
    '个/100ml': 10,
    'mpn/100ml': 10,
    'cfu/100ml': 10,
    '个/ml': 1e3,
    '万个/l': 1e4,
  },
  m: { m: 1, cm: 0.01, mm: 0.001 },
  '℃': { '°c': 1, c: 1, degc: 1 },
  无量纲: { 无量纲: 1, 无单位: 1, ph: 1, ph单位: 1, ph值: 1, '-': 1, '/': 1, '': 1 },
}

/** The factor from the written unit to the indicator's own. An empty unit is refused, except for pH. */
export function unitFactor(indicator: IndicatorId, unitText: string): number | WaterRefusal {
  const { unit, nameZh, nameEn } = indicatorOf(indicator)
  const written = normalised(unitText)
  const factor = Object.hasOwn(FACTORS[unit], written) ? FACTORS[unit][written] : undefined
  if (factor !== undefined) return factor
  const known = Object.keys(FACTORS[unit]).filter((each) => each !== '')
  const knownEn = known.filter((each) => !/\p{Script=Han}/u.test(each))
  if (written === '')
    return waterRefusal(
      'unit-missing',
      `${nameZh}没有单位：请在单位行填写，如 ${unit}。`,
      `${nameEn} has no unit: write it in the row of units, e.g. ${knownEn[0]}.`,
    )
  return waterRefusal(
    'unknown-unit',
    `${nameZh}的单位“${unitText.slice(0, 20)}”不能换算为 ${unit}：请改用 ${known.join('、')} 之一。`,
    `The unit "${unitText.slice(0, 20)}" of ${nameEn} is not known: use one of ${knownEn.join(', ')}.`,
  )
}

/** Free of the noise of multiplying by a thousandth: 50 µg/L are 0.05 mg/L. */
export const convertedBy = (value: number, factor: number): number =>
  factor === 1 ? value : Number((value * factor).toPrecision(15))

/** `（mg／Ｌ）`, `mg·L⁻¹`, `毫克/升`, `ug/l（以P计）`: one spelling for each unit. */
function normalised(unitText: string): string {
  return unitText
    .normalize('NFKC')
    .replaceAll(/[\s,]/g, '')
    .toLowerCase()
    .replaceAll('µ', 'μ')
    .replace(/\(?以[^()]*计\)?$/, '')
    .replace(/^[([【](.*)[)\]】]$/, '$1')
    .replace('毫克', 'mg')
    .replace('微克', 'μg')
    .replace('纳克', 'ng')
    .replace('摄氏度', '°c')
    .replace('厘米', 'cm')
    .replace('毫升', 'ml')
    .replace('立方米', 'm3')
    .replace('升', 'l')
    .replace(/^米$/, 'm')
    .replace(/^克/, 'g')
    .replace(/^(?:ug|mcg)/, 'μg')
    .replace(/[·•∙.*]?l[-−]1$/, '/l')
    .replace(/[·•∙.*]?m[-−]3$/, '/m3')
    .replace('m^3', 'm3')
}
