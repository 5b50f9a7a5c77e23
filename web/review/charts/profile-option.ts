/** 沿程: concentration over the distance along the river, and under it what lies along the banks. A pure picture of its facts. */
import type { EChartsCoreOption } from 'echarts/core'
import type { z } from 'zod'
import type { readProfile } from '#contract/water-profile'
import type { Words } from '../../locales/index.ts'
import type { Locale } from '../../view/view.ts'
import { figureText } from '../figure.ts'
import { periodText } from '../period.ts'
import { CHART_FONT, type ChartLook, limitLines, SERIES_DASHES, SERIES_SYMBOLS, topOfScale } from './chart-look.ts'
import { LANES, laneSeries } from './profile-lanes.ts'

export type Profile = z.output<typeof readProfile.output>

export interface ProfileFacts {
  readonly profile: Profile
  readonly months: readonly string[]
  /** Of the indicator, in the language of the reader. */
  readonly name: string
  readonly words: Words['review']
  readonly locale: Locale
  readonly look: ChartLook
}

export const profileOption = (facts: ProfileFacts): EChartsCoreOption => {
  const { profile, look, words, name } = facts
  const top = scaleTop(profile)
  const axis = {
    axisLine: { lineStyle: { color: look.quiet } },
    axisLabel: { color: look.quiet },
    splitLine: { show: false },
  }
  return {
    animation: false,
    backgroundColor: look.ground,
    textStyle: { fontFamily: CHART_FONT, color: look.text },
    aria: { enabled: true, label: { description: words.profileOf(riverName(facts), name) } },
    legend: {
      top: 0,
      left: 0,
      right: 0,
      itemWidth: 34,
      textStyle: { color: look.text },
      data: [
        ...facts.months.map((month) => ({ name: periodText(month, facts.locale) })),
        { name: words.targetLimit, icon: SHORT_BAR },
      ],
    },
    tooltip: { trigger: 'item', renderMode: 'richText', ...tooltipLook(look) },
    grid: [
      { top: 58, left: 64, right: 92, bottom: 172 },
      { height: 112, left: 64, right: 92, bottom: 44 },
    ],
    xAxis: [0, 1].map((gridIndex) => ({
      ...axis,
      type: 'value',
      gridIndex,
      min: 0,
      max: profile.lengthKm * 1.03,
      ...(gridIndex === 0
        ? { axisLabel: { show: false }, axisTick: { show: false } }
        : {
            axisLabel: { color: look.quiet, showMaxLabel: false },
            name: words.distance,
            nameLocation: 'middle',
            nameGap: 26,
            nameTextStyle: { color: look.quiet },
          }),
    })),
    yAxis: [
      {
        ...axis,
        type: 'value',
        min: 0,
        max: top,
        axisLabel: { color: look.quiet, formatter: figureText, showMaxLabel: false },
        name: profile.unit === '无量纲' ? name : `${name} (${profile.unit})`,
        nameTextStyle: { color: look.quiet, align: 'left', padding: [0, 0, 0, -52] },
      },
      {
        type: 'category',
        gridIndex: 1,
        inverse: true,
        data: LANES.map((lane) => words.lanes[lane]),
        axisTick: { show: false },
        axisLine: { show: false },
        axisLabel: { color: look.quiet, fontSize: 11, interval: 0 },
      },
    ],
    series: [...monthSeries(facts, top), targetSeries(facts), ...laneSeries(facts)],
  }
}

/** As the target is drawn. */
const SHORT_BAR = 'path://M0,5h26v3h-26z'

const scaleTop = ({ sections, limits }: Profile): number =>
  topOfScale(
    sections.flatMap(({ values, targetLimit }) => [targetLimit ?? 0, ...values.flatMap((value) => value?.value ?? [])]),
    limits.map(({ limit }) => limit),
  )

export const tooltipLook = (look: ChartLook) => ({
  backgroundColor: look.ground,
  borderColor: look.quiet,
  textStyle: { color: look.text, fontFamily: CHART_FONT, fontSize: 12 },
})

export const riverName = ({ profile, locale }: Pick<ProfileFacts, 'profile' | 'locale'>): string =>
  locale === 'en' ? profile.riverEn : profile.river

const monthSeries = ({ profile, months, look, locale, words }: ProfileFacts, top: number) =>
  months.map((month, index) => ({
    type: 'line',
    name: periodText(month, locale),
    connectNulls: true,
    symbol: SERIES_SYMBOLS[index],
    symbolSize: 9,
    color: look.series[index],
    lineStyle: { width: 2, type: SERIES_DASHES[index] },
    data: profile.sections.map(({ section, values }) => {
      const value = values[index]
      return {
        value: [section.km, value?.value ?? null],
        name: locale === 'en' ? section.nameEn : section.name,
        ...(value &&
          !value.isReleased && { itemStyle: { color: look.ground, borderColor: look.series[index], borderWidth: 2 } }),
      }
    }),
    tooltip: {
      formatter: ({ name, value }: { name: string; value: readonly number[] }) =>
        `${name}  ${words.kmAt(figureText(value[0] ?? 0))}\n${periodText(month, locale)}  ${figureText(value[1] ?? 0)} ${profile.unit}`,
    },
    ...(index === 0 && { markLine: limitMarks(profile, top, look, words) }),
  }))

const limitMarks = (profile: Profile, top: number, look: ChartLook, words: Words['review']) => ({
  silent: true,
  symbol: 'none',
  lineStyle: { color: look.quiet, type: 'dashed', width: 1 },
  label: { color: look.quiet, fontSize: 11, position: 'end' },
  data: limitLines(profile.limits, top).map(({ limit, classes }) => ({
    yAxis: limit,
    label: { formatter: `${classes.map((each) => words.letters[each]).join('/')}  ${figureText(limit)}` },
  })),
})

/** A short bar at each section: its target may differ from its neighbour's. */
const targetSeries = ({ profile, look, words, locale }: ProfileFacts) => ({
  type: 'scatter',
  name: words.targetLimit,
  symbol: 'rect',
  symbolSize: [26, 3],
  color: look.text,
  data: profile.sections.flatMap(({ section, targetLimit }) =>
    targetLimit === null
      ? []
      : [{ value: [section.km, targetLimit], name: locale === 'en' ? section.nameEn : section.name }],
  ),
  tooltip: {
    formatter: ({ name, value }: { name: string; value: readonly number[] }) =>
      `${name}\n${words.targetLimit}  ${figureText(value[1] ?? 0)} ${profile.unit}`,
  },
})
