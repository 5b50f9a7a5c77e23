/**
 * 水环境区域补偿 as dated data: 京政办发〔2014〕57号, read in copies and the press, never in the official text.
 *
 * From 2023-01-01 the 水生态区域补偿暂行办法 (京政办发〔2022〕31号) holds; its amounts were not verified, so no money is computed.
 */
import type { WaterBasisId } from '../law/legal-basis.ts'
import type { IndicatorId } from './indicator.ts'
import type { Sentence } from './sentence.ts'
import { type WaterRefusal, waterRefusal } from './water-refusal.ts'

export interface CompensationRule {
  readonly basis: WaterBasisId
  readonly validFrom: string
  /** First day on which it no longer holds. */
  readonly validTo: string
  readonly status: 'secondary'
  readonly note: Sentence
  readonly indicators: readonly IndicatorId[]
  /** 万元 per class worse than the target, section and month. */
  readonly worsenedWan: number
  /** The same, where the outflow is no worse than the inflow. */
  readonly notWorsenedWan: number
}

const RULE_2014: CompensationRule = {
  basis: 'beijing-water-compensation-2014',
  validFrom: '2015-01-01',
  validTo: '2023-01-01',
  status: 'secondary',
  note: {
    zh: '补偿金按转载和报道整理的2014年办法试算，未核原文；劣Ⅴ类追加数额未核实，默认为0；仅供对账，不作缴款依据。',
    en: 'Computed by the 2014 measures as read in copies and the press; the surcharge beyond class V is unverified and 0 by default. For reconciling only.',
  },
  indicators: ['cod', 'ammonia-nitrogen', 'total-phosphorus'],
  worsenedWan: 30,
  notWorsenedWan: 15,
}

/** The last rule whose amounts are known: for other months it only illustrates. */
export const lastKnownRule = (): CompensationRule => RULE_2014

/** The rule of a month, `2016-05`; refuses months before 2015 and from 2023 on, saying why. */
export function compensationRuleOf(month: string): CompensationRule | WaterRefusal {
  const day = `${month}-01`
  if (day < RULE_2014.validFrom)
    return waterRefusal(
      'no-compensation-rule',
      `${month}早于《水环境区域补偿办法（试行）》施行日（2015年1月1日），不计补偿金。`,
      `${month} lies before the compensation measures took effect on 2015-01-01: nothing is computed.`,
    )
  if (day >= RULE_2014.validTo)
    return waterRefusal(
      'no-compensation-rule',
      `2023年1月1日起施行《水生态区域补偿暂行办法》（京政办发〔2022〕31号），其金额和水质核算方法未核实：${month}不计算补偿金，请对照原文录入规则后再算。`,
      `From 2023-01-01 the 2022 measures (No. 31) hold, whose amounts and method were not verified: ${month} is not computed until the rule is entered from the text.`,
    )
  return RULE_2014
}
