/** Newline-delimited GeoJSON: one Feature a line (RFC 8142's record separators are let pass). */
import { featureRow } from './feature-row.ts'
import type { ReportRow } from './read-reports.ts'

export async function* readLines(text: AsyncIterable<string>): AsyncGenerator<ReportRow> {
  let row = 0
  for await (const line of linesOf(text)) {
    row++
    if (line.trim() !== '') yield featureRow(line.trim(), row)
  }
}

async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = ''
  for await (const piece of text) {
    const lines = (rest + piece).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield rest
}
