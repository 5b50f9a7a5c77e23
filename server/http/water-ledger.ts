/** `GET /api/water/ledger`: the ledger of the cross-boundary sections, as the contract spells it. */
import type { readLedger } from '#contract/water-ledger'
import type { Atlas } from '#domain/atlas'
import { isRefusal, type Refusal } from '#domain/refusal'
import type { CrossSectionLedger, LedgerLine } from '#domain/review/cross-section-ledger'
import { explainLine, explainRule } from '#domain/review/explain-ledger'
import type { WaterNote } from '#domain/water/water-note'
import { balanceLedger } from '../usecase/balance-ledger.ts'
import type { Audience, WaterSurroundings } from '../usecase/review-water.ts'
import type { Answered } from './mount.ts'
import { contributionBody, plain } from './water-review.ts'

type Ledger = Answered<typeof readLedger>

export interface AskedLedger {
  readonly month: string
  /** Only lines on which this unit pays or receives. */
  readonly unit?: string | undefined
  readonly audience: Audience
}

export async function answerLedger(
  { month, unit, audience }: AskedLedger,
  at: WaterSurroundings,
): Promise<Ledger | Refusal> {
  const balanced = await balanceLedger(month, audience, at)
  if (isRefusal(balanced)) return balanced
  const { ledger, atlas, notes } = balanced
  const lines = ledger.lines.filter(({ contribution, paidTo }) => {
    return unit === undefined || [contribution.unit.code, paidTo?.code].includes(unit)
  })
  return {
    month,
    lines: lines.map((line) => lineBody(line, ledger, notes)),
    totals: totalBodies(ledger, lines, atlas),
    rule: plain(explainRule(ledger)),
    isInForce: ledger.illustrates === null,
  }
}

function lineBody(line: LedgerLine, ledger: CrossSectionLedger, notes: readonly WaterNote[]): Ledger['lines'][number] {
  const { contribution, paidTo, bill } = line
  return {
    contribution: contributionBody(contribution),
    paidTo: paidTo === null ? null : { code: paidTo.code, name: paidTo.name, nameEn: paidTo.nameEn },
    amounts: amountBodies(line, ledger),
    totalWanYuan: bill?.totalWan ?? null,
    notes: notes.filter(({ sectionId }) => sectionId === contribution.pair.outflow.id).map((note) => ({ ...note })),
  }
}

function amountBodies({ bill }: LedgerLine, ledger: CrossSectionLedger): Ledger['lines'][number]['amounts'] {
  if (bill === null) return []
  return bill.lines.flatMap((line) => {
    const { indicator, outflow, inflow, steps, rateWan, amountWan } = line
    if (outflow === null) return []
    return {
      ...{ indicator, steps, inflow, target: bill.target, waterClass: outflow.waterClass },
      ...{ outflow: outflow.comparedValue, rateWanYuan: rateWan, amountWanYuan: amountWan },
      explanation: plain(explainLine(line, bill, ledger)),
    }
  })
}

/** Of the units on the lines shown, over the whole network. */
function totalBodies({ totals }: CrossSectionLedger, lines: readonly LedgerLine[], { unitByCode }: Atlas) {
  const shown = new Set(lines.flatMap(({ contribution, paidTo }) => [contribution.unit.code, paidTo?.code ?? '']))
  return totals
    .filter(({ unit }) => shown.has(unit))
    .map(({ unit, paysWan, receivesWan }) => {
      const { name, nameEn } = unitByCode.get(unit) ?? { name: unit, nameEn: unit }
      return { unitCode: unit, unitName: name, unitNameEn: nameEn, paysWanYuan: paysWan, receivesWanYuan: receivesWan }
    })
}
