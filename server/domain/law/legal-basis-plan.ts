/**
 * The plan's own words, item by item:
 * 《北京市生态环境机构监测监察执法垂直管理制度改革实施方案》(中共北京市委办公厅、北京市人民政府办公厅, 2019-03-04).
 *
 * `……` marks words left out; everything else is verbatim.
 */
const PLAN = {
  document: '北京市生态环境机构监测监察执法垂直管理制度改革实施方案',
  documentEn:
    'Beijing plan for vertical management of ecological environment monitoring, inspection and enforcement (2019)',
  isQuote: true,
  status: 'verified',
  validFrom: '2019-03-04',
  validTo: null,
} as const

export const PLAN_BASES = [
  {
    ...PLAN,
    id: 'plan-4-cross-area',
    article: '(四)',
    text: '市级生态环境部门依法对全市生态环境保护工作实施统一监督管理……对跨区域、跨流域的生态环境纠纷及重大案件进行调查处理。',
    glossEn: 'The municipal department investigates and handles disputes across districts or basins, and major cases.',
  },
  {
    ...PLAN,
    id: 'plan-4-city-permit',
    article: '(四)',
    text: '市级生态环境部门依法对全市生态环境保护工作实施统一监督管理……对市级生态环境保护许可事项等进行执法',
    glossEn: 'The municipal department enforces matters under permits that the city granted.',
  },
  {
    ...PLAN,
    id: 'plan-4-district',
    article: '(四)',
    text: '区级生态环境部门对本行政区域生态环境保护工作实施统一监督管理，建立工作机制，制定工作方案，强化组织落实，重点加强生态环境保护执法及执法监测、应急监测等，按事权承担生态环境保护许可事项有关工作。',
    glossEn:
      'The district department supervises its own area, above all enforcement, enforcement and emergency monitoring.',
  },
  {
    ...PLAN,
    id: 'plan-4-township',
    article: '(四)',
    text: '乡镇(街道)承担生态环境保护职责的机构具体负责本行政区域污染源日常监督、配合落实污染防治任务和措施、开展生态环境保护信访投诉的纠纷调解、组织生态环境保护宣传教育等工作，通过“街乡吹哨、部门报到”工作机制推动解决生态环境污染和生态破坏等问题。',
    glossEn: 'Townships and subdistricts mediate disputes from complaints and call in departments to solve problems.',
  },
  {
    ...PLAN,
    id: 'plan-6-clues',
    article: '(六)',
    text: '对党政领导干部失职失责行为，生态环境部门及时向纪检监察机关移送问题线索',
    glossEn: 'Clues to dereliction by leading officials go to the discipline inspection organs.',
  },
  {
    ...PLAN,
    id: 'plan-7-bda',
    article: '(七)',
    text: '北京经济技术开发区的生态环境保护管理体制，结合北京经济技术开发区管理体制改革另行确定。',
    glossEn: 'How the Beijing Economic-Technological Development Area is managed is to be settled separately.',
  },
  {
    ...PLAN,
    id: 'plan-8-inspection',
    article: '(八)',
    text: '市级生态环境部门统一行使生态环境监察职能……形成监察意见报市政府批准后及时反馈并督促整改，重大问题及时向市委报告。',
    glossEn:
      'The municipal department alone inspects; its opinion needs municipal government approval before feedback.',
  },
  {
    ...PLAN,
    id: 'plan-9-quality',
    article: '(九)',
    text: '市生态环境监测机构统一承担全市行政区域内生态环境质量监测工作，负责监测网络建设与运行、监测技术体系建设和技术指导，强化监测质量控制、监测数据综合分析与预测预警等，并按要求做好重点污染源监督性监测等工作。',
    glossEn: 'The municipal monitoring body does all quality monitoring and, as required, monitors key sources.',
  },
  {
    ...PLAN,
    id: 'plan-9-district',
    article: '(九)',
    text: '各区生态环境监测机构主要负责本行政区域污染源监督性监测、执法监测和突发生态环境事件应急监测，并按要求做好其他相关生态环境监测工作。',
    glossEn: 'District monitoring bodies do source, enforcement and emergency monitoring in their own area.',
  },
  {
    ...PLAN,
    id: 'plan-10-city',
    article: '(十)',
    text: '市级生态环境保护综合执法队伍重点负责查处重大环境违法行为及跨区域、跨流域环境违法案件，指导、稽查各区生态环境保护执法，推进京津冀联动执法等。',
    glossEn:
      'The municipal team handles major violations and cases across districts or basins, and Jing-Jin-Ji linkage.',
  },
  {
    ...PLAN,
    id: 'plan-10-district',
    article: '(十)',
    text: '区级生态环境保护综合执法队伍仍由各区生态环境部门管理，主要负责调查处理本行政区域生态环境违法行为。',
    glossEn: 'The district team investigates and handles violations in its own area.',
  },
  {
    ...PLAN,
    id: 'plan-10-township',
    article: '(十)',
    text: '强化属地执法，生态环境保护执法重心进一步下移，将执法力量下沉到乡镇(街道)，并纳入乡镇(街道)实体化综合执法平台，增强基层执法能力。',
    glossEn: 'Enforcement strength moves down into the comprehensive platforms of townships and subdistricts.',
  },
  {
    ...PLAN,
    id: 'plan-11-river-chief',
    article: '(十一)',
    text: '充实市级生态环境监测力量，满足乡镇(街道)生态环境质量监测考核、土壤环境质量监测、温室气体减排监测、“河长制”河道水质监测与评价、地下水环境监测等新增职责……的工作需要。',
    glossEn: 'Municipal monitoring is strengthened for river-chief water quality monitoring and assessment.',
  },
  {
    ...PLAN,
    id: 'plan-11-park',
    article: '(十一)',
    text: '市级开发区、工业园区等由各区按实际需要确定执法力量。',
    glossEn: 'For municipal development zones and industrial parks the districts decide the enforcement strength.',
  },
  {
    ...PLAN,
    id: 'plan-14-cross-area',
    article: '(十四)',
    text: '建立生态环境保护跨区域、跨流域协作机制。市级生态环境部门牵头推进跨区域、跨流域的生态环境污染联防联控，加强联合监测、联动执法、共同应急。探索实施河流左右岸、上下游的统一规划、统一环评、统一治理。',
    glossEn:
      'The municipal department leads joint prevention across districts and basins: monitoring, enforcement, emergencies.',
  },
  {
    ...PLAN,
    id: 'plan-15-departments',
    article: '(十五)',
    text: '健全市、区两级生态环境部门与发展改革、经济和信息化、公安、规划自然资源、住房城乡建设、城市管理、交通、水务、农业农村、商务、应急管理、市场监管、统计、园林绿化、金融监管、城管执法以及电力、气象等单位的联合会商、联动执法、应急响应和信息共享机制，增强生态环境保护工作的系统性、整体性、协同性。',
    glossEn:
      'Consultation, linked enforcement, emergency response and data sharing with sixteen departments, power and weather.',
  },
  {
    ...PLAN,
    id: 'plan-15-justice',
    article: '(十五)',
    text: '健全生态环境保护行政执法与刑事司法衔接机制，完善协同配合、案件移送、强制执行等方面规定，加强生态环境部门与司法行政机关、公安机关、检察机关、审判机关的沟通协作。',
    glossEn:
      'Administrative enforcement is joined to criminal justice: cooperation, case transfer, coercive execution.',
  },
  {
    ...PLAN,
    id: 'plan-15-release',
    article: '(十五)',
    text: '生态环境部门统一发布生态环境质量和其他重大环境信息。',
    glossEn: 'The ecological environment departments alone release environmental quality and other major information.',
  },
  {
    ...PLAN,
    id: 'plan-16-report',
    article: '(十六)',
    text: '各级生态环境部门应将生态环境监测监察执法等情况及时报告同级党委、政府，并通报相关部门。',
    glossEn:
      'Each level reports to its Party committee and government in good time and informs the departments concerned.',
  },
] as const
