/** Why some reports may be one event, in words. */

import { HOUR_MS } from '../water/hourly.ts'
import { fixed, type Sentence } from '../water/sentence.ts'
import type { EventPair, SameEvent } from './same-event.ts'

export function explainEvent({ findings, pairs }: SameEvent): Sentence {
  const units = [...new Set(findings.flatMap(({ unitNames }) => unitNames))]
  const told = pairs.slice(0, MOST_TOLD).map(pairText)
  const more = pairs.length - told.length
  return {
    zh: `${findings.length} 起上报可能是同一事件（涉及${units.join('、')}）：${told.map(({ zh }) => zh).join('；')}${more > 0 ? `；另有 ${more} 对相符` : ''}。`,
    en: `${findings.length} reports may be one event (units: ${units.join(', ')}): ${told.map(({ en }) => en).join('; ')}${more > 0 ? `; ${more} more pairs agree` : ''}.`,
  }
}

const MOST_TOLD = 3

function pairText({ upper, lower, km, earliestH, probableH }: EventPair): Sentence {
  const lagH = fixed((lower.occurredMs - upper.occurredMs) / HOUR_MS, 1)
  const hours = `${fixed(earliestH, 1)}–${fixed(probableH, 1)}`
  return {
    zh: `${upper.number} 沿河 ${fixed(km, 1)} 公里到 ${lower.number}，水流最早至可能 ${hours} 小时，两次上报相差 ${lagH} 小时，污染物不矛盾`,
    en: `${fixed(km, 1)} km of river from ${upper.number} to ${lower.number}, ${hours} h for the water (earliest to probable), ${lagH} h between the reports, and pollutants that agree`,
  }
}
