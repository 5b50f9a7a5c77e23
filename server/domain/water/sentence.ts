/** What a result says of itself: sentences in both languages, the clauses they rest on, and the settings that are not law. */
import type { BasisRef } from '../assessment.ts'
import { legalBasisAsOf, type WaterBasisId } from '../law/legal-basis.ts'
import type { Setting } from './water-settings.ts'

export interface Sentence {
  readonly zh: string
  readonly en: string
}

/** Built only when somebody opens a result: evaluating thousands of values costs no sentence. */
export interface Explanation {
  /** The arithmetic, in its order. */
  readonly steps: readonly Sentence[]
  readonly basis: readonly BasisRef[]
  /** Settings that had a part in it: remembered, secondary or chosen, and shown so. */
  readonly settings: readonly Pick<Setting<unknown>, 'status' | 'zh' | 'en'>[]
}

/** One explanation after the other; a clause or a setting that several rest on is named once. */
export function joinExplanations(explanations: readonly Explanation[]): Explanation {
  const distinct = <T>(values: readonly T[], keyOf: (value: T) => string): T[] => [
    ...new Map(values.map((value) => [keyOf(value), value])).values(),
  ]
  return {
    steps: explanations.flatMap(({ steps }) => steps),
    basis: distinct(
      explanations.flatMap(({ basis }) => basis),
      ({ document, article }) => `${document} ${article}`,
    ),
    settings: distinct(
      explanations.flatMap(({ settings }) => settings),
      ({ zh }) => zh,
    ),
  }
}

/** The clauses as they stood on a day; one that was not in force then is not cited. */
export function cited(ids: readonly WaterBasisId[], day: string): BasisRef[] {
  return ids.map((id) => legalBasisAsOf(id, day)).filter((basis) => basis !== null)
}

/** A quantity in a sentence: at most six significant digits, without trailing zeros. */
export const figure = (value: number): string => String(Number(value.toPrecision(6)))

/** A quantity with exactly so many decimals, as a report prints it. */
export const fixed = (value: number, decimals: number): string => value.toFixed(decimals)
