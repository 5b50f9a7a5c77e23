/** Sixty days of hourly values at a few stations: days and nights, a passing event, calibrations and gaps. */
import type { RiverPointProperties } from '../../reference-data.ts'
import { HOUR_MS, type HourlySeries, type HourlyValue, hourOf, hourStartMs, STATION_INDICATORS } from '../hourly.ts'
import type { IndicatorId } from '../indicator.ts'
import { type Chance, deviate } from './chance.ts'
import type { PressureOf } from './pressure.ts'
import { measure, type WaterState } from './water-model.ts'

const STATIONS: ReadonlySet<string> = new Set(['section-08', 'section-10', 'section-17', 'section-20'])
const DAYS = 60

export function demonstrationHourly(
  sections: readonly RiverPointProperties[],
  endMs: number,
  pressure: PressureOf,
  chance: Chance,
): HourlySeries[] {
  const end = hourOf(endMs)
  return sections.filter(({ id }) => STATIONS.has(id)).flatMap((section) => seriesOf(section, end, pressure, chance))
}

function seriesOf(section: RiverPointProperties, end: number, pressure: PressureOf, chance: Chance): HourlySeries[] {
  const base = pressure(section, 0)
  const valuesOf = new Map<IndicatorId, HourlyValue[]>(STATION_INDICATORS.map((indicator) => [indicator, []]))
  for (let hour = end - DAYS * 24; hour < end; hour++) {
    if (chance('gap', section.id, Math.floor(hour / 6)) < 0.015) continue
    const state = stateAt(section.id, base, hour, chance)
    for (const [indicator, values] of valuesOf) {
      const measured = measure(indicator, state, chance)
      if (measured === undefined) continue
      const isCalibrating = chance('calibration', section.id, indicator, hour) < 0.004
      values.push({ hour, value: byDay(indicator, measured.value, hour), flag: isCalibrating ? 'C' : 'N' })
    }
  }
  return [...valuesOf].map(([indicator, values]) => ({
    ...{ sectionId: section.id, indicator, authority: 'municipal', isDemonstration: true, values },
  }))
}

/** The load drifts over days; once in three weeks or so something passes within a day. */
function stateAt(sectionId: string, base: number, hour: number, chance: Chance): WaterState {
  const [day, hourOfDay] = [Math.floor((hour + 8) / 24), (hour + 8) % 24]
  const drift = 0.03 * deviate(chance, 'drift', sectionId, day)
  const isEvent = chance('event', sectionId, day) < 0.05
  const passing = isEvent ? 0.18 * Math.exp(-(((hourOfDay - 10) / 4) ** 2)) : 0
  const month = Number(new Date(hourStartMs(hour) + 8 * HOUR_MS).toISOString().slice(5, 7))
  return {
    pressure: base + drift + passing,
    month,
    isAfterRain: false,
    names: [sectionId, day, Math.floor(hourOfDay / 3)],
    common: 1,
  }
}

/** Algae make oxygen by day and use it by night; the water is warmest in the afternoon. */
function byDay(indicator: IndicatorId, value: number, hour: number): number {
  const sun = Math.cos((((hour + 8) % 24) - 15) * (Math.PI / 12))
  if (indicator === 'dissolved-oxygen') return Math.max(0.1, rounded(value * (1 + 0.12 * sun), 2))
  if (indicator === 'water-temperature') return rounded(value + 0.9 * sun, 1)
  if (indicator === 'ph') return rounded(value + 0.1 * sun, 2)
  return value
}

const rounded = (value: number, decimals: number): number => Math.round(value * 10 ** decimals) / 10 ** decimals
