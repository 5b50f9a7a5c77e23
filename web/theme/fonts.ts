/**
 * Noto Sans SC in a hundred small files, each for some characters, fetched from our own server when one is first needed.
 * The page and the map's labels use the same files, so Chinese looks the same on a machine that has no Chinese font.
 */
import ranges from '@fontsource/noto-sans-sc/unicode.json'

export interface FontFile {
  readonly url: string
  readonly unicodeRanges: readonly string[]
}

const WEIGHTS = [400, 600] as const
type Weight = (typeof WEIGHTS)[number]

/** Adds the faces to the page; nothing is fetched yet. */
export const startFonts = (): void => {
  for (const weight of WEIGHTS)
    for (const { url, unicodeRanges } of fontFiles(weight))
      document.fonts.add(
        new FontFace('Noto Sans SC', `url(${url})`, {
          weight: String(weight),
          unicodeRange: unicodeRanges.join(),
          display: 'swap',
        }),
      )
}

/** The files of one weight. */
export const fontFiles = (weight: Weight): readonly FontFile[] =>
  Object.entries(ranges).flatMap(([name, range]) => {
    const url = URLS[`${FOLDER}noto-sans-sc-${name.replaceAll(/[[\]]/g, '')}-${weight}-normal.woff2`]
    return url ? [{ url, unicodeRanges: range.split(',') }] : []
  })

const FOLDER = '../../node_modules/@fontsource/noto-sans-sc/files/'

// `no-inline`: a small file as a data: address would be refused by the Content-Security-Policy.
const URLS = import.meta.glob<string>(
  [
    '../../node_modules/@fontsource/noto-sans-sc/files/noto-sans-sc-*-{400,600}-normal.woff2',
    '!../../node_modules/@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-*',
  ],
  { query: '?url&no-inline', import: 'default', eager: true },
)
