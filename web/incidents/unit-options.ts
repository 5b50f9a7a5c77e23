/** Districts, the 经开区 and the counties around Beijing, for choosing one by name. */
import { PLACES } from '#domain/routing/actor-place'
import type { Locale } from '../view/view.ts'

export interface Option {
  readonly value: string
  readonly name: string
}

/** Keys that are codes; provinces have other keys and are no units of an incident. */
const CODES = Object.keys(PLACES).filter((code) => /^\d+$/.test(code))

export const unitOptions = (locale: Locale): readonly Option[] =>
  CODES.map((value) => ({ value, name: (locale === 'en' ? PLACES[value]?.en : PLACES[value]?.zh) ?? value }))
