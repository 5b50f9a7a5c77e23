import { describe, expect, it } from 'vitest'
import { type Place, placeGeometry } from '#domain/place'
import { checkGeometry } from '#domain/report/geometry-check'
import { firstRingCrossing } from '#domain/report/ring-crossing'
import { seededRandom } from '../../server/bench/seeded-random.ts'

const codesOf = (geometry: unknown, crs: Parameters<typeof checkGeometry>[1] = 'EPSG:4326'): string[] => {
  const checked = checkGeometry(geometry, crs)
  return 'issues' in checked ? checked.issues.map(({ code, pointer }) => `${code} ${pointer}`) : []
}

const placeOf = (geometry: unknown, crs: Parameters<typeof checkGeometry>[1] = 'EPSG:4326'): Place => {
  const checked = checkGeometry(geometry, crs)
  if ('issues' in checked) throw new Error(JSON.stringify(checked.issues))
  return checked
}

const SQUARE = [
  [116.4, 39.9],
  [116.5, 39.9],
  [116.5, 40.0],
  [116.4, 40.0],
  [116.4, 39.9],
]
const inner = (x: number, y: number, size: number) =>
  [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
    [x, y],
  ] as number[][]
const polygon = (...rings: number[][][]) => ({ type: 'Polygon', coordinates: rings })
const multiPolygon = (...polygons: number[][][][]) => ({ type: 'MultiPolygon', coordinates: polygons })

describe('what is taken', () => {
  it.each([
    { type: 'Point', coordinates: [116.4, 39.9] },
    { type: 'Point', coordinates: [116.4, 39.9, 43] },
    {
      type: 'MultiPoint',
      coordinates: [
        [116.4, 39.9],
        [116.5, 39.9],
      ],
    },
    {
      type: 'LineString',
      coordinates: [
        [116.4, 39.9],
        [116.5, 39.9],
        [116.4, 39.9],
      ],
    },
    {
      type: 'MultiLineString',
      coordinates: [
        [
          [116.4, 39.9],
          [116.5, 39.9],
        ],
        [
          [116.6, 39.9],
          [116.5, 39.9],
        ],
      ],
    },
    polygon(SQUARE),
    polygon([...SQUARE].reverse()),
    polygon(SQUARE, inner(116.42, 39.92, 0.02)),
    multiPolygon([SQUARE], [inner(116.6, 39.9, 0.1)]),
  ])('a sound $type', (geometry) => {
    expect(codesOf(geometry)).toEqual([])
  })

  it('a hole that touches its outer ring in one point', () => {
    expect(
      codesOf(
        polygon(SQUARE, [
          [116.4, 39.95],
          [116.42, 39.94],
          [116.42, 39.96],
          [116.4, 39.95],
        ]),
      ),
    ).toEqual([])
  })

  it('parts that touch in one corner, and a part within the hole of another', () => {
    expect(codesOf(multiPolygon([inner(116.4, 39.9, 0.1)], [inner(116.5, 40.0, 0.1)]))).toEqual([])
    expect(codesOf(multiPolygon([SQUARE, inner(116.42, 39.92, 0.04)], [inner(116.43, 39.93, 0.01)]))).toEqual([])
  })

  it('the same place in WGS 84 from metres, and back as GeoJSON', () => {
    const place = placeOf({ type: 'Point', coordinates: [449324.7914, 4419060.1184] }, 'EPSG:4548')
    expect(placeGeometry(place)).toEqual({ type: 'Point', coordinates: [116.4074, 39.9042] })
    expect(placeGeometry(placeOf(polygon(SQUARE)))).toEqual(polygon(SQUARE))
    expect(placeGeometry(placeOf(multiPolygon([SQUARE], [inner(116.6, 39.9, 0.1)]))).type).toBe('MultiPolygon')
  })
})

