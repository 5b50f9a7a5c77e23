/** The places that a walk has reached and not yet left, handed out in the order in which their figures are final. */
import FlatQueue from 'flatqueue'
import { i32, u32 } from '../typed-array.ts'

export interface Frontier {
  readonly clear: () => void
  readonly add: (place: number, hours: number) => void
  /** The next place, each at most once between two clears, or -1. */
  readonly next: () => number
}

/**
 * For walks that meet no cycle: places are final in the order of their numbers, so a set of bits is queue enough.
 * A second layer, one bit for each word of the first, lets a sparse walk skip 1,024 places at a time.
 */
export class OrderedFrontier implements Frontier {
  private readonly words: Uint32Array
  private readonly filled: Uint32Array
  /** No place is waiting before this word of `filled`. */
  private cursor = 0

  constructor(placeCount: number) {
    this.words = new Uint32Array((placeCount >>> 5) + 1)
    this.filled = new Uint32Array((placeCount >>> 10) + 1)
  }

  clear(): void {
    // A walk ends when the set is empty, so only the cursor has to return.
    this.cursor = this.filled.length
  }

  add(place: number): void {
    const word = place >>> 5
    const group = place >>> 10
    this.words[word] = u32(this.words, word) | (1 << (place & 31))
    this.filled[group] = u32(this.filled, group) | (1 << (word & 31))
    if (group < this.cursor) this.cursor = group
  }

  next(): number {
    const { words, filled } = this
    while (this.cursor < filled.length) {
      const groupBits = u32(filled, this.cursor)
      if (groupBits !== 0) {
        const word = (this.cursor << 5) + lowestBit(groupBits)
        const bits = u32(words, word)
        const rest = bits & (bits - 1)
        words[word] = rest
        if (rest === 0) filled[this.cursor] = groupBits & (groupBits - 1)
        return (word << 5) + lowestBit(bits)
      }
      this.cursor++
    }
    return -1
  }
}

/** For walks that can meet a cycle: Dijkstra's order, nearest in time first. */
export class TimedFrontier implements Frontier {
  private readonly queue = new FlatQueue<number>()
  private readonly handedOut: Int32Array
  private round = 0

  constructor(placeCount: number) {
    this.handedOut = new Int32Array(placeCount)
  }

  clear(): void {
    this.queue.clear()
    this.round++
  }

  add(place: number, hours: number): void {
    this.queue.push(place, hours)
  }

  next(): number {
    for (let place = this.queue.pop(); place !== undefined; place = this.queue.pop()) {
      if (i32(this.handedOut, place) === this.round) continue
      this.handedOut[place] = this.round
      return place
    }
    return -1
  }
}

const lowestBit = (bits: number): number => 31 - Math.clz32(bits & -bits)
