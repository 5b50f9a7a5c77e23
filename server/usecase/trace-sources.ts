/** 溯源与同一事件: read what was measured and reported, and ask the domain where it came from. Reads only. */

import type { Atlas } from '#domain/atlas'
import { isRefusal, type Refusal } from '#domain/refusal'
import type { SectionPlace } from '#domain/review/section-place'
import { DAY_MS, shanghaiDay } from '#domain/shanghai-time'
import { type SameEvent, sameEvents } from '#domain/source/same-event'
import type { Reading } from '#domain/source/section-state'
import { type SourceSettings, sourceSettingsAsOf } from '#domain/source/source-settings'
import { type TracedSources, traceSources } from '#domain/source/trace-sources'
import { HOUR_MS, hourOf, hourStartMs } from '#domain/water/hourly'
import type { IndicatorId } from '#domain/water/indicator'
import { type SectionTarget, targetOn } from '#domain/water/target'
import { waterRulesAsOf } from '#domain/water/water-rules'
import { type Audience, waterGround } from './review-water.ts'
import type { Surroundings } from './surroundings.ts'

export type SourceSurroundings = Pick<Surroundings, 'water' | 'world' | 'nowMs' | 'incidents' | 'hourly'>

export interface SourceRequest {
  readonly section: string
  readonly atMs: number
  readonly indicator: IndicatorId
  readonly maxH: number
  /** `released`: what stations send and samples not yet released take no part. */
  readonly audience: Audience
}

export interface SourceAnswer extends TracedSources {
  readonly atlas: Atlas
  readonly place: SectionPlace
  readonly settings: SourceSettings
}

/** Water at low flow may have passed a section so many times longer ago than the leading edge. */
const SLOWEST_TIMES = 12

export async function traceSourcesOf(asked: SourceRequest, at: SourceSurroundings): Promise<SourceAnswer | Refusal> {
  const day = shanghaiDay(asked.atMs)
  const ground = await waterGround(day, at)
  if (isRefusal(ground)) return ground
  const { atlas, places } = ground
  const place = places.find(({ id }) => id === asked.section)
  if (place === undefined) return { refusal: 'unknown-subject', subject: asked.section }
  const settings = sourceSettingsAsOf(day)
  const ids = places.map(({ id }) => id)
  const fromMs = asked.atMs - asked.maxH * SLOWEST_TIMES * HOUR_MS - settings.sampleH * HOUR_MS
  const readings = await readingsOf(ids, asked, fromMs, asked.atMs + settings.sampleH * HOUR_MS, at)
  const bodies = new Map(places.map(({ id, body }) => [id, body]))
  const traced = traceSources({
    ...{ atlas, settings, readings, atMs: asked.atMs, indicator: asked.indicator, maxH: asked.maxH, section: place },
    targets: targetsOn(day, ids, await at.water.targets(ids)),
    bodyOf: (id) => bodies.get(id) ?? 'river',
    rules: waterRulesAsOf(day),
    findings: await at.incidents.findings(asked.atMs - settings.pastDays * DAY_MS, asked.atMs),
  })
  return { ...traced, atlas, place, settings }
}

function targetsOn(day: string, ids: readonly string[], known: readonly SectionTarget[]): Map<string, SectionTarget> {
  const targets = ids.map((id) => targetOn(known, id, day)).filter((target) => target !== undefined)
  return new Map(targets.map((target) => [target.sectionId, target]))
}

export interface SameEventsAnswer {
  readonly atlas: Atlas
  readonly events: readonly SameEvent[]
  readonly settings: SourceSettings
}

export async function sameEventsOf(days: number, at: SourceSurroundings): Promise<SameEventsAnswer | Refusal> {
  const nowMs = at.nowMs()
  const atlas = at.world.atlasAsOf(shanghaiDay(nowMs))
  if (isRefusal(atlas)) return atlas
  const settings = sourceSettingsAsOf(shanghaiDay(nowMs))
  const findings = await at.incidents.findings(nowMs - days * DAY_MS, nowMs)
  return { atlas, settings, events: sameEvents(atlas.rivers, findings, settings) }
}

/** Samples and valid hourly values of one indicator. */
async function readingsOf(
  sectionIds: readonly string[],
  { indicator, audience }: Pick<SourceRequest, 'indicator' | 'audience'>,
  fromMs: number,
  toMs: number,
  { water, hourly }: SourceSurroundings,
): Promise<Reading[]> {
  const read = await water.samplesBetween(sectionIds, fromMs, toMs)
  const samples = audience === 'internal' ? read : read.filter(({ isReleased }) => isReleased)
  const sampled = samples.flatMap(({ sectionId, sampledAt, origin, measurements, isDemonstration }) => {
    const measured = measurements.find((each) => each.indicator === indicator)
    return measured === undefined ? [] : { sectionId, atMs: Date.parse(sampledAt), origin, measured, isDemonstration }
  })
  if (audience === 'released') return sampled
  const series = await Promise.all(sectionIds.map((id) => hourly.period(id, hourOf(fromMs), hourOf(toMs), indicator)))
  const stations = series.flat().flatMap(({ sectionId, values, isDemonstration }) =>
    values
      .filter(({ flag }) => flag === 'N')
      .map(({ hour, value }): Reading => {
        const measured = { indicator, value, isBelowDetection: false }
        return { sectionId, atMs: hourStartMs(hour), origin: 'automatic', measured, isDemonstration }
      }),
  )
  return [...sampled, ...stations]
}
