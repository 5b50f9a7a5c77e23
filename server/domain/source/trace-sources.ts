/**
 * 溯源: which places upstream could explain an exceedance, each with the window in which it would have had to discharge.
 *
 * The window is the time of measuring less the hours of travel: those of the leading edge at high flow, and of the water at low
 * flow. The ranking is a choice (source-settings.ts); it says whom to look at first and proves nothing.
 */
import type { Atlas } from '../atlas.ts'
import type { SectionPlace } from '../review/section-place.ts'
import type { RiverPlace } from '../river/snap.ts'
import { snapToReach } from '../river/snap.ts'
import { HOUR_MS } from '../water/hourly.ts'
import type { IndicatorId } from '../water/indicator.ts'
import type { Sentence } from '../water/sentence.ts'
import type { Candidate, Search } from './candidate.ts'
import type { Finding } from './finding.ts'
import { incidentCandidates } from './incident-candidates.ts'
import { outfallCandidates, sectionCandidates, stateReason, tributaryCandidates } from './river-candidates.ts'
import { type Reading, type StateQuestion, sectionState } from './section-state.ts'
import { type SourceRequest, sourceRequest } from './source-request.ts'
import { dischargeWindow, sectionsPassed, waterAbove, wayDown } from './way-down.ts'

export interface SourceQuestion extends StateQuestion {
  readonly atlas: Atlas
  readonly section: SectionPlace
  readonly atMs: number
  readonly indicator: IndicatorId
  /** Hours of the leading edge. */
  readonly maxH: number
  readonly findings: readonly Finding[]
}

export interface RankedCandidate extends Candidate {
  /** 0 to 1. */
  readonly score: number
}

export interface TracedSources {
  /** The reading in question: of the section, nearest to the asked time and within `sampleH` of it. */
  readonly measured: Reading | null
  /** Likeliest first. */
  readonly candidates: readonly RankedCandidate[]
  readonly request: SourceRequest
}

export function traceSources(question: SourceQuestion): TracedSources {
  const { atlas, section, atMs, indicator, findings, settings } = question
  const above = waterAbove(atlas.rivers, placeOf(question), question.maxH)
  const search: Search = { atlas, above, atMs, state: question }
  const found = [
    ...incidentCandidates(search, findings, indicator),
    ...sectionCandidates(search),
    ...tributaryCandidates(search),
    ...outfallCandidates(search),
  ]
  const candidates = found
    .map((candidate) => ranked(candidate, search))
    .toSorted((a, b) => b.score - a.score || a.way.km - b.way.km)
    .slice(0, settings.mostCandidates)
  const measured = nearestReading(question)
  const readings = measured === null ? [] : [measured]
  const state = sectionState(section.id, { fromMs: atMs, toMs: atMs }, { ...question, readings })
  return { measured, candidates, request: sourceRequest({ above, atlas, section, atMs, indicator, measured, state }) }
}

function placeOf({ atlas: { rivers }, section }: SourceQuestion): RiverPlace {
  const reach = rivers.reachNumber.get(section.reachId)
  if (reach === undefined) throw new RangeError(`the section ${section.id} stands on no reach`)
  return snapToReach(rivers, reach, [section.lon, section.lat])
}

/** What it weighs by itself, less where the sections around it speak against it. */
function ranked(candidate: Candidate, search: Search): RankedCandidate {
  const { weights, halfKm } = search.state.settings
  const nearness = 2 ** (-candidate.way.km / halfKm)
  const own =
    weights.nearness * nearness +
    weights.pollutant * candidate.pollutant +
    weights.timing * candidate.timing +
    weights.past * candidate.past
  const { factor, reasons } = narrowed(candidate, search)
  return { ...candidate, score: Math.round(own * factor * 1000) / 1000, reasons: [...candidate.reasons, ...reasons] }
}

/** The exceedance began between the last clean section and the first bad one. */
function narrowed(candidate: Candidate, search: Search): { factor: number; reasons: Sentence[] } {
  const { cleanBetween, badAbove } = search.state.settings
  const clean = sectionsPassed(search.above, candidate.way).map((section) => ({
    section,
    state: stateOf(section, search),
  }))
  const passedClean = clean.find(({ state }) => state?.state === 'clean')
  if (passedClean?.state) {
    const reason = stateReason(passedClean.section, passedClean.state)
    return {
      factor: cleanBetween,
      reasons: [{ zh: `${reason.zh}超标始于其下游。`, en: `${reason.en} It went wrong below.` }],
    }
  }
  const above = search.above.slow.sections.find((section) => {
    return (
      section.km > candidate.way.km &&
      isAboveOn(section.reachId, candidate, search) &&
      stateOf(section, search)?.state === 'bad'
    )
  })
  if (above === undefined || candidate.kind === 'section') return { factor: 1, reasons: [] }
  return {
    factor: badAbove,
    reasons: [
      {
        zh: `其上游${above.name}当时已超标，来水已差。`,
        en: `At ${above.nameEn} above it the water was bad already.`,
      },
    ],
  }
}

function stateOf(section: RiverPlace & { readonly id: string }, { above, atMs, state }: Search) {
  const way = wayDown(above, section)
  return way === null ? null : sectionState(section.id, dischargeWindow(atMs, way), state)
}

/** Whether the water of a reach passes the candidate on its way. */
function isAboveOn(reachId: string, { way }: Candidate, { above }: Search): boolean {
  const byId = new Map(above.slow.reaches.map((met) => [met.reachId, met.beforeId]))
  const seen = new Set<string>()
  for (let id: string | null = reachId; id !== null && !seen.has(id); id = byId.get(id) ?? null) {
    if (id === way.reachId) return true
    seen.add(id)
  }
  return false
}

function nearestReading({ readings, section, atMs, settings }: SourceQuestion): Reading | null {
  const own = readings.filter((each) => {
    return each.sectionId === section.id && Math.abs(each.atMs - atMs) <= settings.sampleH * HOUR_MS
  })
  return own.toSorted((a, b) => Math.abs(a.atMs - atMs) - Math.abs(b.atMs - atMs))[0] ?? null
}
