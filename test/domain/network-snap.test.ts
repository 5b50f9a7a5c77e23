import { describe, expect, it } from 'vitest'
import { lineTable } from '#domain/network/line-table'
import { snapEnds } from '#domain/network/snap-ends'
import type { SourceLine } from '#domain/network/source-line'
import { seeded } from '../data/seeded.ts'
import { build, CORNER, flows, line, type Place, problemIds, reachesOf } from './network-lines.ts'

const SNAP = { snapM: 30, nearM: 90 }

/** Short lines whose ends often nearly meet. */
function broken(seed: number, count: number): SourceLine[] {
  const random = seeded(seed)
  return Array.from({ length: count }, (_, index) => {
    const [x, y, turn] = [random() * 900, random() * 900, random() * 2 * Math.PI]
    const reach = 60 + random() * 120
    const end: Place = [x + reach * Math.cos(turn), y + reach * Math.sin(turn)]
    return line(`l${String(index).padStart(3, '0')}`, [[x, y], end])
  })
}

type Spot = readonly [number, number]
interface End {
  readonly line: number
  readonly spot: Spot
  readonly other: Spot
}

/** Where each end goes, by looking at every end and every line; the rules of snap-ends.ts in plain words. */
function snappedByForce(lines: readonly SourceLine[], snapM: number): Map<string, Spot> {
  const cm = (metres: Float64Array, at: number): Spot => [
    Math.round((metres[2 * at] ?? 0) * 100),
    Math.round((metres[2 * at + 1] ?? 0) * 100),
  ]
  const ends = lines.flatMap(({ metres }, l): End[] => {
    const [a, b] = [cm(metres, 0), cm(metres, 1)]
    return [
      { line: l, spot: a, other: b },
      { line: l, spot: b, other: a },
    ]
  })
  const far = (a: Spot, b: Spot) => Math.hypot(a[0] - b[0], a[1] - b[1])
  const footOf = (l: number, p: Spot): Spot => {
    const [a, b] = [cm(lines[l]?.metres ?? new Float64Array(4), 0), cm(lines[l]?.metres ?? new Float64Array(4), 1)]
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
    const share = Math.min(1, Math.max(0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / (dx * dx + dy * dy)))
    return [a[0] + share * dx, a[1] + share * dy]
  }
  const nearest = (end: End) =>
    lines
      .map((_, l) => footOf(l, end.spot))
      .filter((_, l) => l !== end.line)
      .reduce((best, foot) => (far(foot, end.spot) < far(best, end.spot) ? foot : best))
  const isFree = (end: End) =>
    ends.filter(({ spot }) => `${spot}` === `${end.spot}`).length === 1 && far(nearest(end), end.spot) > 1
  const free = ends.filter(isFree)
  const moves = new Map<string, Spot>()
  const anchors = new Set(ends.filter((end) => !isFree(end)).map(({ spot }) => `${spot}`))
  const compare = (a: Spot, b: Spot) => a[0] - b[0] || a[1] - b[1]
  const pairs = free
    .flatMap((end) => ends.map((to) => ({ end, to, d: far(end.spot, to.spot) })))
    .filter(({ end, to, d }) => d <= snapM * 100 && `${end.spot}` !== `${to.spot}` && `${end.other}` !== `${to.spot}`)
    .sort((a, b) => a.d - b.d || compare(a.end.spot, b.end.spot) || compare(a.to.spot, b.to.spot))
  const isSettled = ({ spot }: End) => moves.has(`${spot}`) || anchors.has(`${spot}`)
  for (const { end, to } of pairs) {
    const target = moves.get(`${to.spot}`) ?? to.spot
    if (isSettled(end) || far(target, end.spot) > snapM * 100 || `${target}` === `${end.other}`) continue
    moves.set(`${end.spot}`, target)
    anchors.add(`${target}`)
  }
  for (const end of free) {
    const foot = nearest(end)
    if (isSettled(end) || far(foot, end.spot) > snapM * 100) continue
    const target: Spot = [Math.round(foot[0]), Math.round(foot[1])]
    moves.set(`${end.spot}`, target)
    anchors.add(`${target}`)
  }
  return moves
}

