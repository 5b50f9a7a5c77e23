/**
 * What a person reads. Chinese is the reference; English has the type of the Chinese, so a missing key, or a sentence that
 * takes other values, does not compile. A sentence with a value in it is a function: `words.map.uncertainty('50')`.
 *
 * One file per namespace and language: `zh-CN/{name}.ts` exports `{name}`, `en/{name}.ts` the same `satisfies` it.
 */
import { type ComputedRef, computed } from 'vue'
import { useView } from '../view/use-view.ts'
import type { Locale } from '../view/view.ts'
import { app as appEn } from './en/app.ts'
import { explanation as explanationEn } from './en/explanation.ts'
import { incidents as incidentsEn } from './en/incidents.ts'
import { map as mapEn } from './en/map.ts'
import { network as networkEn } from './en/network.ts'
import { places as placesEn } from './en/places.ts'
import { report as reportEn } from './en/report.ts'
import { review as reviewEn } from './en/review.ts'
import { rules as rulesEn } from './en/rules.ts'
import { terms as termsEn } from './en/terms.ts'
import { app } from './zh-CN/app.ts'
import { explanation } from './zh-CN/explanation.ts'
import { incidents } from './zh-CN/incidents.ts'
import { map } from './zh-CN/map.ts'
import { network } from './zh-CN/network.ts'
import { places } from './zh-CN/places.ts'
import { report } from './zh-CN/report.ts'
import { review } from './zh-CN/review.ts'
import { rules } from './zh-CN/rules.ts'
import { terms } from './zh-CN/terms.ts'

const chinese = { app, explanation, incidents, map, network, places, report, review, rules, terms }
export type Words = typeof chinese
const english: Words = {
  app: appEn,
  explanation: explanationEn,
  incidents: incidentsEn,
  map: mapEn,
  network: networkEn,
  places: placesEn,
  report: reportEn,
  review: reviewEn,
  rules: rulesEn,
  terms: termsEn,
}

export const WORDS: Readonly<Record<Locale, Words>> = { 'zh-CN': chinese, en: english }

export const useWords = (): ComputedRef<Words> => {
  const { view } = useView()
  return computed(() => WORDS[view.value.locale])
}
