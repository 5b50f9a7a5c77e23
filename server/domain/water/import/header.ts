/** 表头: which column holds what, in the words that bureaus use for it. */
import { INDICATORS, type IndicatorId } from '../indicator.ts'
import { unitFactor } from '../unit-guard.ts'
import { isWaterRefusal } from '../water-refusal.ts'
import { type Cell, excerpt, plain, type RowIssue, type Table } from './table.ts'

export type Field = 'section-name' | 'section-code' | 'river' | 'time' | 'origin' | 'measured-by' | 'release' | 'flag'

export interface IndicatorColumn {
  readonly column: number
  readonly header: string
  readonly indicator: IndicatorId
  /** From the written unit to the indicator's own. */
  readonly factor: number
  /** From the row 检出限, in the written unit. */
  readonly detectionLimit: Cell
}

export interface Header {
  readonly fields: ReadonlyMap<Field, { readonly column: number; readonly header: string }>
  readonly indicators: readonly IndicatorColumn[]
  /** Place (from 0) of the first row of values. */
  readonly firstRow: number
  readonly warnings: readonly RowIssue[]
}

const FIELD_NAMES: Readonly<Record<Field, readonly string[]>> = {
  'section-name': ['断面名称', '断面', '监测断面', '监测点位', '点位名称', '站点名称', '水站名称', 'section'],
  'section-code': ['断面编码', '断面编号', '断面代码', '点位编码', '站点编码', 'sectionid'],
  river: ['河流名称', '河流', '所在河流', '水体名称', '所属水体', 'river'],
  time: ['采样时间', '监测时间', '采样日期', '监测日期', '时间', 'time'],
  origin: ['监测方式', '监测类型', '数据来源'],
  'measured-by': ['监测单位', '监测机构', '采样单位', '测站名称'],
  release: ['发布状态', '是否发布'],
  flag: ['数据标记', '数据标识', 'flag'],
}

/** Codes of HJ 212-2017 for the indicators that it names. */
const CODES: Readonly<Record<string, IndicatorId>> = {
  w01001: 'ph',
  w01009: 'dissolved-oxygen',
  w01010: 'water-temperature',
  w01017: 'bod5',
  w01018: 'cod',
  w01019: 'permanganate-index',
  w02003: 'faecal-coliform',
  w19002: 'anionic-surfactant',
  w20111: 'mercury',
  w20115: 'cadmium',
  w20117: 'chromium-vi',
  w20119: 'arsenic',
  w20120: 'lead',
  w20122: 'copper',
  w20123: 'zinc',
  w20128: 'selenium',
  w21001: 'total-nitrogen',
  w21003: 'ammonia-nitrogen',
  w21011: 'total-phosphorus',
  w21016: 'cyanide',
  w21017: 'fluoride',
  w21019: 'sulfide',
  w22001: 'petroleum',
  w23002: 'volatile-phenol',
}

const OTHER_NAMES: Readonly<Record<string, IndicatorId>> = {
  ph: 'ph',
  生化需氧量: 'bod5',
  五日生化需氧量: 'bod5',
  六价铬: 'chromium-vi',
  'cr(vi)': 'chromium-vi',
  挥发性酚: 'volatile-phenol',
  阴离子表面活性剂las: 'anionic-surfactant',
  nh3n: 'ammonia-nitrogen',
  'nh4-n': 'ammonia-nitrogen',
  codcr: 'cod',
  化学需氧量codcr: 'cod',
  高锰酸钾指数: 'permanganate-index',
  粪大肠菌群数: 'faecal-coliform',
}

const HIGHEST_HEADER = 10

/** Looks for the header within the first rows: a title may stand above it. */
export function readHeader({ rows }: Table): Header | { readonly issues: readonly RowIssue[] } {
  const at = rows.slice(0, HIGHEST_HEADER).findIndex(isHeader)
  const names = rows[at]
  if (names === undefined) return { issues: [NO_HEADER] }
  const marked = (word: RegExp) =>
    rows.slice(at + 1, at + 4).findIndex((row) => row.some((cell) => word.test(plain(cell))))
  const limitsAt = marked(/^检出限$/)
  const unitsAt = marked(/^(单位|unit)$/i) >= 0 ? marked(/^(单位|unit)$/i) : unmarkedUnits(rows[at + 1], names)
  const [units, limits] = [unitsAt < 0 ? [] : rows[at + 1 + unitsAt], limitsAt < 0 ? [] : rows[at + 1 + limitsAt]]
  const columns = names.map((name, column) => understood(name, column, units?.[column], limits?.[column], at + 1))
  const issues = [...columns.flatMap((each) => ('issue' in each ? [each.issue] : [])), ...repeated(columns, at + 1)]
  if (issues.length > 0) return { issues }
  return {
    fields: new Map(columns.flatMap((each) => ('field' in each ? [[each.field, each] as const] : []))),
    indicators: columns.flatMap((each) => ('indicator' in each ? [each] : [])),
    firstRow: at + 1 + Math.max(unitsAt, limitsAt) + 1,
    warnings: columns.flatMap((each) => ('warning' in each ? [each.warning] : [])),
  }
}

