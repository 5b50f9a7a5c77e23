import { describe, expect, it } from 'vitest'
import { toMetres } from '#domain/coordinate-system'
import { type LineTable, lineCount, lineTable } from '#domain/network/line-table'
import { nodeLines, pairKey } from '#domain/network/node-lines'
import { cutPieces } from '#domain/network/pieces'
import type { SourceLine } from '#domain/network/source-line'
import { seeded } from '../data/seeded.ts'
import { CORNER, line, type Place } from './network-lines.ts'

/** Lines with corners on whole metres of a small square: many cross, touch, overlap and return. */
function tangle(seed: number, count: number, sideM: number): SourceLine[] {
  const random = seeded(seed)
  const place = (): Place => [Math.floor(random() * sideM), Math.floor(random() * sideM)]
  return Array.from({ length: count }, (_, index) =>
    line(`l${index}`, Array.from({ length: 2 + Math.floor(random() * 3) }, place)),
  )
}

/** Lines with corners on whole centimetres: crossings fall on every part of a cell, its borders among them. */
function scribble(seed: number, count: number, sideM: number): SourceLine[] {
  const random = seeded(seed)
  const place = (): Place => [Math.round(random() * sideM * 100) / 100, Math.round(random() * sideM * 100) / 100]
  return Array.from({ length: count }, (_, index) =>
    line(`l${index}`, Array.from({ length: 6 + Math.floor(random() * 7) }, place)),
  )
}

/** More of them with NETWORK_SEEDS=400. */
const STRESS_SEEDS = Array.from({ length: Number(process.env.NETWORK_SEEDS ?? 6) }, (_, index) => 5 * (index + 1))

type Cell = readonly [number, number]
const cellsOf = (table: LineTable, l: number): Cell[] =>
  Array.from({ length: (table.start[l + 1] ?? 0) - (table.start[l] ?? 0) }, (_, at) => {
    const v = (table.start[l] ?? 0) + at
    return [table.x[v] ?? 0, table.y[v] ?? 0]
  })

/**
 * Every segment through the middle of every hot cell that it passes, in fractions and with neither index nor floating point:
 * the part of the segment within the cell is cut out side by side (Liang and Barsky).
 */
function nodedByForce(table: LineTable): Cell[][] {
  const lines = Array.from({ length: lineCount(table) }, (_, l) => cellsOf(table, l))
  const segments = lines.flatMap((cells) => cells.slice(1).map((to, at) => ({ from: cells[at] ?? to, to })))
  const crossings = segments.flatMap((a, i) =>
    segments.slice(i + 1).flatMap((b) => (doCross(a, b) ? [crossingOf(a, b)] : [])),
  )
  const hot = new Map([...lines.flat(), ...crossings].map((cell) => [`${cell}`, cell]))
  return lines.map((cells) =>
    cells.flatMap((from, at) => {
      const to = cells[at + 1] ?? from
      const inner = [...hot.values()].filter((cell) => !isSame(cell, from) && !isSame(cell, to))
      const passed = inner.filter((cell) => passesCell({ from, to }, cell))
      return [from, ...passed.sort((a, b) => along(from, to, a) - along(from, to, b))]
    }),
  )
}

interface Segment {
  readonly from: Cell
  readonly to: Cell
}
const isSame = (a: Cell, b: Cell) => a[0] === b[0] && a[1] === b[1]
const side = (a: Cell, b: Cell, p: Cell) => (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])
const along = (a: Cell, b: Cell, p: Cell) => (p[0] - a[0]) * (b[0] - a[0]) + (p[1] - a[1]) * (b[1] - a[1])
/** Exactly on the segment, between its ends. */
const liesOn = ({ from, to }: Segment, cell: Cell) =>
  side(from, to, cell) === 0 && along(from, to, cell) > 0 && along(from, to, cell) < along(from, to, to)
function doCross(a: Segment, b: Segment): boolean {
  const opposite = (s: Segment, t: Segment) =>
    Math.sign(side(s.from, s.to, t.from)) * Math.sign(side(s.from, s.to, t.to)) < 0
  return opposite(a, b) && opposite(b, a)
}

type Fraction = readonly [over: bigint, under: bigint]
const fraction = (over: bigint, under: bigint): Fraction => (under < 0n ? [-over, -under] : [over, under])
const compare = (a: Fraction, b: Fraction): number => Number(a[0] * b[1] - b[0] * a[1])

