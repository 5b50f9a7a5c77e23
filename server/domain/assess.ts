/**
 * 研判: from a report to whose it is, how we know, who must act together, on which clause and by when.
 *
 * Pure: the same report, world and moment give the same answer. Nothing is stored.
 */

import type { Assessment } from './assessment.ts'
import type { Atlas } from './atlas.ts'
import { caveatsOf } from './caveat.ts'
import { type CrossingFinding, findCrossing } from './cross-jurisdiction.ts'
import { type CrossingSettings, crossingSettingsAsOf } from './crossing-settings.ts'
import { evidenceDrawing } from './evidence-drawing.ts'
import { isHeavyMetal } from './heavy-metal.ts'
import { boundsOf, type Place } from './place.ts'
import { type FieldIssue, isRefusal, type Refusal } from './refusal.ts'
import { type CheckedReport, checkReport } from './report/check.ts'
import type { Matter } from './report/report.ts'
import { type RiverEffect, riverEffect } from './river/effect.ts'
import { isInBeijing } from './routing/actor-place.ts'
import type { RoutingFacts } from './routing/facts.ts'
import { routeIncident } from './routing/routing.ts'
import { shanghaiDay } from './shanghai-time.ts'
import { touchUnits, type UnitTouch } from './touch.ts'
import { touchedUnits } from './touched-units.ts'
import { touchTownships } from './township-touch.ts'
import type { World } from './world.ts'
import { touchZones, type ZoneTouch } from './zone-touch.ts'

export interface AssessOptions {
  /** The present, milliseconds since 1970. */
  readonly nowMs: number
  /** Draw the evidence for a map, and name every reach on the way; a batch does without. */
  readonly withGeometry: boolean
}

/** `candidate` is a `Report` as it was received; whatever is wrong with it is told field by field. */
export function assess(candidate: unknown, world: World, options: AssessOptions): Assessment | Refusal {
  const checked = checkReport(candidate, options.nowMs)
  return isRefusal(checked) ? checked : assessChecked(checked, world, options)
}

/** The same for a report that has been checked, for those who need its place besides. */
export function assessChecked(
  checked: CheckedReport,
  world: World,
  { withGeometry }: Pick<AssessOptions, 'withGeometry'>,
): Assessment | Refusal {
  const day = shanghaiDay(checked.occurredMs)
  const atlas = world.atlasAsOf(day)
  if (isRefusal(atlas)) return atlas
  const issues = [...remoteIssues(checked.place, atlas), ...filingIssues(checked, atlas)]
  if (issues.length > 0) return { refusal: 'invalid-report', issues }
  return assessAsOf(checked, world, atlas, day, withGeometry)
}

function assessAsOf(
  { report, place, occurredMs }: CheckedReport,
  world: World,
  atlas: Atlas,
  day: string,
  withGeometry: boolean,
): Assessment | Refusal {
  const settings = crossingSettingsAsOf(day)
  const uncertaintyM = report.uncertaintyM ?? 0
  const touch = touchUnits(atlas.districts, place, uncertaintyM, settings.listedFrom)
  const townships = touchTownships(atlas, place, uncertaintyM, touch, settings)
  const zones = touchZones(atlas, place, uncertaintyM, settings)
  const followsWater = report.medium === 'water'
  const isObservation = OBSERVATIONS.has(report.matter)
  const seeksSource = isObservation || report.matter === 'emergency'
  const river = riverEffect({ network: atlas.rivers, place, uncertaintyM, settings, followsWater, seeksSource })
  const crossing = findCrossing({ atlas, settings, medium: report.medium, isObservation, place, touch, zones, river })
  const facts = factsOf(report, occurredMs, { crossing, townships, zones, river })
  const decision = routeIncident(facts, day)
  if (isRefusal(decision)) return decision
  const drawing = withGeometry ? evidenceDrawing(atlas, place) : null
  return {
    units: touchedUnits({ atlas, settings, place, touch, townships, zones, river, drawing }),
    crossing: { isCross: crossing.isCross, kinds: crossing.kinds, outcome: crossing.outcome },
    routing: decision.routing,
    because: decision.because,
    dataVersions: versionsOf(world, atlas, settings, decision.routing.ruleSet.version),
    caveats: caveatsOf({
      ...{ atlas, settings, place, touch, townships, zones, river, crossing, followsWater },
      clocks: decision.routing.clocks,
    }),
  }
}

