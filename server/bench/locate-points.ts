/** Seeded points to look up: plain ones to measure with, and adversarial ones to be wrong on. */
import type { Coverage } from '#domain/coverage/coverage'

export type Place = readonly [x: number, y: number]
type Random = () => number

/** A centimetre at the equator, in degrees. */
const CENTIMETRE = 9e-8

/** Evenly over the coverage's grid: mostly inside units, some outside, hardly ever on a border. */
export function plainPoints({ grid }: Coverage, count: number, random: Random): Place[] {
  return Array.from({ length: count }, () => [
    grid.minX + grid.columns * grid.cellWidth * random(),
    grid.minY + grid.rows * grid.cellHeight * random(),
  ])
}

/** On and next to vertices, edges, cell corners and cell limits; `nearby` is how far "next to" reaches. */
export function adversarialPoints(
  coverage: Coverage,
  count: number,
  random: Random,
  nearby: number = CENTIMETRE,
): Place[] {
  const kinds: readonly (() => Place)[] = [
    () => vertex(coverage, random),
    () => onEdge(coverage, random, 0.5),
    () => onEdge(coverage, random, random()),
    () => nudged(vertex(coverage, random), random),
    () => nudged(onEdge(coverage, random, random()), random),
    () => near(vertex(coverage, random), nearby, random),
    () => near(onEdge(coverage, random, random()), nearby, random),
    () => cellCorner(coverage, random),
    () => nudged(cellCorner(coverage, random), random),
    () => [cellCorner(coverage, random)[0], plainPoint(coverage, random)[1]],
    () => [plainPoint(coverage, random)[0], cellCorner(coverage, random)[1]],
    () => [vertex(coverage, random)[0], plainPoint(coverage, random)[1]],
    () => [plainPoint(coverage, random)[0], vertex(coverage, random)[1]],
    () => [vertex(coverage, random)[0], cellCorner(coverage, random)[1]],
    () => plainPoint(coverage, random),
  ]
  return Array.from({ length: count }, (_, i) => kinds[i % kinds.length]?.() ?? [0, 0])
}

function plainPoint(coverage: Coverage, random: Random): Place {
  return plainPoints(coverage, 1, random)[0] ?? [0, 0]
}

function vertex({ segments }: Coverage, random: Random): Place {
  const s = Math.floor(random() * segments.count)
  return [segments.x0[s] ?? 0, segments.y0[s] ?? 0]
}

/** The place is rounded, so it lies on the edge or within a unit in the last place of it. */
function onEdge({ segments }: Coverage, random: Random, along: number): Place {
  const s = Math.floor(random() * segments.count)
  const [ax = 0, ay = 0, bx = 0, by = 0] = [segments.x0[s], segments.y0[s], segments.x1[s], segments.y1[s]]
  return [ax + along * (bx - ax), ay + along * (by - ay)]
}

function cellCorner({ grid }: Coverage, random: Random): Place {
  const column = Math.floor(random() * (grid.columns + 1))
  const row = Math.floor(random() * (grid.rows + 1))
  return [grid.minX + column * grid.cellWidth, grid.minY + row * grid.cellHeight]
}

/** Moved by no, one or two units in the last place each way. */
function nudged([x, y]: Place, random: Random): Place {
  return [x + ulp(x) * (Math.floor(5 * random()) - 2), y + ulp(y) * (Math.floor(5 * random()) - 2)]
}

function near([x, y]: Place, nearby: number, random: Random): Place {
  return [x + nearby * (2 * random() - 1), y + nearby * (2 * random() - 1)]
}

function ulp(value: number): number {
  return value === 0 ? Number.EPSILON : Number.EPSILON * 2 ** Math.floor(Math.log2(Math.abs(value)))
}
