import { describe, expect, it } from 'vitest'
import type { ReachFeature } from '#domain/reference-data'
import { gates, pair, reaches, sections } from './reference-set.ts'

const reachById = new Map(reaches.map((reach) => [reach.properties.id, reach]))

describe('sections and gates', () => {
  it('lie within 5 m of the reach that they name (a long piece is drawn straight, not as a great circle)', () => {
    for (const { properties, geometry } of [...sections, ...gates]) {
      const reach = reachById.get(properties.reachId)
      if (reach === undefined) throw new Error(`${properties.name} lies on no reach`)
      expect(reach.properties.riverId).toBe(properties.riverId)
      expect(distanceToLineM(geometry.coordinates, reach), properties.name).toBeLessThan(5)
    }
  })

  it('say that their places are not official', () => {
    for (const { properties } of [...sections, ...gates]) expect(properties.note).toContain('非官方坐标')
  })
})

function distanceToLineM(point: readonly number[], { geometry }: ReachFeature): number {
  const [lon, lat] = pair(point)
  const eastM = 111_320 * Math.cos((lat * Math.PI) / 180)
  const local = geometry.coordinates.map((vertex) => [
    (pair(vertex)[0] - lon) * eastM,
    (pair(vertex)[1] - lat) * 111_320,
  ])
  const distances = local.slice(1).map((to, at) => {
    const [[x0, y0], [x1, y1]] = [pair(local[at]), pair(to)]
    const squared = (x1 - x0) ** 2 + (y1 - y0) ** 2
    const share = Math.min(1, Math.max(0, -(x0 * (x1 - x0) + y0 * (y1 - y0)) / squared))
    return Math.hypot(x0 + share * (x1 - x0), y0 + share * (y1 - y0))
  })
  return Math.min(...distances)
}
