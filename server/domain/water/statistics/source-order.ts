/** Whose figure counts when several measured the same indicator in a month: city before district, then manual or automatic. */
import type { IndicatorId } from '../indicator.ts'
import type { SampleAuthority, SampleOrigin } from '../sample.ts'
import type { WaterSettings } from '../water-settings.ts'

export interface Source {
  readonly authority: SampleAuthority
  readonly origin: SampleOrigin
}

/** Smaller counts first. */
export function sourceRank(
  source: Source,
  indicator: IndicatorId,
  isNationalSection: boolean,
  { automaticPreferred }: WaterSettings,
): number {
  const prefersAutomatic = isNationalSection && automaticPreferred.value.includes(indicator)
  const isPreferred = source.origin === (prefersAutomatic ? 'automatic' : 'manual')
  return (source.authority === 'municipal' ? 0 : 2) + (isPreferred ? 0 : 1)
}
