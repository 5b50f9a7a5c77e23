import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../server/bench/seeded-random.ts'
import { classLines, lineBetween } from '../../web/review/map/class-lines.ts'
import { reachAt } from '../../web/review/reach-at.ts'

const reach = (id: string, chainageM: number, lengthM: number, coordinates: number[][]) => ({
  properties: { id, riverId: 'r', chainageM, lengthM },
  geometry: { type: 'LineString' as const, coordinates },
})
/** Ten kilometres along a parallel, then ten more. */
const UPPER = reach('upper', 0, 10_000, [
  [116, 40],
  [116.1, 40],
])
const LOWER = reach('lower', 10_000, 10_000, [
  [116.1, 40],
  [116.2, 40],
])
const REACHES = [UPPER, LOWER]
const at = (km: number, grade: 'good' | 'heavy' | null, riverId = 'r') => ({ riverId, km, grade })
const grades = (...sections: ReturnType<typeof at>[]) =>
  classLines(REACHES, sections, null).map(({ properties }) => properties.grade)

describe('a river coloured from its sections', () => {
  it('has no class above the first section, and its class down to the next', () => {
    expect(grades(at(4, 'good'), at(12, 'heavy'))).toEqual(['unmeasured', 'good', 'good', 'heavy'])
  })

  it('is cut where the section stands', () => {
    const [above, below] = classLines([UPPER], [at(4, 'good')], null)
    expect(above?.geometry.coordinates.at(-1)?.[0]).toBeCloseTo(116.04, 6)
    expect(below?.geometry.coordinates[0]?.[0]).toBeCloseTo(116.04, 6)
  })

  it('is not cut by a section at the end of a reach', () => {
    expect(grades(at(10, 'heavy'))).toEqual(['unmeasured', 'heavy'])
  })

  it('is unmeasured below a section without a result, whatever lies above it', () => {
    expect(grades(at(4, 'good'), at(12, null))).toEqual(['unmeasured', 'good', 'good', 'unmeasured'])
  })

  it('takes nothing from another river', () => {
    expect(grades(at(4, 'heavy', 'other'))).toEqual(['unmeasured', 'unmeasured'])
  })

  it('shows the worst stretch only between its two sections', () => {
    const worst = { reachIds: ['upper', 'lower'], fromKm: 4, toKm: 12 }
    const lines = classLines(REACHES, [at(4, 'good'), at(12, 'heavy')], worst)
    expect(lines.map(({ properties }) => properties.isWorst)).toEqual([false, true, true, false])
  })
})

describe('a part of a line', () => {
  it('and the rest of it are as long as the whole, on a thousand crooked lines', () => {
    const random = seededRandom(3)
    for (let round = 0; round < 1000; round++) {
      const line = Array.from({ length: 2 + Math.floor(random() * 6) }, () => [116 + random(), 40 + random() / 100])
      const cut = 0.01 + random() * 0.98
      const parts = [lineBetween(line, 0, cut), lineBetween(line, cut, 1)].map(length)
      expect(parts[0]).toBeCloseTo(cut * length(line), 4)
      expect((parts[0] ?? 0) + (parts[1] ?? 0)).toBeCloseTo(length(line), 4)
    }
  })
})

describe('the reach of a section', () => {
  it('is the one above a confluence at which it stands', () => {
    expect(reachAt(REACHES, { riverId: 'r', km: 10 })?.properties.id).toBe('upper')
    expect(reachAt(REACHES, { riverId: 'r', km: 10.1 })?.properties.id).toBe('lower')
  })

  it('is the last one for a section that was measured a little beyond its end', () => {
    expect(reachAt(REACHES, { riverId: 'r', km: 20.3 })?.properties.id).toBe('lower')
    expect(reachAt(REACHES, { riverId: 'other', km: 1 })).toBeUndefined()
  })
})

/** As the lines are measured: longitude shortened by the latitude at which each leg ends. */
function length(line: readonly (readonly number[])[]): number {
  return line.slice(1).reduce((sum, [lon = 0, lat = 0], index) => {
    const [lon0 = 0, lat0 = 0] = line[index] ?? []
    const shortening = Math.cos((lat0 * Math.PI) / 180)
    return sum + Math.hypot((lon - lon0) * shortening, lat - lat0)
  }, 0)
}
