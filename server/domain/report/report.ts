/** What a person or a system reports: the facts that an assessment starts from. */
import type { Geometry } from 'geojson'

/** 事项: what kind of work is asked for. */
export const MATTERS = [
  'enforcement',
  'dispute',
  'emergency',
  'quality-monitoring',
  'source-monitoring',
  'enforcement-monitoring',
  'inspection',
] as const
export type Matter = (typeof MATTERS)[number]

/** 环境要素. */
export const MEDIA = ['water', 'air', 'soil', 'waste', 'noise', 'ecology', 'radiation'] as const
export type Medium = (typeof MEDIA)[number]

/** 事件级别: 一般、较大、重大、特别重大、未判明. */
export const SEVERITIES = ['general', 'considerable', 'major', 'extraordinary', 'undetermined'] as const
export type Severity = (typeof SEVERITIES)[number]

/** 坐标系. Every incoming coordinate names one; nothing is assumed. */
export const COORDINATE_SYSTEMS = [
  'EPSG:4326',
  'EPSG:4490',
  'EPSG:4548',
  'EPSG:4527',
  'EPSG:4549',
  'GCJ-02',
  'BD-09',
] as const
export type CoordinateSystem = (typeof COORDINATE_SYSTEMS)[number]

/** 立案: a unit that has already opened a file, and when (ISO 8601). */
export interface Filing {
  readonly unit: string
  readonly filedAt: string
}

/** A report as received: its geometry is still in its own CRS. */
export interface Report {
  readonly geometry: Geometry
  readonly crs: CoordinateSystem
  /** Circular standard error of the reported position, metres. */
  readonly uncertaintyM?: number | undefined
  /** ISO 8601 with offset. The boundaries and rules of this day (Asia/Shanghai) apply. */
  readonly occurredAt: string
  readonly matter: Matter
  readonly medium: Medium
  readonly severity: Severity
  readonly pollutant?: string | undefined
  readonly isMajorViolation?: boolean | undefined
  readonly isCityPermit?: boolean | undefined
  readonly isCrimeSuspected?: boolean | undefined
  readonly filings?: readonly Filing[] | undefined
}
