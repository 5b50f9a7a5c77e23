/** What the server found wrong, at the field it is about. */
import type { Problem } from '../api/problem-error.ts'
import type { Locale } from '../view/view.ts'

/** Sentences by field (`title`, `geometry`, `filings/0`); under the empty name what concerns the report as a whole. */
export const fieldProblems = (problem: Problem, locale: Locale): ReadonlyMap<string, string> => {
  const isEnglish = locale === 'en'
  const byField = new Map<string, string>()
  for (const { pointer, detail, detailEn } of problem.errors) {
    const field = fieldOf(pointer)
    const sentence = isEnglish && detailEn ? detailEn : detail
    const before = byField.get(field)
    byField.set(field, before ? `${before} ${sentence}` : sentence)
  }
  if (problem.errors.length === 0) byField.set('', problemText(problem, locale))
  return byField
}

export const problemText = (problem: Problem, locale: Locale): string =>
  locale === 'en'
    ? [problem.titleEn || problem.title, problem.detailEn].filter(Boolean).join('. ')
    : [problem.title, problem.detail].filter(Boolean).join('：')

/** A saved incident carries its report one level down; the coordinate system stands beside the coordinates. */
const fieldOf = (pointer: string): string => {
  const [name = '', index] = pointer
    .replace(/^\/report(?=\/)/, '')
    .split('/')
    .slice(1)
  if (name === 'crs') return 'geometry'
  return name === 'filings' && index !== undefined ? `filings/${index}` : name
}
