/** 报告用语: how the review's values are written in a report that is handed out. */
import type { z } from 'zod'
import type { readReview } from '#contract/water-review'
import type { Change, Pollutant, SectionVerdict } from '#contract/water-words'
import { className } from '#domain/water/class-name'
import { indicatorOf } from '#domain/water/evaluated-indicators'
import { printedMultiple } from '#domain/water/exceedance'
import type { ChiefLevel } from '#domain/water/river-chief'
import type { WaterClass } from '#domain/water/water-class'

/** The answer of `GET /api/water/review`: a report is made of nothing else. */
export type ReviewAnswer = z.output<(typeof readReview)['output']>

/** Where there is nothing to write. */
export const NOTHING = '—'

export const classText = (waterClass: WaterClass | null): string =>
  waterClass === null ? NOTHING : className(waterClass).zh

export const TARGET_TEXTS: Readonly<Record<z.output<typeof SectionVerdict>['targetState'], string>> = {
  met: '达标',
  missed: '不达标',
  undecided: '不能判定',
  'no-target': '无目标',
  'no-data': '无数据',
}

export function changeText(change: z.output<typeof Change> | undefined): string {
  if (change === undefined || change.direction === 'unknown') return '无可比数据'
  if (change.direction === 'unchanged') return '无明显变化'
  return `${change.isMarked ? '明显' : '有所'}${change.direction === 'better' ? '好转' : '变差'}`
}

/** 高锰酸盐指数(1.2)、氨氮(0.5)、溶解氧. */
export const pollutantsText = (pollutants: readonly Pick<z.output<typeof Pollutant>, 'indicator' | 'multiple'>[]) =>
  pollutants
    .map(({ indicator, multiple }) => {
      return indicatorOf(indicator).nameZh + (multiple === null ? '' : `(${printedMultiple(multiple)})`)
    })
    .join('、') || NOTHING

export const percentText = (share: number | null): string => (share === null ? NOTHING : `${share.toFixed(1)}%`)

/** 示范数据 and 未发布, as marks behind what they are true of. */
export const marksText = (isDemonstration: boolean, isReleased: boolean): string =>
  [isDemonstration ? '示范数据' : '', isReleased ? '' : '未发布'].filter((mark) => mark !== '').join('、')

export const STATUS_TEXTS: Readonly<Record<ReviewAnswer['settings'][number]['status'], string>> = {
  verified: '已核原文',
  secondary: '据转载，未核原文',
  memory: '凭记忆，未核实',
  design: '系统设定',
}

export const CONTRIBUTION_TEXTS: Readonly<Record<ReviewAnswer['contributions'][number]['verdict'], string>> = {
  'came-in-bad': '来水已超Ⅲ类，本区域未使其变差',
  'made-here': '来水良好，在本区域内变差',
  worsened: '在本区域内变差',
  improved: '在本区域内好转',
  kept: '水质保持',
  unknown: '不能判断',
}

export const LEVEL_TEXTS: Readonly<Record<ChiefLevel, string>> = {
  city: '市级',
  district: '区级',
  township: '乡镇（街道）级',
  village: '村级',
}

export const BANK_TEXTS = { left: '左岸', right: '右岸', both: '两岸' } as const

/** 凉水河2026年10月水质评价报告. */
export const reportTitle = ({ subject, periodText }: ReviewAnswer): string =>
  `${subject.name}${periodText.zh}水质评价报告`

/** Text that any program can take in: no control characters, no half of a character. */
export const printable = (text: string): string => text.replaceAll(/(?![\n\t])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ' ')
