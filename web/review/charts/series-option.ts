/** 逐月过程: one indicator at one section, with the classes' limits and the section's target. */
import type { EChartsCoreOption } from 'echarts/core'
import type { z } from 'zod'
import type { readSectionSeries } from '#contract/water-profile'
import { monthsBetween } from '#domain/review/period'
import type { Words } from '../../locales/index.ts'
import type { Locale } from '../../view/view.ts'
import { figureText } from '../figure.ts'
import { periodText } from '../period.ts'
import { CHART_FONT, type ChartLook, limitLines, topOfScale } from './chart-look.ts'
import { tooltipLook } from './profile-option.ts'

export type Series = z.output<typeof readSectionSeries.output>

export interface SeriesFacts {
  readonly series: Series
  readonly from: string
  readonly to: string
  readonly title: string
  readonly words: Words['review']
  readonly locale: Locale
  readonly look: ChartLook
}

/** A month without a sample is a gap, never a straight line across it. */
export const seriesOption = ({ series, from, to, title, words, locale, look }: SeriesFacts): EChartsCoreOption => {
  const months = monthsBetween(from, to)
  const byMonth = new Map(series.points.map((point) => [point.month, point]))
  const values = series.points.map(({ value }) => value)
  const top = topOfScale(
    [...values, series.targetLimit ?? 0],
    series.limits.map(({ limit }) => limit),
  )
  const limit = (yAxis: number, text: string, colour: string, type: string) => ({
    yAxis,
    lineStyle: { color: colour, type, width: type === 'solid' ? 1.6 : 1 },
    label: { formatter: text, color: colour },
  })
  return {
    animation: false,
    textStyle: { fontFamily: CHART_FONT, color: look.text },
    aria: { enabled: true, label: { description: title } },
    tooltip: { trigger: 'item', renderMode: 'richText', ...tooltipLook(look) },
    grid: { top: 18, left: 52, right: 96, bottom: 30 },
    xAxis: {
      type: 'category',
      data: months,
      axisLine: { lineStyle: { color: look.quiet } },
      axisLabel: { color: look.quiet, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: top,
      axisLabel: { color: look.quiet, formatter: figureText, showMaxLabel: false },
      splitLine: { show: false },
    },
    series: [
      {
        type: 'line',
        symbolSize: 7,
        showAllSymbol: true,
        color: look.series[0],
        data: months.map((month) => {
          const point = byMonth.get(month)
          const hollow = { color: look.ground, borderColor: look.series[0], borderWidth: 2 }
          return { value: point?.value ?? null, name: month, ...(point && !point.isReleased && { itemStyle: hollow }) }
        }),
        tooltip: {
          formatter: ({ name, value }: { name: string; value: number }) =>
            `${periodText(name, locale)}\n${figureText(value)} ${series.unit}`,
        },
        markLine: {
          silent: true,
          symbol: 'none',
          label: { fontSize: 11, position: 'end' },
          data: [
            ...limitLines(series.limits, top)
              .filter((line) => line.limit !== series.targetLimit)
              .map((line) =>
                limit(
                  line.limit,
                  `${line.classes.map((each) => words.letters[each]).join('/')}  ${figureText(line.limit)}`,
                  look.quiet,
                  'dashed',
                ),
              ),
            ...(series.targetLimit === null
              ? []
              : [
                  limit(
                    series.targetLimit,
                    `${words.columns.target}  ${figureText(series.targetLimit)}`,
                    look.text,
                    'solid',
                  ),
                ]),
          ],
        },
      },
    ],
  }
}
