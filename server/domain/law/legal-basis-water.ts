/**
 * Texts on water quality: the standard, how it is evaluated, and what a unit pays for what it lets through.
 *
 * Only GB 3838-2002 was read in the official scan. The others were read in copies: summaries (概述), named by heading where
 * no copy gives a section number. Where only the year of issue is known, the first day of that year stands for it.
 */
import type { LegalBasis } from './legal-basis.ts'

const SURFACE_WATER_STANDARD = {
  document: '地表水环境质量标准',
  documentNumber: 'GB 3838-2002',
  documentEn: 'Environmental Quality Standards for Surface Water (GB 3838-2002)',
  isQuote: false,
  status: 'verified',
  validFrom: '2002-06-01',
  validTo: null,
} as const

const EVALUATION_METHOD = {
  document: '地表水环境质量评价办法（试行）',
  documentNumber: '环办〔2011〕22号',
  documentEn: 'Method for Evaluating Surface Water Quality (trial, Huanban 2011 No. 22)',
  isQuote: false,
  status: 'secondary',
  validFrom: '2011-03-09',
  validTo: null,
} as const

const DATA_STATISTICS = {
  document: '地表水环境质量监测数据统计技术规定（试行）',
  documentNumber: '环办监测函〔2020〕82号',
  documentEn: 'Technical Rules for Statistics of Surface Water Monitoring Data (trial, 2020 No. 82)',
  isQuote: false,
  status: 'secondary',
  validFrom: '2020-03-05',
  validTo: null,
} as const

