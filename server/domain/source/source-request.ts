/** 溯源协查: the draft of a request to the units upstream, nearest first. */
import type { Atlas } from '../atlas.ts'
import type { SectionPlace } from '../review/section-place.ts'
import { exitOf } from '../river/trace-units.ts'
import { shanghaiIso } from '../shanghai-time.ts'
import { className } from '../water/class-name.ts'
import { indicatorOf } from '../water/evaluated-indicators.ts'
import { HOUR_MS } from '../water/hourly.ts'
import type { IndicatorId } from '../water/indicator.ts'
import { figure, type Sentence } from '../water/sentence.ts'
import type { Reading, SectionState } from './section-state.ts'
import { type WaterAbove, wayDown } from './way-down.ts'

export interface RequestQuestion {
  readonly above: WaterAbove
  readonly atlas: Atlas
  readonly section: SectionPlace
  readonly atMs: number
  readonly indicator: IndicatorId
  readonly measured: Reading | null
  /** How that reading is judged. */
  readonly state: SectionState
}

export interface SourceRequest {
  readonly to: readonly { readonly code: string; readonly name: string; readonly nameEn: string }[]
  readonly text: Sentence
}

export function sourceRequest(question: RequestQuestion): SourceRequest {
  const asked = question.above.slow.units
    .toSorted((a, b) => a.km - b.km)
    .map((met) => {
      const far = wayDown(question.above, exitOf('upstream', met))
      const { name, nameEn } = question.atlas.unitByCode.get(met.code) ?? { name: met.code, nameEn: met.code }
      const [fromMs, toMs] = windowOf(far?.latestH ?? met.arrivalH.probable, met.arrivalH.earliest, question.atMs)
      return { code: met.code, name, nameEn, km: met.km, exitKm: met.exitKm, from: minute(fromMs), to: minute(toMs) }
    })
  const { zh, en } = opening(question)
  const lines = asked.map(
    ({ name, km, exitKm, from, to }) => `${name}（上游 ${km.toFixed(1)}–${exitKm.toFixed(1)} 公里）：${from} 至 ${to}`,
  )
  const linesEn = asked.map(
    ({ nameEn, km, exitKm, from, to }) =>
      `${nameEn} (${km.toFixed(1)}-${exitKm.toFixed(1)} km upstream): ${from} to ${to}`,
  )
  return {
    to: asked.map(({ code, name, nameEn }) => ({ code, name, nameEn })),
    text: {
      zh: `${zh}请按由近及远的顺序排查下列时段内的排放：${lines.join('；')}。时段按河道水流时间推算，未经实测校准。请将排查结果函复。`,
      en: `${en} Please search, nearest first, for discharges in these windows: ${linesEn.join('; ')}. The windows come from travel times that are not calibrated. Please reply with what you find.`,
    },
  }
}

/** From the far end of the unit at low flow to its near end at the leading edge. */
const windowOf = (latestH: number, earliestH: number, atMs: number): [number, number] => [
  atMs - latestH * HOUR_MS,
  atMs - earliestH * HOUR_MS,
]

/** `2026-11-24 14:05`. */
const minute = (ms: number): string => shanghaiIso(ms).slice(0, 16).replace('T', ' ')

function opening({ section, atMs, indicator, measured, state: { judged, limit } }: RequestQuestion): Sentence {
  const { nameZh, nameEn, unit } = indicatorOf(indicator)
  const value = measured === null ? '' : ` ${figure(measured.measured.value)} ${unit}`
  const at = minute(measured?.atMs ?? atMs)
  const [found, asked] = [judged && className(judged.waterClass), className(limit)]
  return {
    zh: `溯源协查：${section.river}${section.name}于 ${at} 测得${nameZh}${value}${found ? `，${found.zh}（要求${asked.zh}）` : ''}。`,
    en: `Request to trace a source: ${nameEn}${value} was found at ${section.nameEn} on the ${section.riverEn} at ${at}${found ? `, ${found.en} (asked: ${asked.en})` : ''}.`,
  }
}
