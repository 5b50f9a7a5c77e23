/** 36 months of samples at every section: the city's own each month, a district's beside them at a few. */
import type { RiverPointProperties } from '../../reference-data.ts'
import { INDICATOR_IDS, type IndicatorId } from '../indicator.ts'
import type { Measurement, Sample } from '../sample.ts'
import { type Chance, deviate } from './chance.ts'
import type { PressureOf } from './pressure.ts'
import { measure, type WaterState } from './water-model.ts'

/** Sections where a district measures too; its figures differ a little, as they do. */
const DISTRICT_TOO: ReadonlySet<string> = new Set(['section-08', 'section-15', 'section-17', 'section-31'])
const DISTRICT_INDICATORS: readonly IndicatorId[] = ['cod', 'ammonia-nitrogen', 'total-phosphorus', 'dissolved-oxygen']

/** A month of the set, `2026-10`, and how many months before the last it lies. */
export interface SetMonth {
  readonly month: string
  readonly monthsAgo: number
}

export function demonstrationSamples(
  sections: readonly (RiverPointProperties & { readonly basin: string })[],
  months: readonly SetMonth[],
  pressure: PressureOf,
  chance: Chance,
): Sample[] {
  return sections.flatMap((section) =>
    months.flatMap((month) => {
      const state = stateOf(section, month, pressure, chance)
      const own = isMissing(section.id, month, chance) ? [] : [municipal(section, month, state, chance)]
      return DISTRICT_TOO.has(section.id) ? [...own, district(section, month, state, chance)] : own
    }),
  )
}

function stateOf(
  section: RiverPointProperties & { readonly basin: string },
  { month, monthsAgo }: SetMonth,
  pressure: PressureOf,
  chance: Chance,
): WaterState {
  const number = Number(month.slice(5))
  const isRainy = number >= 6 && number <= 9
  return {
    pressure: pressure(section, monthsAgo),
    month: number,
    isAfterRain: isRainy && chance('rain', section.basin, month) < 0.45,
    names: [section.id, month],
    common: Math.exp(0.08 * deviate(chance, 'common', section.basin, month)),
  }
}

/** Frozen, dry or not reached: one month in forty. */
const isMissing = (sectionId: string, { month }: SetMonth, chance: Chance): boolean =>
  chance('missing', sectionId, month) < 0.025

function municipal(section: RiverPointProperties, { month }: SetMonth, state: WaterState, chance: Chance): Sample {
  const measurements = INDICATOR_IDS.flatMap((indicator) => {
    const isLost = chance('lost', section.id, month, indicator) < 0.01
    return isLost ? [] : (measure(indicator, state, chance) ?? [])
  })
  return {
    id: `demonstration-${section.id}-${month}`,
    ...shared(section, month, chance),
    authority: 'municipal',
    measuredBy: '市生态环境监测中心（示范）',
    isReleased: true,
    measurements,
  }
}

/** The same day; other bottles, another laboratory. The last month is not yet released. */
function district(
  section: RiverPointProperties,
  { month, monthsAgo }: SetMonth,
  state: WaterState,
  chance: Chance,
): Sample {
  const other: WaterState = { ...state, names: [...state.names, 'district'] }
  const measurements: Measurement[] = DISTRICT_INDICATORS.flatMap(
    (indicator) => measure(indicator, other, chance) ?? [],
  )
  return {
    id: `demonstration-district-${section.id}-${month}`,
    ...shared(section, month, chance),
    authority: 'district',
    measuredBy: '区生态环境监测站（示范）',
    isReleased: monthsAgo > 0,
    measurements,
  }
}

function shared(section: RiverPointProperties, month: string, chance: Chance) {
  const day = 2 + Math.floor(chance('day', section.id, month) * 8)
  const minute = 30 * Math.floor(chance('minute', section.id, month) * 6)
  const clock = `${String(8 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
  const sampledAt = `${month}-${String(day).padStart(2, '0')}T${clock}:00+08:00`
  return { sectionId: section.id, sampledAt, origin: 'manual', isDemonstration: true } as const
}