export const WATER_BASES = [
  {
    ...SURFACE_WATER_STANDARD,
    id: 'gb-3838-2002-table-1',
    article: '表1',
    text: '概述：地表水环境质量标准基本项目24项的Ⅰ至Ⅴ类标准限值；总磷、总氮对湖、库另列限值；溶解氧Ⅰ类为饱和率90%（或7.5 mg/L）。',
    glossEn:
      'Limits of classes I to V for 24 basic items; lakes have their own for phosphorus and nitrogen; oxygen class I is 90% saturation (or 7.5 mg/L).',
  },
  {
    ...SURFACE_WATER_STANDARD,
    id: 'gb-3838-2002-5.1',
    article: '5.1',
    text: '概述：按应实现的水域功能类别选取相应类别标准，进行单因子评价；评价结果应说明水质达标情况，超标的应说明超标项目和超标倍数。',
    glossEn:
      'Single-factor evaluation against the class the water must reach; what exceeds is named, and by how many times.',
  },
  {
    ...EVALUATION_METHOD,
    id: 'surface-water-evaluation-2011-indicators',
    article: '评价指标',
    text: '概述：水质评价指标为GB 3838-2002表1中除水温、总氮、粪大肠菌群以外的21项；水温、总氮、粪大肠菌群作为参考指标单独评价（河流总氮除外）。营养状态评价指标为叶绿素a、总磷、总氮、透明度和高锰酸盐指数。',
    glossEn:
      'Twenty-one indicators: table 1 without temperature, total nitrogen and faecal coliform, which are judged apart (nitrogen not in rivers).',
  },
  {
    ...EVALUATION_METHOD,
    id: 'surface-water-evaluation-2011-statistics',
    article: '数据统计',
    text: '概述：周、旬、月评价可采用一次监测数据，有多次监测数据时采用算术平均值；季度、年度评价采用多次监测数据的算术平均值。',
    glossEn: 'A week or month may rest on one result, several are averaged; quarters and years are averages.',
  },
  {
    ...EVALUATION_METHOD,
    id: 'surface-water-evaluation-2011-section',
    article: '断面水质评价',
    text: '概述：断面水质类别按评价时段内参评指标中类别最高的一项确定；Ⅰ至Ⅱ类为优，Ⅲ类为良好，Ⅳ类为轻度污染，Ⅴ类为中度污染，劣Ⅴ类为重度污染。',
    glossEn:
      'The worst indicator gives the class; I-II excellent, III good, IV light, V moderate, worse than V heavy pollution.',
  },
  {
    ...EVALUATION_METHOD,
    id: 'surface-water-evaluation-2011-region',
    article: '河流、流域（水系）水质评价',
    text: '概述：断面少于5个时，以各断面各指标浓度的算术平均值按断面方法评价；否则采用断面水质类别比例法，按Ⅰ至Ⅲ类和劣Ⅴ类断面所占比例定性。',
    glossEn:
      'Fewer than five sections: by the means of their indicators; otherwise by the shares of sections of classes I-III and worse than V.',
  },
  {
    ...EVALUATION_METHOD,
    id: 'surface-water-evaluation-2011-pollutants',
    article: '主要污染指标的确定',
    text: '概述：断面水质超过Ⅲ类时，按指标类别由差到优取前三项，类别相同的比较超Ⅲ类倍数，氰化物或铅、铬等重金属超标时优先；水温、pH值和溶解氧不计算超标倍数。河流按断面超标率取前三项。',
    glossEn:
      'Above class III: the three worst indicators by class, then by multiple, cyanide and heavy metals first; rivers by the share of sections exceeding.',
  },
  {
    ...EVALUATION_METHOD,
    id: 'surface-water-evaluation-2011-trend',
    article: '水质变化趋势分析方法',
    text: '概述：不同时段定性比较，等级相差一级为有所变化、两级及以上为明显变化；按组合类别比例法，ΔG－ΔD的绝对值不超过10个百分点为无明显变化，超过10不超过20为有所变化，超过20为明显变化；多时段用秩相关系数法。',
    glossEn:
      'One grade is some change, two are a clear one; by shares, up to 10 points none, up to 20 some, beyond that clear; several years by rank correlation.',
  },
  {
    id: 'lake-eutrophication-2001',
    document: '湖泊（水库）富营养化评价方法及分级技术规定',
    documentNumber: '总站生字〔2001〕090号',
    documentEn: 'Technical Rules for Evaluating and Grading Lake Eutrophication (CNEMC 2001 No. 090)',
    article: '综合营养状态指数法',
    isQuote: false,
    status: 'secondary',
    text: '概述：以叶绿素a为基准参数，按相关系数加权叶绿素a、总磷、总氮、透明度和高锰酸盐指数的营养状态指数；小于30为贫营养，30至50为中营养，大于50为富营养（60、70为轻、中、重度分界）。',
    glossEn:
      'Weighted index of chlorophyll a, phosphorus, nitrogen, transparency and permanganate index; below 30 oligotrophic, above 50 eutrophic.',
    validFrom: '2001-01-01',
    validTo: null,
  },
  {
    ...DATA_STATISTICS,
    id: 'water-data-statistics-2020-7',
    article: '7',
    text: '概述：监测数据低于检出限时，以1/2检出限值参与计算和统计。',
    glossEn: 'Below the detection limit, half of it enters computation and statistics.',
  },
  {
    ...DATA_STATISTICS,
    id: 'water-data-statistics-2020-automatic',
    article: '自动监测数据的采用',
    text: '概述：有pH值、溶解氧、高锰酸盐指数、氨氮、总磷、总氮自动监测数据的，优先采用自动监测数据，其余指标采用手工监测数据。',
    glossEn: 'Automatic data are preferred for six indicators at national sections, manual data for the rest.',
  },
  {
    id: 'beijing-water-compensation-2014',
    document: '北京市水环境区域补偿办法（试行）',
    documentNumber: '京政办发〔2014〕57号',
    documentEn: 'Beijing Measures for Regional Compensation for the Water Environment (trial, 2014 No. 57)',
    article: '跨界断面补偿金',
    isQuote: false,
    status: 'secondary',
    text: '概述：按化学需氧量、氨氮、总磷逐断面逐月考核；出境浓度相对断面水质考核标准每变差1个水质功能类别补偿30万元；出境浓度不高于入境浓度而仍未达标的，每变差1个类别15万元；多项累加，劣于Ⅴ类追加（数额未核实）。',
    glossEn:
      'Per section and month for COD, ammonia nitrogen and total phosphorus: 300,000 yuan per class worse than the target, 150,000 where no worse than the inflow.',
    validFrom: '2015-01-01',
    validTo: '2023-01-01',
  },
] as const satisfies readonly LegalBasis[]
