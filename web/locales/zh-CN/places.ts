/** 地名查找的文字。 */
import { terms } from './terms.ts'

const { district, county, township, zone } = terms.levels

export const places = {
  label: '查找地名、河流、断面或河流里程',
  hint: '查地名、拼音、首字母或“凉水河 12.5km”',
  results: '查找结果',
  recent: '最近查过',
  count: (count: string) => `${count} 个结果`,
  searching: '正在查找…',
  none: (text: string) => `没有找到“${text}”`,
  noneHint: '可输入区县、乡镇、河流、断面、闸坝、水库的名称、拼音或首字母；里程写作“凉水河 12.5km”。',
  failed: '查找没有成功，请稍后再试',
  kinds: {
    district,
    county,
    township,
    zone,
    river: '河流',
    section: '监测断面',
    gate: '闸坝',
    reservoir: '水库',
    'river-km': '河流里程',
  },
  setDraft: (name: string) => `上报位置设为“${name}”`,
  setDraftError: (metres: string) => `位置误差取 ${metres} 米（设计默认值）`,
  setDraftYes: '设定',
  setDraftNo: '不设',
}
