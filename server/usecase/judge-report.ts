/** 研判: what a report means, drawn for the map, and its place in WGS 84. Stores nothing. */
import type { Geometry } from 'geojson'
import { assessChecked } from '#domain/assess'
import type { Assessment } from '#domain/assessment'
import { placeGeometry } from '#domain/place'
import { isRefusal, type Refusal } from '#domain/refusal'
import { checkReport } from '#domain/report/check'
import type { Report } from '#domain/report/report'
import type { World } from '#domain/world'

export interface Judgement {
  readonly assessment: Assessment
  readonly location: Geometry
}

export function judgeReport(report: Report, world: World, nowMs: number): Judgement | Refusal {
  const checked = checkReport(report, nowMs)
  if (isRefusal(checked)) return checked
  const assessment = assessChecked(checked, world, { withGeometry: true })
  return isRefusal(assessment) ? assessment : { assessment, location: placeGeometry(checked.place) }
}
