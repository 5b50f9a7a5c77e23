/** A FeatureCollection written feature by feature, in large pieces; waits whenever the reader of the output is slower. */
import { once } from 'node:events'
import type { Writable } from 'node:stream'
import type { Feature } from 'geojson'

/** Bytes gathered before they are written: one system call for some sixty features. */
const PIECE = 2 ** 20
const MOST_BYTES_A_CHARACTER = 3

/**
 * Each feature is encoded by itself, straight into the piece: texts with Chinese in them, joined first or handed to the
 * stream as texts, take six times as long to become UTF-8.
 */
export class FeatureWriter {
  readonly #output: Writable
  #piece = Buffer.allocUnsafe(PIECE)
  #length = 0
  #separator = '{"type":"FeatureCollection","features":[\n'

  constructor(output: Writable) {
    this.#output = output
  }

  async write(feature: Feature): Promise<void> {
    await this.#gather(this.#separator)
    await this.#gather(JSON.stringify(feature))
    this.#separator = ',\n'
  }

  async end(): Promise<void> {
    if (this.#separator !== ',\n') await this.#gather(this.#separator)
    await this.#gather('\n]}\n')
    await this.#flush()
  }

  async #gather(text: string): Promise<void> {
    const most = text.length * MOST_BYTES_A_CHARACTER
    if (this.#length + most > this.#piece.length) await this.#flush(Math.max(PIECE, most))
    this.#length += this.#piece.write(text, this.#length)
  }

  async #flush(nextSize = 0): Promise<void> {
    const whole = this.#piece.subarray(0, this.#length)
    this.#piece = Buffer.allocUnsafe(nextSize)
    this.#length = 0
    if (!this.#output.write(whole)) await once(this.#output, 'drain')
  }
}