describe('snapping', () => {
  it.each([1, 2, 3, 4, 5, 6])(
    'moves the ends that looking at every end and every line would move (seed %i)',
    (seed) => {
      const lines = broken(seed, 60)
      const { table } = snapEnds(lineTable(lines), SNAP, [])
      const moves = snappedByForce(lines, SNAP.snapM)
      const drawn = lineTable(lines)
      expect(moves.size).toBeGreaterThan(20)
      for (const [l] of lines.entries()) {
        for (const isLast of [false, true]) {
          const vertexOf = ({ start }: typeof table) => (isLast ? (start[l + 1] ?? 0) - 1 : (start[l] ?? 0))
          const was: Spot = [drawn.x[vertexOf(drawn)] ?? 0, drawn.y[vertexOf(drawn)] ?? 0]
          const is: Spot = [table.x[vertexOf(table)] ?? 0, table.y[vertexOf(table)] ?? 0]
          expect(is).toEqual(moves.get(`${was}`) ?? was)
        }
      }
    },
  )

  it('joins a chain of lines with gaps of 20 m to one way, and tells each join with its distance', () => {
    const lines = ['a', 'b', 'c'].map((id, at) =>
      line(id, [
        [at * 120, 0],
        [at * 120 + 100, 0],
      ]),
    )
    const network = build(lines)
    expect(flows(network)).toEqual(['a@0 > b@0', 'b@0 > c@0'])
    const snapped = network.problems.features.map(({ properties }) => properties)
    expect(snapped.map(({ id, measureM }) => [id, measureM])).toEqual([
      ['snapped-end:a:finish', 20],
      ['snapped-end:b:finish', 20],
    ])
    expect(snapped[0]?.zh).toContain('20.0 米')
  })

  it('brings an end that stops 12 m short of a line to that line, which is cut there', () => {
    const network = build([
      line('bar', [
        [0, 0],
        [400, 0],
      ]),
      line('stem', [
        [200, 150],
        [200, 12],
      ]),
    ])
    expect(flows(network)).toEqual(['bar@0 > bar@200', 'stem@0 > bar@200'])
  })

  it('brings back an end that runs 12 m past a line', () => {
    const network = build([
      line('bar', [
        [0, 0],
        [400, 0],
      ]),
      line('stem', [
        [200, 150],
        [200, -12],
      ]),
    ])
    expect(
      reachesOf(network)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['bar@0', 'bar@200', 'stem@0'])
  })

  it('leaves an end 50 m away alone and tells it as loose; beyond three tolerances nothing is told', () => {
    const bar = line('bar', [
      [0, 0],
      [400, 0],
    ])
    expect(
      problemIds(
        build([
          bar,
          line('stem', [
            [200, 150],
            [200, 50],
          ]),
        ]),
      ),
    ).toContain('loose-end:stem:finish')
    const far = build([
      bar,
      line('stem', [
        [200, 250],
        [200, 95],
      ]),
    ])
    expect(problemIds(far).filter((id) => id.includes('end'))).toEqual([])
  })

  it('keeps a joint on a line whose own end moves away', () => {
    // `a` ends 20 m beside `c`; `b` ends on the last segment of `a`.
    const lines = [
      line('a', [
        [0, 0],
        [100, 0],
      ]),
      line('b', [
        [50, 80],
        [50, 0],
      ]),
      line('c', [
        [100, 20],
        [200, 20],
      ]),
    ]
    expect(flows(build(lines))).toEqual(['a@0 > a@50', 'a@50 > c@0', 'b@0 > a@50'])
  })

  it('does not close a short line on itself', () => {
    const [reach] = reachesOf(
      build([
        line('short', [
          [0, 0],
          [10, 0],
        ]),
      ]),
    )
    expect(reach).toMatchObject({ lengthM: 10 })
  })

  it('a tolerance of 0 joins only what touches', () => {
    const lines = [
      line('a', [
        [0, 0],
        [100, 0],
      ]),
      line('b', [
        [100, 0],
        [200, 0],
      ]),
      line('c', [
        [201, 0],
        [300, 0],
      ]),
    ]
    expect(flows(build(lines, { settings: { snapM: 0 } }))).toEqual(['a@0 > b@0'])
  })

  it('a layer with 43 of 63 free ends within 30 m becomes one connected network', () => {
    const random = seeded(43)
    const jitter = () => (random() - 0.5) * 36
    // A stem of 22 links and 10 tributaries, every joint drawn a few metres off.
    const stem = Array.from({ length: 22 }, (_, at) =>
      line(
        `s${String(at).padStart(2, '0')}`,
        [
          [at * 500, jitter() / 2],
          [at * 500 + 490, jitter() / 2],
        ],
        { riverId: 's' },
      ),
    )
    const sides = Array.from({ length: 10 }, (_, at) =>
      line(`t${at}`, [
        [at * 1000 + 250, 900],
        [at * 1000 + 250, 15 + jitter() / 8],
      ]),
    )
    const network = build([...stem, ...sides], { outlets: [{ lineId: 's21' }] })
    const snapped = problemIds(network).filter((id) => id.startsWith('snapped-end'))
    expect(snapped.length).toBe(31)
    expect(problemIds(network).filter((id) => /^(island|loose-end|cycle)/.test(id))).toEqual([])
    expect(reachesOf(network).filter(({ riverId }) => riverId === 's')).toHaveLength(11)
  })
})

describe('the places of a network', () => {
  it('are where the source drew them, to a centimetre', () => {
    const [reach] = build([
      line('a', [
        [0, 0],
        [1234.56, 789.01],
      ]),
    ]).reaches.features
    expect(reach?.properties.lengthM).toBe(Math.round(Math.hypot(1234.56, 789.01)))
    expect(CORNER).toEqual([450_000, 4_420_000])
    expect(reach?.geometry.coordinates).toHaveLength(2)
  })
})
