/**
 * 跨界断面台账: for a month, every section at which water leaves a unit for another one, what the unit did to the water, and
 * what the dated compensation rule makes of it. Who pays whom comes from the network, never from the names of rivers.
 *
 * Where no rule is known for the month, the last known one illustrates, and it is said so. No amount is computed where the
 * rule's texts as read do not say who owes whom: on a section shared by two banks, beyond the city's border, or where the
 * banks below belong to two units.
 */
import type { Atlas } from '../atlas.ts'
import type { JurisdictionProperties } from '../reference-data.ts'
import { reachAt } from '../river/network.ts'
import type { SectionPairs } from '../river/section-pairs.ts'
import { traceDownstream } from '../river/trace.ts'
import { type CompensationBill, compensation } from '../water/compensation.ts'
import { type CompensationRule, compensationRuleOf, lastKnownRule } from '../water/compensation-rules.ts'
import type { Inflow } from '../water/inflow.ts'
import { type LedgerTotal, ledgerTotals } from '../water/ledger.ts'
import type { Sentence } from '../water/sentence.ts'
import { type SectionTarget, targetOn } from '../water/target.ts'
import { isWaterRefusal, type WaterRefusal } from '../water/water-refusal.ts'
import { type WaterRules, waterRulesAsOf } from '../water/water-rules.ts'
import { contributions, sectionPairsOf, type UnitContribution } from './contribution.ts'
import { lastDayOf } from './period.ts'
import type { BookQuestion, QualityBook } from './quality-book.ts'

export interface LedgerQuestion {
  readonly month: string
  readonly atlas: Atlas
  readonly book: QualityBook
  readonly bookQuestion: BookQuestion
}

export interface CrossSectionLedger {
  readonly rules: WaterRules
  readonly rule: CompensationRule
  /** Why `rule` is not the rule of the month; null when it is. */
  readonly illustrates: WaterRefusal | null
  readonly lines: readonly LedgerLine[]
  readonly totals: readonly LedgerTotal[]
}

export interface LedgerLine {
  readonly contribution: UnitContribution
  /** The unit into which the water flows. Null where the banks below belong to two. */
  readonly paidTo: JurisdictionProperties | null
  readonly target: SectionTarget | undefined
  readonly bill: CompensationBill | null
  /** Why there is no bill; null with one. */
  readonly without: Sentence | null
}

export function crossSectionLedger({ month, atlas, book, bookQuestion }: LedgerQuestion): CrossSectionLedger {
  const rules = waterRulesAsOf(lastDayOf(month))
  const ofMonth = compensationRuleOf(month)
  const illustrates = isWaterRefusal(ofMonth) ? ofMonth : null
  const rule = isWaterRefusal(ofMonth) ? lastKnownRule() : ofMonth
  const sections = new Set(crossings(atlas).map(({ pair }) => pair.outflow.id))
  const qualities = new Map([...sections].map((id) => [id, book.of(id, month)] as const))
  const below = new Map(crossings(atlas).map((each) => [keyOf(each.pair), each.below] as const))
  const lines = contributions(atlas, qualities, month, book, bookQuestion).flatMap((contribution) => {
    const units = below.get(keyOf(contribution.pair))
    const target = targetOn(bookQuestion.targets, contribution.pair.outflow.id, rules.day)
    return units === undefined ? [] : lineOf(contribution, units, target, { month, atlas, rules, rule })
  })
  const entries = lines.flatMap(({ contribution, paidTo, bill }) =>
    bill === null || paidTo === null
      ? []
      : {
          ...{ sectionId: contribution.pair.outflow.id, month, amountWan: bill.totalWan },
          ...{ payer: contribution.unit.code, receiver: paidTo.code },
        },
  )
  return { rules, rule, illustrates, lines, totals: ledgerTotals(entries) }
}

/** All sections that a ledger asks for: those at which water crosses, and those at which it came in. */
export const ledgerSections = (atlas: Atlas): string[] => [
  ...new Set(
    crossings(atlas).flatMap(({ pair }) => [pair.outflow.id, ...pair.inflows.map(({ section }) => section.id)]),
  ),
]

