/** 凭什么: cited passages grouped by document, and their article numbers in the language of the reader. */
import { WORDS } from '../locales/index.ts'
import type { Locale } from '../view/view.ts'
import type { Passage } from './judged.ts'

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

/**
 * `第二十六条至第二十八条` as `art. 26–28`, `(十四)` as `item (14)`; section numbers stay as they are. Chinese stays Chinese,
 * without the mark that repeats the status of its passage.
 */
export const articleText = (article: string, locale: Locale): string => {
  if (locale !== 'en') return article.replace(/（条号未核实）$/, '')
  const numbers = [...article.matchAll(/第([一二三四五六七八九十百零]+)条/g)].map(([, text = '']) => numberOf(text))
  if (numbers.length > 0) return `art. ${numbers.join('–')}`
  const item = /^\(([一二三四五六七八九十]+)\)$/.exec(article)?.[1]
  if (item !== undefined) return `item (${numberOf(item)})`
  return article.replace(/[^\d.]+$/, '') || article
}

/** The clause of a clock, `《…》第三条、《…》第四条（系统设定）`, with the names that the cited passages give it. */
export const clockBasisText = (text: string, basis: readonly Passage[], locale: Locale): string => {
  if (locale !== 'en') return text
  const names = new Map(basis.map(({ document, documentEn }) => [document, documentEn]))
  const [clauses = '', mark] = splitMark(text)
  const cited = [...clauses.matchAll(/《([^》]+)》([^《]*)/g)].map(
    ([, document = '', article = '']) =>
      `${names.get(document) ?? `《${document}》`}, ${articleText(article.replace(/、$/, ''), locale)}`,
  )
  return cited.join('; ') + (mark === undefined ? '' : ` (${mark})`)
}

/** The mark that the domain appends to a clause that is not verified law. */
const splitMark = (text: string): readonly [string, string?] => {
  for (const status of ['secondary', 'memory', 'design'] as const) {
    const ending = `（${WORDS['zh-CN'].terms.textStatuses[status]}）`
    if (text.endsWith(ending)) return [text.slice(0, -ending.length), WORDS.en.terms.textStatuses[status]]
  }
  return [text]
}

const DIGITS = '零一二三四五六七八九'

/** Chinese numerals below 200: 十四, 二十八, 一百零三. */
const numberOf = (text: string): number => {
  const [hundreds, rest] = text.includes('百') ? text.split('百') : ['', text]
  const [tens, ones] = (rest ?? '').includes('十') ? (rest ?? '').split('十') : [null, rest]
  const tenth = tens === null ? 0 : tens === '' || tens === undefined ? 1 : digit(tens)
  return digit(hundreds) * 100 + tenth * 10 + digit(ones)
}

const digit = (text = ''): number => Math.max(0, DIGITS.indexOf(text.replace('零', '') || '零'))
