/** 说明: the doubts that a reader of an assessment must know, each said once. */

import type { Assessment, Clock } from './assessment.ts'
import type { Atlas } from './atlas.ts'
import { type CrossingFinding, unitOf } from './cross-jurisdiction.ts'
import type { CrossingSettings } from './crossing-settings.ts'
import type { Place } from './place.ts'
import type { RiverEffect } from './river/effect.ts'
import { BDA } from './routing/actor-place.ts'
import type { Touch, UnitTouch } from './touch.ts'
import type { ZoneTouch } from './zone-touch.ts'

type Caveat = Assessment['caveats'][number]

export interface CaveatQuestion {
  readonly atlas: Atlas
  readonly settings: CrossingSettings
  readonly place: Place
  readonly touch: Touch
  readonly townships: readonly UnitTouch[]
  readonly zones: readonly ZoneTouch[]
  readonly river: RiverEffect
  readonly crossing: CrossingFinding
  readonly followsWater: boolean
  readonly clocks: readonly Clock[]
}

export function caveatsOf(question: CaveatQuestion): Caveat[] {
  const { atlas, settings, touch, townships, zones, river, crossing, followsWater, clocks } = question
  const caveats: Caveat[] = [settings.note]
  if (touch.units.length === 0) caveats.push(NOWHERE)
  else if (crossing.outcome === 'ask') caveats.push(ASK)
  if (clocks.some(({ startsFrom, dueAt }) => startsFrom === 'occurred' && dueAt !== null)) caveats.push(FROM_OCCURRENCE)
  if (townships.length > 0) caveats.push(TOWNSHIPS)
  if (zones.some(({ zone, probability }) => zone.code === BDA && probability < settings.certainFrom))
    caveats.push(DOUBTFUL_BDA)
  if (river.downstream.length > 0 || river.upstream.length > 0) caveats.push(atlas.rivers.travelTime.note)
  if (followsWater && river.starts.length === 0) caveats.push(noRiver(settings.riverM))
  if (river.gates.length > 0) caveats.push(gatesOnTheWay(river))
  if (river.potential.length > 0) caveats.push(potential(question))
  return caveats
}

const NOWHERE: Caveat = {
  zh: '此处不在图集所画的任何区县之内：请人工确认地点。',
  en: 'The place lies in no district or county of the atlas: a person must confirm it.',
}

const ASK: Caveat = {
  zh: '位置靠近区界，落在哪一侧会改变结论：请到现场或用更准的定位确认。',
  en: 'The place is so near a border that its side changes the answer: confirm it on site or with a better position.',
}

const FROM_OCCURRENCE: Caveat = {
  zh: '未报发现时间：时限应自发现或者得知时起算，此处改从发生时间起算。',
  en: 'The time of discovery is not reported: the clocks should start then, and start at the time of occurrence instead.',
}

const TOWNSHIPS: Caveat = {
  zh: '乡镇（街道）界为示意，不作确定依据。',
  en: 'Township borders are schematic and prove nothing for certain.',
}

const DOUBTFUL_BDA: Caveat = {
  zh: '经开区范围为示意，是否在其内请人工确认。',
  en: 'The outline of the Beijing Economic-Technological Development Area is schematic: confirm whether the place lies in it.',
}

const noRiver = (riverM: number): Caveat => ({
  zh: `${riverM} 米内没有图上河流，未推断上下游；小沟渠、雨污管网和地下水不在图集中。`,
  en: `No river of the atlas lies within ${riverM} m, so nothing is inferred downstream; ditches, sewers and groundwater are not in the atlas.`,
})

function gatesOnTheWay({ gates }: RiverEffect): Caveat {
  const met = gates.filter(({ id }, at) => gates.findIndex((other) => other.id === id) === at)
  return {
    zh: `途经闸坝：${met.map(({ name }) => name).join('、')}；启闭会改变去向和到达时间，请向其管理单位核实。`,
    en: `On the way lie the gates ${met.map(({ nameEn }) => nameEn).join(', ')}; they change where the water goes and when it arrives: ask those who run them.`,
  }
}

/** Units beyond a dry reach or a shut gate: met if the gate opens or the water comes back. */
function potential({ atlas, river }: CaveatQuestion): Caveat {
  const units = river.potential.map(({ code }) => unitOf(atlas, code))
  return {
    zh: `下游河段断流或关闸，目前到不了：${units.map(({ name }) => name).join('、')}；若开闸或来水，应重新研判。`,
    en: `A dry reach or shut gate keeps the water from ${units.map(({ nameEn }) => nameEn).join(', ')} today; assess again when it opens or the water returns.`,
  }
}
