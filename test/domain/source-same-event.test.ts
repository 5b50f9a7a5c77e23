import { describe, expect, it } from 'vitest'
import { eventUnits, explainEvent } from '#domain/source/explain-event'
import type { Finding } from '#domain/source/finding'
import { indicatorsIn, pollutantMatch, pollutantsAgree } from '#domain/source/pollutant-match'
import { sameEvents } from '#domain/source/same-event'
import { seededRandom } from '../../server/bench/seeded-random.ts'
import { aFinding, atlasOf, HOUR_MS, NOON_MS, plainHours, pointAtKm, SETTINGS } from './source-world.ts'

const atlas = atlasOf()
const { rivers } = atlas
const groupsOf = (findings: readonly Finding[]) => sameEvents(rivers, findings, SETTINGS)

describe('reports along one river', () => {
  it('are grouped as a plain comparison of every two of them says, in 300 random months', () => {
    const random = seededRandom(11)
    let joined = 0
    for (let trial = 0; trial < 300; trial++) {
      const placed = Array.from({ length: 2 + Math.floor(random() * 6) }, (_, n) => {
        const km = random() * 30
        const [lon, lat] = pointAtKm(atlas, 'jie', km)
        const pollutant = ['', '氨氮', '石油类'][Math.floor(random() * 3)] ?? ''
        return { km, finding: aFinding(n, { lon, lat, pollutant, occurredMs: NOON_MS - random() * 200 * HOUR_MS }) }
      })
      const groups = groupsOf(placed.map(({ finding }) => finding)).map(({ findings }) =>
        findings.map(({ id }) => id).sort(),
      )
      const expected = plainGroups(placed)
      expect(groups.sort(byFirst)).toEqual(expected.sort(byFirst))
      joined += expected.length
    }
    expect(joined).toBeGreaterThan(100)
  })
})

interface Placed {
  readonly km: number
  readonly finding: Finding
}

const byFirst = (a: readonly string[], b: readonly string[]) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1)

/** Grows each group until no member has a partner outside it. */
function plainGroups(placed: readonly Placed[]): string[][] {
  const left = new Set(placed)
  const groups: string[][] = []
  for (const first of placed) {
    if (!left.delete(first)) continue
    const group = [first]
    for (const member of group) {
      for (const other of [...left]) {
        if (!belong(member, other) && !belong(other, member)) continue
        left.delete(other)
        group.push(other)
      }
    }
    if (group.length > 1) groups.push(group.map(({ finding }) => finding.id).sort())
  }
  return groups
}

function belong(upper: Placed, lower: Placed): boolean {
  const km = lower.km - upper.km
  if (km < 0 || km > SETTINGS.sameEventKm) return false
  const [one, other] = [upper.finding.pollutant, lower.finding.pollutant]
  if (one !== '' && other !== '' && one !== other) return false
  const lagH = (lower.finding.occurredMs - upper.finding.occurredMs) / HOUR_MS
  if (km <= SETTINGS.besideKm && Math.abs(lagH) <= SETTINGS.besideH) return true
  const { earliestH, latestH } = plainHours(rivers, 'jie', upper.km, lower.km)
  return lagH >= earliestH - SETTINGS.reportingH && lagH <= latestH + SETTINGS.reportingH
}

describe('one event', () => {
  const left = aFinding(1, { lon: 116.102, lat: 40.075 })
  const right = aFinding(2, { lon: 116.098, lat: 40.074, occurredMs: NOON_MS + 3 * HOUR_MS })

  it('both banks of a border river see it: two counties, one event, with the reason', () => {
    const [group, ...more] = groupsOf([left, right])
    expect(more).toEqual([])
    if (group === undefined) throw new Error('not joined')
    expect(eventUnits(atlas, group).map(({ name }) => name)).toEqual(['乙县', '甲县'])
    expect(explainEvent(atlas, group).zh).toContain('乙县、甲县的 2 起上报可能是同一事件')
  })

  it('a smell, a place far from the river, another pollutant or another week is not it', () => {
    expect(groupsOf([left, { ...right, medium: 'air' }])).toEqual([])
    expect(groupsOf([left, { ...right, lon: 116.09 }])).toEqual([])
    expect(
      groupsOf([
        { ...left, pollutant: '柴油' },
        { ...right, pollutant: '粪污' },
      ]),
    ).toEqual([])
    expect(groupsOf([left, { ...right, occurredMs: NOON_MS + 200 * HOUR_MS }])).toEqual([])
  })

  it('two reports at the very same place are one pair, and no report is its own event', () => {
    const [group] = groupsOf([left, { ...right, lon: left.lon, lat: left.lat }])
    expect(group?.pairs).toHaveLength(1)
    expect(groupsOf([left])).toEqual([])
    expect(groupsOf([])).toEqual([])
  })

  it('two tributaries that only meet below are not one event', () => {
    const onTributary = aFinding(3, { lon: 116.125, lat: 40.12 })
    const onStem = aFinding(4, { lon: 116.1, lat: 40.12 })
    expect(groupsOf([onTributary, onStem])).toEqual([])
  })
})

describe('pollutants in words', () => {
  it('are known by name, by symbol as a word of its own, and by what people see', () => {
    expect(pollutantMatch('氨氮超标', 'ammonia-nitrogen')).toBe('named')
    expect(pollutantMatch('NH3-N 3.2', 'ammonia-nitrogen')).toBe('named')
    expect(pollutantMatch('生活污水', 'total-phosphorus')).toBe('named')
    expect(pollutantMatch('柴油', 'petroleum')).toBe('named')
    expect(pollutantMatch('  ', 'cod')).toBe('unknown')
    expect(pollutantMatch('柴油', 'cod')).toBe('other')
    expect(indicatorsIn('biogas As-free Task').has('arsenic')).toBe(true)
    expect(indicatorsIn('Task').has('arsenic')).toBe(false)
  })

  it('agree where one is not named, both are alike, or both mean a common indicator; the order does not matter', () => {
    const words = ['', '氨氮', '生活污水', '柴油', '某某液体', '某某液体 ']
    for (const one of words)
      for (const other of words) expect(pollutantsAgree(one, other)).toBe(pollutantsAgree(other, one))
    expect(pollutantsAgree('生活污水', '氨氮')).toBe(true)
    expect(pollutantsAgree('某某液体', '某某液体 ')).toBe(true)
    expect(pollutantsAgree('某某液体', '柴油')).toBe(false)
  })
})
