/** 事件: a report that has been saved, with the assessment that was made of it and the facts it rested on. */
import type { Geometry } from 'geojson'
import type { Assessment } from './assessment.ts'
import type { Report } from './report/report.ts'

/** The life of an incident begins here; handing over and closing come with joint work. */
export type IncidentStatus = 'reported'

export interface Incident {
  /** Made by the reporting client (UUID), so that a repeated request saves nothing twice. */
  readonly id: string
  /** 编号 for people: `JH-20261124-0001`, counted per day of Asia/Shanghai. */
  readonly number: string
  readonly title: string
  readonly description: string
  readonly report: Report
  /** The report's geometry in WGS 84. */
  readonly location: Geometry
  readonly reportedAt: string
  readonly status: IncidentStatus
  readonly assessment: Assessment
  /** A made-up record for showing the system; marked on every screen. */
  readonly isDemonstration: boolean
  readonly version: number
}

/** One row of the list and one symbol of the map. */
export interface IncidentSummary {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly lon: number
  readonly lat: number
  readonly occurredAt: string
  readonly reportedAt: string
  readonly matter: Report['matter']
  readonly medium: Report['medium']
  readonly severity: Report['severity']
  readonly outcome: Assessment['crossing']['outcome']
  readonly isCross: boolean
  readonly kinds: Assessment['crossing']['kinds']
  readonly rule: string
  readonly leadId: string | null
  readonly leadName: string | null
  readonly unitCodes: readonly string[]
  readonly unitNames: readonly string[]
  readonly nextDueAt: string | null
  readonly status: IncidentStatus
  readonly isDemonstration: boolean
}
