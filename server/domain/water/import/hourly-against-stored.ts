/** A series of a file beside the one that is there: what is new is taken, what differs is refused, what is the same is told. */

import { shanghaiIso } from '../../shanghai-time.ts'
import { indicatorOf } from '../evaluated-indicators.ts'
import { type HourlySeries, hourStartMs } from '../hourly.ts'
import type { RowIssue } from './table.ts'

export interface HourlyBeside {
  /** Without the hours that are there already. */
  readonly series: HourlySeries
  readonly refused: readonly RowIssue[]
  readonly warnings: readonly RowIssue[]
}

/** `stored`: series of the same site and indicator, of any authority. Demonstrations are kept apart and do not count. */
export function hourlyAgainstStored(series: HourlySeries, stored: readonly HourlySeries[]): HourlyBeside {
  const real = stored.filter(({ isDemonstration }) => !isDemonstration)
  const same = real.find(({ authority }) => authority === series.authority)
  const municipal =
    series.authority === 'district' ? real.find(({ authority }) => authority === 'municipal') : undefined
  const valueThere = new Map(same?.values.map(({ hour, value }) => [hour, value]))
  const municipalHours = new Set(municipal?.values.map(({ hour }) => hour))
  const isTaken = series.values.filter(({ hour }) => municipalHours.has(hour))
  const differs = series.values.filter(({ hour, value }) => valueThere.has(hour) && valueThere.get(hour) !== value)
  const repeated = series.values.filter(({ hour, value }) => valueThere.get(hour) === value)
  return {
    series: {
      ...series,
      values: series.values.filter(({ hour }) => !valueThere.has(hour) && !municipalHours.has(hour)),
    },
    refused: [
      ...about(
        series,
        isTaken.map(({ hour }) => hour),
        'municipal-value',
        MUNICIPAL,
      ),
      ...about(
        series,
        differs.map(({ hour }) => hour),
        'differs-from-stored',
        DIFFERS,
      ),
    ],
    warnings: about(
      series,
      repeated.map(({ hour }) => hour),
      'already-there',
      THERE,
    ),
  }
}

interface Saying {
  readonly zh: string
  readonly en: string
}

const MUNICIPAL: Saying = {
  zh: '已有市级小时值，区级导入不能覆盖：请删去这些行',
  en: 'the city has values of these hours, which a district cannot replace: remove the rows',
}
const DIFFERS: Saying = {
  zh: '库中已有而数值不同：如为更正，请先撤销原来的导入',
  en: 'there are other values of these hours: to correct them, undo the import that brought them',
}
const THERE: Saying = {
  zh: '库中已有相同的值，未重复导入',
  en: 'the same values are there already and were not taken twice',
}

/** One sentence for all hours of a series: there may be thousands. */
function about(
  { sectionId, indicator }: HourlySeries,
  hours: readonly number[],
  code: string,
  saying: Saying,
): RowIssue[] {
  const [first] = hours
  if (first === undefined) return []
  const { nameZh, nameEn } = indicatorOf(indicator)
  const from = shanghaiIso(hourStartMs(first)).slice(0, 16).replace('T', ' ')
  return [
    {
      ...{ row: 0, field: nameZh, code },
      zh: `${sectionId} 的${nameZh}自 ${from} 起有 ${hours.length} 个小时：${saying.zh}。`,
      en: `${nameEn} at ${sectionId}, ${hours.length} hours from ${from} on: ${saying.en}.`,
    },
  ]
}
