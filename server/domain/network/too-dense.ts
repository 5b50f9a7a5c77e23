/** 过密: a layer that is no drawing of rivers (hatching, contour lines, wrong units) is refused before it fills the memory. */
import { CELLS } from './line-table.ts'
import { degreesOf } from './problem.ts'

export interface TooDense {
  readonly refusal: 'too-dense'
  /** Where lines meet most, WGS 84. */
  readonly lon: number
  readonly lat: number
  readonly zh: string
  readonly en: string
}

/** Places where lines meet, whole centimetres, more than `most` of them. */
export function tooDense(x: readonly number[], y: readonly number[], most: number): TooDense {
  const [lon, lat] = degreesOf(densestSquare(x, y))
  const [zhPlace, enPlace] = [
    `东经 ${lon.toFixed(5)}、北纬 ${lat.toFixed(5)}`,
    `${lon.toFixed(5)} E, ${lat.toFixed(5)} N`,
  ]
  return {
    ...{ refusal: 'too-dense', lon, lat },
    zh: `线过密：相交处超过 ${most} 个，最密处在${zhPlace}附近。请核对坐标单位，去掉填充线、等高线等非河流的线，或分片构建。`,
    en: `The lines are too dense: they meet in more than ${most} places, most of them near ${enPlace}. Check the units of the coordinates, leave out lines that are no rivers (hatching, contours), or build the layer in parts.`,
  }
}

const SQUARE = 1000 * CELLS
const SQUARES_IN_ROW = 2 ** 20

/** The middle of the places in the square kilometre that has most of them, metres. */
function densestSquare(x: readonly number[], y: readonly number[]): [number, number] {
  const squareOf = (at: number): number =>
    Math.floor((y[at] ?? 0) / SQUARE) * SQUARES_IN_ROW + Math.floor((x[at] ?? 0) / SQUARE)
  const counts = new Map<number, number>()
  for (const at of x.keys()) counts.set(squareOf(at), (counts.get(squareOf(at)) ?? 0) + 1)
  let [densest, count] = [0, 0]
  for (const [square, found] of counts) if (found > count) [densest, count] = [square, found]
  let [sumX, sumY] = [0, 0]
  for (const at of x.keys()) {
    if (squareOf(at) !== densest) continue
    sumX += x[at] ?? 0
    sumY += y[at] ?? 0
  }
  return [sumX / count / CELLS, sumY / count / CELLS]
}
