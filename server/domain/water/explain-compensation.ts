/** 补偿金说明: each line of a bill with its classes, its rate and its sum. */
import { className } from './class-name.ts'
import type { CompensationBill, CompensationLine, CompensationReason } from './compensation.ts'
import { indicatorOf } from './evaluated-indicators.ts'
import { cited, type Explanation, figure, type Sentence } from './sentence.ts'
import type { WaterClass } from './water-class.ts'
import type { WaterRules } from './water-rules.ts'

export function explainCompensation(bill: CompensationBill, rules: WaterRules): Explanation {
  const { lines, target, rule, month, totalWan } = bill
  const sum = lines.map(({ amountWan }) => figure(amountWan)).join(' + ')
  return {
    steps: [
      ...lines.map((line) => explainCompensationLine(line, target)),
      { zh: `合计 ${sum} = ${figure(totalWan)} 万元。`, en: `Total ${sum} = ${figure(totalWan)} ten thousand yuan.` },
    ],
    basis: cited([rule.basis, rules.limits.basis], `${month}-01`),
    settings: [rules.settings.severalInflows, { status: rule.status, ...rule.note }],
  }
}

/** 氨氮 1.8 mg/L（Ⅴ类），目标Ⅳ类，差1个类别；出境浓度高于入境 1.2：1 × 30 = 30 万元。 */
export function explainCompensationLine(line: CompensationLine, target: WaterClass): Sentence {
  const { indicator, outflow, steps } = line
  const { nameZh, nameEn, unit } = indicatorOf(indicator)
  const why = REASONS[line.reason](line)
  if (outflow === null) return { zh: `${nameZh}：${why.zh}。`, en: `${nameEn}: ${why.en}.` }
  const [found, wanted] = [className(outflow.waterClass), className(target)]
  const value = `${figure(outflow.comparedValue)} ${unit}`
  if (line.rateWan === 0)
    return {
      zh: `${nameZh} ${value}（${found.zh}），目标${wanted.zh}：${why.zh}。`,
      en: `${nameEn} ${value} (${found.en}), target ${wanted.en}: ${why.en}.`,
    }
  return {
    zh: `${nameZh} ${value}（${found.zh}），目标${wanted.zh}，差${steps}个类别；${why.zh}：${sumOf(line)} 万元。`,
    en: `${nameEn} ${value} (${found.en}), target ${wanted.en}, ${steps} class(es) worse; ${why.en}: ${sumOf(line)} ten thousand yuan.`,
  }
}

function sumOf({ steps, rateWan, extraWan, amountWan }: CompensationLine): string {
  const extra = extraWan === 0 ? '' : ` + ${figure(extraWan)}`
  return `${steps} × ${rateWan}${extra} = ${figure(amountWan)}`
}

const REASONS: Readonly<Record<CompensationReason, (line: CompensationLine) => Sentence>> = {
  met: () => ({ zh: '达到目标，不计', en: 'the target is met, nothing is due' }),
  'own-source': () => ({ zh: '本区发源，无来水', en: 'the water rises in the unit' }),
  worsened: ({ inflow }) => ({
    zh: `出境浓度高于入境 ${figure(inflow ?? 0)}`,
    en: `worse than the ${figure(inflow ?? 0)} that came in`,
  }),
  'not-worsened': ({ inflow }) => ({
    zh: `出境浓度不高于入境 ${figure(inflow ?? 0)}，减半`,
    en: `no worse than the ${figure(inflow ?? 0)} that came in, half the rate`,
  }),
  'inflow-unknown': () => ({
    zh: '来水未测该指标，按全额计，待核实',
    en: 'the inflow was not measured, the full rate to be confirmed',
  }),
  undetected: () => ({
    zh: '未检出，检出限偏高，不判超标，不计',
    en: 'undetected with too high a limit, not called exceeded, nothing is due',
  }),
  'not-measured': () => ({ zh: '未测或数值无效，不计', en: 'not measured or no possible value, nothing is computed' }),
}
