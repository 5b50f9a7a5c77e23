/** 评价报告 as a Word document: A4, to be handed out and filed. */
import { Document, Packer, type Paragraph, type Table } from 'docx'
import { indicatorOf } from '#domain/water/evaluated-indicators'
import type { Png } from './png.ts'
import { method, overall, warnings } from './review-sentences.ts'
import { chiefTable, rankingTable, sectionTable, withColumns } from './review-tables.ts'
import { NOTHING, type ReviewAnswer, reportTitle } from './review-words.ts'
import { A4, heading, line, pageNumbers, picture, STYLES, title, warning } from './word-blocks.ts'
import { wordTable } from './word-table.ts'

export interface ReportPictures {
  readonly map?: Png | undefined
  readonly profile?: Png | undefined
}

export function reviewReport(review: ReviewAnswer, pictures: ReportPictures, madeOn: string): Promise<Buffer> {
  const report = new Document({
    title: reportTitle(review),
    creator: '界河',
    styles: STYLES,
    sections: [{ properties: A4, footers: { default: pageNumbers() }, children: body(review, pictures, madeOn) }],
  })
  return Packer.toBuffer(report)
}

type Block = Paragraph | Table

function body(review: ReviewAnswer, { map, profile }: ReportPictures, madeOn: string): Block[] {
  const parts: readonly (readonly [string, readonly Block[]])[] = [
    ['总体情况', [...overall(review).map(line), ...(map ? picture(map, '水质类别图') : [])]],
    ['断面水质', [wordTable(sections(review)), ...(profile ? picture(profile, '沿程浓度') : [])]],
    ['问题河段', [line(review.worst?.text.zh ?? '没有断面劣于Ⅲ类或未达目标。')]],
    ['本区域贡献', orNothing(review.contributions.map(({ text }) => line(text.zh)))],
    ['单位排名', orNothing(review.ranking.length === 0 ? [] : [wordTable(rankingTable(review))])],
    ['不一致的数据', orNothing(differences(review))],
    ['河长', orNothing(review.chiefs.length === 0 ? [] : [wordTable(chiefTable(review))])],
    ['方法、依据与设定', method(review).map(line)],
  ]
  return [
    title(reportTitle(review)),
    ...warnings(review).map(warning),
    ...parts.flatMap(([name, blocks], index) => [heading(`${'一二三四五六七八'.charAt(index)}、${name}`), ...blocks]),
    line(`${madeOn}由界河生成。`),
  ]
}

const sections = (review: ReviewAnswer) =>
  withColumns(sectionTable(review), [
    ...['断面', '河流', '水质类别', '目标', '达标情况', '主要污染指标（超Ⅲ类倍数）', '环比', '同比', '标记'],
  ])

/** Another department's figure, or another level's, beside ours until they are reconciled (方案第十五条). */
function differences({ sections: all }: ReviewAnswer): Block[] {
  return all.flatMap(({ section, differing }) =>
    differing.map(({ month, indicator, ours, theirs, by, isReconciled, note }) => {
      const { nameZh, unit } = indicatorOf(indicator)
      const state = isReconciled ? `已核对：${note ?? ''}` : '未核对'
      return line(`${section.name}${month} ${nameZh}：采用 ${ours} ${unit}，${by}为 ${theirs} ${unit}（${state}）。`)
    }),
  )
}

const orNothing = (blocks: readonly Block[]): readonly Block[] => (blocks.length === 0 ? [line(NOTHING)] : blocks)
