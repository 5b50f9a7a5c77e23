/** The routing rules read a second time, as plain questions: the oracle of the decision table. */
import type { RoutingFacts } from '#domain/routing/facts'

const BDA = '110115403'

/** The table once more, as nested questions: rule, lead, whether a person confirms. */
export function readPlainly(facts: RoutingFacts): { rule: string; lead: string | null; confirm: boolean } {
  const { matter, medium, severity } = facts
  const count = facts.districts.length
  const beyond = facts.outsideUnits.length > 0 || facts.kinds.includes('city-border')
  const first = facts.districts[0]?.code
  const answer = (rule: string, lead: string | null, confirm = false) => ({
    rule,
    lead,
    confirm: confirm || facts.mustAsk,
  })

  if (matter === 'inspection') return answer('L1', 'bj-bureau')
  if (medium === 'radiation') return answer('L2', 'bj-bureau', true)
  if (beyond) {
    if (matter === 'emergency') return answer('L3', 'bj-bureau', count === 0)
    return answer('L5', matter === 'enforcement' && count > 0 ? 'bj-enforcement' : 'bj-bureau', count === 0)
  }
  if (matter === 'quality-monitoring') return answer('L13', 'bj-monitoring')
  if (first === undefined) return answer('L17', null, true)
  if (matter === 'source-monitoring' && !(count === 1 && first === BDA)) {
    const isKey = facts.isKeySource === null ? facts.isCityPermit : facts.isKeySource
    return answer('L14', isKey ? 'bj-monitoring' : stationOf(facts.sourceUnit?.code ?? first))
  }
  if (matter === 'enforcement-monitoring' && !(count === 1 && first === BDA)) {
    return answer('L15', stationOf(facts.sourceUnit?.code ?? first))
  }
  if (count >= 2) {
    if (matter === 'emergency') return answer('L3', 'bj-bureau')
    return matter === 'dispute' ? answer('L6', 'bj-bureau') : answer('L7', 'bj-enforcement')
  }
  if (matter === 'enforcement' && facts.isMajorViolation) return answer('L8', 'bj-enforcement')
  if (matter === 'enforcement' && facts.isCityPermit) return answer('L9', 'bj-enforcement')
  if (first === BDA) return answer('L16', `${BDA}-committee`, true)
  if (matter === 'enforcement') return answer('L10', `${first}-enforcement`)
  if (matter === 'dispute') {
    return facts.townships.length === 1
      ? answer('L12', `${facts.townships[0]?.code}-township`)
      : answer('L11', `${first}-bureau`)
  }
  if (matter !== 'emergency') throw new Error(`The plain reading knows no ${matter} here`)
  const isCitys = severity === 'undetermined' ? isTriggered(facts) : severity !== 'general'
  return answer('L4', isCitys ? 'bj-bureau' : `${first}-bureau`)
}

const stationOf = (code: string): string => (code === BDA ? `${BDA}-committee` : `${code}-monitoring`)

const isBeyond = (facts: RoutingFacts): boolean => facts.outsideUnits.length > 0 || facts.kinds.includes('city-border')
const isAcross = (facts: RoutingFacts): boolean => isBeyond(facts) || facts.districts.length > 1
const isTriggered = (facts: RoutingFacts): boolean => circumstancesPlainly(facts).length > 0
const isTop = (facts: RoutingFacts): boolean => facts.severity === 'major' || facts.severity === 'extraordinary'

/** What is to be done under a rule, A7's joint monitoring included. */
export function actionsPlainly(facts: RoutingFacts, rule: string): string[] {
  const own = ownActions(facts, rule)
  const isAlongRiver = facts.kinds.includes('bank') || facts.kinds.includes('updown')
  const isJoint = facts.medium === 'water' && isAlongRiver && isAcross(facts) && facts.matter !== 'inspection'
  return isJoint && rule !== 'L17' && !own.includes('joint-monitoring') ? [...own, 'joint-monitoring'] : own
}

