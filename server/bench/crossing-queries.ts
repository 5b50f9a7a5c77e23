/** Seeded queries for crossing, in EPSG:4548 metres: places, plumes and lines, and their plain measures. */
import { type Coverage, OUTSIDE } from '../domain/coverage/coverage.ts'
import { locateUnit } from '../domain/coverage/locate.ts'

export type Place = readonly [x: number, y: number]

/** Anywhere in the city, alike by area. */
export function placeIn(coverage: Coverage, random: () => number): Place {
  const { minX, minY, columns, rows, cellWidth, cellHeight } = coverage.grid
  for (;;) {
    const x = minX + random() * columns * cellWidth
    const y = minY + random() * rows * cellHeight
    if (locateUnit(coverage, x, y) !== OUTSIDE) return [x, y]
  }
}

/** Within 50 m of a border, in both axes. */
export function placeAtBorder({ segments }: Coverage, random: () => number): Place {
  const segment = Math.floor(random() * segments.count)
  const along = random()
  const x0 = segments.x0[segment] ?? 0
  const y0 = segments.y0[segment] ?? 0
  const x1 = segments.x1[segment] ?? 0
  const y1 = segments.y1[segment] ?? 0
  return [x0 + along * (x1 - x0) + 100 * (random() - 0.5), y0 + along * (y1 - y0) + 100 * (random() - 0.5)]
}

/** Downwind of a source: 2 to 10 km long, ever wider, rounded at the end; 41 vertices. */
export function plume([x, y]: Place, random: () => number): Float64Array {
  const lengthM = 2000 + 8000 * random()
  const wind = 2 * Math.PI * random()
  const steps = Array.from({ length: 20 }, (_, step) => (step + 1) / 20)
  const halfWidth = (along: number) => 0.25 * lengthM * Math.sqrt(along) * Math.sqrt(Math.max(0, 1 - along ** 4)) + 1
  const place = (along: number, aside: number) => [
    x + along * lengthM * Math.cos(wind) - aside * Math.sin(wind),
    y + along * lengthM * Math.sin(wind) + aside * Math.cos(wind),
  ]
  const right = steps.map((along) => place(along, -halfWidth(along)))
  const left = steps.toReversed().map((along) => place(along, halfWidth(along)))
  return Float64Array.from([[x, y], ...right, ...left].flat())
}

/** Like a river or a pipe: 60 pieces of 100 to 400 m that turn a little each. */
export function wanderingLine([x, y]: Place, random: () => number): Float64Array {
  const line = new Float64Array(2 * 61)
  let heading = 2 * Math.PI * random()
  let [atX, atY] = [x, y]
  for (let place = 0; place < line.length; place += 2) {
    line.set([atX, atY], place)
    heading += (random() - 0.5) * 0.8
    const lengthM = 100 + 300 * random()
    atX += lengthM * Math.cos(heading)
    atY += lengthM * Math.sin(heading)
  }
  return line
}

export function areaOf(ring: Float64Array): number {
  const [originX = 0, originY = 0] = ring
  let doubled = 0
  for (let place = 2; place + 3 < ring.length; place += 2) {
    const [ax = 0, ay = 0, bx = 0, by = 0] = ring.subarray(place, place + 4)
    doubled += (ax - originX) * (by - originY) - (ay - originY) * (bx - originX)
  }
  return Math.abs(doubled) / 2
}

export function lengthOf(line: Float64Array): number {
  let lengthM = 0
  for (let place = 0; place + 3 < line.length; place += 2) {
    const [ax = 0, ay = 0, bx = 0, by = 0] = line.subarray(place, place + 4)
    lengthM += Math.hypot(bx - ax, by - ay)
  }
  return lengthM
}