describe('what is refused, with the field', () => {
  const REFUSED: readonly (readonly [unknown, string])[] = [
    [null, 'geometry-missing /geometry'],
    [{}, 'geometry-missing /geometry'],
    [{ type: 'GeometryCollection', geometries: [] }, 'geometry-type /geometry/type'],
    [{ type: 'Circle', coordinates: [1, 2] }, 'geometry-type /geometry/type'],
    [{ type: 'Point' }, 'position-shape /geometry/coordinates'],
    [{ type: 'Point', coordinates: [116.4] }, 'position-shape /geometry/coordinates'],
    [{ type: 'Point', coordinates: ['116.4', '39.9'] }, 'position-shape /geometry/coordinates'],
    [{ type: 'Point', coordinates: [Number.NaN, 39.9] }, 'not-finite /geometry/coordinates'],
    [{ type: 'Point', coordinates: [116.4, Number.POSITIVE_INFINITY] }, 'not-finite /geometry/coordinates'],
    [{ type: 'Point', coordinates: [39.9, 116.4] }, 'swapped-coordinates /geometry/coordinates'],
    [{ type: 'Point', coordinates: [] }, 'position-shape /geometry/coordinates'],
    [{ type: 'MultiPoint', coordinates: [] }, 'geometry-empty /geometry/coordinates'],
    [{ type: 'LineString', coordinates: [] }, 'geometry-empty /geometry/coordinates'],
    [{ type: 'LineString', coordinates: [[116.4, 39.9]] }, 'too-few-positions /geometry/coordinates'],
    [
      {
        type: 'LineString',
        coordinates: [
          [116.4, 39.9],
          [116.4, 39.9],
        ],
      },
      'zero-length /geometry/coordinates',
    ],
    [
      {
        type: 'LineString',
        coordinates: [
          [116.4, 39.9],
          [116.4, null],
        ],
      },
      'position-shape /geometry/coordinates/1',
    ],
    [
      {
        type: 'LineString',
        coordinates: [
          [116.4, 39.9],
          [39.8, 116.4],
        ],
      },
      'swapped-coordinates /geometry/coordinates/1',
    ],
    [
      {
        type: 'LineString',
        coordinates: [
          [179, 39.9],
          [-179, 39.9],
        ],
      },
      'antimeridian /geometry',
    ],
    [
      {
        type: 'LineString',
        coordinates: [
          [116.4, 39.9],
          [121.4, 31.2],
        ],
      },
      'too-large /geometry',
    ],
    [{ type: 'MultiPolygon', coordinates: [] }, 'geometry-empty /geometry/coordinates'],
    [{ type: 'Polygon', coordinates: [] }, 'geometry-empty /geometry/coordinates'],
    [polygon(SQUARE.slice(0, 4)), 'ring-not-closed /geometry/coordinates/0'],
    [polygon(SQUARE.slice(0, 2)), 'too-few-positions /geometry/coordinates/0'],
    [polygon(SQUARE, inner(116.42, 39.92, 0.02).slice(0, 4)), 'ring-not-closed /geometry/coordinates/1'],
    [
      polygon([
        [116.4, 39.9],
        [116.4, 39.9],
        [116.4, 39.9],
        [116.4, 39.9],
      ]),
      'zero-area /geometry/coordinates/0',
    ],
    [
      polygon([
        [116.4, 39.9],
        [116.5, 39.9],
        [116.45, 39.9],
        [116.4, 39.9],
      ]),
      'zero-area /geometry/coordinates/0',
    ],
    [
      polygon([
        [116.4, 39.9],
        [116.5, 40],
        [116.5, 39.8],
        [116.4, 40],
        [116.4, 39.9],
      ]),
      'self-crossing /geometry/coordinates/0',
    ],
    [polygon(SQUARE, inner(116.45, 39.95, 0.1)), 'rings-crossing /geometry/coordinates/0'],
    [polygon(SQUARE, inner(116.6, 39.9, 0.1)), 'hole-outside /geometry/coordinates/1'],
    [multiPolygon([SQUARE], [inner(116.42, 39.92, 0.02)]), 'parts-overlap /geometry/coordinates/1/0'],
    [multiPolygon([SQUARE], [SQUARE]), 'rings-crossing /geometry/coordinates/0/0'],
    [polygon(inner(114, 38, 3)), 'too-large /geometry/coordinates/0'],
    [
      { type: 'LineString', coordinates: Array.from({ length: 10_001 }, (_, i) => [116 + i * 1e-5, 39.9]) },
      'too-many-vertices /geometry/coordinates',
    ],
  ]

  it.each(REFUSED.map(([geometry, code]) => [code, geometry] as const))('%s', (code, geometry) => {
    expect(codesOf(geometry)).toContain(code)
  })

  it('a ring in metres that was left open says where it starts and where it ends', () => {
    const checked = checkGeometry(
      polygon([
        [450000, 4419000],
        [451000, 4419000],
        [451000, 4420000],
        [450000, 4420000],
      ]),
      'EPSG:4548',
    )
    expect('issues' in checked && checked.issues[0]?.zh).toContain('首点为 [450000, 4419000]，末点为 [450000, 4420000]')
  })

  it('tells at most five bad positions of a hopeless line', () => {
    expect(codesOf({ type: 'LineString', coordinates: Array.from({ length: 50 }, () => ['a', 'b']) })).toHaveLength(5)
  })
})