function ownActions(facts: RoutingFacts, rule: string): string[] {
  const several = facts.districts.length > 1
  if (rule === 'L1') return ['inspection']
  if (rule === 'L3') return ['joint-emergency', 'joint-monitoring', ...(isBeyond(facts) ? ['jing-jin-ji-linkage'] : [])]
  if (rule === 'L4') return ['emergency-monitoring']
  if (rule === 'L5') {
    const linked = facts.matter === 'enforcement' && several ? ['linked-enforcement'] : []
    const dispute = facts.matter === 'dispute' ? ['dispute-handling'] : []
    return ['jing-jin-ji-linkage', 'joint-monitoring', ...linked, ...dispute]
  }
  if (rule === 'L6') return ['dispute-handling', 'joint-monitoring']
  if (rule === 'L7') return ['linked-enforcement', 'enforcement-monitoring']
  if (rule === 'L8' || rule === 'L9' || rule === 'L10') return ['enforcement']
  if (rule === 'L11' || rule === 'L12') return ['mediation']
  if (rule === 'L13') {
    return [...(facts.medium === 'water' ? ['water-review'] : []), ...(several ? ['joint-monitoring'] : [])]
  }
  if (rule === 'L14') return ['source-monitoring']
  if (rule === 'L15') return ['enforcement-monitoring', ...(several ? ['joint-monitoring'] : [])]
  if (rule !== 'L16') return []
  if (facts.matter === 'emergency') return ['emergency-monitoring']
  return [facts.matter === 'dispute' ? 'mediation' : facts.matter]
}

/** Ids of the additive rules that apply, in their order, with `*` where the note must own to being a setting of Jiehe. */
export function additionsPlainly(facts: RoutingFacts, lead: string | null): string[] {
  if (lead === null) return []
  const isEmergency = facts.matter === 'emergency' && facts.medium !== 'radiation'
  const isCommon = facts.matter !== 'inspection'
  const isRiver = isCommon && facts.medium === 'water' && isAcross(facts)
  const others = facts.zones.filter((zone) => zone.code !== BDA)
  const list: [string, boolean][] = [
    ['A1', isCommon && facts.isCrimeSuspected],
    ['A2', !isCommon],
    ['A3', isEmergency && isTriggered(facts) && facts.severity === 'undetermined'],
    ['A3*', isEmergency && isTriggered(facts) && (facts.severity === 'general' || facts.severity === 'considerable')],
    ['A4*', hasDepartment(facts)],
    ['A4*', hasSourceDepartment(facts)],
    ['KEY-SOURCE*', isUnsaidSource(facts)],
    ['A5', isCommon && lead.startsWith('bj-')],
    ['A5', isEmergency],
    ['A6', isEmergency],
    ['A7*', isRiver && facts.kinds.includes('bank')],
    ['A7*', isRiver && facts.kinds.includes('updown')],
    ['FIRST-RESPONSE*', isEmergency && isAcross(facts)],
    ['BDA*', facts.districts.some((unit) => unit.code === BDA)],
    ['OVERLAY*', isCommon && others.length > 0],
    ['OVERLAY', isCommon && others.some((zone) => zone.kind === 'industrial-park')],
    ['NOTIFY-ONLY*', isCommon && facts.gateUnits.length > 0],
    ['CITY-BORDER*', isCommon && facts.medium !== 'radiation' && isBeyond(facts)],
  ]
  return list.filter(([, applies]) => applies).map(([rule]) => rule)
}

function hasDepartment({ matter, medium }: RoutingFacts): boolean {
  if (medium === 'air') return matter === 'emergency'
  const isJoint = matter === 'emergency' || matter === 'enforcement' || matter === 'dispute'
  return isJoint && (medium === 'water' || medium === 'soil' || medium === 'ecology')
}

const hasSourceDepartment = ({ matter, medium, sourceKind }: RoutingFacts): boolean =>
  sourceKind !== null && medium !== 'radiation' && ['emergency', 'enforcement', 'dispute'].includes(matter)

const isUnsaidSource = ({ matter, medium, isKeySource }: RoutingFacts): boolean =>
  matter === 'source-monitoring' && medium !== 'radiation' && isKeySource === null

