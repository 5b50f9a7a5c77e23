/** 导入模板: the bureau's usual headers, the row of units, and example rows that say how special values are written. */
import { STATION_INDICATORS } from '../hourly.ts'
import { INDICATORS, type IndicatorId } from '../indicator.ts'
import type { Cell } from './table.ts'

/** Header, units, detection limits (empty), and one example, to be overwritten. */
export function sampleTemplate(section: {
  readonly id: string
  readonly name: string
  readonly river: string
}): Cell[][] {
  const fields = ['断面编码', '断面名称', '河流名称', '采样时间', '监测方式', '监测单位', '发布状态']
  const blank = fields.slice(1).map(() => null)
  return [
    [...fields, ...INDICATORS.map(({ nameZh }) => nameZh)],
    ['单位', ...blank, ...INDICATORS.map(({ unit }) => unit)],
    ['检出限', ...blank, ...INDICATORS.map(({ id }) => (id === 'ammonia-nitrogen' ? 0.025 : null))],
    [
      ...[section.id, section.name, section.river, '2026-01-05 09:30', '手工', '市生态环境监测中心', '已发布'],
      ...INDICATORS.map(({ id }) => EXAMPLES[id] ?? null),
    ],
  ]
}

export function hourlyTemplate(section: { readonly id: string; readonly name: string }): Cell[][] {
  const indicators = INDICATORS.filter(({ id }) => STATION_INDICATORS.includes(id))
  return [
    ['断面编码', '断面名称', '监测时间', '数据标记', ...indicators.map(({ nameZh }) => nameZh)],
    ['单位', null, null, null, ...indicators.map(({ unit }) => unit)],
    [section.id, section.name, '2026-01-05 09:00', 'N', ...indicators.map(({ id }) => HOURLY_EXAMPLES[id] ?? null)],
  ]
}

const EXAMPLES: Readonly<Partial<Record<IndicatorId, Cell>>> = {
  'water-temperature': 3.2,
  ph: 7.8,
  'dissolved-oxygen': 10.4,
  'permanganate-index': 4.1,
  cod: 18,
  bod5: 3.2,
  'ammonia-nitrogen': 'ND',
  'total-phosphorus': 0.12,
  'total-nitrogen': 6.4,
  mercury: '<0.00004',
  cyanide: '0.001L',
  'faecal-coliform': '—',
}

const HOURLY_EXAMPLES: Readonly<Partial<Record<IndicatorId, Cell>>> = {
  'water-temperature': 3.2,
  ph: 7.81,
  'dissolved-oxygen': 10.42,
  'permanganate-index': 4.1,
  'ammonia-nitrogen': 0.212,
  'total-phosphorus': 0.118,
  'total-nitrogen': 6.4,
}
