/**
 * The numbers by which sources are ranked and reports are joined. None is law: each is a choice of Jiehe's with a version and a
 * date, shown with every answer that used it.
 */
import type { Medium } from '../report/report.ts'
import type { Sentence } from '../water/sentence.ts'

export interface SourceSettings {
  readonly version: string
  readonly validFrom: string
  readonly status: 'design'
  /** A report farther than this from every river is taken to have no effect on one. */
  readonly nearRiverM: number
  /** Media whose pollution water carries on. */
  readonly media: readonly Medium[]
  /** How long ago a finding still speaks against a place. */
  readonly pastDays: number
  /** Findings within this of one another are about one place. */
  readonly samePlaceM: number
  /** So many earlier findings at a place count in full. */
  readonly pastInFull: number
  /** A sample taken by hand stands for so many hours before and after it. */
  readonly sampleH: number
  /** Nearness halves with every so many kilometres of river. */
  readonly halfKm: number
  /** Parts of the score; they add up to 1. */
  readonly weights: {
    readonly nearness: number
    readonly pollutant: number
    readonly timing: number
    readonly past: number
  }
  /** A report within a window of so many hours counts in full, within a wider one less: there it proves less. */
  readonly fullWindowH: number
  /** Timing of a report from before the window: it may go on or come again. */
  readonly earlierTiming: number
  /** What is not known counts as half. */
  readonly unknown: number
  /** The score is multiplied by this where a section between was clean at the right time: the water was bad only below it. */
  readonly cleanBetween: number
  /** And by this where the water was bad already at a section above the candidate. */
  readonly badAbove: number
  readonly mostCandidates: number
  /** Reports farther apart along the river are not taken for one event. */
  readonly sameEventKm: number
  /** A report may come so much earlier or later than the water. */
  readonly reportingH: number
  /** Reports within this of one another along the river are one place, whichever bank; then they may be so many hours apart. */
  readonly besideKm: number
  readonly besideH: number
}

const EDITIONS: readonly [SourceSettings, ...SourceSettings[]] = [
  {
    version: 'source-2019',
    validFrom: '2019-03-04',
    status: 'design',
    nearRiverM: 500,
    media: ['water', 'waste', 'soil', 'ecology'],
    pastDays: 365,
    samePlaceM: 1000,
    pastInFull: 3,
    sampleH: 24,
    halfKm: 10,
    weights: { nearness: 0.3, pollutant: 0.3, timing: 0.25, past: 0.15 },
    fullWindowH: 24,
    earlierTiming: 0.3,
    unknown: 0.5,
    cleanBetween: 0.4,
    badAbove: 0.7,
    mostCandidates: 30,
    sameEventKm: 30,
    reportingH: 6,
    besideKm: 1,
    besideH: 24,
  },
]

/** The edition in force on a day; the first one also before its time. */
export const sourceSettingsAsOf = (day: string): SourceSettings =>
  EDITIONS.findLast(({ validFrom }) => validFrom <= day) ?? EDITIONS[0]

export function rankingSettings(s: SourceSettings): Sentence[] {
  const { nearness, pollutant, timing, past } = s.weights
  const per = (weight: number) => `${Math.round(weight * 100)}%`
  return [
    {
      zh: `排序为界河的设计选择，并非法规：距离 ${per(nearness)}（每 ${s.halfKm} 公里减半）、污染物相符 ${per(pollutant)}、时间相符 ${per(timing)}（应排放时段长于 ${s.fullWindowH} 小时的按比例减少）、既往问题 ${per(past)}（${s.samePlaceM} 米内近 ${s.pastDays} 天，${s.pastInFull} 起记满分）。`,
      en: `The ranking is a choice of Jiehe's, not law: distance ${per(nearness)} (halved every ${s.halfKm} km), pollutant ${per(pollutant)}, timing ${per(timing)} (less for windows longer than ${s.fullWindowH} h), past findings ${per(past)} (within ${s.samePlaceM} m and ${s.pastDays} days; ${s.pastInFull} count in full).`,
    },
    {
      zh: `其间断面相应时段达标的，得分乘 ${s.cleanBetween}；其上游断面当时已超标的，得分乘 ${s.badAbove}。手工样代表前后 ${s.sampleH} 小时；离河 ${s.nearRiverM} 米以内的上报才作候选。（设计值，${s.version}）`,
      en: `The score is multiplied by ${s.cleanBetween} where a section between was clean at the time, and by ${s.badAbove} where a section above was bad already. A sample by hand stands for ${s.sampleH} h before and after it; only reports within ${s.nearRiverM} m of a river are candidates. (Design, ${s.version}.)`,
    },
  ]
}

export const joiningSettings = (s: SourceSettings): Sentence[] => [
  {
    zh: `合并建议为界河的设计选择，并非法规：沿河 ${s.sameEventKm} 公里以内，时间差在水流时间前后各 ${s.reportingH} 小时以内；沿河 ${s.besideKm} 公里以内的（含两岸）相差不超过 ${s.besideH} 小时；介质均随水迁移，污染物不矛盾；离河不超过 ${s.nearRiverM} 米。（设计值，${s.version}）`,
    en: `Joining is a choice of Jiehe's, not law: within ${s.sameEventKm} km of river and within ${s.reportingH} h of the travel time either way; within ${s.besideKm} km of river, on either bank, at most ${s.besideH} h apart; media that water carries and pollutants that agree; at most ${s.nearRiverM} m from a river. (Design, ${s.version}.)`,
  },
]
