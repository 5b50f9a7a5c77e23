/** 地名查找的文字。 */
import type { Place } from '../../places/found-place.ts'
import { terms } from './terms.ts'

const { district, county, township, zone } = terms.levels
const kinds: Readonly<Record<Place['kind'], string>> = {
  district,
  county,
  township,
  zone,
  river: '河流',
  section: '监测断面',
  gate: '闸坝',
  reservoir: '水库',
  'river-km': '河流里程',
}

export const places = {
  label: '查找地名、河流、断面或河流里程',
  placeholder: '查找地名、河流、断面',
  hint: '汉字、拼音、首字母均可；里程写作“凉水河 12.5km”',
  clear: '清空',
  results: '查找结果',
  recent: '最近查过',
  forget: '清除记录',
  found: (count: number) => `${count} 个结果`,
  searching: '正在查找…',
  none: (text: string) => `没有找到“${text}”`,
  failed: '查找没有成功，请稍后再试',
  kinds,
  riverKilometre: (kilometre: string, river: string) => `${river}，自起点 ${kilometre} 公里（按所绘河长）`,
  setDraft: (name: string) => `把上报位置设在“${name}”`,
  setDraftError: (metres: string) => `位置误差约 ${metres} 米`,
  keepDraft: '不设',
  draftSet: '已设为上报位置',
}
