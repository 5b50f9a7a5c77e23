/** 研判: what a report means, with its place in WGS 84. Stores nothing. */
import type { Geometry } from 'geojson'
import type { Assessment } from '#domain/assessment'
import type { Refusal } from '#domain/refusal'
import type { Report } from '#domain/report'
import type { Surroundings } from './surroundings.ts'

export interface Judgement {
  readonly assessment: Assessment
  readonly location: Geometry
}

export function judgeReport(
  report: Report,
  { world, nowMs }: Pick<Surroundings, 'world' | 'nowMs'>,
): Judgement | Refusal {
  throw new Error(`to be joined to the domain ${report} ${world} ${nowMs}`)
}
