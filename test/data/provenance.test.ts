import { describe, expect, it } from 'vitest'
import { layers } from './reference-set.ts'

const LICENCES = ['MIT', 'Apache-2.0', 'ODbL-1.0']
const CALENDAR_DAY = /^\d{4}-\d{2}-\d{2}$/

describe.each(Object.entries(layers))('every feature of %s', (_, features) => {
  it('says where it comes from, under which licence and how far it may be off', () => {
    expect(features.length).toBeGreaterThan(0)
    for (const { properties } of features) {
      expect(properties.source).not.toBe('')
      expect(LICENCES).toContain(properties.licence)
      expect(properties.accuracyM).toBeGreaterThanOrEqual(20)
      expect(typeof properties.schematic).toBe('boolean')
    }
  })

  it('holds from a real day on, for ever or until a later day', () => {
    for (const { properties } of features) {
      expect(properties.validFrom).toMatch(CALENDAR_DAY)
      expect(new Date(properties.validFrom).toISOString()).toContain(properties.validFrom)
      if (properties.validTo !== null) expect(properties.validTo > properties.validFrom).toBe(true)
    }
  })

  it('has an id or code of its own', () => {
    const ids = features.map(({ properties }) => ('code' in properties ? properties.code : properties.id))
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('has a Chinese name', () => {
    for (const { properties } of features) {
      expect('river' in properties ? properties.river : properties.name).toMatch(/\p{Script=Han}/u)
    }
  })

  it('lies around Beijing, longitude first, on the grid of 1e-6 degree', () => {
    for (const [lon, lat] of features.flatMap(({ geometry }) => positionsOf(geometry.coordinates))) {
      expect(lon > 114.8 && lon < 118.7 && lat > 39.0 && lat < 42.1, `${lon},${lat}`).toBe(true)
      expect([Math.round(lon * 1e6) / 1e6, Math.round(lat * 1e6) / 1e6]).toEqual([lon, lat])
    }
  })
})

it('on any day of the plan, from 2019 on, all districts, counties, townships and rivers hold', () => {
  const { zones: _, ...lasting } = layers
  for (const { properties } of Object.values(lasting).flat()) {
    expect(properties.validFrom <= '2019-01-01').toBe(true)
    expect(properties.validTo).toBe(null)
  }
})

it('the zones are the six of the statistical codes and three reservoirs, none of them called exact', () => {
  expect(layers.zones.map(({ properties }) => properties.code)).toEqual([
    ...['110115403', '110115404', '110115405', '110115406', '110116400', '110118400'],
    ...['zone-guanting-reservoir', 'zone-huairou-reservoir', 'zone-miyun-reservoir'],
  ])
  for (const { properties } of layers.zones) expect(properties.schematic && properties.accuracyM >= 1500).toBe(true)
})

function positionsOf(coordinates: unknown): (readonly [number, number])[] {
  if (!Array.isArray(coordinates)) return []
  const [lon, lat] = coordinates
  return typeof lon === 'number' && typeof lat === 'number' ? [[lon, lat]] : coordinates.flatMap(positionsOf)
}
