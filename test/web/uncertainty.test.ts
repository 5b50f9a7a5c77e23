import { distance } from '@turf/turf'
import { describe, expect, it } from 'vitest'
import { handlePosition, MOST_UNCERTAINTY_M, stepped, uncertaintyAt } from '../../web/map/uncertainty.ts'

const handleAt = (centre: [number, number], metres: number) => {
  const [lng, lat] = handlePosition(centre, metres)
  return { lng, lat }
}

describe('the handle of the position error', () => {
  it.each([
    [[116.75, 39.98], 50],
    [[115.5, 41.0], 800],
    [[117.4, 39.5], 12_000],
  ] as const)('stands as far from %j as the error is, by Turf, within a tenth of a per cent', ([lon, lat], metres) => {
    const handle = handleAt([lon, lat], metres)
    const byTurf = distance([lon, lat], [handle.lng, handle.lat], { units: 'meters' })
    expect(Math.abs(byTurf - metres) / metres).toBeLessThan(1e-3)
  })

  it('put back where it stands, means the same error', () => {
    for (const metres of [5, 50, 300, 2500, 48_000]) {
      expect(uncertaintyAt([116.75, 39.98], handleAt([116.75, 39.98], metres))).toBe(metres)
    }
  })

  it('dragged in any direction, means its distance in two digits', () => {
    const north = uncertaintyAt([116.75, 39.98], { lng: 116.75, lat: 39.98 + 1234 / 111_195 })
    expect(north).toBe(1200)
  })

  it('dragged onto the centre, means no error; dragged away, no more than may be reported', () => {
    expect(uncertaintyAt([116.75, 39.98], { lng: 116.75, lat: 39.98 })).toBe(0)
    expect(uncertaintyAt([116.75, 39.98], { lng: 120, lat: 39.98 })).toBe(MOST_UNCERTAINTY_M)
  })

  it('the keyboard steps by about a tenth, never below zero, and always moves', () => {
    expect(stepped(50, 1)).toBe(55)
    expect(stepped(1000, -1)).toBe(900)
    expect(stepped(0, -1)).toBe(0)
    let metres = 0
    for (let step = 0; step < 200; step++) {
      const next = stepped(metres, 1)
      expect(next).toBeGreaterThan(metres === MOST_UNCERTAINTY_M ? metres - 1 : metres)
      metres = next
    }
    expect(metres).toBe(MOST_UNCERTAINTY_M)
  })
})
