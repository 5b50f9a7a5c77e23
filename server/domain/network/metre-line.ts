/** A line as flat eastings and northings in metres. */
import type { Metres } from '../coordinate-system.ts'
import type { Box } from '../coverage/crossing-near.ts'
import { f64 } from '../typed-array.ts'

export function lineLengthM(line: Float64Array): number {
  let sum = 0
  for (let at = 0; at + 3 < line.length; at += 2) sum += edgeM(line, at)
  return sum
}

/** The place so many metres along the line. */
export function pointAt(line: Float64Array, alongM: number): Metres {
  let leftM = alongM
  let at = 0
  while (at + 5 < line.length && leftM > edgeM(line, at)) {
    leftM -= edgeM(line, at)
    at += 2
  }
  const share = Math.min(1, Math.max(0, leftM / edgeM(line, at)))
  const [x, y] = [f64(line, at), f64(line, at + 1)]
  return [x + share * (f64(line, at + 2) - x), y + share * (f64(line, at + 3) - y)]
}

export function boxAround(line: Float64Array, marginM: number): Box {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let at = 0; at + 1 < line.length; at += 2) {
    minX = Math.min(minX, f64(line, at))
    maxX = Math.max(maxX, f64(line, at))
    minY = Math.min(minY, f64(line, at + 1))
    maxY = Math.max(maxY, f64(line, at + 1))
  }
  return { minX: minX - marginM, minY: minY - marginM, maxX: maxX + marginM, maxY: maxY + marginM }
}

const edgeM = (line: Float64Array, at: number): number =>
  Math.hypot(f64(line, at + 2) - f64(line, at), f64(line, at + 3) - f64(line, at + 1))
