/**
 * Segments between places of the grid, decided exactly. Coordinates are positive whole numbers of the plane in source-line.ts,
 * whose products stay below 2^53, so that signs of sides are right.
 */

/** Above 0 where the place lies left of the segment, below 0 right of it. */
const side = (ax: number, ay: number, bx: number, by: number, px: number, py: number): number =>
  (bx - ax) * (py - ay) - (by - ay) * (px - ax)

/** Each has its ends on different sides of the other. */
export function cross(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
): boolean {
  const c = side(ax, ay, bx, by, cx, cy)
  const d = side(ax, ay, bx, by, dx, dy)
  if (!(c > 0 && d < 0) && !(c < 0 && d > 0)) return false
  const a = side(cx, cy, dx, dy, ax, ay)
  const b = side(cx, cy, dx, dy, bx, by)
  return (a > 0 && b < 0) || (a < 0 && b > 0)
}

/**
 * The segment passes the cell around a place within the segment's box. Of its border the cell has the left and the lower side
 * alone, so that every point of the plane lies in one cell; a line that only grazes it does so at a corner.
 */
export function passes(ax: number, ay: number, bx: number, by: number, px: number, py: number): boolean {
  const [ex, ey] = [bx - ax, by - ay]
  const twice = 2 * side(ax, ay, bx, by, px, py)
  const reach = Math.abs(ex) + Math.abs(ey)
  return Math.abs(twice) < reach || (Math.abs(twice) === reach && twice === ex - ey)
}

/** The cell in which two segments that cross do so. */
export function crossingCell(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
): readonly [number, number] {
  const a = Math.abs(side(cx, cy, dx, dy, ax, ay))
  const b = Math.abs(side(cx, cy, dx, dy, bx, by))
  const share = a / (a + b)
  const [x, y] = [ax + share * (bx - ax), ay + share * (by - ay)]
  if (!isNearEdge(x) && !isNearEdge(y)) return [Math.round(x), Math.round(y)]
  return exactCell(ax, ay, bx, by, cx, cy, dx, dy)
}

/** Nearer to the edge of a cell than the error of the division, which is below 1e-6 in the plane. */
const isNearEdge = (value: number): boolean => Math.abs(value - Math.floor(value) - 0.5) < 1e-4

function exactCell(...given: number[]): readonly [number, number] {
  const [ax = 0n, ay = 0n, bx = 0n, by = 0n, cx = 0n, cy = 0n, dx = 0n, dy = 0n] = given.map(BigInt)
  const above = (dx - cx) * (ay - cy) - (dy - cy) * (ax - cx)
  const below = above - ((dx - cx) * (by - cy) - (dy - cy) * (bx - cx))
  const [top, bottom] = below < 0n ? [-above, -below] : [above, below]
  // Coordinates are positive, so that the division, which cuts towards 0, rounds down.
  const cell = (from: bigint, to: bigint): number =>
    Number((2n * (from * bottom + top * (to - from)) + bottom) / (2n * bottom))
  return [cell(ax, bx), cell(ay, by)]
}