function crossingOf({ from, to }: Segment, b: Segment): Cell {
  const [s, t] = [BigInt(side(b.from, b.to, from)), BigInt(side(b.from, b.to, to))]
  const [x, y] = [0, 1].map((axis) => {
    const [start, run] = [BigInt(from[axis] ?? 0), BigInt((to[axis] ?? 0) - (from[axis] ?? 0))]
    const [over, under] = fraction(2n * (start * (s - t) + s * run) + (s - t), 2n * (s - t))
    return Number(over / under)
  })
  return [x ?? 0, y ?? 0]
}

/** Some point of the segment has x and y in [cell - 1/2, cell + 1/2). */
function passesCell({ from, to }: Segment, cell: Cell): boolean {
  let [least, isLeastIn, most, isMostIn]: [Fraction, boolean, Fraction, boolean] = [[0n, 1n], true, [1n, 1n], true]
  for (const axis of [0, 1] as const) {
    const [start, run] = [BigInt(2 * from[axis]), BigInt(2 * (to[axis] - from[axis]))]
    const [low, high] = [BigInt(2 * cell[axis] - 1), BigInt(2 * cell[axis] + 1)]
    if (run === 0n) {
      if (start < low || start >= high) return false
      continue
    }
    const [atLow, atHigh] = [fraction(low - start, run), fraction(high - start, run)]
    const [enter, isEnterIn, leave, isLeaveIn] =
      run > 0n ? ([atLow, true, atHigh, false] as const) : ([atHigh, false, atLow, true] as const)
    const [later, sooner] = [compare(enter, least), compare(leave, most)]
    if (later >= 0) [least, isLeastIn] = [enter, later === 0 ? isLeastIn && isEnterIn : isEnterIn]
    if (sooner <= 0) [most, isMostIn] = [leave, sooner === 0 ? isMostIn && isLeaveIn : isLeaveIn]
  }
  const room = compare(most, least)
  return room > 0 || (room === 0 && isLeastIn && isMostIn)
}

const edgesOf = (lines: readonly (readonly Cell[])[]): string[] => {
  const edges = lines.flatMap((cells) => cells.slice(1).map((to, at) => [`${cells[at]}`, `${to}`].sort().join(' - ')))
  return [...new Set(edges)].sort()
}

describe('noding', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('gives the same edges as trying every pair of segments (seed %i)', (seed) => {
    const table = lineTable(seed % 2 === 0 ? tangle(seed, 24, 60) : scribble(seed, 12, 0.4))
    const noded = nodedTable(table)
    const found = Array.from({ length: lineCount(noded) }, (_, l) => cellsOf(noded, l))
    expect(edgesOf(found)).toEqual(edgesOf(nodedByForce(table)))
  })

  it.each([11, 12, 13, 14, 15, 16])('leaves no two edges that cross or touch between their ends (seed %i)', (seed) => {
    const { pieces, cells } = noded(seed % 2 === 0 ? tangle(seed, 40, 50) : scribble(seed, 10, 0.5))
    expect(pieces.count).toBeGreaterThan(40)
    expect(meetingsOf(cells)).toEqual([])
  })

  it.each(STRESS_SEEDS)('settles a scribble of long lines in ten metres, as dense as its grid (seed %i)', (seed) => {
    const lines = scribble(seed, 3 + (seed % 30), 10)
    const drawn = lineTable(lines)
    const table = nodedTable(drawn)
    expect(table.x.length).toBeLessThan(drawn.x.length * 200)
    for (let l = 0; l < lines.length; l++) expect(strayOf(cellsOf(drawn, l), cellsOf(table, l))).toBeLessThan(0.7072)
    // Again nothing crosses or touches: nothing is left to be put in.
    expect(crossingsIn(table)).toBe(0)
  })

  it('a layer with more meetings than the memory holds is refused, with the place and the remedy', () => {
    const refused = nodeLines(lineTable(scribble(5, 20, 10)), new Set(), 1000)
    if (!('refusal' in refused)) throw new Error('it was not refused')
    const [east, north] = toMetres(refused.lon, refused.lat)
    expect(Math.hypot(east - CORNER[0] - 5, north - CORNER[1] - 5)).toBeLessThan(5)
    expect(refused).toMatchObject({ refusal: 'too-dense', zh: expect.stringMatching(/1000.*等高线/) })
    expect(refused.en).toMatch(/1000 places.*contours/)
  })

  it.each([21, 22, 23, 24])('joins exactly the lines that meet (seed %i)', (seed) => {
    // Corners on metres of a 24 m square: what does not meet is at least 2.9 cm apart, beyond what rounding bends.
    const lines = tangle(seed, 14, 24)
    const { pieces } = noded(lines)
    const byNode = groups(lines.length, [...pieceLinks(pieces)])
    const table = lineTable(lines)
    const cells = lines.map((_, l) => cellsOf(table, l))
    const links = cells.flatMap((a, i) => cells.flatMap((b, j) => (i < j && doMeet(a, b) ? [[i, j] as const] : [])))
    const isShort = cells.map((line) => line.length < 2)
    expect(isShort.some((short) => short)).toBe(false)
    expect(byNode).toEqual(groups(lines.length, links))
  })
})

