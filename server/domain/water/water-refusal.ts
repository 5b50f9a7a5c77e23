/** How water quality says no: with the reason and the remedy, in both languages. */
import type { Sentence } from './sentence.ts'

export type WaterRefusalKind =
  | 'not-a-number'
  | 'negative-value'
  | 'out-of-range'
  | 'no-class-limits'
  | 'duplicate-indicator'
  | 'unit-missing'
  | 'unknown-unit'
  | 'eutrophication-incomplete'
  | 'too-few-periods'
  | 'no-compensation-rule'
  | 'inflow-without-discharge'

/** A value like every refusal; `refusal` names its kind. */
export interface WaterRefusal extends Sentence {
  readonly refusal: WaterRefusalKind
}

export const waterRefusal = (refusal: WaterRefusalKind, zh: string, en: string): WaterRefusal => ({ refusal, zh, en })

/** No result of water quality has a member of that name. */
export const isWaterRefusal = <T extends object>(value: T | WaterRefusal): value is WaterRefusal => 'refusal' in value
