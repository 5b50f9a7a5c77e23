/** Names of places and bodies in the language of the reader; whatever has no English name keeps its Chinese one. */
import { actorName } from '#domain/routing/actor'
import { PLACES } from '#domain/routing/actor-place'
import type { Locale } from '../view/view.ts'

export const unitName = ({ code, name }: { readonly code: string; readonly name: string }, locale: Locale): string =>
  locale === 'en' ? (PLACES[code]?.en ?? name) : name

export const bodyName = ({ id, name }: { readonly id: string; readonly name: string }, locale: Locale): string =>
  locale === 'en' ? (actorName(id, placeNameOf(name))?.en ?? name) : name

/** An English sentence with the places that have an English name called by it. */
export const placesInEnglish = (sentence: string): string =>
  Object.values(PLACES).reduce((text, { zh, en }) => text.replaceAll(zh, en), sentence)

/** A township body is named after its township, for which there is no English name. */
const placeNameOf = (body: string): string => body.replace(/(人民政府|办事处|综合执法平台)$/, '')
