/**
 * National law behind the plan's rules: protection laws, penalties, transfer to criminal justice.
 *
 * `isQuote` only where the wording was read in a copy of the source (`……` marks words left out); all else is a summary (概述).
 * Entry dates before the plan's own (2019-03-04) decide nothing here: no incident is judged earlier.
 */
const ENVIRONMENT_LAW = {
  document: '中华人民共和国环境保护法',
  documentEn: 'Environmental Protection Law',
  status: 'verified',
  validFrom: '2015-01-01',
  validTo: null,
} as const

const WATER_LAW = {
  document: '中华人民共和国水污染防治法',
  documentEn: 'Water Pollution Prevention and Control Law',
  status: 'verified',
  validFrom: '2018-01-01',
  validTo: null,
} as const

const AIR_LAW = {
  document: '中华人民共和国大气污染防治法',
  documentEn: 'Air Pollution Prevention and Control Law',
  status: 'verified',
  isQuote: false,
  validFrom: '2016-01-01',
  validTo: null,
} as const

const PENALTY_MEASURES = {
  document: '生态环境行政处罚办法',
  documentEn: 'Measures for Ecological Environment Administrative Penalties (2023)',
  status: 'secondary',
  validFrom: '2023-07-01',
  validTo: null,
} as const

const CRIME_TRANSFER = {
  document: '环境保护行政执法与刑事司法衔接工作办法',
  documentEn: 'Measures on Linking Environmental Enforcement with Criminal Justice (2017)',
  status: 'verified',
  isQuote: false,
  validFrom: '2017-01-25',
  validTo: null,
} as const

export const NATIONAL_BASES = [
  {
    ...ENVIRONMENT_LAW,
    id: 'environment-law-20',
    article: '第二十条',
    isQuote: true,
    text: '……统一规划、统一标准、统一监测、统一的防治措施……由上级人民政府协调解决，或者由有关地方人民政府协商解决。',
    glossEn:
      'Cross-area pollution: joint prevention in key areas; else the superior government coordinates or governments negotiate.',
  },
  {
    ...WATER_LAW,
    id: 'water-law-28',
    article: '第二十八条',
    isQuote: false,
    text: '概述：建立重要江河、湖泊的流域水环境保护联合协调机制。',
    glossEn: 'Joint coordination of water protection in important basins.',
  },
  {
    ...WATER_LAW,
    id: 'water-law-31',
    article: '第三十一条',
    isQuote: true,
    text: '跨行政区域的水污染纠纷，由有关地方人民政府协商解决，或者由其共同的上级人民政府协调解决。',
    glossEn: 'Water pollution disputes across areas: the governments negotiate, or their common superior coordinates.',
  },
  {
    ...AIR_LAW,
    id: 'air-law-86',
    article: '第八十六条',
    text: '概述：建立重点区域大气污染联防联控机制。',
    glossEn: 'A joint prevention mechanism for air pollution in key regions.',
  },
  {
    ...AIR_LAW,
    id: 'air-law-92',
    article: '第九十二条',
    text: '概述：国务院生态环境主管部门和重点区域内有关省级政府可以组织联合执法、跨区域执法、交叉执法。',
    glossEn: 'The ministry and the provinces of a key region may organise joint, cross-area and exchanged enforcement.',
  },
  {
    ...PENALTY_MEASURES,
    id: 'penalty-measures-2023-13',
    article: '第十三条',
    isQuote: true,
    text: '……由违法行为发生地的具有行政处罚权的……部门管辖……',
    glossEn: 'The department with penal power at the place of the unlawful act has jurisdiction.',
  },
  {
    ...PENALTY_MEASURES,
    id: 'penalty-measures-2023-14',
    article: '第十四条',
    isQuote: true,
    text: '……由最先立案的……管辖……报请共同的上一级……指定管辖……也可以直接由共同的上一级……指定管辖……',
    glossEn:
      'Of several with jurisdiction the first to file keeps the case; disputes go to the common superior for designation.',
  },
  {
    ...PENALTY_MEASURES,
    id: 'penalty-measures-2023-15',
    article: '第十五条',
    isQuote: false,
    text: '概述：下级可以报请上级管辖；上级通知下级和当事人后可以办理下级管辖的案件，也可以把自己管辖的案件交由下级办理。',
    glossEn: 'A case may move up by request or by taking over, and down by delegation.',
  },
  {
    id: 'penalty-measures-2010-17-21',
    document: '环境行政处罚办法（2010年）',
    documentEn: 'Measures for Environmental Administrative Penalties (2010), replaced 2023-07-01',
    article: '第十七条至第二十一条',
    isQuote: false,
    status: 'verified',
    text: '概述：由违法行为发生地的部门管辖；两个以上部门都有管辖权的，由最先发现或者最先接到举报的部门管辖；争议由共同的上一级部门指定管辖。',
    glossEn: 'Place of the act; of several, the first to discover or to receive the report; disputes by designation.',
    validFrom: '2010-03-01',
    validTo: '2023-07-01',
  },
  {
    ...CRIME_TRANSFER,
    id: 'crime-transfer-5',
    article: '第五条',
    text: '概述：部门负责人自接到移送涉嫌环境犯罪案件的书面报告之日起3日内决定是否移送。',
    glossEn: 'The head decides within 3 days of receiving the written report.',
  },
  {
    ...CRIME_TRANSFER,
    id: 'crime-transfer-6',
    article: '第六条',
    text: '概述：决定移送的，24小时内向同级公安机关移交案卷，并向同级检察机关抄送案件移送书。',
    glossEn: 'Within 24 h of the decision the file goes to the police of the same level, a copy to the procuratorate.',
  },
  {
    ...CRIME_TRANSFER,
    id: 'crime-transfer-38',
    article: '第三十八条',
    text: '概述：期间除注明工作日的外为自然日，开始的当日不计入；最后一日为节假日的，以节假日后的第一个工作日为届满之日。',
    glossEn: 'Natural days, the first not counted; a last day on a holiday moves to the next working day.',
  },
] as const
