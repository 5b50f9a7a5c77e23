/**
 * Targets of the shipped sections. Where a zone of 北京市地表水功能一级分区 (表1) lies over the section, its target is taken
 * from a copy of that older list; elsewhere it is assumed. Today's targets are to be loaded from the yearly documents.
 */
import type { SectionTarget } from '../target.ts'
import type { WaterClass } from '../water-class.ts'

interface Zone {
  readonly name: string
  readonly ends: string
  readonly target: WaterClass
  readonly sectionIds: readonly string[]
}

const ZONES: readonly Zone[] = [
  { name: '泃河津京缓冲区', ends: '市界→海子水库', target: 'III', sectionIds: ['section-28'] },
  { name: '潮白河京冀缓冲区', ends: '苏庄→牛牧屯', target: 'IV', sectionIds: ['section-19', 'section-20'] },
  { name: '白河冀京缓冲区', ends: '市界→密云水库', target: 'II', sectionIds: ['section-24', 'section-25'] },
  { name: '汤河冀京缓冲区', ends: '市界→喇叭沟门', target: 'II', sectionIds: ['section-26'] },
  { name: '潮河冀京缓冲区', ends: '市界→下会', target: 'II', sectionIds: ['section-21', 'section-22'] },
  { name: '潮河保留区', ends: '下会→密云水库', target: 'II', sectionIds: ['section-23'] },
  { name: '凤河京冀缓冲区', ends: '凤河营→市界', target: 'V', sectionIds: ['section-33'] },
  { name: '永定河京冀缓冲区', ends: '辛庄→崔指挥营', target: 'III', sectionIds: ['section-05'] },
  { name: '龙河京冀缓冲区', ends: '安定→市界', target: 'V', sectionIds: ['section-34'] },
  { name: '拒马河京冀缓冲区', ends: '市界→市界', target: 'II', sectionIds: ['section-29', 'section-30'] },
]

const ASSUMED: Readonly<Record<string, WaterClass>> = {
  'yongding-he': 'III',
  'guishui-he': 'III',
  'ju-he': 'IV',
  'dashi-he': 'IV',
}

export const demonstrationTargets = (
  sections: readonly { readonly id: string; readonly riverId: string }[],
  validFrom: string,
): SectionTarget[] =>
  sections.map(({ id, riverId }) => {
    const zone = ZONES.find(({ sectionIds }) => sectionIds.includes(id))
    return zone === undefined ? assumed(id, riverId, validFrom) : fromZone(id, zone, validFrom)
  })

const fromZone = (sectionId: string, { name, ends, target }: Zone, validFrom: string): SectionTarget => ({
  sectionId,
  target,
  validFrom,
  source: `北京市地表水功能一级分区表1：${name}（${ends}）；据转抄的较早版本，未核原件，起始日期为设定`,
  status: 'secondary',
})

const assumed = (sectionId: string, riverId: string, validFrom: string): SectionTarget => ({
  sectionId,
  target: ASSUMED[riverId] ?? 'IV',
  validFrom,
  source: '示范设定，非官方考核目标',
  status: 'design',
})
