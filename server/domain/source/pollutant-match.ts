/** 污染物相符: whether what a report names could be what a section measured. Reports name pollutants in words. */
import { INDICATORS, type IndicatorId } from '../water/indicator.ts'

/** `unknown` where the report names nothing. */
export type PollutantMatch = 'named' | 'unknown' | 'other'

export function pollutantMatch(text: string, indicator: IndicatorId): PollutantMatch {
  if (text.trim() === '') return 'unknown'
  return indicatorsIn(text).has(indicator) ? 'named' : 'other'
}

/** Two reports may be about one pollution: one names nothing, both name the same, or both mean a common indicator. */
export function pollutantsAgree(one: string, other: string): boolean {
  const [a, b] = [one.trim().toLowerCase(), other.trim().toLowerCase()]
  if (a === '' || b === '' || a === b) return true
  const [ofOne, ofOther] = [indicatorsIn(one), indicatorsIn(other)]
  return [...ofOne].some((indicator) => ofOther.has(indicator))
}

/** The indicators that a text means: by name, by symbol, or by a word for a whole kind of waste. */
export function indicatorsIn(text: string): ReadonlySet<IndicatorId> {
  const words = text.toLowerCase()
  const named = INDICATORS.filter(({ nameZh, nameEn, symbol }) => {
    return words.includes(nameZh.toLowerCase()) || words.includes(nameEn.toLowerCase()) || hasSymbol(text, symbol)
  }).map(({ id }) => id)
  const meant = KINDS_OF_WASTE.filter(({ said }) => said.some((word) => words.includes(word)))
  return new Set([...named, ...meant.flatMap(({ indicators }) => indicators)])
}

/** As a word of its own: Cd is not in "CdS-free", As is not in "gas". */
function hasSymbol(text: string, symbol: string): boolean {
  const escaped = symbol.replaceAll(/[+.-]/g, '\\$&')
  return new RegExp(`(?<![A-Za-z0-9])${escaped}(?![A-Za-z0-9])`).test(text)
}

const ORGANIC: readonly IndicatorId[] = [
  ...(['cod', 'bod5', 'permanganate-index', 'ammonia-nitrogen', 'total-phosphorus', 'total-nitrogen'] as const),
  ...(['dissolved-oxygen', 'faecal-coliform', 'anionic-surfactant'] as const),
]
const METALS: readonly IndicatorId[] = [
  ...(['copper', 'zinc', 'arsenic', 'mercury', 'cadmium', 'chromium-vi', 'lead', 'selenium'] as const),
]

/** Words that people write for what they see, and what a laboratory would find of it: a choice of Jiehe's. */
const KINDS_OF_WASTE: readonly { readonly said: readonly string[]; readonly indicators: readonly IndicatorId[] }[] = [
  {
    said: ['污水', '粪', '养殖', '黑臭', '餐饮', '垃圾', '渗滤液', 'sewage', 'manure', 'leachate'],
    indicators: ORGANIC,
  },
  { said: ['重金属', '电镀', 'heavy metal', 'plating'], indicators: METALS },
  { said: ['油', 'oil', 'diesel', 'petrol'], indicators: ['petroleum', 'volatile-phenol'] },
  { said: ['酸', '碱', 'acid', 'alkali'], indicators: ['ph'] },
  { said: ['化肥', '农药', 'fertili'], indicators: ['ammonia-nitrogen', 'total-phosphorus', 'total-nitrogen'] },
  { said: ['洗涤', '泡沫', 'detergent', 'foam'], indicators: ['anionic-surfactant', 'total-phosphorus'] },
  { said: ['铬', 'chromium'], indicators: ['chromium-vi'] },
  { said: ['氨水', '液氨', 'ammonia'], indicators: ['ammonia-nitrogen', 'ph'] },
  { said: ['酚', 'phenol'], indicators: ['volatile-phenol'] },
]
