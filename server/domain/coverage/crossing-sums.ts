/** Sums by unit that start from nothing for each query without clearing what the last one left. */
import { f64, i32 } from '../typed-array.ts'

export class UnitSums {
  /** Units with a sum, in the order met. */
  readonly units: number[] = []
  readonly #sums: Float64Array
  readonly #queryOf: Int32Array
  #query = 0

  constructor(unitCount: number) {
    this.#sums = new Float64Array(unitCount)
    this.#queryOf = new Int32Array(unitCount)
  }

  clear(): void {
    this.units.length = 0
    this.#query++
  }

  add(unit: number, amount: number): void {
    if (i32(this.#queryOf, unit) === this.#query) {
      this.#sums[unit] = f64(this.#sums, unit) + amount
      return
    }
    this.#queryOf[unit] = this.#query
    this.#sums[unit] = amount
    this.units.push(unit)
  }

  of(unit: number): number {
    return f64(this.#sums, unit)
  }
}
