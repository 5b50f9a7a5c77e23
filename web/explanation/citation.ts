/** 凭什么: cited passages grouped by document, and their article numbers in the language of the reader. */
import { articleEnglish } from '#domain/law/article-english'
import { WORDS } from '../locales/index.ts'
import type { Locale } from '../view/view.ts'
import type { Clock, Passage } from './judged.ts'

export interface CitedDocument {
  readonly document: string
  readonly documentEn: string
  readonly passages: readonly Passage[]
}

/** Documents in the order in which they are first cited. */
export const citedDocuments = (basis: readonly Passage[]): readonly CitedDocument[] =>
  [...new Map(basis.map(({ document, documentEn }) => [document, documentEn]))].map(([document, documentEn]) => ({
    document,
    documentEn,
    passages: basis.filter((passage) => passage.document === document),
  }))

/** In the language of the reader; in Chinese without the mark that repeats the status of its passage. */
export const articleText = (article: string, locale: Locale): string =>
  locale === 'en' ? articleEnglish(article) : article.replace(/（条号未核实）$/, '')

/** The clause of a clock. One saved without English, `《…》第三条、《…》第四条（系统设定）`, has the names of the cited passages. */
export const clockBasisText = (clock: Clock, cited: readonly Passage[], locale: Locale): string => {
  if (locale !== 'en') return clock.basis
  return clock.basisEn ?? englishOf(clock.basis, cited)
}

const englishOf = (text: string, basis: readonly Passage[]): string => {
  const names = new Map(basis.map(({ document, documentEn }) => [document, documentEn]))
  const [clauses = '', mark] = splitMark(text)
  const english = [...clauses.matchAll(/《([^》]+)》([^《]*)/g)].map(
    ([, document = '', article = '']) =>
      `${names.get(document) ?? document}, ${articleEnglish(article.replace(/、$/, ''))}`,
  )
  return english.join('; ') + (mark === undefined ? '' : ` (${mark})`)
}

/** The mark that the domain appends to a clause that is not verified law. */
const splitMark = (text: string): readonly [string, string?] => {
  for (const status of ['secondary', 'memory', 'design'] as const) {
    const ending = `（${WORDS['zh-CN'].terms.textStatuses[status]}）`
    if (text.endsWith(ending)) return [text.slice(0, -ending.length), WORDS.en.terms.textStatuses[status]]
  }
  return [text]
}
