/** 依据: one fact a sentence, in Chinese and in English, with its numbers, its ids and (for a map) its geometry. */
import type { Evidence } from './assessment.ts'
import type { EvidenceDrawing } from './evidence-drawing.ts'
import type { Place } from './place.ts'
import { arrivalHours } from './river/arrival-hours.ts'
import type { BankTouch, RiverEffect } from './river/effect.ts'
import { wayTo } from './river/trace.ts'
import type { PointMet } from './river/trace-points.ts'
import type { UnitMet } from './river/trace-units.ts'
import type { Touch, UnitTouch } from './touch.ts'
import type { ZoneTouch } from './zone-touch.ts'

export function ofPlace(touch: UnitTouch, whole: Touch, place: Place, drawing: EvidenceDrawing | null): Evidence {
  if (place.dimension > 0 && touch.isDrawn) return ofShare(touch, place, drawing)
  const { unit, isDrawn, probability } = touch
  const border = borderText(whole)
  if (isDrawn && whole.tie.length > 1) return ofTie(touch, whole)
  if (isDrawn) {
    return {
      kind: 'boundary',
      zh: `落在${unit.name}内，${border.zh}，落在此处的可能性为 ${percent(probability)}。`,
      en: `It lies in ${unit.nameEn}, ${border.en}; the probability of that is ${percent(probability)}.`,
      ...border.distance,
      ...geometryOf(drawing?.uncertainty(whole.sigmaM)),
    }
  }
  return {
    kind: 'uncertainty',
    zh: `图上不在${unit.name}内，但${border.zh}，实际落在${unit.name}的可能性为 ${percent(probability)}。`,
    en: `As drawn it is not in ${unit.nameEn}, but it is ${border.en}: the probability that it truly lies there is ${percent(probability)}.`,
    ...border.distance,
    ...geometryOf(drawing?.uncertainty(whole.sigmaM)),
  }
}

function ofTie({ unit, probability }: UnitTouch, { tie }: Touch): Evidence {
  return {
    kind: 'boundary',
    zh: `恰在${tie.map(({ name }) => name).join('、')}的界线上，按“归东、归北”的规则记在${unit.name}，可能性为 ${percent(probability)}。`,
    en: `It lies exactly on the border of ${tie.map(({ nameEn }) => nameEn).join(', ')}; by the rule "east, then north" it is recorded in ${unit.nameEn}, with probability ${percent(probability)}.`,
    distanceM: 0,
  }
}

function ofShare({ unit, share, size }: UnitTouch, { dimension }: Place, drawing: EvidenceDrawing | null): Evidence {
  const [zh, en] = dimension === 1 ? ['长度', 'length'] : ['面积', 'area']
  const amount = dimension === 1 ? lengthText(size) : areaText(size)
  return {
    kind: 'share',
    zh: `受影响${zh}的 ${percent(share)}（${amount.zh}）在${unit.name}内。`,
    en: `${percent(share)} of the affected ${en} (${amount.en}) lies in ${unit.nameEn}.`,
    shareOfArea: share,
    ...geometryOf(drawing?.overlap(unit.code)),
  }
}

/** What a sentence calls a thing, in each language. */
type Named = Pick<UnitTouch['unit'], 'name' | 'nameEn'>

export function ofBank(bank: BankTouch, left: Named, right: Named, drawing: EvidenceDrawing | null): Evidence {
  const { place, side, limitM } = bank
  const distanceM = Math.round(place.distanceM)
  const at = SIDES[side]
  return {
    kind: 'bank',
    zh: `${place.river}在此为界河，左岸${left.name}，右岸${right.name}；距河线 ${distanceM} 米，在 ${Math.round(limitM)} 米之内，位于${at.zh}。`,
    en: `The ${place.riverEn} is the border here, ${left.nameEn} on the left bank and ${right.nameEn} on the right; the place is ${distanceM} m from the line, within ${Math.round(limitM)} m, ${at.en}.`,
    reachIds: [place.reachId],
    distanceM,
    ...geometryOf(drawing?.bank(bank)),
  }
}

const SIDES = {
  left: { zh: '左岸', en: 'on the left bank' },
  right: { zh: '右岸', en: 'on the right bank' },
  'in-channel': { zh: '河道内', en: 'in the channel' },
} as const

export function ofDownstream(met: UnitMet, river: RiverEffect, drawing: EvidenceDrawing | null): Evidence[] {
  const trace = river.traces.find(({ units }) =>
    units.some((unit) => unit.reachId === met.reachId && unit.code === met.code),
  )
  const start = river.starts[0]
  const sections = river.sections.filter(({ arrivalH }) => arrivalH.earliest <= met.arrivalH.earliest)
  const km = tenths(met.km)
  const [earliest, probable] = [arrivalHours(met.arrivalH.earliest), arrivalHours(met.arrivalH.probable)]
  const reachIds = drawing === null || trace === undefined ? [met.reachId] : wayTo(trace, met.reachId)
  const found: Evidence[] = [
    {
      kind: 'trace',
      zh: `自${start?.river ?? ''}顺流 ${km} 千米到达，前锋最早约 ${earliest} 小时，可能约 ${probable} 小时。`,
      en: `Downstream along the ${start?.riverEn ?? ''} for ${km} km: the leading edge after about ${earliest} h at the earliest, the water after about ${probable} h.`,
      reachIds,
      sectionIds: sections.map(({ id }) => id),
      hours: earliest,
      ...(start === undefined ? {} : { distanceM: Math.round(start.distanceM) }),
      ...geometryOf(trace === undefined ? undefined : drawing?.path(trace, met.reachId)),
    },
  ]
  if (sections.length > 0) found.push(ofSections(sections, drawing))
  const isExit = river.traces.some(({ firstOutside }) => firstOutside?.code === met.code)
  if (isExit) found.push(ofExit(met, drawing))
  return found
}

