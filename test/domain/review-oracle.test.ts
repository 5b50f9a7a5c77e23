/**
 * The review against the words of the standard: random samples at every shipped section, evaluated once more from the printed
 * table, slowly and apart from the code under test.
 */
import { describe, expect, it } from 'vitest'
import type { WaterReview } from '#domain/review/review'
import type { IndicatorId } from '#domain/water/indicator'
import type { Sample } from '#domain/water/sample'
import type { SectionTarget } from '#domain/water/target'
import { seeded } from '../data/seeded.ts'
import { PLACES, review } from './review-example.ts'
import { PRINTED_ROWS, pick, sample } from './water-example.ts'

const CLASSES = ['I', 'II', 'III', 'IV', 'V', 'worse-than-V'] as const
type ClassName = (typeof CLASSES)[number]
const APART: readonly IndicatorId[] = ['total-nitrogen', 'faecal-coliform']
const RIVER_ROWS = PRINTED_ROWS.filter(({ sign }) => sign !== '湖')
const WAYS_BACK = { '2026-10': ['2026-09', '2025-10'] } as const
const MONTHS = ['2025-10', '2026-09', '2026-10'] as const

interface Truth {
  readonly waterClass: ClassName | null
  readonly state: string
}

describe.each([1, 2, 3, 4, 5, 6, 7, 8])('random samples %i', (seed) => {
  const random = seeded(seed)
  const samples = PLACES.flatMap(({ id }) => MONTHS.flatMap((month) => samplesOf(id, month, random)))
  const targets = PLACES.flatMap(({ id }): SectionTarget[] =>
    random() < 0.2
      ? []
      : [
          {
            sectionId: id,
            target: pick(CLASSES.slice(1, 5), random),
            validFrom: '2020-01-01',
            source: '',
            status: 'design',
          },
        ],
  )
  const truth = (id: string, month: string): Truth => {
    return judge(
      samples.filter((each) => each.sectionId === id && each.sampledAt.startsWith(month)),
      targets.find(({ sectionId }) => sectionId === id)?.target,
    )
  }
  const city = review('city', '2026-10', samples, targets)

  it('gives each section the worst class of its means, and 达标 by its own target', () => {
    expect(city.sections.map(({ verdict }) => [verdict.waterClass, verdict.targetState])).toEqual(
      city.sections.map(({ place }) => {
        const { waterClass, state } = truth(place.id, '2026-10')
        return [waterClass, state]
      }),
    )
  })

  it('fills the matrix with the classes of single months', () => {
    for (const [row, { place }] of city.sections.entries())
      for (const month of MONTHS) {
        const column = city.months.indexOf(month)
        const verdict = city.matrix[row]?.[column]
        expect([verdict?.waterClass, verdict?.targetState], `${place.id} ${month}`).toEqual([
          truth(place.id, month).waterClass,
          truth(place.id, month).state,
        ])
      }
  })

  it('counts the sections of I to III and worse than V, and grades by their shares', () => {
    const classes = PLACES.flatMap(({ id }) => truth(id, '2026-10').waterClass ?? [])
    const share = (wanted: readonly string[]) =>
      (classes.filter((each) => wanted.includes(each)).length * 100) / classes.length
    const [good, worst] = [share(['I', 'II', 'III']), share(['worse-than-V'])]
    expect(city.region.composition.total).toBe(classes.length)
    expect(city.region.goodPercent).toBeCloseTo(good, 8)
    expect(city.region.worstPercent).toBeCloseTo(worst, 8)
    expect(city.region.grade).toBe(gradeOf(good, worst))
  })

  it('ranks the units by 优良, then 达标, a boundary section counting for both banks', () => {
    expect(city.ranking.map(({ unit, ...rest }) => [unit.code, rest])).toEqual(rankingOf(truth))
  })

  it('says better or worse by grades between two months', () => {
    const grade = (each: ClassName) => ({ I: 0, II: 0, III: 1, IV: 2, V: 3, 'worse-than-V': 4 })[each]
    for (const { place, changes } of city.sections)
      for (const [index, month] of WAYS_BACK['2026-10'].entries()) {
        const [now, before] = [truth(place.id, '2026-10').waterClass, truth(place.id, month).waterClass]
        const steps = now === null || before === null ? null : grade(now) - grade(before)
        const wanted = steps === null ? 'unknown' : steps === 0 ? 'unchanged' : steps < 0 ? 'better' : 'worse'
        expect(changes[index]).toMatchObject({ against: month, direction: wanted })
        expect(changes[index]?.isMarked).toBe(steps !== null && Math.abs(steps) >= 2)
      }
  })

  it('finds the worst section of a river by class', () => {
    for (const river of new Set(PLACES.map(({ riverId }) => riverId)))
      expectWorst(review(`river:${river}`, '2026-10', samples, targets))
  })
})

