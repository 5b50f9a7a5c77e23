/** Incidents on record upstream, each on the reach by which its water comes to the section first. */
import { bankOf } from '../river/bank.ts'
import { reachAt } from '../river/network.ts'
import { DAY_MS } from '../shanghai-time.ts'
import { HOUR_MS } from '../water/hourly.ts'
import type { IndicatorId } from '../water/indicator.ts'
import type { Sentence } from '../water/sentence.ts'
import { type Candidate, type Search, unitOfPoint } from './candidate.ts'
import { type Finding, type FindingOnRiver, findingsOnRivers, metresBetween } from './finding.ts'
import { type PollutantMatch, pollutantMatch } from './pollutant-match.ts'
import type { SourceSettings } from './source-settings.ts'
import { type DischargeWindow, dischargeWindow, wayDown } from './way-down.ts'

/** Nothing that began after the window closed: its water cannot have come yet. */
export function incidentCandidates(search: Search, findings: readonly Finding[], indicator: IndicatorId): Candidate[] {
  const { settings } = search.state
  const recent = findings.filter(({ occurredMs }) => {
    return occurredMs <= search.atMs && occurredMs >= search.atMs - settings.pastDays * DAY_MS
  })
  const onRivers = findingsOnRivers(search.above.network, recent, settings)
  return onRivers.flatMap((each) => candidateOf(each, onRivers, search, indicator) ?? [])
}

function candidateOf(
  { finding, places }: FindingOnRiver,
  all: readonly FindingOnRiver[],
  search: Search,
  indicator: IndicatorId,
): Candidate | null {
  const { above, atlas, atMs, state } = search
  const [nearest] = places
    .flatMap((place) => ({ place, way: wayDown(above, place) }))
    .flatMap(({ place, way }) => (way === null ? [] : { place, way }))
    .toSorted((a, b) => a.place.distanceM - b.place.distanceM || a.way.km - b.way.km)
  if (nearest === undefined) return null
  const { place, way } = nearest
  const window = dischargeWindow(atMs, way)
  if (finding.occurredMs > window.toMs) return null
  const isInWindow = finding.occurredMs >= window.fromMs
  const match = pollutantMatch(finding.pollutant, indicator)
  const earlier = earlierAtPlace(finding, all, state.settings)
  const point = [finding.lon, finding.lat] as const
  const { bank } = bankOf(above.network, place.reach, point)
  return {
    ...{ id: `incident:${finding.id}`, kind: 'incident', name: finding.title, nameEn: finding.title },
    ...{ point, way, window, bank: bank === 'in-channel' ? 'both' : bank },
    unitCode: unitOfPoint(atlas, point, reachAt(above.network, place.reach).leftUnit),
    pollutant: { named: 1, unknown: state.settings.unknown, other: 0 }[match],
    timing: isInWindow ? timingWithin(window, state.settings) : state.settings.earlierTiming,
    past: Math.min(1, earlier / state.settings.pastInFull),
    reasons: [
      timingReason(finding, isInWindow),
      pollutantReason(finding, match),
      ...pastReasons(earlier, state.settings),
    ],
  }
}

/** Never less than that of a report from before the window. */
function timingWithin({ fromMs, toMs }: DischargeWindow, { fullWindowH, earlierTiming }: SourceSettings): number {
  const windowH = (toMs - fromMs) / HOUR_MS
  return windowH <= fullWindowH ? 1 : Math.max(earlierTiming, fullWindowH / windowH)
}

/** Other findings about the same place, before this one. */
function earlierAtPlace(finding: Finding, all: readonly FindingOnRiver[], { samePlaceM }: SourceSettings): number {
  return all.filter(({ finding: other }) => {
    const isEarlier = other.id !== finding.id && other.occurredMs <= finding.occurredMs
    return isEarlier && metresBetween([other.lon, other.lat], [finding.lon, finding.lat]) <= samePlaceM
  }).length
}

const timingReason = ({ number }: Finding, isInWindow: boolean): Sentence =>
  isInWindow
    ? { zh: `${number} 的发生时间落在应排放时段内。`, en: `${number} occurred within the window of discharge.` }
    : {
        zh: `${number} 早于应排放时段，可能持续或再次排放。`,
        en: `${number} is older than the window; it may go on or have come again.`,
      }

function pollutantReason({ pollutant }: Finding, match: PollutantMatch): Sentence {
  if (match === 'unknown') return { zh: '上报未写明污染物。', en: 'The report names no pollutant.' }
  return match === 'named'
    ? {
        zh: `上报的污染物“${pollutant}”与超标指标相符。`,
        en: `The pollutant reported, ${pollutant}, fits the indicator.`,
      }
    : { zh: `上报的污染物“${pollutant}”与超标指标不符。`, en: `The pollutant reported, ${pollutant}, is another one.` }
}

const pastReasons = (earlier: number, { samePlaceM, pastDays }: SourceSettings): Sentence[] =>
  earlier === 0
    ? []
    : [
        {
          zh: `${samePlaceM} 米内近 ${pastDays} 天另有 ${earlier} 起问题。`,
          en: `${earlier} earlier findings within ${samePlaceM} m and ${pastDays} days.`,
        },
      ]
