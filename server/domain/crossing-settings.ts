/**
 * The numbers by which a crossing is told: none of them is law. The plan says 跨区域、跨流域 and gives no distance, share or
 * count, so each is a design choice of Jiehe's with a version and a date, shown with every assessment that used it.
 */
import type { Medium } from './report/report.ts'

export interface CrossingSettings {
  readonly version: string
  readonly validFrom: string
  readonly status: 'design'
  readonly note: { readonly zh: string; readonly en: string }
  /** AREA: a unit counts when more than this and more than `leastShare` of the affected area lies in it. */
  readonly leastAreaM2: number
  /** AREA for an affected line. */
  readonly leastLengthM: number
  readonly leastShare: number
  /** BANK: within half the river's width and this of the line of a boundary reach. */
  readonly bankM: number
  /** BANK: media whose effect on one bank reaches the river, and with it the other. A noise is heard, not carried. */
  readonly bankMedia: readonly Medium[]
  /** UPDOWN: a place farther than this from every river is taken to have no effect on one. */
  readonly riverM: number
  /** Probability that what happened beyond the bank but within `riverM` reaches the river. */
  readonly offBankProbability: number
  /** UPDOWN: hours of the leading edge within which a unit downstream counts. */
  readonly horizonH: number
  /** Standard deviation of the logarithm of a travel time: a factor of 2 either way in nine cases of ten. */
  readonly travelTimeLogSd: number
  /** Probabilities from which a unit is called certainly or probably touched. */
  readonly certainFrom: number
  readonly probableFrom: number
  /** Units less likely than this are not listed. */
  readonly listedFrom: number
}

const EDITIONS: readonly CrossingSettings[] = [
  {
    version: 'crossing-2019',
    validFrom: '2019-03-04',
    status: 'design',
    note: {
      zh: '跨界判定的面积、距离、时长和概率界限为设计默认值，并非法规规定，可由主管部门调整。',
      en: 'The areas, distances, hours and probabilities that make a crossing are design defaults, not law; the authority may change them.',
    },
    leastAreaM2: 10_000,
    leastLengthM: 100,
    leastShare: 0.01,
    bankM: 50,
    bankMedia: ['water', 'waste', 'soil', 'ecology'],
    riverM: 500,
    offBankProbability: 0.8,
    horizonH: 72,
    travelTimeLogSd: Math.LN2 / 1.645,
    certainFrom: 0.95,
    probableFrom: 0.5,
    listedFrom: 0.05,
  },
]

/** The edition in force on a day; the first one also before its time, when there are no rules to use it anyway. */
export function crossingSettingsAsOf(day: string): CrossingSettings {
  return EDITIONS.findLast(({ validFrom }) => validFrom <= day) ?? (EDITIONS[0] as CrossingSettings)
}
