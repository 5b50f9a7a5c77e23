/** A FeatureCollection written feature by feature; waits whenever the reader of the output is slower. */
import { once } from 'node:events'
import type { Writable } from 'node:stream'
import type { Feature } from 'geojson'

export class FeatureWriter {
  readonly #output: Writable
  #isFirst = true

  constructor(output: Writable) {
    this.#output = output
  }

  async write(feature: Feature): Promise<void> {
    await this.#put(`${this.#isFirst ? OPENING : ','}\n${JSON.stringify(feature)}`)
    this.#isFirst = false
  }

  async end(): Promise<void> {
    await this.#put(`${this.#isFirst ? OPENING : ''}\n]}\n`)
  }

  async #put(text: string): Promise<void> {
    if (!this.#output.write(text)) await once(this.#output, 'drain')
  }
}

const OPENING = '{"type":"FeatureCollection","features":['