type Column =
  | { readonly field: Field; readonly column: number; readonly header: string }
  | IndicatorColumn
  | { readonly issue: RowIssue }
  | { readonly warning: RowIssue }
  | { readonly isBlank: true }

function understood(name: Cell, column: number, unit: Cell | undefined, limit: Cell | undefined, row: number): Column {
  const header = excerpt(name)
  if (plain(name) === '') return { isBlank: true }
  const field = fieldOf(name)
  if (field !== undefined) return { field, column, header }
  const { indicator, unitText } = indicatorIn(plain(name))
  if (indicator === undefined) return { warning: ignored(header, row) }
  const factor = unitFactor(indicator, plain(unit) === '' ? unitText : plain(unit))
  if (typeof factor === 'number') return { column, header, indicator, factor, detectionLimit: limit ?? null }
  return isWaterRefusal(factor)
    ? { issue: { row, field: header, code: factor.refusal, zh: factor.zh, en: factor.en } }
    : { isBlank: true }
}

function fieldOf(name: Cell): Field | undefined {
  const wanted = plain(name).toLowerCase()
  return FIELDS.find((field) => FIELD_NAMES[field].includes(wanted))
}

const FIELDS: readonly Field[] = [
  'section-name',
  'section-code',
  'river',
  'time',
  'origin',
  'measured-by',
  'release',
  'flag',
]

/** `化学需氧量（mg/L）`, `COD`, `w01018-Avg`: a name, a symbol or a code, with or without its unit. */
function indicatorIn(header: string): { readonly indicator: IndicatorId | undefined; readonly unitText: string } {
  const whole = NAMED.get(header.toLowerCase())
  if (whole !== undefined) return { indicator: whole, unitText: '' }
  const [, name = header, unitText = ''] =
    /^(.+?)\(([^()]*)\)$/.exec(header) ?? /^(.+?)[,/]((?:mg|ug|μg|个).*)$/.exec(header) ?? []
  return { indicator: NAMED.get(name.replace(/-(avg|rtd)$/i, '').toLowerCase()), unitText }
}

const NAMED: ReadonlyMap<string, IndicatorId> = new Map([
  ...INDICATORS.flatMap(({ id, nameZh, symbol }) =>
    [nameZh, symbol, id].map((name) => [plain(name).toLowerCase(), id] as const),
  ),
  ...Object.entries(CODES),
  ...Object.entries(OTHER_NAMES),
])

const isHeader = (row: readonly Cell[]): boolean => {
  const fields = row.map(fieldOf)
  return (fields.includes('section-name') || fields.includes('section-code')) && fields.includes('time')
}

/** A row of units that does not say so: where indicators stand, it has text and no figure, and no section. */
function unmarkedUnits(row: readonly Cell[] | undefined, names: readonly Cell[]): number {
  if (row === undefined) return -1
  const under = row.filter((cell, column) => plain(cell) !== '' && fieldOf(names[column] ?? null) === undefined)
  const isEmptyElsewhere = row.every(
    (cell, column) => fieldOf(names[column] ?? null) === undefined || plain(cell) === '',
  )
  return isEmptyElsewhere &&
    under.length > 0 &&
    under.every((cell) => typeof cell === 'string' && !/^[<\d]/.test(plain(cell)))
    ? 0
    : -1
}

function repeated(columns: readonly Column[], row: number): RowIssue[] {
  const seen = new Set<string>()
  return columns.flatMap((each) => {
    const key = 'field' in each ? each.field : 'indicator' in each ? each.indicator : undefined
    if (key === undefined || !('header' in each)) return []
    if (!seen.has(key)) {
      seen.add(key)
      return []
    }
    return [
      {
        row,
        field: each.header,
        code: 'duplicate-column',
        zh: `“${each.header}”这一项有两列：请只保留一列。`,
        en: `There are two columns for "${each.header}": keep one of them.`,
      },
    ]
  })
}

const ignored = (header: string, row: number): RowIssue => ({
  row,
  field: header,
  code: 'unknown-column',
  zh: `不认识“${header}”这一列，未读取。`,
  en: `The column "${header}" is not known and was not read.`,
})

const NO_HEADER: RowIssue = {
  row: 0,
  field: '',
  code: 'no-header',
  zh: '前10行中没有找到表头：须有“断面名称”或“断面编码”，以及“采样时间”。请使用模板。',
  en: 'No header was found in the first 10 rows: it needs 断面名称 or 断面编码, and 采样时间. Use the template.',
}
