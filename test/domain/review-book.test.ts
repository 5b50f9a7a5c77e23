/** The book of evaluations: what is remembered of it, figures of others, and the degenerate cases of a review. */
import { describe, expect, it } from 'vitest'
import { differingFigures, type QualityBook } from '#domain/review/quality-book'
import type { Verdict } from '#domain/review/verdict'
import { yearlyTrend } from '#domain/review/yearly-trend'
import type { Sample } from '#domain/water/sample'
import { seeded } from '../data/seeded.ts'
import { bookOf, PLACES, review } from './review-example.ts'
import { measured, pick, RULES, sample, target, undetected } from './water-example.ts'

const SECTION = 'section-16'
const SUBJECT = `section:${SECTION}`
const differingIn = (book: QualityBook, month: string) => {
  const quality = book.of(SECTION, month)
  return quality === null ? null : differingFigures(quality)
}
const at = (month: string, day: number, value: number, over: Partial<Sample> = {}): Sample =>
  sample(
    `${month}-${day}-${JSON.stringify(over)}`,
    `${month}-${String(day).padStart(2, '0')}T09:00:00+08:00`,
    [measured('cod', value)],
    {
      ...{ sectionId: SECTION },
      ...over,
    },
  )

describe('what is remembered of months', () => {
  it('never answers for other samples: a review after corrections is the one made afresh', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const random = seeded(seed)
      const remembered = new Map<string, Verdict>()
      let samples = Array.from({ length: 24 }, (_, n) => randomSample(`${seed}-${n}`, random))
      for (let correction = 0; correction < 4; correction++) {
        const targets = [{ ...target(pick(['II', 'III', 'V'] as const, random)), sectionId: SECTION }]
        const again = review(SUBJECT, '2026-12', samples, targets, null, remembered)
        expect(again.matrix, `${seed} ${correction}`).toEqual(review(SUBJECT, '2026-12', samples, targets).matrix)
        samples = samples.map((each, n) => (random() < 0.3 ? randomSample(`${seed}-${n}-${correction}`, random) : each))
      }
    }
  })
})

function randomSample(id: string, random: () => number): Sample {
  const month = `${pick(['2025', '2026'] as const, random)}-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}`
  const values = [
    measured('cod', 40 * random()),
    random() < 0.3 ? undetected('ammonia-nitrogen', 3 * random()) : measured('ammonia-nitrogen', 2 * random()),
    measured('ph', random() < 0.1 ? 15 : 6 + 4 * random()),
    ...(random() < 0.1 ? [measured('cod', 10)] : []),
  ]
  return sample(id, `${month}-0${1 + Math.floor(random() * 9)}T09:00:00+08:00`, values, {
    ...{ sectionId: SECTION, isReleased: random() < 0.8, isDemonstration: random() < 0.2 },
    authority: pick(['municipal', 'municipal', 'district', 'department'] as const, random),
    origin: pick(['manual', 'automatic'] as const, random),
  })
}

describe('another department’s figures', () => {
  it('stand beside ours and are in no mean of a month or a year', () => {
    const months = ['01', '02', '03', '04', '05', '06', '07', '08']
    const ours = months.map((month) => at(`2026-${month}`, 3, 18))
    const theirs = [...months, '09'].map((month) => at(`2026-${month}`, 4, 100, { authority: 'department' }))
    const { book } = bookOf([...theirs, ...ours])
    expect(book.of(SECTION, '2026')?.values).toMatchObject([{ value: 18, count: 8 }])
    expect(differingIn(book, '2026-03')).toMatchObject([{ ours: 18, theirs: 100, authority: 'department' }])
    expect(book.of(SECTION, '2026-09')).toBeNull()
  })

  it('that are the same are no difference', () => {
    const { book } = bookOf([at('2026-03', 3, 18), at('2026-03', 4, 18, { authority: 'department' })])
    expect(differingIn(book, '2026-03')).toEqual([])
  })
})

describe('a review of little', () => {
  it('of nothing has no grade, no ranking, no worst stretch and unknown changes', () => {
    const { region, ranking, worst, regionChanges, sections } = review('city', '2026-10', [])
    expect([region.grade, region.composition.total, ranking, worst]).toEqual([null, 0, [], null])
    expect(regionChanges.map(({ direction }) => direction)).toEqual(['unknown', 'unknown'])
    expect(new Set(sections.map(({ verdict }) => verdict.targetState))).toEqual(new Set(['no-data']))
  })

  it('of one section is that section, by its own mean', () => {
    const { region, sections } = review(`section:${SECTION}`, '2026-10', [at('2026-10', 3, 24), at('2026-10', 9, 36)])
    expect(region).toMatchObject({ method: 'means', grade: 'light' })
    expect(sections.map(({ verdict }) => verdict.waterClass)).toEqual(['IV'])
  })

  it('ranks both banks by a section on the river between them', () => {
    const shared = PLACES.find(({ units }) => units.length === 2)
    const { ranking } = review('city', '2026-10', [at('2026-10', 3, 24, { sectionId: shared?.id ?? '' })])
    expect(ranking.map(({ unit }) => unit.code).sort()).toEqual(shared?.units.map(({ code }) => code).sort())
  })

  it('begins the worst stretch at the last section above that was better', () => {
    const { worst } = review('river:liangshui-he', '2026-10', [
      at('2026-10', 3, 18),
      at('2026-10', 3, 35, { sectionId: 'section-17' }),
      at('2026-10', 3, 33, { sectionId: 'section-18' }),
    ])
    expect(worst).toMatchObject({ sectionId: 'section-17', upstreamSectionId: SECTION, unitNames: ['通州区'] })
  })
})

describe('the trend of years', () => {
  const year = (of: number, value: number) => Array.from({ length: 8 }, (_, n) => at(`${of}-0${n + 1}`, 3, value))
  const trendOf = (samples: readonly Sample[], last: number) =>
    yearlyTrend(SECTION, 'cod', last, bookOf(samples).book, RULES)

  it('ends at a gap, so that no year is compared across a missing one', () => {
    const samples = [2018, 2019, 2020, 2022, 2023, 2024, 2025, 2026].flatMap((of) => year(of, of - 2000))
    expect(trendOf(samples, 2026).years).toEqual(['2022', '2023', '2024', '2025', '2026'])
    expect(trendOf(samples, 2026).trend).toMatchObject({ coefficient: 1, direction: 'rising', significance: '0.01' })
  })

  it('leaves out the running year until it has months enough', () => {
    const samples = [...[2021, 2022, 2023, 2024, 2025].flatMap((of) => year(of, 20)), at('2026-01', 3, 90)]
    expect(trendOf(samples, 2026).years.at(-1)).toBe('2025')
    expect(trendOf(samples, 2026).trend).toMatchObject({ coefficient: 0, direction: 'none' })
  })
})