/** Where the way can be watched: the monitoring sections that the water passes before it arrives. */
function ofSections(sections: readonly PointMet[], drawing: EvidenceDrawing | null): Evidence {
  return {
    kind: 'section',
    zh: `途经监测断面：${sections.map(({ name }) => name).join('、')}。`,
    en: `On the way it passes the monitoring section${sections.length > 1 ? 's' : ''} ${sections.map(({ nameEn }) => nameEn).join(', ')}.`,
    sectionIds: sections.map(({ id }) => id),
    ...geometryOf(drawing?.sections(sections)),
  }
}

function ofExit(met: UnitMet, drawing: EvidenceDrawing | null): Evidence {
  return {
    kind: 'exit',
    zh: `水流在 ${tenths(met.km)} 千米处出市。`,
    en: `The water leaves the city after ${tenths(met.km)} km.`,
    reachIds: [met.reachId],
    hours: arrivalHours(met.arrivalH.earliest),
    ...geometryOf(drawing?.entry(met.reachId)),
  }
}

export function ofUpstream(met: UnitMet, river: RiverEffect, drawing: EvidenceDrawing | null): Evidence {
  const km = tenths(met.km)
  const earliest = arrivalHours(met.arrivalH.earliest)
  return {
    kind: 'trace',
    zh: `位于上游 ${km} 千米处，水从那里来最早约需 ${earliest} 小时，是可能的来源之一。`,
    en: `It lies ${km} km upstream; water takes about ${earliest} h from there at the earliest, so it is one possible source.`,
    reachIds: [met.reachId],
    hours: earliest,
    ...(river.starts[0] === undefined ? {} : { distanceM: Math.round(river.starts[0].distanceM) }),
    ...geometryOf(drawing?.entry(met.reachId)),
  }
}

export function ofTownship({ unit, isDrawn, probability }: UnitTouch): Evidence {
  return {
    kind: isDrawn ? 'boundary' : 'uncertainty',
    zh: `乡镇（街道）界为示意，标准误差约 ${unit.accuracyM} 米；在${unit.name}的可能性为 ${percent(probability)}。`,
    en: `Township borders are schematic, with a standard error of some ${unit.accuracyM} m; the probability of ${unit.nameEn} is ${percent(probability)}.`,
  }
}

export function ofZone({ zone, isDrawn, probability }: ZoneTouch): Evidence {
  return {
    kind: 'zone',
    zh: `${isDrawn ? '在' : '图上不在，但可能在'}${zone.name}范围内（示意，标准误差约 ${zone.accuracyM} 米），可能性为 ${percent(probability)}；由${zone.manager.name}管理。`,
    en: `${isDrawn ? 'It lies within' : 'As drawn it is not, but it may be, within'} ${zone.nameEn} (schematic, standard error some ${zone.accuracyM} m), probability ${percent(probability)}; managed by ${zone.manager.nameEn}.`,
  }
}

function borderText({ borderM, sigmaM }: Touch) {
  const sigma = Math.round(sigmaM)
  if (Number.isFinite(borderM)) {
    const distanceM = Math.round(borderM)
    const zh = `距最近区界 ${distanceM} 米，定位与界线的合成标准误差 ${sigma} 米`
    return {
      zh,
      en: `${distanceM} m from the nearest border, with a combined standard error of ${sigma} m`,
      distance: { distanceM },
    }
  }
  const zh = `距最近区界在 5 倍标准误差（${sigma} 米）以外`
  return { zh, en: `more than five standard errors (${sigma} m each) from the nearest border`, distance: {} }
}

const geometryOf = (geometry: Evidence['geometry'] | undefined) => (geometry === undefined ? {} : { geometry })

function percent(part: number): string {
  if (part > 0.9995 && part < 1) return '99.9%'
  return `${Math.round(part * 1000) / 10}%`
}

const tenths = (value: number): number => Math.round(value * 10) / 10

function lengthText(sizeM: number) {
  return sizeM < 1000
    ? { zh: `${Math.round(sizeM)} 米`, en: `${Math.round(sizeM)} m` }
    : { zh: `${(sizeM / 1000).toFixed(2)} 千米`, en: `${(sizeM / 1000).toFixed(2)} km` }
}

function areaText(sizeM2: number) {
  return sizeM2 < 1e6
    ? { zh: `${(sizeM2 / 1e4).toFixed(2)} 公顷`, en: `${(sizeM2 / 1e4).toFixed(2)} ha` }
    : { zh: `${(sizeM2 / 1e6).toFixed(2)} 平方千米`, en: `${(sizeM2 / 1e6).toFixed(2)} km2` }
}
