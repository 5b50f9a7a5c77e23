/** What can be reviewed, by part of a name in either language. */
import type { z } from 'zod'
import type { Subject as SubjectSchema } from '#contract/water-words'

export type Subject = z.output<typeof SubjectSchema>

/** More than a person reads through; typing narrows them. */
const MOST_FOUND = 80

/** Names that begin with the text come first; else city, rivers, units, sections, chiefs. */
export const foundSubjects = (subjects: readonly Subject[], text: string): readonly Subject[] => {
  const wanted = text.trim().toLowerCase()
  return subjects
    .flatMap((subject) => {
      const places = [subject.name, subject.nameEn].map((name) => name.toLowerCase().indexOf(wanted))
      const isFound = places.some((place) => place >= 0)
      return isFound ? [{ subject, isFirst: places.includes(0) }] : []
    })
    .toSorted((a, b) => Number(b.isFirst) - Number(a.isFirst) || kindRank(a.subject) - kindRank(b.subject))
    .slice(0, MOST_FOUND)
    .map(({ subject }) => subject)
}

const KIND_ORDER: readonly Subject['kind'][] = ['city', 'river', 'unit', 'section', 'chief']
const kindRank = ({ kind }: Subject) => KIND_ORDER.indexOf(kind)
