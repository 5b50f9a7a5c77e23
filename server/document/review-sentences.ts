/** 报告文字: the sentences of the report, from the review's own words and numbers. */
import { GRADE_NAMES } from '#domain/water/quality-grade'
import { WATER_CLASSES } from '#domain/water/water-class'
import { classText, percentText, pollutantsText, type ReviewAnswer, STATUS_TEXTS } from './review-words.ts'

/** What must be seen before any figure: 示范数据, 未发布, what was withheld. */
export function warnings({ hasDemonstrations, sections, audience, withheldCount }: ReviewAnswer): string[] {
  const hasUnreleased = sections.some(({ verdict }) => !verdict.isReleased)
  return [
    ...(hasDemonstrations ? ['含示范数据，不代表真实水质，不得用于考核。'] : []),
    ...(hasUnreleased ? ['含未发布数据，仅供内部使用，不得对外公布。'] : []),
    ...(audience === 'released' && withheldCount > 0
      ? [`只用已发布数据，另有${withheldCount}个未发布样品未计入。`]
      : []),
  ]
}

export function overall({ summary, periodText, subject }: ReviewAnswer): string[] {
  const { composition, grade, target, pollutants, changes } = summary
  const counts = WATER_CLASSES.map((each) => `${classText(each)}${composition.counts[each]}个`).join('、')
  const quality = grade === null ? '没有可以评价的断面' : `水质状况为${GRADE_NAMES[grade].zh}`
  return [
    `${periodText.zh}，${subject.name}共${composition.total}个断面，参评${composition.evaluated}个：${counts}；${quality}。`,
    `Ⅰ～Ⅲ类断面占${percentText(composition.goodShare)}，劣Ⅴ类断面占${percentText(composition.worseThanVShare)}。`,
    `对照断面目标：达标${target.met}个，不达标${target.missed}个，不能判定或无数据${target.undecided}个，未设目标${target.withoutTarget}个。`,
    ...(pollutants.length === 0 ? [] : [`主要污染指标：${pollutantsText(pollutants)}。`]),
    ...changes.map(({ text }) => text.zh),
  ]
}

/** How it was evaluated, what in it is not law, and which data it rests on. */
export function method({ summary, settings, dataVersions }: ReviewAnswer): string[] {
  const clauses = summary.explanation.basis.map(({ document, article, status }) => {
    return `依据：《${document}》${article}（${STATUS_TEXTS[status]}）。`
  })
  return [
    ...summary.explanation.steps.map(({ zh }) => zh),
    ...new Set(clauses),
    ...settings.map(({ zh, status }) => `设定（${STATUS_TEXTS[status]}）：${zh}`),
    `数据版本：${Object.entries(dataVersions)
      .map(([name, version]) => `${name} ${version}`)
      .join('，')}。`,
  ]
}
