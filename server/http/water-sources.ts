/** 水是谁的, as the contract spells it: sources of an exceedance, reports that are one event, strips that belong to nobody. */
import type { listNoMansLand, listSameEvents, traceSources } from '#contract/water-sources'
import type { Atlas } from '#domain/atlas'
import { noMansLand } from '#domain/patrol/no-mans-land'
import type { PatrolPlace } from '#domain/patrol/patrol-place'
import { PATROL_DEFAULTS, patrolSettingSentences } from '#domain/patrol/patrol-settings'
import { isRefusal, type Refusal } from '#domain/refusal'
import { shanghaiDay, shanghaiIso } from '#domain/shanghai-time'
import { eventUnits, explainEvent } from '#domain/source/explain-event'
import type { SameEvent } from '#domain/source/same-event'
import { joiningSettings, rankingSettings } from '#domain/source/source-settings'
import type { RankedCandidate } from '#domain/source/trace-sources'
import { indicatorOf } from '#domain/water/evaluated-indicators'
import type { IndicatorId } from '#domain/water/indicator'
import { type SourceRequest, type SourceSurroundings, sameEventsOf, traceSourcesOf } from '../usecase/trace-sources.ts'
import type { Answered } from './mount.ts'
import { sectionRef } from './water-words.ts'

export interface AskedSources {
  readonly section: string
  readonly at: string
  readonly indicator: IndicatorId
  readonly maxH: number
  readonly audience: SourceRequest['audience']
}

export async function answerSources(
  { section, at: instant, indicator, maxH, audience }: AskedSources,
  at: SourceSurroundings,
): Promise<Answered<typeof traceSources> | Refusal> {
  const traced = await traceSourcesOf({ section, atMs: Date.parse(instant), indicator, maxH, audience }, at)
  if (isRefusal(traced)) return traced
  const { atlas, place, settings, measured, candidates, request } = traced
  return {
    section: sectionRef(place, measured?.isDemonstration ?? false),
    measured:
      measured === null
        ? null
        : { value: measured.measured.value, unit: indicatorOf(indicator).unit, at: shanghaiIso(measured.atMs) },
    candidates: candidates.map((each) => candidateBody(each, atlas)),
    request: { to: [...request.to], text: request.text },
    settings: rankingSettings(settings),
  }
}

function candidateBody(
  { id, kind, name, nameEn, point, way, window, unitCode, bank, score, reasons }: RankedCandidate,
  { unitByCode }: Atlas,
): Answered<typeof traceSources>['candidates'][number] {
  const unit = unitByCode.get(unitCode) ?? { name: unitCode, nameEn: unitCode }
  return {
    ...{ id, kind, name, nameEn, unitCode, bank, score, reasons },
    ...{ lon: point[0], lat: point[1], distanceKm: Math.round(way.km * 1000) / 1000 },
    window: { from: minute(window.fromMs), to: minute(window.toMs) },
    ...{ unitName: unit.name, unitNameEn: unit.nameEn },
  }
}

/** Whole minutes: travel times are not known to more. */
const minute = (ms: number): string => shanghaiIso(Math.round(ms / 60_000) * 60_000)

export async function answerSameEvents(
  days: number,
  at: SourceSurroundings,
): Promise<Answered<typeof listSameEvents> | Refusal> {
  const found = await sameEventsOf(days, at)
  if (isRefusal(found)) return found
  return {
    groups: found.events.map((event) => eventBody(event, found.atlas)),
    settings: joiningSettings(found.settings),
  }
}

/** The way and the hours are those of its longest pair. */
function eventBody(event: SameEvent, atlas: Atlas): Answered<typeof listSameEvents>['groups'][number] {
  const { findings, pairs } = event
  const [longest] = pairs
  return {
    id: findings.map(({ number }) => number).join('+'),
    incidents: findings.map(({ id, number, title, occurredMs }) => {
      return { id, number, title, occurredAt: shanghaiIso(occurredMs) }
    }),
    unitNames: eventUnits(atlas, event).map(({ name }) => name),
    networkKm: longest?.km ?? 0,
    lagH: { earliest: longest?.earliestH ?? 0, probable: longest?.probableH ?? 0 },
    reason: explainEvent(atlas, event),
  }
}

export function answerNoMansLand(
  date: string | undefined,
  { world, nowMs }: SourceSurroundings,
): Answered<typeof listNoMansLand> | Refusal {
  const atlas = world.atlasAsOf(date ?? shanghaiDay(nowMs()))
  if (isRefusal(atlas)) return atlas
  return { places: noMansLand(atlas).map(placeBody), settings: patrolSettingSentences(PATROL_DEFAULTS) }
}

const placeBody = ({ point, ...place }: PatrolPlace): Answered<typeof listNoMansLand>['places'][number] => ({
  ...place,
  lon: point[0],
  lat: point[1],
})
