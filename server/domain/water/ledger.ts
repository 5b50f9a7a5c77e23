/** 补偿台账: bills of all cross-boundary sections to totals by unit. Who pays and who receives comes from the network. */
import { withoutNoise } from './rounding.ts'

export interface LedgerEntry {
  readonly sectionId: string
  readonly month: string
  /** Codes of the units above and below the section; never found by the name of a river. */
  readonly payer: string
  readonly receiver: string
  readonly amountWan: number
}

export interface LedgerTotal {
  readonly unit: string
  readonly paysWan: number
  readonly receivesWan: number
  /** Receives minus pays. */
  readonly netWan: number
  /** Section-months for which it pays. */
  readonly paidCount: number
}

/** The largest payer first, then by code. Over all units the nets sum to zero. */
export function ledgerTotals(entries: readonly LedgerEntry[]): LedgerTotal[] {
  const units = new Set(entries.flatMap(({ payer, receiver }) => [payer, receiver]))
  return [...units]
    .map((unit) => totalOf(unit, entries))
    .sort((a, b) => b.paysWan - a.paysWan || (a.unit < b.unit ? -1 : 1))
}

function totalOf(unit: string, entries: readonly LedgerEntry[]): LedgerTotal {
  const paid = entries.filter(({ payer, amountWan }) => payer === unit && amountWan > 0)
  const paysWan = sum(paid)
  const receivesWan = sum(entries.filter(({ receiver }) => receiver === unit))
  return { unit, paysWan, receivesWan, netWan: withoutNoise(receivesWan - paysWan), paidCount: paid.length }
}

const sum = (entries: readonly LedgerEntry[]): number =>
  withoutNoise(entries.reduce((total, { amountWan }) => total + amountWan, 0))
