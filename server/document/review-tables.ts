/**
 * 报告各表: the review as tables, once for Word and workbook alike. Numbers are those of the review, unrounded; `decimals` says
 * how they are shown.
 */
import { indicatorOf } from '#domain/water/evaluated-indicators'
import {
  BANK_TEXTS,
  CONTRIBUTION_TEXTS,
  changeText,
  classText,
  LEVEL_TEXTS,
  marksText,
  NOTHING,
  pollutantsText,
  type ReviewAnswer,
  TARGET_TEXTS,
} from './review-words.ts'

export type ReportCell = string | number | null

export interface ReportColumn {
  readonly head: string
  /** In Chinese characters. */
  readonly width: number
  readonly decimals?: number
}

export interface ReportTable {
  readonly name: string
  readonly columns: readonly ReportColumn[]
  readonly rows: readonly (readonly ReportCell[])[]
}

export function sectionTable({ sections }: ReviewAnswer): ReportTable {
  return {
    name: '断面',
    columns: [
      { head: '断面', width: 8 },
      { head: '河流', width: 6 },
      { head: '河流公里', width: 6, decimals: 1 },
      { head: '所在单位', width: 12 },
      { head: '水质类别', width: 5 },
      { head: '目标', width: 4 },
      { head: '达标情况', width: 5 },
      { head: '参评指标数', width: 6, decimals: 0 },
      { head: '主要污染指标（超Ⅲ类倍数）', width: 20 },
      { head: '未达目标的指标', width: 14 },
      { head: '环比', width: 7 },
      { head: '同比', width: 7 },
      { head: '自动监测占比(%)', width: 8, decimals: 1 },
      { head: '标记', width: 8 },
    ],
    rows: sections.map((each) => [
      ...[each.section.name, each.section.river, each.section.km, each.section.unitNames.join('、')],
      ...[classText(each.verdict.waterClass), classText(each.target?.target ?? null)],
      ...[TARGET_TEXTS[each.verdict.targetState], each.verdict.evaluatedCount, pollutantsText(each.verdict.pollutants)],
      each.verdict.failing.map((id) => indicatorOf(id).nameZh).join('、') || NOTHING,
      ...[changeText(each.changes[0]), changeText(yearBefore(each.changes)), each.automaticShare],
      marksText(each.section.isDemonstration, each.verdict.isReleased),
    ]),
  }
}

/** The second comparison; of a year, whose predecessor is last year's too, the first. */
const yearBefore = (changes: ReviewAnswer['sections'][number]['changes']) =>
  changes.find(({ against }, index) => index > 0 || against.length === 4)

export function matrixTable({ sections, matrix }: ReviewAnswer): ReportTable {
  const nameOf = new Map(sections.map(({ section }) => [section.id, section.name]))
  return {
    name: '逐月矩阵',
    columns: [{ head: '断面', width: 8 }, ...matrix.months.map((month) => ({ head: month, width: 5 }))],
    rows: matrix.rows.map(({ sectionId, verdicts }) => [
      nameOf.get(sectionId) ?? sectionId,
      ...verdicts.map((verdict) => {
        if (verdict === null) return null
        const marks = [verdict.targetState === 'missed' ? '不达标' : '', verdict.isReleased ? '' : '未发布']
        return [classText(verdict.waterClass), ...marks].filter((part) => part !== '').join(' ')
      }),
    ]),
  }
}

export function rankingTable({ ranking }: ReviewAnswer): ReportTable {
  return {
    name: '排名',
    columns: [
      { head: '名次', width: 4, decimals: 0 },
      { head: '单位', width: 8 },
      { head: '参评断面数', width: 6, decimals: 0 },
      { head: '优良比例(%)', width: 7, decimals: 1 },
      { head: '达标比例(%)', width: 7, decimals: 1 },
      { head: '最差类别', width: 5 },
    ],
    rows: ranking.map((each, index) => [
      ...[index + 1, each.unitName, each.evaluated, each.goodShare, each.metShare, classText(each.worstClass)],
    ]),
  }
}

/** One row for each indicator that was measured on both sides; one without, where none was. */
export function contributionTable({ contributions }: ReviewAnswer): ReportTable {
  return {
    name: '本区域贡献',
    columns: [
      { head: '单位', width: 8 },
      { head: '河流', width: 6 },
      { head: '入境断面', width: 8 },
      { head: '入境类别', width: 5 },
      { head: '出境断面', width: 8 },
      { head: '出境类别', width: 5 },
      { head: '距离(km)', width: 6, decimals: 1 },
      { head: '水流时间(h，平均流速)', width: 8, decimals: 1 },
      { head: '结论', width: 14 },
      { head: '指标', width: 8 },
      { head: '入境值', width: 6 },
      { head: '出境值', width: 6 },
      { head: '变化', width: 6 },
      { head: '类别变化', width: 5, decimals: 0 },
    ],
    rows: contributions.flatMap((each) => {
      const about = [
        ...[each.unitName, each.river, each.inflow?.name ?? '无上游断面', classText(each.inflowClass)],
        ...[each.outflow.name, classText(each.outflowClass), each.distanceKm, each.travelTimeH?.probable ?? null],
        CONTRIBUTION_TEXTS[each.verdict],
      ]
      if (each.changes.length === 0) return [[...about, NOTHING, null, null, null, null]]
      return each.changes.map(({ indicator, inflow, outflow, change, classSteps }) => [
        ...[...about, indicatorOf(indicator).nameZh, inflow, outflow, change, classSteps],
      ])
    }),
  }
}

export function chiefTable({ chiefs }: ReviewAnswer): ReportTable {
  return {
    name: '河长',
    columns: [
      { head: '级别', width: 7 },
      { head: '姓名', width: 8 },
      { head: '职务', width: 8 },
      { head: '所属', width: 12 },
      { head: '岸别', width: 4 },
      { head: '任职起始', width: 6 },
      { head: '标记', width: 5 },
    ],
    rows: chiefs.map((each) => [
      ...[LEVEL_TEXTS[each.level], each.name, each.post, each.unitName, BANK_TEXTS[each.bank], each.validFrom],
      marksText(each.isDemonstration, true),
    ]),
  }
}

/** The same table with some of its columns, by their heads. */
export function withColumns({ name, columns, rows }: ReportTable, heads: readonly string[]): ReportTable {
  const places = heads.map((head) => columns.findIndex((column) => column.head === head))
  return {
    name,
    columns: places.flatMap((place) => columns[place] ?? []),
    rows: rows.map((row) => places.map((place) => row[place] ?? null)),
  }
}

export function cellText(cell: ReportCell, { decimals }: ReportColumn): string {
  if (cell === null) return NOTHING
  if (typeof cell === 'string') return cell
  return decimals === undefined ? String(cell) : cell.toFixed(decimals)
}
