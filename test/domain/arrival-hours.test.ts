import { describe, expect, it } from 'vitest'
import { assess } from '#domain/assess'
import { isRefusal } from '#domain/refusal'
import { arrivalHours } from '#domain/river/arrival-hours'
import { createWorld } from '#domain/world'
import { seededRandom } from '../../server/bench/seeded-random.ts'
import { readReferenceFiles } from '../../server/reference-files.ts'

describe('the hours until the water arrives', () => {
  it('are told to a tenth in the first ten and whole after, since velocities are known to a factor only', () => {
    expect([0, 0.04, 2.86, 9.94, 9.96, 10.4, 12.496, 71.5].map(arrivalHours)).toEqual([0, 0, 2.9, 9.9, 10, 10, 12, 72])
  })

  it('stay as they are when they are rounded again, and never change order', () => {
    const random = seededRandom(20261124)
    for (let round = 0; round < 2000; round++) {
      const [sooner = 0, later = 0] = [random() * 40, random() * 40].sort((a, b) => a - b)
      expect(arrivalHours(arrivalHours(sooner))).toBe(arrivalHours(sooner))
      expect(arrivalHours(sooner)).toBeLessThanOrEqual(arrivalHours(later))
    }
  })

  it('are one number in the unit and in the sentence of its evidence, in both languages, wherever the water was fouled', () => {
    const told = PLACES_ON_RIVERS.flatMap(unitsReached)
    expect(told.length).toBeGreaterThan(15)
    for (const { arrivalH, evidence } of told) {
      const trace = evidence.find(({ kind }) => kind === 'trace')
      expect(trace?.zh).toContain(`前锋最早约 ${arrivalH?.earliest} 小时，可能约 ${arrivalH?.probable} 小时`)
      expect(trace?.en).toContain(
        `about ${arrivalH?.earliest} h at the earliest, the water after about ${arrivalH?.probable} h`,
      )
      expect(trace?.hours).toBe(arrivalH?.earliest)
    }
  })
})

const world = createWorld(readReferenceFiles().reference, { reference: 'shipped', software: 'test' })

/** On 潮白河, 北运河, 永定河, 凉水河 and 拒马河. */
const PLACES_ON_RIVERS = [
  [116.7771, 39.9309],
  [116.655, 39.905],
  [116.09, 39.96],
  [116.62, 39.75],
  [115.75, 39.6],
] as const

function unitsReached(coordinates: readonly [lon: number, lat: number]) {
  const report = {
    geometry: { type: 'Point', coordinates: [...coordinates] },
    crs: 'EPSG:4326',
    occurredAt: '2026-11-24T10:00:00+08:00',
    matter: 'emergency',
    medium: 'water',
    severity: 'general',
  }
  const answer = assess(report, world, { nowMs: Date.parse('2026-11-24T06:00:00Z'), withGeometry: false })
  if (isRefusal(answer)) throw new Error(JSON.stringify(answer))
  return answer.units.filter(({ arrivalH }) => arrivalH !== undefined)
}