/** Roles of the departments that a kind of source brings in, of those that nothing but it or row L3 brings in. */
export function departmentsPlainly(facts: RoutingFacts, rule: string): string[] {
  const kind = hasSourceDepartment(facts) && rule !== 'L17' ? facts.sourceKind : null
  const isOnWheels = kind === 'mobile' || kind === 'hazardous-transport'
  return [
    ...(isOnWheels ? ['transport'] : []),
    ...(kind === 'hazardous-transport' || rule === 'L3' ? ['emergency'] : []),
    ...(kind === 'dust' ? ['housing', 'urban-enforcement'] : []),
    ...(kind === 'agriculture' ? ['agriculture'] : []),
  ]
}

/** Items of 令17 art. 4 that are met, one to six. */
export function circumstancesPlainly(facts: RoutingFacts): string[] {
  const says = (...any: string[]) => facts.sensitive.some((sensitivity) => any.includes(sensitivity))
  const items: [string, boolean][] = [
    ['一', facts.isDrinkingWaterZone || says('water-source')],
    ['二', says('residents', 'school', 'hospital')],
    ['三', facts.isHeavyMetal || says('heavy-metal')],
    ['四', facts.mayCrossProvince || isBeyond(facts) || says('cross-province')],
    ['五', says('public-impact')],
    ['六', says('deemed-necessary')],
  ]
  return items.filter(([, isMet]) => isMet).map(([item]) => item)
}

/** Hours of the clocks that run, strictest first; `isTenMinuteTime`: between the plan of 2019 and Beijing's revision of 2023. */
export function limitsPlainly(facts: RoutingFacts, isTenMinuteTime: boolean): (number | null)[] {
  const transfer = facts.isCrimeSuspected && facts.matter !== 'inspection' ? [72, 96] : []
  if (facts.matter !== 'emergency' || facts.medium === 'radiation') return transfer
  const tenMinutes = isTenMinuteTime && (isTop(facts) || facts.severity === 'considerable') ? [1 / 6] : []
  const notices = [...(isAcross(facts) ? [null] : []), ...(isTenMinuteTime ? [] : [null])]
  return [...tenMinutes, ...reportHours(facts), ...transfer, ...notices]
}

function reportHours(facts: RoutingFacts): number[] {
  if (isTop(facts)) return [1, 2]
  if (facts.severity === 'undetermined') return isTriggered(facts) ? [1, 2] : [2]
  return isTriggered(facts) ? [2, 4] : [4]
}

/** Whether the ministry is told. */
export function tellsMinistry(facts: RoutingFacts, rule: string): boolean {
  if (rule === 'L3') return isTop(facts) || isTriggered(facts)
  if (rule === 'L4') return isTop(facts) || (facts.severity === 'undetermined' && isTriggered(facts))
  return isTop(facts) && (rule === 'L5' || (rule === 'L16' && facts.matter === 'emergency'))
}

/** Which river chiefs are told: none, the districts', or all levels'. */
export function chiefsPlainly(facts: RoutingFacts, rule: string): 'none' | 'district' | 'all' {
  if (facts.medium !== 'water') return 'none'
  if (rule === 'L13') return 'all'
  return rule === 'L6' ? 'district' : 'none'
}

/** Families of national law that the basis must name, and no others of these. */
export function lawsPlainly(facts: RoutingFacts, rule: string): string[] {
  const isWaterCase = facts.medium === 'water' && (rule === 'L5' || rule === 'L6')
  const isPenal = ['L7', 'L8', 'L9', 'L10'].includes(rule) || (rule === 'L5' && facts.matter === 'enforcement')
  return [
    ...(rule === 'L5' || rule === 'L6' ? ['中华人民共和国环境保护法'] : []),
    ...(isWaterCase ? ['水污染防治法'] : []),
    ...(rule === 'L5' && facts.medium === 'air' ? ['大气污染防治法'] : []),
    ...(isPenal ? ['行政处罚办法'] : []),
    ...(rule === 'L3' ? ['突发事件应对法'] : []),
  ]
}
