/** What an evaluation is made by: the limits and settings of one day. */
import { type LimitTable, limitTableAsOf } from './limits.ts'
import { type WaterSettings, waterSettingsAsOf } from './water-settings.ts'

export interface WaterRules {
  /** `YYYY-MM-DD`, Asia/Shanghai: the last day of the period that is judged. */
  readonly day: string
  readonly limits: LimitTable
  readonly settings: WaterSettings
}

export const waterRulesAsOf = (day: string): WaterRules => ({
  day,
  limits: limitTableAsOf(day),
  settings: waterSettingsAsOf(day),
})
