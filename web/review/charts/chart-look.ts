/** Colours and type of a chart on the page or on paper. */
import type { WaterClass } from '#domain/water/water-class'
import type { Shade } from '../../theme/use-shade.ts'

export interface ChartLook {
  readonly text: string
  readonly quiet: string
  readonly line: string
  readonly ground: string
  readonly bands: readonly [string, string]
  /** One per month, told apart by dash and symbol too. */
  readonly series: readonly string[]
}

export const CHART_LOOKS: Readonly<Record<Shade, ChartLook>> = {
  light: {
    text: '#16242c',
    quiet: '#4a5c66',
    line: '#d3dbdc',
    ground: '#ffffff',
    bands: ['#dcebf5', '#eee6f6'],
    series: ['#12507b', '#a3421a', '#1c6b41', '#6b3fa0', '#7a5c00', '#8c2f5b'],
  },
  dark: {
    text: '#e8eff2',
    quiet: '#a5b6be',
    line: '#2a3a42',
    ground: '#131e24',
    bands: ['#17364a', '#33284a'],
    series: ['#7fc0ec', '#ffb08a', '#7fd3a5', '#c9a8ff', '#f3d266', '#ff9ecb'],
  },
}

export const CHART_FONT = '"Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif'
export const SERIES_DASHES = ['solid', 'dashed', 'dotted', [8, 3, 2, 3], [2, 5], [12, 4]] as const
export const SERIES_SYMBOLS = ['circle', 'rect', 'triangle', 'diamond', 'roundRect', 'pin'] as const

interface Limit {
  readonly waterClass: WaterClass
  readonly limit: number
}

/** Classes that share a limit share a line, named after all of them: Ⅰ、Ⅱ. */
export const limitLines = (limits: readonly Limit[], most: number): readonly LimitLine[] =>
  [...new Set(limits.map(({ limit }) => limit))]
    .filter((limit) => limit <= most)
    .map((limit) => ({
      limit,
      classes: limits.filter((each) => each.limit === limit).map(({ waterClass }) => waterClass),
    }))

interface LimitLine {
  readonly limit: number
  readonly classes: readonly WaterClass[]
}

/** Room above the highest value; limits far above what was measured are not drawn, the nearest one above is. */
export const topOfScale = (values: readonly number[], limits: readonly number[]): number => {
  const highest = Math.max(0, ...values)
  const above = limits.filter((limit) => limit > highest)
  return Math.max(highest, above.length ? Math.min(...above) : 0) * 1.12 || 1
}
