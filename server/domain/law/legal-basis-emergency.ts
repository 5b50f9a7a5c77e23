/**
 * National and municipal texts on emergencies: who is responsible, reporting, handling, monitoring.
 *
 * `isQuote` only where the wording was read in a copy of the source (`……` marks words left out); all else is a summary (概述).
 * Entry dates before the plan's own (2019-03-04) decide nothing here: no incident is judged earlier.
 */
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

const EMERGENCY_MONITORING = {
  document: '突发环境事件应急监测技术规范',
  documentNumber: 'HJ 589-2021',
  documentEn: 'Technical Specifications for Emergency Monitoring of Environmental Incidents (HJ 589-2021)',
  status: 'verified',
  validFrom: '2022-03-01',
  validTo: null,
} as const

export const EMERGENCY_BASES = [
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
