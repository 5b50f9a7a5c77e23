/** 评价对象: the city, a river, a unit, a section or a chief, and the sections by which it is reviewed. */
import type { RiverChief } from '../water/river-chief.ts'
import type { SectionPlace } from './section-place.ts'

export const SUBJECT_KINDS = ['city', 'river', 'unit', 'section', 'chief'] as const
export type SubjectKind = (typeof SUBJECT_KINDS)[number]

export interface Subject {
  /** `city`, or the kind and the id: `river:liangshui-he`. */
  readonly key: string
  readonly kind: SubjectKind
  readonly name: string
  readonly nameEn: string
  readonly sectionIds: readonly string[]
}

/** Everything that has at least one section, in the order in which a person would look for it. */
export function subjectsOf(places: readonly SectionPlace[], chiefs: readonly RiverChief[]): Subject[] {
  return [
    subject('city', '', { name: '全市', nameEn: 'Whole city' }, places),
    ...distinct(places.map(({ riverId }) => riverId)).map((id) => riverSubject(id, places)),
    ...unitSubjects(places),
    ...places.map((place) => subject('section', place.id, place, [place])),
    ...chiefs.flatMap((chief) => chiefSubject(chief, places)),
  ]
}

function riverSubject(id: string, places: readonly SectionPlace[]): Subject {
  const own = places.filter(({ riverId }) => riverId === id)
  return subject('river', id, { name: own[0]?.river ?? id, nameEn: own[0]?.riverEn ?? id }, own)
}

function unitSubjects(places: readonly SectionPlace[]): Subject[] {
  const units = new Map(
    places.flatMap(({ units, townships }) => [...units, ...townships]).map((unit) => [unit.code, unit] as const),
  )
  return [...units.values()]
    .sort((a, b) => a.code.length - b.code.length || (a.code < b.code ? -1 : 1))
    .map((unit) =>
      subject(
        'unit',
        unit.code,
        unit,
        places.filter(({ units, townships }) => [...units, ...townships].some(({ code }) => code === unit.code)),
      ),
    )
}

function chiefSubject(chief: RiverChief, places: readonly SectionPlace[]): Subject[] {
  const own = places.filter(({ reachId }) => chief.reachIds.includes(reachId))
  if (own.length === 0) return []
  const name = `${chief.name}（${chief.unitName}${chief.post}，${own[0]?.river ?? ''}）`
  return [subject('chief', chief.id, { name, nameEn: name }, own)]
}

function subject(
  kind: SubjectKind,
  id: string,
  { name, nameEn }: { readonly name: string; readonly nameEn: string },
  places: readonly SectionPlace[],
): Subject {
  const key = kind === 'city' ? 'city' : `${kind}:${id}`
  return { key, kind, name, nameEn, sectionIds: places.map((place) => place.id) }
}

const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)]
