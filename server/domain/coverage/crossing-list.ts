/** Where a query's outline crosses the border, kept until they can be read in border order; reused from query to query. */
import { f64 } from '../typed-array.ts'

/** Sort key: segment, then order of arrival, in one number below 2^53. */
const ARRIVALS = 2 ** 21

export class CrossingList {
  count = 0
  segment = new Int32Array(64)
  /** Place on the segment as a part of its length. */
  along = new Float64Array(64)
  /** 1 where the border, as its arc runs, enters the query; -1 where it leaves. */
  step = new Int32Array(64)
  /** After `sort`: positions in the arrays above, by segment. */
  order = new Int32Array(64)
  #keys = new Float64Array(64)

  clear(): void {
    this.count = 0
  }

  add(segment: number, along: number, step: 1 | -1): void {
    if (this.count === this.segment.length) this.#grow()
    this.segment[this.count] = segment
    this.along[this.count] = along
    this.step[this.count] = step
    this.#keys[this.count] = segment * ARRIVALS + this.count
    this.count++
  }

  sort(): void {
    // Numbers sort natively, without a comparison function.
    const keys = this.#keys.subarray(0, this.count).sort()
    for (let rank = 0; rank < this.count; rank++) this.order[rank] = f64(keys, rank) % ARRIVALS
  }

  #grow(): void {
    if (this.count >= ARRIVALS) throw new RangeError(`A query may cross the border ${ARRIVALS} times at most`)
    this.segment = grown(this.segment, new Int32Array(2 * this.count))
    this.along = grown(this.along, new Float64Array(2 * this.count))
    this.step = grown(this.step, new Int32Array(2 * this.count))
    this.#keys = grown(this.#keys, new Float64Array(2 * this.count))
    this.order = new Int32Array(2 * this.count)
  }
}

function grown<A extends Int32Array | Float64Array>(from: A, to: A): A {
  to.set(from)
  return to
}