/** No, one or two samples, each of a random part of the table; now and then undetected, at most at the limit of class I. */
function samplesOf(sectionId: string, month: string, random: () => number): Sample[] {
  const count = Math.floor(random() * 2.8)
  const spoiled = random()
  return Array.from({ length: count }, (_, n) => {
    const measurements = RIVER_ROWS.filter(() => random() < 0.6).map(({ indicator, limits }) => {
      const [best = 1] = limits
      if (random() < 0.15 && indicator !== 'dissolved-oxygen') {
        return { indicator, value: best * random(), isBelowDetection: true }
      }
      const limit = pick(limits.slice(0, spoiled < 0.5 ? 2 : 5), random)
      const value = random() < 0.2 ? limit : limit * (0.5 + random() * (spoiled < 0.3 ? 0.5 : 0.7))
      return { indicator, value, isBelowDetection: false }
    })
    return sample(`${sectionId}-${month}-${n}`, `${month}-0${n + 3}T09:00:00+08:00`, measurements, { sectionId })
  })
}

function judge(samples: readonly Sample[], target: ClassName | undefined): Truth {
  const classes = RIVER_ROWS.filter(({ indicator }) => !APART.includes(indicator)).flatMap(
    ({ indicator, sign, limits }) => {
      const values = samples.flatMap(({ measurements }) =>
        measurements
          .filter((each) => each.indicator === indicator)
          .map(({ value, isBelowDetection }) => (isBelowDetection ? value / 2 : value)),
      )
      if (values.length === 0) return []
      const mean = Number((values.reduce((sum, value) => sum + value, 0) / values.length).toPrecision(12))
      const met = limits.findIndex((limit) => (sign === '>=' ? mean >= limit : mean <= limit))
      return [met < 0 ? 5 : met]
    },
  )
  if (classes.length === 0) return { waterClass: null, state: 'no-data' }
  const worst = Math.max(...classes)
  const state = target === undefined ? 'no-target' : worst <= CLASSES.indexOf(target) ? 'met' : 'missed'
  return { waterClass: CLASSES[worst] ?? null, state }
}

function gradeOf(good: number, worst: number): string {
  if (good >= 90) return 'excellent'
  if (good >= 75) return 'good'
  if (worst < 20) return 'light'
  return worst < 40 ? 'moderate' : 'heavy'
}

function rankingOf(truth: (id: string, month: string) => Truth) {
  const codes = [...new Set(PLACES.flatMap(({ units }) => units.map(({ code }) => code)))]
  return codes
    .map((code) => {
      const own = PLACES.filter(({ units }) => units.some((unit) => unit.code === code)).map(({ id }) =>
        truth(id, '2026-10'),
      )
      const ranks = own.flatMap(({ waterClass }) => (waterClass === null ? [] : CLASSES.indexOf(waterClass)))
      const states = own.map(({ state }) => state).filter((state) => state === 'met' || state === 'missed')
      const share = (part: number, all: number) => Number(((part * 100) / all).toPrecision(12))
      const row = {
        evaluated: ranks.length,
        goodShare: ranks.length === 0 ? 0 : share(ranks.filter((rank) => rank <= 2).length, ranks.length),
        metShare: states.length === 0 ? null : share(states.filter((state) => state === 'met').length, states.length),
        worstClass: ranks.length === 0 ? null : (CLASSES[Math.max(...ranks)] ?? null),
      }
      return [code, row] as const
    })
    .filter(([, { evaluated }]) => evaluated > 0)
    .sort(([codeA, a], [codeB, b]) => {
      const byShares = b.goodShare - a.goodShare || (b.metShare ?? -1) - (a.metShare ?? -1)
      const byClass = CLASSES.indexOf(a.worstClass ?? 'I') - CLASSES.indexOf(b.worstClass ?? 'I')
      return byShares || byClass || (codeA < codeB ? -1 : 1)
    })
}

function expectWorst({ worst, sections }: WaterReview): void {
  const rankIn = (id: string) => {
    const found = sections.find(({ place }) => place.id === id)?.verdict.waterClass ?? null
    return found === null ? -1 : CLASSES.indexOf(found)
  }
  const ranks = sections.map(({ place }) => rankIn(place.id))
  const isBad = sections.some(({ verdict }, index) => (ranks[index] ?? -1) > 2 || verdict.targetState === 'missed')
  expect(worst !== null).toBe(isBad)
  if (worst === null) return
  const bad = sections.filter(({ place, verdict }) => rankIn(place.id) > 2 || verdict.targetState === 'missed')
  expect(rankIn(worst.sectionId)).toBe(Math.max(...bad.map(({ place }) => rankIn(place.id))))
  if (worst.upstreamSectionId === null) return
  const kmOf = (id: string) => sections.find(({ place }) => place.id === id)?.place.km ?? Number.NaN
  expect(kmOf(worst.upstreamSectionId)).toBeLessThan(kmOf(worst.sectionId))
}
