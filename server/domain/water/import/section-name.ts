/** Which section a row means: by its code, or by its name, with the river's where names repeat. */
import { type Cell, excerpt, plain } from './table.ts'

export interface KnownSection {
  readonly id: string
  readonly name: string
  readonly river: string
}

export interface SectionIssue {
  readonly code: 'no-section' | 'unknown-section' | 'ambiguous-section' | 'section-mismatch'
  readonly zh: string
  readonly en: string
}

export type FindSection = (
  code: Cell | undefined,
  name: Cell | undefined,
  river: Cell | undefined,
) => string | SectionIssue

export function sectionFinder(sections: readonly KnownSection[]): FindSection {
  const byId = new Map(sections.map((section) => [plain(section.id).toLowerCase(), section]))
  const byName = new Map<string, KnownSection[]>()
  for (const section of sections) {
    const key = plain(section.name)
    byName.set(key, [...(byName.get(key) ?? []), section])
  }
  return (code, name, river) => {
    if (plain(code) !== '') return coded(byId.get(plain(code).toLowerCase()), code, name)
    if (plain(name) === '') return NO_SECTION
    const named = byName.get(plain(name)) ?? byName.get(plain(name).replace(/断面$/, '')) ?? []
    const found = plain(river) === '' ? named : named.filter((each) => plain(each.river) === plain(river))
    const [first, second] = found
    if (first === undefined) return unknown(plain(name), sections)
    return second === undefined ? first.id : ambiguous(plain(name), found)
  }
}

function coded(
  section: KnownSection | undefined,
  code: Cell | undefined,
  name: Cell | undefined,
): string | SectionIssue {
  if (section === undefined) return unknown(plain(code), [])
  if (plain(name) === '' || plain(name).replace(/断面$/, '') === plain(section.name).replace(/断面$/, ''))
    return section.id
  return {
    code: 'section-mismatch',
    zh: `编码 ${section.id} 是“${section.name}”，而断面名称写的是“${excerpt(name ?? null)}”：请核对。`,
    en: `The code ${section.id} is "${section.name}", but the name says "${excerpt(name ?? null)}": check them.`,
  }
}

function unknown(name: string, sections: readonly KnownSection[]): SectionIssue {
  const like = sections.filter((each) => [...name].some((sign) => plain(each.name).includes(sign))).slice(0, 3)
  const names = like.map((each) => `${each.name}（${each.river}）`).join('、')
  return {
    code: 'unknown-section',
    zh: `“${excerpt(name)}”不在监测断面中：请核对名称或编码${names === '' ? '' : `，相近的有 ${names}`}。`,
    en: `"${excerpt(name)}" is none of the sections: check the name or the code${names === '' ? '' : `; similar: ${names}`}.`,
  }
}

function ambiguous(name: string, found: readonly KnownSection[]): SectionIssue {
  const choices = found.map((each) => `${each.id}（${each.river}）`).join('、')
  return {
    code: 'ambiguous-section',
    zh: `名为“${excerpt(name)}”的断面不止一个：请填断面编码或河流名称，可选 ${choices}。`,
    en: `More than one section is called "${excerpt(name)}": give its code or its river; there are ${choices}.`,
  }
}

const NO_SECTION: SectionIssue = {
  code: 'no-section',
  zh: '没有断面：请填写断面名称或断面编码。',
  en: 'There is no section: write its name or its code.',
}
