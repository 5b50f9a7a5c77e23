/**
 * A GeoJSON FeatureCollection of any size: each feature is cut out of the text by its brackets and parsed by itself, so that
 * a broken feature costs only itself and a file cut short gives everything before the cut.
 */
import { featureRow } from './feature-row.ts'
import type { ReportRow } from './read-reports.ts'

export async function* readGeoJson(text: AsyncIterable<string>): AsyncGenerator<ReportRow> {
  const cutter = new FeatureCutter()
  let row = 0
  for await (const piece of text) {
    for (const feature of cutter.cut(piece)) yield featureRow(feature, ++row)
  }
  const { hasFeatures, isEnded, rest } = cutter
  if (!hasFeatures) yield { row: 1, raw: rest, issue: NO_FEATURES }
  if (!hasFeatures || isEnded) return
  // The cut may fall between a whole feature and its comma.
  const last = featureRow(rest, row + 1)
  const isWhole = !('issue' in last)
  if (isWhole) yield last
  yield { row: row + (isWhole ? 2 : 1), raw: isWhole ? '' : rest, issue: cutShort(isWhole ? row + 1 : row) }
}

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c]
const [OPEN_OBJECT, CLOSE_OBJECT, OPEN_ARRAY, CLOSE_ARRAY] = [0x7b, 0x7d, 0x5b, 0x5d]
/** Depth inside the array of features: one object and one array are open. */
const IN_FEATURES = 2

class FeatureCutter {
  hasFeatures = false
  isEnded = false
  /** What was read of a feature that has not ended. */
  rest = ''
  #depth = 0
  #isInString = false
  #isEscaped = false
  #isInFeatures = false
  /** The last string at depth 1: the key of what follows. */
  #key = ''
  #keyStart = -1

  /** The features that end in this piece of text. */
  cut(piece: string): string[] {
    const features: string[] = []
    const text = this.rest + piece
    let start = 0
    for (let at = this.rest.length; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (this.#isInString) this.#readString(text, at, code)
      else if (code === QUOTE) this.#openString(at)
      else if (code === OPEN_OBJECT || code === OPEN_ARRAY) {
        this.#open(code)
        if (this.#depth === IN_FEATURES && this.#isInFeatures) start = at + 1
      } else if (code === CLOSE_OBJECT || code === CLOSE_ARRAY || code === COMMA) {
        const isBetween = this.#depth === IN_FEATURES && this.#isInFeatures && code !== CLOSE_OBJECT
        if (isBetween) {
          const feature = text.slice(start, at).trim()
          if (feature !== '') features.push(feature)
          start = at + 1
        }
        if (code !== COMMA) this.#close()
      }
    }
    // Outside the features nothing is kept but an open key.
    if (!this.#isInFeatures) start = this.#keyStart >= 0 ? this.#keyStart : text.length
    this.rest = text.slice(start)
    if (this.#keyStart >= 0) this.#keyStart -= start
    return features
  }

  #openString(at: number): void {
    this.#isInString = true
    if (this.#depth === 1) this.#keyStart = at
  }

  #readString(text: string, at: number, code: number): void {
    if (this.#isEscaped) this.#isEscaped = false
    else if (code === BACKSLASH) this.#isEscaped = true
    else if (code === QUOTE) {
      this.#isInString = false
      if (this.#keyStart >= 0) this.#key = text.slice(this.#keyStart + 1, at)
      this.#keyStart = -1
    }
  }

  #open(code: number): void {
    this.#depth++
    if (this.#depth === IN_FEATURES && code === OPEN_ARRAY && this.#key === 'features' && !this.hasFeatures) {
      this.hasFeatures = true
      this.#isInFeatures = true
    }
  }

  #close(): void {
    this.#depth--
    if (this.#depth === 1 && this.#isInFeatures) {
      this.#isInFeatures = false
      this.isEnded = true
    }
  }
}

const NO_FEATURES = {
  pointer: '/features',
  code: 'no-features',
  zh: '没有 features 数组：请给出 GeoJSON FeatureCollection、每行一个 Feature 的文件，或带表头的 CSV。',
  en: 'There is no array of features: give a GeoJSON FeatureCollection, a file with one Feature a line, or a CSV with a header.',
}

const cutShort = (count: number) => ({
  pointer: '/features',
  code: 'cut-short',
  zh: `文件不完整，在第 ${count} 个要素之后中断：此前的已读入，请重新获取完整文件。`,
  en: `The file ends in the middle, after feature ${count}: what came before was read; fetch the whole file again.`,
})
