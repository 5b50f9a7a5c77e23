/** 台账说明: by which rule the amounts were made, whether it is in force, and on which lines there is none and why. */
import type { CompensationBill, CompensationLine } from '../water/compensation.ts'
import { explainCompensationLine } from '../water/explain-compensation.ts'
import { cited, type Explanation, type Sentence } from '../water/sentence.ts'
import type { CrossSectionLedger, LedgerLine } from './cross-section-ledger.ts'

export function explainRule({ rule, rules, illustrates, lines }: CrossSectionLedger): Explanation {
  return {
    steps: [
      ...(illustrates === null ? [] : [{ zh: illustrates.zh, en: illustrates.en }, ILLUSTRATION]),
      ...lines.flatMap((line) => withoutAmount(line)),
    ],
    // As of its own first day: it may not be in force in the month.
    basis: cited([rule.basis, rules.limits.basis], rule.validFrom),
    settings: [rules.settings.severalInflows, { status: rule.status, ...rule.note }],
  }
}

/** What all lines share is said once, by `explainRule`. */
export function explainLine(line: CompensationLine, bill: CompensationBill, ledger: CrossSectionLedger): Explanation {
  const { rule, illustrates } = ledger
  const mark = illustrates === null ? [] : [ILLUSTRATION]
  return {
    steps: [explainCompensationLine(line, bill.target), ...mark],
    basis: cited([rule.basis], rule.validFrom),
    settings: [],
  }
}

const ILLUSTRATION: Sentence = {
  zh: '所列金额按2014年办法（已不适用于该月）试算，仅作示意，不是应缴数额。',
  en: 'The amounts shown follow the 2014 measures, which do not hold for that month: an illustration, not what is due.',
}

function withoutAmount({ contribution: { unit, pair }, without }: LedgerLine): Sentence[] {
  if (without === null) return []
  const { outflow } = pair
  return [
    {
      zh: `${unit.name}，${outflow.name}断面不计金额：${without.zh}。`,
      en: `${unit.nameEn}, section ${outflow.nameEn}: no amount, ${without.en}.`,
    },
  ]
}
