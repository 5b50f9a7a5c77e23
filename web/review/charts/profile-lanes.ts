/** What lies along the river, in lanes under the profile: sections, mouths, gates, and the units of either bank. */
import type { CustomSeriesRenderItem } from 'echarts/types/dist/shared'
import { figureText } from '../figure.ts'
import { CHART_FONT } from './chart-look.ts'
import type { ProfileFacts } from './profile-option.ts'

export const LANES = ['section', 'mouth', 'gate', 'left', 'right'] as const
type Lane = (typeof LANES)[number]

interface LaneMark {
  readonly km: number
  readonly name: string
  readonly detail: string
}

export const laneSeries = (facts: ProfileFacts) => {
  const { profile, locale, look, words } = facts
  const named = (thing: { readonly name: string; readonly nameEn: string }) =>
    locale === 'en' ? thing.nameEn : thing.name
  const at = (km: number) => words.kmAt(figureText(km))
  const sections = profile.sections.map(({ section }) => ({
    km: section.km,
    name: named(section),
    detail: at(section.km),
  }))
  const gates = profile.gates.map((gate) => ({ km: gate.km, name: named(gate), detail: at(gate.km) }))
  const mouths = profile.mouths.map(({ river, riverEn, km, kind }) => ({
    km,
    name: locale === 'en' ? riverEn : river,
    detail: `${words.mouths[kind]}  ${at(km)}`,
  }))
  return [
    marks('section', 'circle', sections, look.series[0], facts),
    marks('mouth', 'triangle', mouths, look.series[2], facts),
    marks('gate', 'rect', gates, look.series[1], facts),
    bands(facts),
  ]
}

const marks = (
  lane: Lane,
  symbol: string,
  places: readonly LaneMark[],
  colour: string | undefined,
  { look, profile }: ProfileFacts,
) => ({
  type: 'scatter',
  xAxisIndex: 1,
  yAxisIndex: 1,
  symbol,
  symbolSize: 8,
  color: colour,
  clip: false,
  data: places.map(({ km, name, detail }, index) => {
    const isCrowded = (places[index + 1]?.km ?? Number.POSITIVE_INFINITY) - km < CROWDED * profile.lengthKm
    return {
      value: [km, LANES.indexOf(lane)],
      name,
      detail,
      label: { position: isCrowded ? 'left' : 'right' },
    }
  }),
  label: { show: true, position: 'right', distance: 4, formatter: '{b}', color: look.text, fontSize: 11 },
  labelLayout: { hideOverlap: true, moveOverlap: undefined },
  tooltip: { formatter: ({ data }: { data: { name: string; detail: string } }) => `${data.name}\n${data.detail}` },
})

/** Share of the river's length within which the name of the next mark needs the room to the right. */
const CROWDED = 0.16

const bands = ({ profile, locale, look, words }: ProfileFacts) => {
  const codes = [...new Set(profile.bands.map(({ unitCode }) => unitCode))]
  return {
    type: 'custom',
    xAxisIndex: 1,
    yAxisIndex: 1,
    clip: true,
    renderItem: drawBand(look.text, look.quiet),
    data: profile.bands.flatMap(({ bank, fromKm, toKm, unitCode, unitName, unitNameEn }) => {
      const name = locale === 'en' ? unitNameEn : unitName
      const lanes = bank === 'both' ? (['left', 'right'] as const) : [bank]
      return lanes.map((lane) => ({
        name,
        value: [fromKm, toKm, LANES.indexOf(lane), name],
        itemStyle: { color: look.bands[codes.indexOf(unitCode) % 2 === 0 ? 0 : 1] },
      }))
    }),
    tooltip: {
      formatter: ({ name, value }: { name: string; value: readonly [number, number, number] }) =>
        `${name}  ${words.lanes[LANES[value[2]] ?? 'left']}\n${figureText(value[0])}–${words.kmAt(figureText(value[1]))}`,
    },
  }
}

const drawBand =
  (text: string, line: string): CustomSeriesRenderItem =>
  (_, api) => {
    const lane = Number(api.value(2))
    const [left = 0, middle = 0] = api.coord([api.value(0), lane])
    const [right = 0] = api.coord([api.value(1), lane])
    const width = Math.max(1, right - left)
    const style = api.visual('color')
    return {
      type: 'rect',
      shape: { x: left, y: middle - 10, width, height: 20 },
      style: { fill: typeof style === 'string' ? style : line, stroke: line, lineWidth: 0.6 },
      textContent: {
        type: 'text',
        style: {
          text: String(api.value(3)),
          fill: text,
          fontFamily: CHART_FONT,
          fontSize: 11,
          width: width - 6,
          overflow: 'truncate',
          ellipsis: '',
        },
      },
      textConfig: { position: 'inside' },
    }
  }
