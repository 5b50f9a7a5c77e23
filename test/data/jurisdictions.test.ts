import { booleanPointInPolygon } from '@turf/turf'
import { orient2d } from 'robust-predicates'
import { describe, expect, it } from 'vitest'
import type { JurisdictionFeature } from '#domain/reference-data'
import {
  counties,
  districts,
  districtsAndCounties,
  type Edge,
  edgesOf,
  keyOf,
  pair,
  ringsOf,
  townships,
} from './reference-set.ts'
import { seeded } from './seeded.ts'

const BORDERING_TOGETHER = {
  'districts and counties': districtsAndCounties,
  'townships and counties': [...townships, ...counties],
}

describe.each(Object.entries(BORDERING_TOGETHER))('%s are a coverage', (_, units) => {
  const edges = units.flatMap(edgesOf)
  const ownerOf = new Map(edges.map(({ from, to, unit }) => [keyOf(from, to), unit]))

  it('each side of each piece of border belongs to one unit', () => {
    expect(ownerOf.size).toBe(edges.length)
  })

  it('every border inside the set is drawn alike from both sides: only counties face the outside', () => {
    const open = edges.filter(({ from, to }) => !ownerOf.has(keyOf(to, from))).map(({ unit }) => unit)
    expect(open.filter((unit) => unit.startsWith('11'))).toEqual([])
    expect(open.length).toBeGreaterThan(1000)
  })

  it('no two borders cross, overlap or touch anywhere but at a common vertex', () => {
    expect(meetings(edges)).toEqual([])
  })
})

describe('districts', () => {
  it('are the sixteen of Beijing', () => {
    expect(districts.map(({ properties }) => properties.code)).toEqual([
      ...['110101', '110102', '110105', '110106', '110107', '110108', '110109', '110111'],
      ...['110112', '110113', '110114', '110115', '110116', '110117', '110118', '110119'],
    ])
  })

  it('cover the official 16,410.54 square kilometres of the city to within a thousandth', () => {
    const total = districts.reduce((sum, { geometry }) => sum + ellipsoidAreaKm2(ringsOf(geometry)), 0)
    expect(Math.abs(total / 16_410.54 - 1)).toBeLessThan(0.001)
  })

  it('are of one piece, but for the airport exclave of 朝阳 that lies in a hole of 顺义', () => {
    const parts = Object.fromEntries(
      districts.map(({ properties, geometry }) => [properties.name, geometry.coordinates]),
    )
    const several = Object.entries(parts).filter(([, coordinates]) => coordinates.length > 1)
    expect(several.map(([name, coordinates]) => [name, coordinates.length])).toEqual([['朝阳区', 2]])
    expect(parts.顺义区?.[0]?.length).toBe(2)
  })

  it('touch only shipped counties: every neighbour of Beijing is there', () => {
    const ownerOf = new Map(districtsAndCounties.flatMap(edgesOf).map(({ from, to, unit }) => [keyOf(from, to), unit]))
    const across = districts.flatMap(edgesOf).map(({ from, to }) => ownerOf.get(keyOf(to, from)))
    expect(across).not.toContain(undefined)
    expect(new Set(across.filter((unit) => !unit?.startsWith('11'))).size).toBeGreaterThan(14)
  })
})

describe('townships', () => {
  it('are the 343 of the register, each under its district', () => {
    expect(townships.length).toBe(343)
    expect(new Set(townships.map(({ properties }) => properties.code)).size).toBe(343)
    for (const { properties } of townships) expect(properties.code.slice(0, 6)).toBe(properties.parent)
  })

  it.each(districts.map((district) => [district.properties.name, district] as const))(
    'tile %s exactly',
    (_, district) => {
      const own = townships.filter(({ properties }) => properties.parent === district.properties.code).flatMap(edgesOf)
      const keys = new Set(own.map(({ from, to }) => keyOf(from, to)))
      const outline = own.filter(({ from, to }) => !keys.has(keyOf(to, from))).map(({ from, to }) => keyOf(from, to))
      expect(outline.sort()).toEqual(
        edgesOf(district)
          .map(({ from, to }) => keyOf(from, to))
          .sort(),
      )
    },
  )

  it('hold their own seat, and the district holds it too', () => {
    for (const township of townships) {
      const { seat, name, parent } = township.properties
      const district = districts.find(({ properties }) => properties.code === parent)
      if (seat === undefined || district === undefined) throw new Error(`${name} has no seat or no district`)
      expect(booleanPointInPolygon([...seat], township), name).toBe(true)
      expect(booleanPointInPolygon([...seat], district), name).toBe(true)
    }
  })

  it('hold exactly the places that lie nearer to their seat than to any other of the district', () => {
    const random = seeded(2019)
    let judged = 0
    for (let round = 0; round < 3000; round++) {
      const place = [115.4 + random() * 2.2, 39.4 + random() * 1.7]
      const holder = townships.find((township) => booleanPointInPolygon(place, township))
      if (holder === undefined || holder.properties.parent === '110105') continue
      const rivals = townships.filter(({ properties }) => properties.parent === holder.properties.parent)
      const [nearest, second] = rivals.sort((a, b) => seatDistance(a, place) - seatDistance(b, place))
      if (nearest === undefined || second === undefined) throw new Error('every district has several townships')
      if (seatDistance(second, place) - seatDistance(nearest, place) < 1e-5) continue
      expect(holder.properties.code, `${place}`).toBe(nearest.properties.code)
      judged++
    }
    expect(judged).toBeGreaterThan(1000)
  })

  it('首都机场街道 is the whole exclave and nothing else', () => {
    const airport = townships.find(({ properties }) => properties.code === '110105020')
    expect(airport?.geometry.coordinates.length).toBe(1)
  })

  it('are all called schematic, with an error of a kilometre or more', () => {
    for (const { properties } of townships) {
      expect(properties.schematic).toBe(true)
      expect(properties.accuracyM).toBeGreaterThanOrEqual(1000)
    }
  })
})