describe('a ring that crosses itself', () => {
  const flat = (...xy: number[]) => Float64Array.from(xy)

  it('a bow tie is found at its crossing', () => {
    expect(firstRingCrossing([flat(0, 0, 2, 2, 2, 0, 0, 2, 0, 0)])).toMatchObject({ x: 1, y: 1, rings: [0, 0] })
  })

  it.each([
    ['a spike', [0, 0, 4, 0, 4, 4, 4, 6, 4, 4, 0, 4, 0, 0]],
    ['a vertex on another edge', [0, 0, 4, 0, 4, 4, 2, 0, 0, 4, 0, 0]],
    ['a figure eight through a vertex', [0, 0, 2, 2, 4, 0, 4, 4, 2, 2, 0, 4, 0, 0]],
    ['an edge that doubles back', [0, 0, 4, 0, 2, 0, 2, 4, 0, 4, 0, 0]],
  ])('%s is refused', (_name, ring) => {
    expect(firstRingCrossing([flat(...ring)])).not.toBeNull()
  })

  it('collinear runs and repeated positions are no crossing', () => {
    expect(firstRingCrossing([flat(0, 0, 2, 0, 2, 0, 4, 0, 4, 4, 2, 4, 0, 4, 0, 0)])).toBeNull()
  })

  it('agrees with a comparison of all pairs in whole numbers on 4,000 seeded rings', () => {
    const random = seededRandom(11)
    let crossings = 0
    for (let round = 0; round < 4000; round++) {
      const count = 3 + Math.floor(random() * 5)
      const xy = Array.from({ length: count * 2 }, () => Math.floor(random() * 7))
      const ring = [...xy, xy[0] ?? 0, xy[1] ?? 0]
      const expected = isConflicting(ring)
      if (expected) crossings++
      expect(firstRingCrossing([flat(...ring)]) !== null, ring.join(' ')).toBe(expected)
    }
    expect(crossings).toBeGreaterThan(500)
    expect(crossings).toBeLessThan(3900)
  })

  it('judges 10,000 vertices of a sawtooth in well under a second', () => {
    const ring: number[] = []
    for (let tooth = 0; tooth < 2500; tooth++) ring.push(tooth, 0, tooth + 0.5, 1000)
    for (let tooth = 2500; tooth > 0; tooth--) ring.push(tooth, 2000, tooth - 0.5, 3000)
    ring.push(0, 0)
    const before = process.cpuUsage().user
    expect(firstRingCrossing([flat(...ring)])).toBeNull()
    expect(process.cpuUsage().user - before).toBeLessThan(1_000_000)
  })
})

/** Small whole numbers, so that every product is exact: two edges meet elsewhere than at the vertex they share. */
function isConflicting(ring: readonly number[]): boolean {
  const edges: (readonly [number, number, number, number])[] = []
  for (let at = 0; at + 3 < ring.length; at += 2) {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = ring.slice(at, at + 4)
    if (x0 !== x1 || y0 !== y1) edges.push([x0, y0, x1, y1])
  }
  return edges.some((one, i) =>
    edges.some((other, j) => {
      if (j <= i) return false
      const isNext = j === i + 1
      const isLast = i === 0 && j === edges.length - 1
      return commonPoints(one, other, isNext, isLast)
    }),
  )
}

function commonPoints(
  [ax, ay, bx, by]: readonly [number, number, number, number],
  [cx, cy, dx, dy]: readonly [number, number, number, number],
  isNext: boolean,
  isLast: boolean,
): boolean {
  const across = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx)
  if (across !== 0) {
    const t = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / across
    const u = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / across
    const meets = t >= 0 && t <= 1 && u >= 0 && u <= 1
    const isShared = (isNext && t === 1 && u === 0) || (isLast && t === 0 && u === 1)
    return meets && !isShared
  }
  if ((cx - ax) * (by - ay) !== (cy - ay) * (bx - ax)) return false
  const length2 = (bx - ax) ** 2 + (by - ay) ** 2
  const at = (x: number, y: number) => ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length2
  const [from, to] = [Math.min(at(cx, cy), at(dx, dy)), Math.max(at(cx, cy), at(dx, dy))]
  const overlap = Math.min(1, to) - Math.max(0, from)
  if (overlap > 0) return true
  return overlap === 0 && !(isNext || isLast)
}
