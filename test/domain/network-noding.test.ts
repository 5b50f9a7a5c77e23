import { describe, expect, it } from 'vitest'
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

type Cell = readonly [number, number]
const cellsOf = (table: LineTable, l: number): Cell[] =>
  Array.from({ length: (table.start[l + 1] ?? 0) - (table.start[l] ?? 0) }, (_, at) => {
    const v = (table.start[l] ?? 0) + at
    return [table.x[v] ?? 0, table.y[v] ?? 0]
  })

/** Every pair of segments, again and again until nothing changes: the same rules without index and without memory. */
function nodedByForce(table: LineTable): Cell[][] {
  let lines = Array.from({ length: lineCount(table) }, (_, l) => cellsOf(table, l))
  for (;;) {
    const segments = lines.flatMap((cells, l) => cells.slice(1).map((to, at) => ({ l, at, from: cells[at] ?? to, to })))
    const wanted = new Map<string, Cell[]>()
    const want = (s: { l: number; at: number }, cell: Cell) => {
      wanted.set(`${s.l} ${s.at}`, [...(wanted.get(`${s.l} ${s.at}`) ?? []), cell])
    }
    for (const [i, a] of segments.entries()) {
      for (const b of segments.slice(i + 1)) {
        const touches = [
          ...[b.from, b.to].filter((cell) => liesBeside(a, cell)).map((cell) => [a, cell] as const),
          ...[a.from, a.to].filter((cell) => liesBeside(b, cell)).map((cell) => [b, cell] as const),
        ]
        for (const [segment, cell] of touches) want(segment, cell)
        if (touches.length > 0 || !doCross(a, b)) continue
        const meeting = crossingOf(a, b)
        for (const s of [a, b]) if (!isSame(meeting, s.from) && !isSame(meeting, s.to)) want(s, meeting)
      }
    }
    if (wanted.size === 0) return lines
    lines = lines.map((cells, l) =>
      cells.flatMap((from, at) => {
        const to = cells[at + 1] ?? from
        const inner = (wanted.get(`${l} ${at}`) ?? []).toSorted((a, b) => along(from, to, a) - along(from, to, b))
        return [from, ...inner.filter((cell, k) => k === 0 || !isSame(cell, inner[k - 1] ?? from))]
      }),
    )
  }
}

interface Segment {
  readonly from: Cell
  readonly to: Cell
}
const isSame = (a: Cell, b: Cell) => a[0] === b[0] && a[1] === b[1]
const side = (a: Cell, b: Cell, p: Cell) => (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])
const along = (a: Cell, b: Cell, p: Cell) => (p[0] - a[0]) * (b[0] - a[0]) + (p[1] - a[1]) * (b[1] - a[1])
function liesBeside({ from, to }: Segment, cell: Cell): boolean {
  const share = along(from, to, cell) / along(from, to, to)
  return share > 0 && share < 1 && Math.abs(side(from, to, cell)) <= Math.hypot(to[0] - from[0], to[1] - from[1])
}
function doCross(a: Segment, b: Segment): boolean {
  const opposite = (s: Segment, t: Segment) =>
    Math.sign(side(s.from, s.to, t.from)) * Math.sign(side(s.from, s.to, t.to)) < 0
  return opposite(a, b) && opposite(b, a)
}
function crossingOf(one: Segment, other: Segment): Cell {
  const sum = ({ from, to }: Segment) => [from[0] + to[0], from[1] + to[1]] as const
  const [[ax, ay], [bx, by]] = [sum(one), sum(other)]
  const [a, b] = ax < bx || (ax === bx && ay < by) ? [one, other] : [other, one]
  const isAhead = b.from[0] < b.to[0] || (b.from[0] === b.to[0] && b.from[1] < b.to[1])
  const [s, t] = isAhead ? [b.from, b.to] : [b.to, b.from]
  const share = Math.abs(side(a.from, a.to, s)) / (Math.abs(side(a.from, a.to, s)) + Math.abs(side(a.from, a.to, t)))
  return [Math.round(s[0] + share * (t[0] - s[0])), Math.round(s[1] + share * (t[1] - s[1]))]
}

const edgesOf = (lines: readonly (readonly Cell[])[]): string[] => {
  const edges = lines.flatMap((cells) => cells.slice(1).map((to, at) => [`${cells[at]}`, `${to}`].sort().join(' - ')))
  return [...new Set(edges)].sort()
}

describe('noding', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('gives the same edges as trying every pair of segments (seed %i)', (seed) => {
    const table = lineTable(tangle(seed, 24, 60))
    const noded = nodeLines(table)
    const found = Array.from({ length: lineCount(noded) }, (_, l) => cellsOf(noded, l))
    expect(edgesOf(found)).toEqual(edgesOf(nodedByForce(table)))
  })

  it.each([11, 12, 13, 14, 15, 16])('leaves no two edges that cross or touch between their ends (seed %i)', (seed) => {
    const { pieces, cells } = noded(tangle(seed, 40, 50))
    const segments = cells.flatMap((piece) => piece.slice(1).map((to, at) => ({ from: piece[at] ?? to, to })))
    expect(pieces.count).toBeGreaterThan(40)
    const meeting = segments.flatMap((a, i) =>
      segments.slice(i + 1).filter((b) => {
        const touches =
          [b.from, b.to].some((cell) => liesBeside(a, cell)) || [a.from, a.to].some((cell) => liesBeside(b, cell))
        return touches || doCross(a, b)
      }),
    )
    expect(meeting).toEqual([])
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

function noded(lines: readonly SourceLine[]) {
  const table = nodeLines(lineTable(lines))
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
    const { nodeX, nodeY, count, overlaps } = cutPieces(nodeLines(lineTable(lines), apart))
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
