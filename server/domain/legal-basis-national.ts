/**
 * National law and standards behind the plan's rules.
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

const INCIDENT_REPORTING = {
  document: '突发环境事件信息报告办法',
  documentNumber: '环境保护部令第17号',
  documentEn: 'Measures for Reporting Information on Environmental Emergencies (Order 17, 2011)',
  status: 'verified',
  validFrom: '2011-05-01',
  validTo: null,
} as const

const EMERGENCY_MANAGEMENT = {
  document: '突发环境事件应急管理办法',
  documentNumber: '环境保护部令第34号',
  documentEn: 'Measures for the Management of Environmental Emergencies (Order 34, 2015)',
  status: 'verified',
  isQuote: false,
  validFrom: '2015-06-05',
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

const EMERGENCY_MONITORING = {
  document: '突发环境事件应急监测技术规范',
  documentNumber: 'HJ 589-2021',
  documentEn: 'Technical Specifications for Emergency Monitoring of Environmental Incidents (HJ 589-2021)',
  status: 'verified',
  validFrom: '2022-03-01',
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
    id: 'emergency-response-law-2007-7',
    document: '中华人民共和国突发事件应对法（2007年）',
    documentEn: 'Emergency Response Law (2007)',
    article: '第七条',
    isQuote: true,
    status: 'verified',
    text: '涉及两个以上行政区域的，由有关行政区域共同的上一级人民政府负责，或者由各有关行政区域的上一级人民政府共同负责',
    glossEn:
      'Where two or more areas are involved the common superior government is responsible, or the superiors jointly.',
    validFrom: '2007-11-01',
    validTo: '2024-11-01',
  },
  {
    id: 'emergency-response-law-2024-17',
    document: '中华人民共和国突发事件应对法（2024年修订）',
    documentEn: 'Emergency Response Law (revised 2024)',
    article: '第十七条（条号未核实）',
    isQuote: false,
    status: 'memory',
    text: '概述：涉及两个以上行政区域的突发事件，由共同的上一级人民政府负责，或者由各有关行政区域的上一级人民政府共同负责。条号与文字尚待与原文核对。',
    glossEn: 'As article 7 of 2007; article number and wording still to be checked against the source.',
    validFrom: '2024-11-01',
    validTo: null,
  },
  {
    ...INCIDENT_REPORTING,
    id: 'incident-reporting-2',
    article: '第二条',
    isQuote: false,
    text: '概述：核与辐射突发环境事件的信息报告不适用本办法。',
    glossEn: 'Nuclear and radiation events lie outside these Measures.',
  },
  {
    ...INCIDENT_REPORTING,
    id: 'incident-reporting-3',
    article: '第三条',
    isQuote: false,
    text: '概述：自发现或者得知时起算，一般、较大事件4小时内向本级人民政府和上一级部门报告；重大、特别重大事件2小时内向本级人民政府和省级部门报告，同时上报国务院部门；省级部门接报后1小时内核实并报国务院部门；级别变化的，按照变化后的级别报告。',
    glossEn:
      '4 h for general and considerable events, 2 h for major and above, 1 h for the provincial department to the ministry.',
  },
  {
    ...INCIDENT_REPORTING,
    id: 'incident-reporting-4',
    article: '第四条',
    isQuote: false,
    text: '概述：一时无法判明级别，而涉及水源保护区、居民区或学校医院、重金属或类金属、可能跨省或跨国影响、群体性或较大社会影响等情形的，按照重大以上事件的程序报告。',
    glossEn:
      'Level unknown and a protected source, heavy metal, possible cross-province effect etc.: report as a major event.',
  },
  {
    ...INCIDENT_REPORTING,
    id: 'incident-reporting-8',
    article: '第八条',
    isQuote: true,
    text: '……已经或者可能涉及相邻行政区域……应当及时通报相邻区域同级……部门，并向本级人民政府提出向相邻区域人民政府通报的建议……',
    glossEn:
      'Inform the same-level department of the neighbour in good time, and propose that the government inform its neighbour.',
  },
  {
    ...EMERGENCY_MANAGEMENT,
    id: 'emergency-management-25',
    article: '第二十五条',
    text: '概述：已经或者可能涉及相邻行政区域的，及时通报相邻区域同级部门，并向本级人民政府提出通报建议。',
    glossEn: 'Notice to the same-level department of neighbouring areas.',
  },
  {
    ...EMERGENCY_MANAGEMENT,
    id: 'emergency-management-26-28',
    article: '第二十六条至第二十八条',
    text: '概述：排查污染源，按照应急监测技术规范开展监测并向本级人民政府和上级部门报告结果，研判并提出处置建议。',
    glossEn: 'Trace the source, monitor and report the results, analyse and propose measures.',
  },
  {
    ...EMERGENCY_MANAGEMENT,
    id: 'emergency-management-35',
    article: '第三十五条',
    text: '概述：突发环境事件信息由负责处置的人民政府发布，生态环境部门提出建议。',
    glossEn: 'The government in command releases information; the department proposes.',
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
  {
    ...EMERGENCY_MONITORING,
    id: 'hj-589-2021-6',
    article: '6.2.1',
    isQuote: false,
    text: '概述：受污染的地表水、地下水设对照、控制、削减断面（点），大气、土壤设对照、控制断面（点）。',
    glossEn: 'Polluted water gets background, control and attenuation sections.',
  },
  {
    ...EMERGENCY_MONITORING,
    id: 'hj-589-2021-7',
    article: '7.1.2.1',
    isQuote: true,
    text: '……对多个监测断面（点）应在同一时间采样……',
    glossEn: 'Several sections are sampled at the same time.',
  },
  {
    ...EMERGENCY_MONITORING,
    id: 'hj-589-2021-9',
    article: '9.6',
    isQuote: true,
    text: '……应注意监测数据的可比性……',
    glossEn: 'Where several bodies monitor together the data must be comparable.',
  },
  {
    id: 'beijing-emergency-plan-2015',
    document: '北京市突发环境事件应急预案（2015年）',
    documentEn: 'Beijing Environmental Emergency Plan (2015)',
    article: '信息报送',
    isQuote: false,
    status: 'secondary',
    text: '概述：较大及以上突发环境事件，接报后最迟不超过10分钟报市应急办。',
    glossEn: 'Considerable and above: to the municipal emergency office no later than 10 minutes after receipt.',
    validFrom: '2015-01-01',
    validTo: '2023-06-05',
  },
  {
    id: 'beijing-emergency-plan-2023',
    document: '北京市突发环境事件应急预案（2023年修订）',
    documentNumber: '京应急委发〔2023〕15号',
    documentEn: 'Beijing Environmental Emergency Plan (revised 2023)',
    article: '4.2 信息报送与通报',
    isQuote: false,
    status: 'secondary',
    text: '概述：突发环境事件信息报送与通报的本市规定；其时限尚未与原文核对。',
    glossEn: "The city's own rules on reporting and notice; their time limits are not yet checked against the source.",
    validFrom: '2023-06-05',
    validTo: null,
  },
] as const
