import type { Geometry, Position } from 'geojson'
import { expect, it } from 'vitest'
import { assess } from '#domain/assess'
import type { Evidence } from '#domain/assessment'
import { isRefusal } from '#domain/refusal'
import { createWorld } from '#domain/world'
import { readReferenceFiles } from '../../server/reference-files.ts'

const { reference } = readReferenceFiles()
const WORLD = createWorld(reference, { reference: 'ref', software: '1.2.3' })
/** By the 温榆河, whose water passes five units before it leaves the city. */
const PLACE: Position = [116.414251, 40.139682]

const ways = traces().flatMap(({ geometry }) => (geometry === undefined ? [] : [linesOf(geometry)]))

it('the way of the water is drawn from the place to the river and on without a gap', () => {
  expect(ways.length).toBeGreaterThan(2)
  for (const [toRiver, ...stretches] of ways) {
    expect(toRiver?.[0]).toEqual(PLACE)
    const ends = [toRiver, ...stretches].map((line) => line?.at(-1))
    expect(stretches.map((line) => line[0])).toEqual(ends.slice(0, -1))
  }
})

it('what is drawn has no digits beyond a decimetre', () => {
  const coordinates = JSON.stringify(ways).match(/\d+\.\d+/g) ?? []
  expect(coordinates.length).toBeGreaterThan(20)
  expect(coordinates.filter((text) => (text.split('.')[1]?.length ?? 0) > 6)).toEqual([])
})

function traces(): Evidence[] {
  const report = {
    geometry: { type: 'Point', coordinates: PLACE },
    crs: 'EPSG:4326',
    occurredAt: '2026-11-24T10:00:00+08:00',
    matter: 'enforcement',
    medium: 'water',
    severity: 'general',
    uncertaintyM: 20,
  }
  const assessment = assess(report, WORLD, { nowMs: Date.parse('2026-11-24T12:00:00+08:00'), withGeometry: true })
  if (isRefusal(assessment)) throw new Error(JSON.stringify(assessment))
  return assessment.units.flatMap(({ evidence }) => evidence.filter(({ kind }) => kind === 'trace'))
}

function linesOf(geometry: Geometry): Position[][] {
  if (geometry.type !== 'MultiLineString') throw new Error(`${geometry.type} is no way`)
  return geometry.coordinates
}