interface Crossing {
  readonly pair: SectionPairs
  /** Units of both banks of the first reach below on which the unit has none; one where it is both. */
  readonly below: readonly JurisdictionProperties[]
}

function crossings(atlas: Atlas): readonly Crossing[] {
  const known = CROSSINGS.get(atlas)
  if (known !== undefined) return known
  const found = [...sectionPairsOf(atlas).values()].flat().flatMap((pair) => {
    const below = unitsBelow(atlas, pair)
    return below.length === 0 ? [] : { pair, below }
  })
  CROSSINGS.set(atlas, found)
  return found
}

const CROSSINGS = new WeakMap<Atlas, readonly Crossing[]>()

const keyOf = ({ unit, outflow }: SectionPairs): string => `${unit} ${outflow.id}`

function unitsBelow({ rivers, unitByCode }: Atlas, { unit, outflow }: SectionPairs): JurisdictionProperties[] {
  const banks = traceDownstream(rivers, outflow).reaches.map(({ reach }) => {
    const { leftUnit, rightUnit } = reachAt(rivers, reach)
    return [leftUnit, rightUnit]
  })
  const [left, right] = banks.find((codes) => !codes.includes(unit)) ?? []
  return [...new Set([left, right])].flatMap((code) => unitByCode.get(code ?? '') ?? [])
}

interface LineQuestion {
  readonly month: string
  readonly atlas: Atlas
  readonly rules: WaterRules
  readonly rule: CompensationRule
}

function lineOf(
  contribution: UnitContribution,
  below: readonly JurisdictionProperties[],
  target: SectionTarget | undefined,
  { month, atlas, rules, rule }: LineQuestion,
): LedgerLine {
  const { unit, outflowValues } = contribution
  const [first, second] = below
  const paidTo = second === undefined ? (first ?? null) : null
  const about = { contribution, paidTo, target }
  if (target === undefined) return { ...about, bill: null, without: WITHOUT.target }
  if (outflowValues.length === 0) return { ...about, bill: null, without: WITHOUT.data }
  if (isShared(atlas, contribution)) return { ...about, bill: null, without: WITHOUT.shared }
  if (paidTo === null) return { ...about, bill: null, without: WITHOUT.twoBelow }
  if (!isDistrict(unit) || !isDistrict(paidTo)) return { ...about, bill: null, without: WITHOUT.abroad }
  const bill = compensation({
    ...{ month, target: target.target, outflow: outflowValues, inflows: inflowsOf(contribution), rules, rule },
  })
  return isWaterRefusal(bill)
    ? { ...about, bill: null, without: { zh: bill.zh, en: bill.en } }
    : { ...about, bill, without: null }
}

/** An inflow that nobody measured is still no own source: it is named, without values. */
function inflowsOf({ pair, inflowValues }: UnitContribution): Inflow[] {
  const measured = new Map(inflowValues.map((inflow) => [inflow.sectionId, inflow] as const))
  return pair.inflows.map(({ section }) => measured.get(section.id) ?? { sectionId: section.id, values: [] })
}

/** The section stands on a boundary reach, and the other bank's unit answers for it too. */
function isShared({ rivers }: Atlas, { unit, pair }: UnitContribution): boolean {
  const { leftUnit, rightUnit } = reachAt(rivers, pair.outflow.reach)
  return [leftUnit, rightUnit].includes(unit.code) && leftUnit !== rightUnit
}

/** The measures are Beijing's, between its districts. */
const isDistrict = ({ level, province }: JurisdictionProperties): boolean =>
  level === 'district' && province === '110000'

const WITHOUT = {
  target: { zh: '断面没有目标', en: 'the section has no target' },
  data: { zh: '当月没有监测数据', en: 'nothing was measured in the month' },
  shared: {
    zh: '断面在界河上，左右岸如何分担未核实',
    en: 'the section stands on a boundary river, and how the banks share was not verified',
  },
  twoBelow: {
    zh: '下游两岸分属两个单位，受偿方未定',
    en: 'the banks below belong to two units, so who receives is open',
  },
  abroad: {
    zh: '上游或下游单位不是本市的区，办法只在本市各区之间适用',
    en: 'the unit above or below is no district of the city, and the measures hold between its districts',
  },
} as const satisfies Record<string, Sentence>
