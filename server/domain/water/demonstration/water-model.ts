/** What water of a given pressure would measure in a given month. Plausible, made up, and no statement about any river. */
import type { IndicatorId } from '../indicator.ts'
import type { Measurement } from '../sample.ts'
import { type Chance, deviate } from './chance.ts'

/** The state of the water when it is sampled. */
export interface WaterState {
  readonly pressure: number
  /** 1 to 12. */
  readonly month: number
  /** After a storm: what lies on the streets comes along. */
  readonly isAfterRain: boolean
  /** Names that make the chance of this sample its own. */
  readonly names: readonly (string | number)[]
  /** Shared by the sections of a basin in a month, about 1. */
  readonly common: number
}

interface Substance {
  /** Between a mountain stream and foul water. */
  readonly range: readonly [clean: number, foul: number]
  readonly decimals: number
  readonly detectionLimit?: number
  readonly rain?: number
  /** Share by which winter is higher than the mean. */
  readonly winter?: number
}

const SUBSTANCES: Readonly<Partial<Record<IndicatorId, Substance>>> = {
  'permanganate-index': { range: [1.2, 16], decimals: 1, rain: 1.3 },
  cod: { range: [6, 60], decimals: 0, detectionLimit: 4, rain: 1.3 },
  bod5: { range: [0.8, 14], decimals: 1, detectionLimit: 0.5, rain: 1.2 },
  'ammonia-nitrogen': { range: [0.05, 4.5], decimals: 3, detectionLimit: 0.025, rain: 1.1, winter: 0.35 },
  'total-phosphorus': { range: [0.014, 0.75], decimals: 3, detectionLimit: 0.01, rain: 1.5 },
  'total-nitrogen': { range: [1, 16], decimals: 2, winter: 0.2 },
  copper: { range: [0.0008, 0.006], decimals: 5, detectionLimit: 0.001 },
  zinc: { range: [0.006, 0.06], decimals: 4, detectionLimit: 0.01 },
  fluoride: { range: [0.25, 1], decimals: 2 },
  selenium: { range: [0.0002, 0.0006], decimals: 5, detectionLimit: 0.0004 },
  arsenic: { range: [0.0004, 0.003], decimals: 5, detectionLimit: 0.0003 },
  mercury: { range: [0.00001, 0.00005], decimals: 6, detectionLimit: 0.00004 },
  cadmium: { range: [0.00002, 0.00015], decimals: 6, detectionLimit: 0.00005 },
  'chromium-vi': { range: [0.001, 0.006], decimals: 4, detectionLimit: 0.004 },
  lead: { range: [0.0004, 0.002], decimals: 5, detectionLimit: 0.001 },
  cyanide: { range: [0.0004, 0.002], decimals: 4, detectionLimit: 0.001 },
  'volatile-phenol': { range: [0.0001, 0.003], decimals: 5, detectionLimit: 0.0003 },
  petroleum: { range: [0.005, 0.12], decimals: 3, detectionLimit: 0.01, rain: 1.4 },
  'anionic-surfactant': { range: [0.02, 0.25], decimals: 3, detectionLimit: 0.05 },
  sulfide: { range: [0.003, 0.06], decimals: 3, detectionLimit: 0.01 },
  'faecal-coliform': { range: [200, 60_000], decimals: -1, detectionLimit: 20, rain: 2.5 },
}

/** One value, or undefined for what the model does not know. */
export function measure(indicator: IndicatorId, state: WaterState, chance: Chance): Measurement | undefined {
  if (indicator === 'water-temperature') return detected(indicator, temperatureC(state, chance), 1)
  if (indicator === 'ph')
    return detected(indicator, 8.1 - 0.5 * state.pressure + 0.12 * noise(indicator, state, chance), 1)
  if (indicator === 'dissolved-oxygen') return detected(indicator, oxygen(state, chance), 1)
  const substance = SUBSTANCES[indicator]
  if (substance === undefined) return undefined
  const value = concentration(indicator, substance, state, chance)
  const limit = substance.detectionLimit
  if (limit !== undefined && value < limit) return { indicator, value: limit, isBelowDetection: true }
  return detected(indicator, value, substance.decimals)
}

function concentration(indicator: IndicatorId, substance: Substance, state: WaterState, chance: Chance): number {
  const { range, rain = 1, winter = 0 } = substance
  const [clean, foul] = range
  const season = 1 + winter * Math.cos(yearAngle(state.month, 1))
  const storm = state.isAfterRain ? rain : 1
  const own = Math.exp(0.1 * noise(indicator, state, chance))
  return clean * (foul / clean) ** state.pressure * season * storm * state.common * own
}

/** Warmest in July, about 1 °C in January; cities are a little warmer. */
const temperatureC = (state: WaterState, chance: Chance): number =>
  Math.max(0.4, 14 + 12.5 * Math.cos(yearAngle(state.month, 7)) + 2 * state.pressure + 0.8 * noise('t', state, chance))

/** What the water can hold at its temperature (468/(31.6+T)), less what its load uses up. */
function oxygen(state: WaterState, chance: Chance): number {
  const saturated = 468 / (31.6 + temperatureC(state, chance))
  const share = 1.02 - 0.6 * state.pressure ** 1.5 + 0.05 * noise('o', state, chance) - (state.isAfterRain ? 0.06 : 0)
  return Math.max(0.3, saturated * share)
}

const yearAngle = (month: number, peak: number): number => ((month - peak) / 6) * Math.PI

const noise = (what: string, { names }: WaterState, chance: Chance): number => deviate(chance, ...names, what)

function detected(indicator: IndicatorId, value: number, decimals: number): Measurement {
  const scale = 10 ** decimals
  return { indicator, value: Number((Math.round(value * scale) / scale).toPrecision(12)), isBelowDetection: false }
}