/** In degrees of latitude; a degree of longitude is shorter by the cosine of 40.2 degrees. */
function seatDistance({ properties }: JurisdictionFeature, [lon, lat]: readonly number[]): number {
  const [seatLon, seatLat] = pair(properties.seat)
  return Math.hypot((seatLon - (lon ?? 0)) * Math.cos((40.2 * Math.PI) / 180), seatLat - (lat ?? 0))
}

/** Pairs of edges that meet otherwise than in a common end, found through square buckets of 0.02 degree. */
function meetings(edges: readonly Edge[]): string[] {
  const found = new Set<string>()
  for (const bucket of buckets(edges).values()) {
    bucket.forEach((a, at) => {
      for (const b of bucket.slice(at + 1)) {
        if (meetWrongly(a, b)) found.add(`${a.unit} ${keyOf(a.from, a.to)} / ${b.unit} ${keyOf(b.from, b.to)}`)
      }
    })
  }
  return [...found]
}

function buckets(edges: readonly Edge[]): Map<string, Edge[]> {
  const size = 0.02
  const byBucket = new Map<string, Edge[]>()
  for (const edge of edges) {
    const [west, east] = [edge.from[0], edge.to[0]].sort((a, b) => a - b).map((x) => Math.floor(x / size))
    const [south, north] = [edge.from[1], edge.to[1]].sort((a, b) => a - b).map((y) => Math.floor(y / size))
    for (let x = west ?? 0; x <= (east ?? 0); x++) {
      for (let y = south ?? 0; y <= (north ?? 0); y++) {
        const bucket = byBucket.get(`${x},${y}`)
        if (bucket) bucket.push(edge)
        else byBucket.set(`${x},${y}`, [edge])
      }
    }
  }
  return byBucket
}

function meetWrongly(a: Edge, b: Edge): boolean {
  const isSamePiece = keyOf(a.from, a.to) === keyOf(b.to, b.from)
  if (isSamePiece) return false
  const ends = [a.from, a.to].filter((end) => [b.from, b.to].some((other) => `${other}` === `${end}`))
  const straddles = side(a, b.from) * side(a, b.to) < 0 && side(b, a.from) * side(b, a.to) < 0
  const touches = [b.from, b.to].some((end) => liesWithin(end, a)) || [a.from, a.to].some((end) => liesWithin(end, b))
  return (ends.length === 0 && straddles) || touches
}

const side = ({ from, to }: Edge, [x, y]: readonly [number, number]): number =>
  Math.sign(orient2d(from[0], from[1], to[0], to[1], x, y))

function liesWithin(point: readonly [number, number], edge: Edge): boolean {
  if (`${point}` === `${edge.from}` || `${point}` === `${edge.to}` || side(edge, point) !== 0) return false
  const { from, to } = edge
  return (point[0] - from[0]) * (point[0] - to[0]) <= 0 && (point[1] - from[1]) * (point[1] - to[1]) <= 0
}

/** Area on the GRS 80 ellipsoid between the rings, by the area under each edge (exact but for the edges' curvature). */
function ellipsoidAreaKm2(rings: readonly (readonly (readonly number[])[])[]): number {
  const doubleArea = rings.flatMap((ring) =>
    ring.slice(1).map((to, at) => {
      const [[lon0, lat0], [lon1, lat1]] = [pair(ring[at]), pair(to)]
      return ((lon0 - lon1) * Math.PI * (authalic(lat0) + authalic(lat1))) / 180
    }),
  )
  return (6378.137 ** 2 * doubleArea.reduce((sum, share) => sum + share, 0)) / 4
}

/** q of Snyder, Map Projections (1987), equation 3-12; e² of GRS 80. */
function authalic(latDeg: number): number {
  const squared = 0.0066943800229
  const [e, sine] = [Math.sqrt(squared), Math.sin((latDeg * Math.PI) / 180)]
  const logarithm = Math.log((1 - e * sine) / (1 + e * sine)) / (2 * e)
  return (1 - squared) * (sine / (1 - squared * sine ** 2) - logarithm)
}
