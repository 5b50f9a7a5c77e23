/** Why some reports may be one event, in words, and whose units they lie in. */
import { type Atlas, unitAt } from '../atlas.ts'
import type { JurisdictionProperties } from '../reference-data.ts'
import { HOUR_MS } from '../water/hourly.ts'
import { fixed, type Sentence } from '../water/sentence.ts'
import type { EventPair, SameEvent } from './same-event.ts'

/** The units that hold the places of the reports, in the order of the reports. */
export function eventUnits({ districts }: Atlas, { findings }: SameEvent): JurisdictionProperties[] {
  const units = findings.flatMap(({ lon, lat }) => unitAt(districts, lon, lat) ?? [])
  return [...new Map(units.map((unit) => [unit.code, unit])).values()]
}

export function explainEvent(atlas: Atlas, event: SameEvent): Sentence {
  const units = eventUnits(atlas, event)
  const told = event.pairs.slice(0, MOST_TOLD).map(pairText)
  const more = event.pairs.length - told.length
  const { length } = event.findings
  const [where, whereEn] = [units.map(({ name }) => name).join('、'), units.map(({ nameEn }) => nameEn).join(', ')]
  return {
    zh: `${where}的 ${length} 起上报可能是同一事件：${told.map(({ zh }) => zh).join('；')}${more > 0 ? `；另有 ${more} 对相符` : ''}。`,
    en: `${length} reports in ${whereEn} may be one event: ${told.map(({ en }) => en).join('; ')}${more > 0 ? `; ${more} more pairs agree` : ''}.`,
  }
}

const MOST_TOLD = 3

function pairText({ upper, lower, km, earliestH, probableH }: EventPair): Sentence {
  const lagH = (lower.occurredMs - upper.occurredMs) / HOUR_MS
  const hours = `${fixed(earliestH, 1)}–${fixed(probableH, 1)}`
  const [lag, lagEn] = [
    `${lagH < 0 ? '早' : '晚'} ${fixed(Math.abs(lagH), 1)} 小时`,
    `${fixed(Math.abs(lagH), 1)} h ${lagH < 0 ? 'earlier' : 'later'}`,
  ]
  return {
    zh: `${lower.number} 在 ${upper.number} 沿河下游 ${fixed(km, 1)} 公里，${lag}发生，水流需 ${hours} 小时（最早至可能），污染物不矛盾`,
    en: `${lower.number} lies ${fixed(km, 1)} km down the river from ${upper.number} and came ${lagEn}, water takes ${hours} h (earliest to probable), and the pollutants agree`,
  }
}