function nodedTable(table: LineTable, apart?: ReadonlySet<number>): LineTable {
  const noded = nodeLines(table, apart)
  if ('refusal' in noded) throw new Error(noded.en)
  return noded
}

/** Pairs of edges that cross or touch between their ends. */
function meetingsOf(lines: readonly (readonly Cell[])[]) {
  const edges = lines.flatMap((cells) => cells.slice(1).map((to, at) => ({ from: cells[at] ?? to, to })))
  return edges.flatMap((a, i) =>
    edges.slice(i + 1).filter((b) => {
      const touches = [b.from, b.to].some((cell) => liesOn(a, cell)) || [a.from, a.to].some((cell) => liesOn(b, cell))
      return touches || doCross(a, b)
    }),
  )
}

/** The same for many edges: only those in one square of half a metre are compared. */
function crossingsIn(table: LineTable): number {
  const squares = new Map<string, Map<string, Segment>>()
  for (let l = 0; l < lineCount(table); l++) {
    const cells = cellsOf(table, l)
    for (const [at, to] of cells.slice(1).entries()) {
      const from = cells[at] ?? to
      const [west, east] = [Math.min(from[0], to[0]), Math.max(from[0], to[0])].map((x) => Math.floor(x / 50))
      const [south, north] = [Math.min(from[1], to[1]), Math.max(from[1], to[1])].map((y) => Math.floor(y / 50))
      const name = [`${from}`, `${to}`].sort().join()
      for (let x = west ?? 0; x <= (east ?? 0); x++) {
        for (let y = south ?? 0; y <= (north ?? 0); y++) {
          const square = squares.get(`${x} ${y}`) ?? new Map<string, Segment>()
          squares.set(`${x} ${y}`, square.set(name, { from, to }))
        }
      }
    }
  }
  return [...squares.values()].reduce(
    (sum, edges) => sum + meetingsOf([...edges.values()].map(({ from, to }) => [from, to])).length,
    0,
  )
}

/** How far the noded line strays from the drawn one, cells: the farthest of its vertices. */
function strayOf(drawn: readonly Cell[], noded: readonly Cell[]): number {
  const far = noded.map((cell) => Math.min(...drawn.slice(1).map((to, at) => gapTo(drawn[at] ?? to, to, cell))))
  return Math.max(...far)
}

function gapTo(from: Cell, to: Cell, cell: Cell): number {
  const share = Math.min(1, Math.max(0, along(from, to, cell) / Math.max(1, along(from, to, to))))
  return Math.hypot(from[0] + share * (to[0] - from[0]) - cell[0], from[1] + share * (to[1] - from[1]) - cell[1])
}

function noded(lines: readonly SourceLine[]) {
  const table = nodedTable(lineTable(lines))
  const pieces = cutPieces(table)
  const cells = Array.from({ length: pieces.count }, (_, piece) => {
    const [first, last] = [pieces.first[piece] ?? 0, pieces.last[piece] ?? 0]
    return Array.from(
      { length: last - first + 1 },
      (_, at): Cell => [table.x[first + at] ?? 0, table.y[first + at] ?? 0],
    )
  })
  return { pieces, cells }
}

/** Lines that share a node, or of which one gave a stretch to the other. */
function* pieceLinks(pieces: ReturnType<typeof cutPieces>): Generator<readonly [number, number]> {
  const lineAt = new Map<number, number>()
  for (let piece = 0; piece < pieces.count; piece++) {
    for (const node of [pieces.fromNode[piece] ?? 0, pieces.toNode[piece] ?? 0]) {
      const l = pieces.line[piece] ?? 0
      yield [lineAt.get(node) ?? l, l]
      lineAt.set(node, l)
    }
  }
  for (const { kept, dropped } of pieces.overlaps) yield [kept, dropped]
}

function groups(count: number, links: readonly (readonly [number, number])[]): number[] {
  const group = Array.from({ length: count }, (_, l) => l)
  for (let isChanged = true; isChanged; ) {
    isChanged = false
    for (const [a, b] of links) {
      const least = Math.min(group[a] ?? a, group[b] ?? b)
      if (group[a] !== least || group[b] !== least) isChanged = true
      group[a] = least
      group[b] = least
    }
  }
  return group
}

