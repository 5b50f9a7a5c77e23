/** The rows that could not be judged: one JSON object a line, each with the field and the remedy in both languages. */

import { once } from 'node:events'
import { createWriteStream, openSync, type WriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import type { FieldIssue } from '#domain/refusal'

const MOST_RAW = 2000

export class Rejects {
  count = 0
  readonly #file: WriteStream | null

  /** Without a file rows are only counted. Throws where the file cannot be written. */
  constructor(path: string | undefined) {
    this.#file = path === undefined ? null : createWriteStream(path, { fd: openSync(path, 'w') })
  }

  async add(row: number, issues: readonly FieldIssue[], raw: string): Promise<void> {
    this.count++
    for (const issue of issues) await this.#put({ row, ...issue, raw: raw.slice(0, MOST_RAW) })
  }

  async end(): Promise<void> {
    if (this.#file === null) return
    this.#file.end()
    await finished(this.#file)
  }

  async #put(reject: object): Promise<void> {
    if (this.#file !== null && !this.#file.write(`${JSON.stringify(reject)}\n`)) await once(this.#file, 'drain')
  }
}
