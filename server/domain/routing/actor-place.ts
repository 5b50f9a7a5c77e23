/** The places whose bodies act: Beijing, its districts, the 经开区, the neighbouring provinces and their border counties. */

export interface Bilingual {
  readonly zh: string
  readonly en: string
}

/** 北京经济技术开发区. A statistical code under 大兴, used here as a unit of its own (plan item (七) leaves its status open). */
export const BDA = '110115403'

/** Keyed by GB/T 2260 code, except the three provincial units, which carry short ids. */
export const PLACES: Readonly<Record<string, Bilingual>> = {
  bj: { zh: '北京市', en: 'Beijing' },
  tianjin: { zh: '天津市', en: 'Tianjin' },
  hebei: { zh: '河北省', en: 'Hebei' },
  [BDA]: { zh: '北京经济技术开发区', en: 'Beijing Economic-Technological Development Area' },
  '110101': { zh: '东城区', en: 'Dongcheng District' },
  '110102': { zh: '西城区', en: 'Xicheng District' },
  '110105': { zh: '朝阳区', en: 'Chaoyang District' },
  '110106': { zh: '丰台区', en: 'Fengtai District' },
  '110107': { zh: '石景山区', en: 'Shijingshan District' },
  '110108': { zh: '海淀区', en: 'Haidian District' },
  '110109': { zh: '门头沟区', en: 'Mentougou District' },
  '110111': { zh: '房山区', en: 'Fangshan District' },
  '110112': { zh: '通州区', en: 'Tongzhou District' },
  '110113': { zh: '顺义区', en: 'Shunyi District' },
  '110114': { zh: '昌平区', en: 'Changping District' },
  '110115': { zh: '大兴区', en: 'Daxing District' },
  '110116': { zh: '怀柔区', en: 'Huairou District' },
  '110117': { zh: '平谷区', en: 'Pinggu District' },
  '110118': { zh: '密云区', en: 'Miyun District' },
  '110119': { zh: '延庆区', en: 'Yanqing District' },
  '120114': { zh: '武清区', en: 'Wuqing District' },
  '120115': { zh: '宝坻区', en: 'Baodi District' },
  '120119': { zh: '蓟州区', en: 'Jizhou District' },
  '130623': { zh: '涞水县', en: 'Laishui County' },
  '130681': { zh: '涿州市', en: 'Zhuozhou City' },
  '130730': { zh: '怀来县', en: 'Huailai County' },
  '130731': { zh: '涿鹿县', en: 'Zhuolu County' },
  '130732': { zh: '赤城县', en: 'Chicheng County' },
  '130821': { zh: '承德县', en: 'Chengde County' },
  '130822': { zh: '兴隆县', en: 'Xinglong County' },
  '130824': { zh: '滦平县', en: 'Luanping County' },
  '130826': { zh: '丰宁满族自治县', en: 'Fengning Manchu Autonomous County' },
  '131002': { zh: '安次区', en: 'Anci District' },
  '131003': { zh: '广阳区', en: 'Guangyang District' },
  '131022': { zh: '固安县', en: "Gu'an County" },
  '131023': { zh: '永清县', en: 'Yongqing County' },
  '131024': { zh: '香河县', en: 'Xianghe County' },
  '131028': { zh: '大厂回族自治县', en: 'Dachang Hui Autonomous County' },
  '131082': { zh: '三河市', en: 'Sanhe City' },
}

/** Short id of the province that a GB/T 2260 code belongs to; null for a code outside 京津冀. */
export function provincePlace(code: string): 'bj' | 'tianjin' | 'hebei' | null {
  if (code.startsWith('11')) return 'bj'
  if (code.startsWith('12')) return 'tianjin'
  return code.startsWith('13') ? 'hebei' : null
}

export const isInBeijing = (code: string): boolean => provincePlace(code) === 'bj'
