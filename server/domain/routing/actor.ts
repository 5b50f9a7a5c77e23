/**
 * Bodies that act. An id is `<place>-<role>`: `bj-bureau`, `110112-enforcement`, `131082-counterpart`; the ministry is `mee`.
 *
 * The names of municipal bodies are their proper ones; those of district departments and of bodies outside Beijing are
 * neutral descriptions, because names and competences differ and change (a choice of Jiehe's, not law).
 */

import type { ActorRef } from '../assessment.ts'
import { BDA, type Bilingual, PLACES } from './actor-place.ts'

interface RoleName {
  readonly zh: (place: string) => string
  readonly en: (place: string) => string
  /** The proper name at some place, where it is not the pattern. */
  readonly proper?: Readonly<Record<string, Bilingual>>
}

const suffix = (zh: string, en: string, city?: Bilingual): RoleName => ({
  zh: (place) => place + zh,
  en: (place) => `${place} ${en}`,
  ...(city === undefined ? {} : { proper: { bj: city } }),
})

const ROLES = {
  bureau: suffix('生态环境局', 'Ecology and Environment Bureau'),
  department: {
    ...suffix('生态环境厅', 'Department of Ecology and Environment'),
    proper: { tianjin: { zh: '天津市生态环境局', en: 'Tianjin Ecology and Environment Bureau' } },
  },
  counterpart: suffix('生态环境主管部门', 'ecology and environment authority'),
  enforcement: suffix('生态环境保护综合执法队', 'Ecology and Environment Enforcement Team', {
    zh: '北京市生态环境保护综合执法总队',
    en: 'Beijing Ecology and Environment Enforcement Corps',
  }),
  monitoring: suffix('生态环境监测机构', 'Ecology and Environment Monitoring Station', {
    zh: '北京市生态环境监测中心',
    en: 'Beijing Ecology and Environment Monitoring Centre',
  }),
  duty: suffix('生态环境局值班人员', 'Ecology and Environment Bureau duty officer'),
  government: suffix('人民政府', "People's Government"),
  'party-committee': { zh: (place) => `中共${place}委`, en: (place) => `CPC ${place} Committee` },
  committee: suffix('管理委员会', 'Administrative Committee'),
  'river-chief': suffix('河长（河长制办公室）', 'River Chief (Office)'),
  water: suffix('水务主管部门', 'water authority', { zh: '北京市水务局', en: 'Beijing Water Authority' }),
  police: suffix('公安机关', 'police', { zh: '北京市公安局', en: 'Beijing Public Security Bureau' }),
  procuratorate: suffix('人民检察院', "People's Procuratorate"),
  emergency: suffix('应急管理部门', 'emergency management authority', {
    zh: '北京市应急管理局',
    en: 'Beijing Emergency Management Bureau',
  }),
  transport: suffix('交通主管部门', 'transport authority', {
    zh: '北京市交通委员会',
    en: 'Beijing Municipal Commission of Transport',
  }),
  housing: suffix('住房城乡建设主管部门', 'housing and construction authority', {
    zh: '北京市住房和城乡建设委员会',
    en: 'Beijing Municipal Commission of Housing and Urban-Rural Development',
  }),
  'urban-enforcement': suffix('城管执法部门', 'urban management enforcement authority', {
    zh: '北京市城市管理综合行政执法局',
    en: 'Beijing Bureau of Urban Management and Law Enforcement',
  }),
  agriculture: suffix('农业农村主管部门', 'agriculture and rural affairs authority', {
    zh: '北京市农业农村局',
    en: 'Beijing Agriculture and Rural Affairs Bureau',
  }),
  planning: suffix('规划自然资源主管部门', 'planning and natural resources authority', {
    zh: '北京市规划和自然资源委员会',
    en: 'Beijing Commission of Planning and Natural Resources',
  }),
  landscape: suffix('园林绿化主管部门', 'landscape and forestry authority', {
    zh: '北京市园林绿化局',
    en: 'Beijing Landscape and Forestry Bureau',
  }),
  meteorology: suffix('气象部门', 'meteorological service', {
    zh: '北京市气象局',
    en: 'Beijing Meteorological Service',
  }),
  township: { zh: townshipBody, en: townshipBodyEn },
  platform: suffix('综合执法平台', 'comprehensive enforcement platform'),
} satisfies Record<string, RoleName>

export type Role = keyof typeof ROLES

/** Roles that the 经开区 does not fill by its committee: justice keeps to its own organs. */
const BDA_JUSTICE: ReadonlySet<Role> = new Set(['police', 'procuratorate'])

const MINISTRY: Bilingual = { zh: '生态环境部', en: 'Ministry of Ecology and Environment' }

/** 生态环境部. */
export const ministry: ActorRef = { id: 'mee', name: MINISTRY.zh, nameEn: MINISTRY.en }

/**
 * The body that fills a role at a place: a key of `PLACES`, or any other code with its names.
 * At the 经开区 every role but justice is filled by its administrative committee.
 */
export function actorAt(place: string, role: Role, placeName?: Bilingual): ActorRef {
  const filledBy = place === BDA && !BDA_JUSTICE.has(role) ? 'committee' : role
  const { zh, en } = nameOf(place, filledBy, placeName)
  return { id: `${place}-${filledBy}`, name: zh, nameEn: en }
}

/**
 * Names of a body by its id, in both languages; null for an id that no role explains.
 * Townships and other places outside `PLACES` need `placeName`, else their code stands for it.
 */
export function actorName(id: string, placeName?: Bilingual): Bilingual | null {
  if (id === ministry.id) return MINISTRY
  const dash = id.indexOf('-')
  const role = id.slice(dash + 1)
  return dash > 0 && isRole(role) ? nameOf(id.slice(0, dash), role, placeName) : null
}

function nameOf(place: string, role: Role, placeName: Bilingual = { zh: place, en: place }): Bilingual {
  const name: RoleName = ROLES[role]
  const { zh, en } = PLACES[place] ?? placeName
  return name.proper?.[place] ?? { zh: name.zh(zh), en: name.en(en) }
}

/** Subdistricts have offices, towns and townships governments. */
function townshipBody(place: string): string {
  if (/[镇乡]$/.test(place)) return `${place}人民政府`
  return /(街道|地区)$/.test(place) ? `${place}办事处` : place
}

function townshipBodyEn(place: string): string {
  if (/ (Town|Township)$/.test(place)) return `${place} People's Government`
  return /(Subdistrict|Area)$/.test(place) ? `${place} Office` : place
}

const isRole = (text: string): text is Role => Object.hasOwn(ROLES, text)