/** Matters in which somebody saw an effect; in all others the place is where it began, or is taken for it. */
const OBSERVATIONS: ReadonlySet<Matter> = new Set(['dispute', 'quality-monitoring'])

interface Findings {
  readonly crossing: CrossingFinding
  readonly townships: readonly UnitTouch[]
  readonly zones: readonly ZoneTouch[]
  readonly river: RiverEffect
}

function factsOf(report: CheckedReport['report'], occurredMs: number, found: Findings): RoutingFacts {
  const { crossing, townships, zones, river } = found
  return {
    matter: report.matter,
    medium: report.medium,
    severity: report.severity,
    districts: crossing.districts,
    outsideUnits: crossing.outsideUnits,
    townships: townships.filter(({ isDrawn }) => isDrawn).map(({ unit }) => unit),
    zones: zones.filter(({ isDrawn }) => isDrawn).map(({ zone }) => routingZone(zone)),
    kinds: crossing.kinds,
    sourceUnit: crossing.sourceUnit,
    actUnits: crossing.actUnits,
    gateUnits: crossing.toldUnits,
    isMajorViolation: report.isMajorViolation ?? false,
    isCityPermit: report.isCityPermit ?? false,
    isCrimeSuspected: report.isCrimeSuspected ?? false,
    isKeySource: report.isKeySource ?? null,
    sourceKind: report.sourceKind ?? null,
    sensitive: report.sensitive ?? [],
    isHeavyMetal: report.pollutant !== undefined && isHeavyMetal(report.pollutant),
    isDrinkingWaterZone: zones.some(({ zone, isDrawn }) => isDrawn && zone.kind === 'drinking-water-source'),
    mayCrossProvince: crossing.outsideUnits.length > 0 || river.potential.some(({ code }) => !isInBeijing(code)),
    filings: report.filings ?? [],
    discoveredAt: report.discoveredAt ?? new Date(occurredMs).toISOString(),
    isDiscoveryKnown: report.discoveredAt !== undefined,
    mustAsk: crossing.outcome === 'ask',
  }
}

function routingZone(zone: ZoneTouch['zone']): RoutingFacts['zones'][number] {
  const { code, name, nameEn, kind, parent, manager } = zone
  return { code, name, nameEn, kind, parent, manager: { code: manager.id, name: manager.name, nameEn: manager.nameEn } }
}

function versionsOf(world: World, atlas: Atlas, settings: CrossingSettings, rules: string): Record<string, string> {
  return {
    boundaries: atlas.validFrom,
    reference: world.versions.reference,
    rules,
    thresholds: settings.version,
    travelTime: atlas.rivers.travelTime.version,
    software: world.versions.software,
  }
}

/** About 100 km: farther than that from all that is drawn, a coordinate is a mistake and not an incident. */
const REMOTE_DEGREES = 1

function remoteIssues(place: Place, { districts: { degrees } }: Atlas): FieldIssue[] {
  const { minX, minY, columns, rows, cellWidth, cellHeight } = degrees.grid
  const [west, south, east, north] = boundsOf(place)
  const isNear =
    east > minX - REMOTE_DEGREES &&
    north > minY - REMOTE_DEGREES &&
    west < minX + columns * cellWidth + REMOTE_DEGREES &&
    south < minY + rows * cellHeight + REMOTE_DEGREES
  if (isNear) return []
  const at = `(${west.toFixed(4)}, ${south.toFixed(4)})`
  return [
    {
      pointer: '/geometry/coordinates',
      code: 'too-far',
      zh: `${at} 距北京及周边超过 100 千米：请核对坐标、先后顺序与坐标系。`,
      en: `${at} is more than 100 km from Beijing and its neighbours: check the coordinates, their order and their system.`,
    },
  ]
}

function filingIssues({ report }: CheckedReport, { unitByCode }: Atlas): FieldIssue[] {
  return (report.filings ?? []).flatMap(({ unit }, index) =>
    unit === '110000' || unitByCode.has(unit) ? [] : [unknownUnit(`/filings/${index}/unit`, unit)],
  )
}

const unknownUnit = (pointer: string, code: string): FieldIssue => ({
  pointer,
  code: 'unknown-code',
  zh: `没有代码为 ${code.slice(0, 20)} 的单位：请填写立案单位的行政区划代码，市级填 110000。`,
  en: `No unit has the code ${code.slice(0, 20)}: give the code of the unit that filed, 110000 for the city.`,
})
