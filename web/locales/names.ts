/** Names of places and bodies in the language of the reader. */
import { actorName } from '#domain/routing/actor'
import { PLACES } from '#domain/routing/actor-place'
import type { Locale } from '../view/view.ts'

/** An assessment saved before there were English names lacks them. */
interface Named {
  readonly name: string
  readonly nameEn?: string | undefined
}

export const unitName = ({ code, name, nameEn }: Named & { readonly code: string }, locale: Locale): string =>
  locale === 'en' ? (nameEn ?? PLACES[code]?.en ?? name) : name

export const bodyName = ({ id, name, nameEn }: Named & { readonly id: string }, locale: Locale): string =>
  locale === 'en' ? (nameEn ?? actorName(id)?.en ?? name) : name
