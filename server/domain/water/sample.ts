/** 监测样品: the values of one section at one time, who measured them, and whether they may be shown. */
import type { IndicatorId } from './indicator.ts'

/** 监测方式. */
export const SAMPLE_ORIGINS = ['manual', 'automatic'] as const
export type SampleOrigin = (typeof SAMPLE_ORIGINS)[number]

/**
 * Whose measurement it is: a district does not change what the city measured. `department` is another department, such as
 * 水务: its figures stand beside those of the environment departments until they are reconciled (方案第十五条).
 */
export const SAMPLE_AUTHORITIES = ['municipal', 'district', 'department'] as const
export type SampleAuthority = (typeof SAMPLE_AUTHORITIES)[number]

export interface Measurement {
  readonly indicator: IndicatorId
  /** In the indicator's own unit. Below detection: the detection limit itself, never half of it. */
  readonly value: number
  /** 未检出: reported as "<value" or ND; computed with half the limit (环办监测函〔2020〕82号, point 7). */
  readonly isBelowDetection: boolean
}

export interface Sample {
  readonly id: string
  /** Id of the section feature (断面), as in `data/geojson/sections`. */
  readonly sectionId: string
  /** ISO 8601 with +08:00. */
  readonly sampledAt: string
  readonly origin: SampleOrigin
  readonly authority: SampleAuthority
  /** Name of the body that measured, as written in the sheet. */
  readonly measuredBy: string
  /** 已发布: figures not yet released are marked 未发布 and kept from readers who may not see them. */
  readonly isReleased: boolean
  readonly isDemonstration: boolean
  readonly measurements: readonly Measurement[]
}
