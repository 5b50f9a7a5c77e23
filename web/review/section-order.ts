/** Sections in the order of a column. */
import { rankOf } from '#domain/water/water-class'
import type { ReviewSection } from './use-review.ts'

export const SORTABLE = ['section', 'waterClass', 'target', 'state', 'evaluated', 'automatic'] as const
export type SortColumn = (typeof SORTABLE)[number]

export interface Order {
  /** Null: river by river, downstream, as the server gives them. */
  readonly column: SortColumn | null
  readonly isDescending: boolean
}

/** Once up, once down, then back to the river's own order. */
export const nextOrder = (order: Order, column: SortColumn): Order => {
  if (order.column !== column) return { column, isDescending: false }
  return order.isDescending ? { column: null, isDescending: false } : { column, isDescending: true }
}

/** What has no value comes last in both directions. */
export const inOrder = (
  sections: readonly ReviewSection[],
  { column, isDescending }: Order,
  locale: string,
): readonly ReviewSection[] => {
  if (column === null) return sections
  if (column === 'section') {
    const names = new Intl.Collator(locale)
    const nameOf = ({ section }: ReviewSection) => (locale === 'en' ? section.nameEn : section.name)
    return sections.toSorted((a, b) => names.compare(nameOf(a), nameOf(b)) * (isDescending ? -1 : 1))
  }
  const known = sections.filter((section) => figureOf(section, column) !== null)
  const unknown = sections.filter((section) => figureOf(section, column) === null)
  const value = (section: ReviewSection) => figureOf(section, column) ?? 0
  return [...known.toSorted((a, b) => (value(a) - value(b)) * (isDescending ? -1 : 1)), ...unknown]
}

const STATE_ORDER = ['missed', 'undecided', 'met']

const figureOf = (row: ReviewSection, column: Exclude<SortColumn, 'section'>): number | null => {
  switch (column) {
    case 'waterClass':
      return row.verdict.waterClass && rankOf(row.verdict.waterClass)
    case 'target':
      return row.target && rankOf(row.target.target)
    case 'state': {
      const place = STATE_ORDER.indexOf(row.verdict.targetState)
      return place < 0 ? null : place
    }
    case 'evaluated':
      return row.verdict.evaluatedCount
    case 'automatic':
      return row.automaticShare
  }
}
