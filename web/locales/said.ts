/** What the server says in both languages, in the language of the reader. */
import type { Locale } from '../view/view.ts'

export const said = (sentence: { readonly zh: string; readonly en: string }, locale: Locale): string =>
  locale === 'en' ? sentence.en : sentence.zh

export const nameIn = (thing: { readonly name: string; readonly nameEn: string }, locale: Locale): string =>
  locale === 'en' ? thing.nameEn : thing.name
