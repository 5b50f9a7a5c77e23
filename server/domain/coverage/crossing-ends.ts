/** Which segment ends lie at the same place: a hash of exact coordinates over typed arrays, for millions of segments. */

import { f64, i32 } from '../typed-array.ts'
import type { BorderSegments } from './coverage.ts'

export interface SegmentEnds {
  /** Place of end `2s` (start of segment `s`) and `2s + 1` (its finish). */
  readonly placeOf: Int32Array
  readonly placeCount: number
  /** Number of segment ends at a place. */
  readonly degree: (place: number) => number
  /** At a place of degree two: the end that is not this one. */
  readonly otherEnd: (end: number) => number
}

export function numberEnds(segments: BorderSegments): SegmentEnds {
  const { placeOf, placeCount } = hashEnds(segments)
  const degrees = new Int32Array(placeCount)
  // The XOR of a place's ends: with two of them, XOR with one gives the other.
  const endsXor = new Int32Array(placeCount)
  for (let end = 0; end < placeOf.length; end++) {
    const place = i32(placeOf, end)
    degrees[place] = i32(degrees, place) + 1
    endsXor[place] = i32(endsXor, place) ^ end
  }
  return {
    placeOf,
    placeCount,
    degree: (place) => i32(degrees, place),
    otherEnd: (end) => i32(endsXor, i32(placeOf, end)) ^ end,
  }
}

/** Open addressing at a load of at most a half; a slot holds one end of the place, plus one. */
function hashEnds(segments: BorderSegments): { placeOf: Int32Array; placeCount: number } {
  const endCount = 2 * segments.count
  const placeOf = new Int32Array(endCount)
  const mask = 2 ** Math.ceil(Math.log2(2 * endCount + 2)) - 1
  const slots = new Int32Array(mask + 1)
  const hash = coordinateHash()
  let placeCount = 0
  for (let end = 0; end < endCount; end++) {
    const x = endX(segments, end)
    const y = endY(segments, end)
    let slot = hash(x, y) & mask
    let known = i32(slots, slot) - 1
    while (known >= 0 && (endX(segments, known) !== x || endY(segments, known) !== y)) {
      slot = (slot + 1) & mask
      known = i32(slots, slot) - 1
    }
    if (known < 0) slots[slot] = end + 1
    placeOf[end] = known < 0 ? placeCount++ : i32(placeOf, known)
  }
  return { placeOf, placeCount }
}

function coordinateHash(): (x: number, y: number) => number {
  const numbers = new Float64Array(2)
  const words = new Int32Array(numbers.buffer)
  return (x, y) => {
    // Adding zero makes -0 and 0, which compare equal, hash alike.
    numbers[0] = x + 0
    numbers[1] = y + 0
    let mixed = 0
    for (let word = 0; word < 4; word++) mixed = Math.imul(mixed ^ i32(words, word), 0x9e3779b1) ^ (mixed >>> 15)
    return mixed ^ (mixed >>> 13)
  }
}

export const endX = (segments: BorderSegments, end: number): number =>
  f64(end & 1 ? segments.x1 : segments.x0, end >> 1)
export const endY = (segments: BorderSegments, end: number): number =>
  f64(end & 1 ? segments.y1 : segments.y0, end >> 1)
