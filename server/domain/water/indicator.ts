/**
 * 指标: what is measured in surface water. Codes w… are those of HJ 212; limits and rules live elsewhere.
 *
 * A value is always in the indicator's own `unit`; whoever reads a file converts before it comes here.
 */

/** The 24 basic items of GB 3838-2002 table 1, in its order, then the two that only eutrophication asks for. */
export const INDICATOR_IDS = [
  'water-temperature',
  'ph',
  'dissolved-oxygen',
  'permanganate-index',
  'cod',
  'bod5',
  'ammonia-nitrogen',
  'total-phosphorus',
  'total-nitrogen',
  'copper',
  'zinc',
  'fluoride',
  'selenium',
  'arsenic',
  'mercury',
  'cadmium',
  'chromium-vi',
  'lead',
  'cyanide',
  'volatile-phenol',
  'petroleum',
  'anionic-surfactant',
  'sulfide',
  'faecal-coliform',
  'chlorophyll-a',
  'transparency',
] as const

export type IndicatorId = (typeof INDICATOR_IDS)[number]

export type IndicatorUnit = '℃' | '无量纲' | 'mg/L' | '个/L' | 'mg/m³' | 'm'

export interface Indicator {
  readonly id: IndicatorId
  readonly nameZh: string
  readonly nameEn: string
  /** The bureau's usual short header, where it differs from the name: 总磷 → TP. */
  readonly symbol: string
  readonly unit: IndicatorUnit
}

export const INDICATORS: readonly Indicator[] = [
  { id: 'water-temperature', nameZh: '水温', nameEn: 'Water temperature', symbol: 'T', unit: '℃' },
  { id: 'ph', nameZh: 'pH值', nameEn: 'pH', symbol: 'pH', unit: '无量纲' },
  { id: 'dissolved-oxygen', nameZh: '溶解氧', nameEn: 'Dissolved oxygen', symbol: 'DO', unit: 'mg/L' },
  { id: 'permanganate-index', nameZh: '高锰酸盐指数', nameEn: 'Permanganate index', symbol: 'CODMn', unit: 'mg/L' },
  { id: 'cod', nameZh: '化学需氧量', nameEn: 'Chemical oxygen demand', symbol: 'COD', unit: 'mg/L' },
  { id: 'bod5', nameZh: '五日生化需氧量', nameEn: 'Five-day biochemical oxygen demand', symbol: 'BOD5', unit: 'mg/L' },
  { id: 'ammonia-nitrogen', nameZh: '氨氮', nameEn: 'Ammonia nitrogen', symbol: 'NH3-N', unit: 'mg/L' },
  { id: 'total-phosphorus', nameZh: '总磷', nameEn: 'Total phosphorus', symbol: 'TP', unit: 'mg/L' },
  { id: 'total-nitrogen', nameZh: '总氮', nameEn: 'Total nitrogen', symbol: 'TN', unit: 'mg/L' },
  { id: 'copper', nameZh: '铜', nameEn: 'Copper', symbol: 'Cu', unit: 'mg/L' },
  { id: 'zinc', nameZh: '锌', nameEn: 'Zinc', symbol: 'Zn', unit: 'mg/L' },
  { id: 'fluoride', nameZh: '氟化物', nameEn: 'Fluoride', symbol: 'F-', unit: 'mg/L' },
  { id: 'selenium', nameZh: '硒', nameEn: 'Selenium', symbol: 'Se', unit: 'mg/L' },
  { id: 'arsenic', nameZh: '砷', nameEn: 'Arsenic', symbol: 'As', unit: 'mg/L' },
  { id: 'mercury', nameZh: '汞', nameEn: 'Mercury', symbol: 'Hg', unit: 'mg/L' },
  { id: 'cadmium', nameZh: '镉', nameEn: 'Cadmium', symbol: 'Cd', unit: 'mg/L' },
  { id: 'chromium-vi', nameZh: '铬（六价）', nameEn: 'Chromium (VI)', symbol: 'Cr6+', unit: 'mg/L' },
  { id: 'lead', nameZh: '铅', nameEn: 'Lead', symbol: 'Pb', unit: 'mg/L' },
  { id: 'cyanide', nameZh: '氰化物', nameEn: 'Cyanide', symbol: 'CN-', unit: 'mg/L' },
  { id: 'volatile-phenol', nameZh: '挥发酚', nameEn: 'Volatile phenol', symbol: 'ArOH', unit: 'mg/L' },
  { id: 'petroleum', nameZh: '石油类', nameEn: 'Petroleum', symbol: '石油类', unit: 'mg/L' },
  { id: 'anionic-surfactant', nameZh: '阴离子表面活性剂', nameEn: 'Anionic surfactant', symbol: 'LAS', unit: 'mg/L' },
  { id: 'sulfide', nameZh: '硫化物', nameEn: 'Sulfide', symbol: 'S2-', unit: 'mg/L' },
  { id: 'faecal-coliform', nameZh: '粪大肠菌群', nameEn: 'Faecal coliform', symbol: '粪大肠菌群', unit: '个/L' },
  { id: 'chlorophyll-a', nameZh: '叶绿素a', nameEn: 'Chlorophyll a', symbol: 'Chla', unit: 'mg/m³' },
  { id: 'transparency', nameZh: '透明度', nameEn: 'Transparency', symbol: 'SD', unit: 'm' },
]
