/**
 * The rules of evaluation that are remembered, read only in copies, or chosen: settings with a date, a mark and a sentence,
 * shown with every result that used them. What the standard itself says is in `limits.ts` and `law/legal-basis-water.ts`.
 */
import type { IndicatorId } from './indicator.ts'
import type { Sentence } from './sentence.ts'
import type { WaterClass } from './water-class.ts'

/** `secondary`: read in a copy; `memory`: remembered; `design`: chosen for Jiehe. None of them is law. */
export interface Setting<T> extends Sentence {
  readonly value: T
  readonly status: 'secondary' | 'memory' | 'design'
}

export interface WaterSettings {
  readonly version: string
  readonly validFrom: string
  readonly classChoice: Setting<'best-met'>
  readonly phOutside: Setting<WaterClass>
  readonly phMean: Setting<'hydrogen-ion' | 'arithmetic'>
  readonly rounding: Setting<'none' | 'half-even'>
  /** Oxygen at saturation in mg/L is `numerator / (offset + T)`, T in ℃ within the range. */
  readonly saturation: Setting<{ numerator: number; offset: number; lowestC: number; highestC: number }>
  /** `flag`: an undetected indicator whose half limit exceeds is not called exceeded. */
  readonly undetectedAboveLimit: Setting<'flag' | 'count'>
  readonly priorityPollutants: Setting<readonly IndicatorId[]>
  readonly leastQuarterResults: Setting<number>
  readonly leastYearMonths: Setting<number>
  /** Of the values expected in a day, and of the days in a month. */
  readonly validSeriesShare: Setting<number>
  readonly automaticPreferred: Setting<readonly IndicatorId[]>
  readonly authorityOrder: Setting<'municipal-first'>
  readonly sharesFromSections: Setting<number>
  readonly severalInflows: Setting<'worst' | 'flow-weighted'>
  /** Times the limit of class V above which a unit is doubted; metals and the others. */
  readonly suspectTimesV: Setting<{ metal: number; other: number }>
  /** Times the usual value, either way. */
  readonly suspectTimesUsual: Setting<number>
}

const HEAVY_METALS: readonly IndicatorId[] = [
  'copper',
  'zinc',
  'selenium',
  'arsenic',
  'mercury',
  'cadmium',
  'chromium-vi',
  'lead',
]

const EDITIONS: readonly [WaterSettings, ...WaterSettings[]] = [
  {
    version: 'water-2019',
    validFrom: '2019-03-04',
    classChoice: {
      value: 'best-met',
      status: 'memory',
      zh: '相邻类别限值相同时取较优类别（从优不从劣）：通行做法，标准正文未写明。',
      en: 'Where classes share a limit the better one is taken: universal practice, not written in the standard.',
    },
    phOutside: {
      value: 'worse-than-V',
      status: 'memory',
      zh: 'pH值在6至9之外按劣Ⅴ类、之内按Ⅰ类计：通行做法。',
      en: 'pH outside 6 to 9 counts as worse than class V, inside as class I: practice.',
    },
    phMean: {
      value: 'hydrogen-ion',
      status: 'memory',
      zh: 'pH值的平均按氢离子浓度平均后取负对数；统计技术规定是否如此规定未核实。',
      en: 'pH is averaged as hydrogen ion concentration; whether the statistics rules prescribe it was not verified.',
    },
    rounding: {
      value: 'none',
      status: 'memory',
      zh: '与限值比较前不修约（全数值比较）；是否应先按GB/T 8170修约未核实，可改为修约后比较。',
      en: 'Values are compared unrounded; whether they must first be rounded by GB/T 8170 was not verified, and can be set.',
    },
    saturation: {
      value: { numerator: 468, offset: 31.6, lowestC: 0, highestC: 40 },
      status: 'secondary',
      zh: '饱和溶解氧按468/(31.6+T)计（淡水、近海平面，HJ 2.3的形式，据转载）；水温0至40℃之外不用。',
      en: 'Oxygen at saturation is 468/(31.6+T), fresh water near sea level, the form of HJ 2.3 read in a copy; used from 0 to 40 °C.',
    },
    undetectedAboveLimit: {
      value: 'flag',
      status: 'design',
      zh: '未检出而1/2检出限已超Ⅲ类的，只作提示，不判为超标，不参与定类：检出限不够低，不能证明超标。',
      en: 'Undetected, with half the limit above class III: flagged and left out of the class, since the method cannot prove an exceedance.',
    },
    priorityPollutants: {
      value: ['cyanide', ...HEAVY_METALS],
      status: 'design',
      zh: '优先列为主要污染指标的：氰化物及铅、铬、汞、镉、砷、硒、铜、锌；办法只写“氰化物或铅、铬等重金属”。',
      en: 'Listed first: cyanide and Pb, Cr, Hg, Cd, As, Se, Cu, Zn; the method says only "cyanide, or lead, chromium and other heavy metals".',
    },
    leastQuarterResults: {
      value: 2,
      status: 'memory',
      zh: '季度评价至少2次监测数据。',
      en: 'A quarter needs at least two results.',
    },
    leastYearMonths: {
      value: 8,
      status: 'memory',
      zh: '年度评价至少8个月的数据。',
      en: 'A year needs at least eight months.',
    },
    validSeriesShare: {
      value: 0.75,
      status: 'design',
      zh: '自动监测日均值、月均值至少要有应得数据的75%：数字未核实，可调整。',
      en: 'A day or month of automatic data needs 75% of what was expected: the figure is not verified and can be set.',
    },
    automaticPreferred: {
      value: ['ph', 'dissolved-oxygen', 'permanganate-index', 'ammonia-nitrogen', 'total-phosphorus', 'total-nitrogen'],
      status: 'secondary',
      zh: '国控断面的pH值、溶解氧、高锰酸盐指数、氨氮、总磷、总氮优先采用自动监测数据，其余采用手工数据（据转载）；其他断面优先采用手工数据。',
      en: 'At national sections automatic data are preferred for six indicators, manual for the rest (read in copies); elsewhere manual data are preferred.',
    },
    authorityOrder: {
      value: 'municipal-first',
      status: 'design',
      zh: '同一月份市、区都有数据时采用市级数据，区级数据保留备查，不混合平均。',
      en: 'Where city and district both measured, the city counts; the district figure is kept beside it, never averaged in.',
    },
    sharesFromSections: {
      value: 5,
      status: 'memory',
      zh: '断面数达到5个（含）时采用类别比例法；转载中有写“大于5个”的。',
      en: 'From five sections on, by shares; some copies say "more than five".',
    },
    severalInflows: {
      value: 'worst',
      status: 'design',
      zh: '有多条来水时取最差的来水浓度；流量加权还是取最差未核实。',
      en: 'Of several inflows the worst counts; whether it should be weighted by flow was not verified.',
    },
    suspectTimesV: {
      value: { metal: 10, other: 50 },
      status: 'design',
      zh: '超过Ⅴ类限值10倍（金属）或50倍（其他）时提示核对单位。',
      en: 'Above 10 times (metals) or 50 times (others) the limit of class V, the unit is doubted.',
    },
    suspectTimesUsual: {
      value: 300,
      status: 'design',
      zh: '与该断面常见值相差300倍以上时提示核对单位（µg/L与mg/L相差1000倍）。',
      en: '300 times the usual value of the section, either way, casts doubt on the unit (µg/L and mg/L are 1000 apart).',
    },
  },
]

/** The edition in force on a day; the first one also looks back, as the limits do. */
export const waterSettingsAsOf = (day: string): WaterSettings =>
  EDITIONS.findLast(({ validFrom }) => validFrom <= day) ?? EDITIONS[0]
