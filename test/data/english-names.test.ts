/** Every name that a screen shows has its English beside it, in the committed files. */
import { describe, expect, it } from 'vitest'
import { readFacts } from '../../server/datasets/facts.ts'
import { layers } from './reference-set.ts'

/** The Chinese names of a feature with the English that stands beside each. Nodes of the network are not shown by name. */
const { nodes: _, ...named } = layers
const PAIRS = [
  ['name', 'nameEn'],
  ['river', 'riverEn'],
  ['basin', 'basinEn'],
] as const

const namesOf = (properties: Readonly<Record<string, unknown>>): [chinese: unknown, english: unknown][] =>
  PAIRS.flatMap(([chinese, english]) =>
    chinese in properties ? [[properties[chinese], properties[english]] as [unknown, unknown]] : [],
  )

const everyName = Object.values(named)
  .flat()
  .flatMap(({ properties }) => namesOf({ ...properties }))

describe.each(Object.entries(named))('every feature of %s', (_, features) => {
  it('has a name, and each of its names has an English one without a Chinese character or sign', () => {
    for (const { properties } of features) {
      const names = namesOf({ ...properties })
      expect(names.length).toBeGreaterThan(0)
      for (const [chinese, english] of names) {
        expect(chinese).toMatch(/\p{Script=Han}/u)
        expect(english, String(chinese)).toMatch(/^[A-Z][A-Za-z0-9' (),-]*$/)
      }
    }
  })

  it('has its generic part once: no River River, no Town Town', () => {
    for (const [, english] of features.flatMap(({ properties }) => namesOf({ ...properties })))
      expect(english).not.toMatch(/\b(\w+) \1\b/)
  })
})

it('one Chinese name of a river or basin has one English name everywhere', () => {
  const waters = everyName.filter(([chinese]) => String(chinese).endsWith('河'))
  const spellings = new Map<unknown, Set<unknown>>()
  for (const [chinese, english] of waters) spellings.set(chinese, (spellings.get(chinese) ?? new Set()).add(english))
  expect(spellings.size).toBeGreaterThan(30)
  expect([...spellings].filter(([, english]) => english.size > 1)).toEqual([])
})

describe('the table of names that the rule gets wrong', () => {
  const rows = readFacts('english-names', ['name', 'nameEn', 'why'] as const)

  it('names each place once and says why', () => {
    expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length)
    expect(rows.filter(({ why }) => why === '')).toEqual([])
  })

  it.each(rows.map(({ name, nameEn }) => [name, nameEn]))('is what %s is called by: %s', (name, nameEn) => {
    const used = everyName.filter(([chinese]) => chinese === name).map(([, english]) => english)
    expect([...new Set(used)]).toEqual([nameEn])
  })
})