function doMeet(one: readonly Cell[], other: readonly Cell[]): boolean {
  const segments = (cells: readonly Cell[]) => cells.slice(1).map((to, at) => ({ from: cells[at] ?? to, to }))
  const isOn = ({ from, to }: Segment, p: Cell) =>
    side(from, to, p) === 0 && along(from, to, p) >= 0 && along(from, to, p) <= along(from, to, to)
  return segments(one).some((a) =>
    segments(other).some((b) => doCross(a, b) || isOn(a, b.from) || isOn(a, b.to) || isOn(b, a.from) || isOn(b, a.to)),
  )
}

describe('the degenerate cases', () => {
  const nodesOf = (lines: readonly SourceLine[], apart: ReadonlySet<number> = new Set()) => {
    const { nodeX, nodeY, count, overlaps } = cutPieces(nodedTable(lineTable(lines), apart))
    const places = Array.from(nodeX, (x, node) => `${x / 100 - CORNER[0]},${(nodeY[node] ?? 0) / 100 - CORNER[1]}`)
    return { places: places.sort(), count, overlaps }
  }

  it('an X becomes one node with four pieces', () => {
    const cross = [
      line('a', [
        [0, 0],
        [100, 100],
      ]),
      line('b', [
        [0, 100],
        [100, 0],
      ]),
    ]
    expect(nodesOf(cross)).toMatchObject({ places: ['0,0', '0,100', '100,0', '100,100', '50,50'], count: 4 })
  })

  it('an X of lines that a steward keeps apart stays two lines', () => {
    const cross = [
      line('a', [
        [0, 0],
        [100, 100],
      ]),
      line('b', [
        [0, 100],
        [100, 0],
      ]),
    ]
    expect(nodesOf(cross, new Set([pairKey(1, 0)]))).toMatchObject({ count: 2 })
  })

  it('a T without a vertex in the bar cuts the bar', () => {
    const { places, count } = nodesOf([
      line('bar', [
        [0, 0],
        [100, 0],
      ]),
      line('stem', [
        [40, 50],
        [40, 0],
      ]),
    ])
    expect([places, count]).toEqual([['0,0', '100,0', '40,0', '40,50'], 3])
  })

  it('lines that touch at inner vertices meet there', () => {
    const { places, count } = nodesOf([
      line('a', [
        [0, 0],
        [50, 50],
        [100, 0],
      ]),
      line('b', [
        [0, 100],
        [50, 50],
        [100, 100],
      ]),
    ])
    expect([places.includes('50,50'), count]).toEqual([true, 4])
  })

  it('what two lines share is kept once, whichever way they run, and its length is told', () => {
    const { count, overlaps } = nodesOf([
      line('a', [
        [0, 0],
        [100, 0],
      ]),
      line('b', [
        [150, 0],
        [60, 0],
      ]),
    ])
    expect(count).toBe(2)
    expect(overlaps).toMatchObject([{ kept: 0, dropped: 1, lengthM: 40 }])
  })

  it('three lines over the same stretch keep it once and tell both overlaps', () => {
    const { overlaps } = nodesOf(
      ['a', 'b', 'c'].map((id, at) =>
        line(id, [
          [0, 0],
          [100, 0],
          [100 + at, 50 + at],
        ]),
      ),
    )
    expect(overlaps.map(({ kept, dropped }) => [kept, dropped])).toEqual([
      [0, 1],
      [0, 2],
    ])
  })

  it('a line that returns along itself loses the way back', () => {
    const { count, overlaps } = nodesOf([
      line('a', [
        [0, 0],
        [100, 0],
        [30, 0],
      ]),
    ])
    expect(count).toBe(1)
    expect(overlaps).toMatchObject([{ kept: 0, dropped: 0, lengthM: 70 }])
  })

  it('a ring of its own has one node', () => {
    expect(
      nodesOf([
        line('a', [
          [0, 0],
          [100, 0],
          [50, 80],
          [0, 0],
        ]),
      ]),
    ).toMatchObject({ places: ['0,0'], count: 1 })
  })

  it('a figure of eight has a node where it crosses itself', () => {
    const { places, count } = nodesOf([
      line('a', [
        [0, 0],
        [100, 100],
        [100, 0],
        [0, 100],
      ]),
    ])
    expect([places, count]).toEqual([['0,0', '0,100', '50,50'], 3])
  })

  it('lines at a hair of an angle over a kilometre settle', () => {
    const fan = Array.from({ length: 30 }, (_, at) =>
      line(`l${at}`, [
        [0, at / 100],
        [1000, (29 - at) / 100],
      ]),
    )
    const { count } = nodesOf(fan)
    expect(count).toBeGreaterThan(30)
  })
})
