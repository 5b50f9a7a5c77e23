/**
 * Whose figure counts when several measured the same indicator in a month: city before district, then manual or automatic.
 * Another department's never does: quality is published by the environment departments (方案第十五条).
 */
import type { IndicatorId } from '../indicator.ts'
import type { SampleAuthority, SampleOrigin } from '../sample.ts'
import type { WaterSettings } from '../water-settings.ts'

export interface Source {
  readonly authority: SampleAuthority
  readonly origin: SampleOrigin
}

/** Measured by an environment department, so that it may make a class. */
export const isOurs = ({ authority }: Pick<Source, 'authority'>): boolean => authority !== 'department'

const AUTHORITY_RANKS: Readonly<Record<SampleAuthority, number>> = { municipal: 0, district: 2, department: 4 }

/** Smaller counts first. */
export function sourceRank(
  source: Source,
  indicator: IndicatorId,
  isNationalSection: boolean,
  { automaticPreferred }: WaterSettings,
): number {
  const prefersAutomatic = isNationalSection && automaticPreferred.value.includes(indicator)
  const isPreferred = source.origin === (prefersAutomatic ? 'automatic' : 'manual')
  return AUTHORITY_RANKS[source.authority] + (isPreferred ? 0 : 1)
}
