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

/** 污染来源: kinds of source with which further departments act (plan item (十五)). A tanker with chemicals is hazardous transport. */
export const SOURCE_KINDS = ['mobile', 'hazardous-transport', 'dust', 'agriculture'] as const
export type SourceKind = (typeof SOURCE_KINDS)[number]

/** 敏感情形: what an event touches or threatens, as 突发环境事件信息报告办法 (环境保护部令第17号) art. 4 lists it. */
export const SENSITIVITIES = [
  'water-source',
  'residents',
  'school',
  'hospital',
  'heavy-metal',
  'cross-province',
  'public-impact',
  'deemed-necessary',
] as const
export type Sensitivity = (typeof SENSITIVITIES)[number]

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
  /** 发现或者得知: ISO 8601 with offset, not before `occurredAt`. The reporting clocks start here. */
  readonly discoveredAt?: string | undefined
  readonly matter: Matter
  readonly medium: Medium
  readonly severity: Severity
  readonly pollutant?: string | undefined
  readonly isMajorViolation?: boolean | undefined
  readonly isCityPermit?: boolean | undefined
  readonly isCrimeSuspected?: boolean | undefined
  /** 重点污染源; absent: not known. */
  readonly isKeySource?: boolean | undefined
  readonly sourceKind?: SourceKind | undefined
  readonly sensitive?: readonly Sensitivity[] | undefined
  readonly filings?: readonly Filing[] | undefined
}
