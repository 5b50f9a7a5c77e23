/** Builders of routing facts: real places, everything quiet unless the test says otherwise. */
import { isRefusal } from '#domain/refusal'
import type { RoutingFacts, RoutingUnit } from '#domain/routing/facts'
import { type RoutingDecision, routeIncident } from '#domain/routing/routing'

export const CHAOYANG: RoutingUnit = { code: '110105', name: '朝阳区', nameEn: 'Chaoyang District' }
export const FANGSHAN: RoutingUnit = { code: '110111', name: '房山区', nameEn: 'Fangshan District' }
export const TONGZHOU: RoutingUnit = { code: '110112', name: '通州区', nameEn: 'Tongzhou District' }
export const DAXING: RoutingUnit = { code: '110115', name: '大兴区', nameEn: 'Daxing District' }
export const MIYUN: RoutingUnit = { code: '110118', name: '密云区', nameEn: 'Miyun District' }
export const BDA_UNIT: RoutingUnit = {
  code: '110115403',
  name: '北京经济技术开发区',
  nameEn: 'Beijing Economic-Technological Development Area',
}
export const SONGZHUANG: RoutingUnit = { code: '110112104', name: '宋庄镇', nameEn: 'Songzhuang Town' }
export const LUCHENG: RoutingUnit = { code: '110112109', name: '潞城镇', nameEn: 'Lucheng Town' }
export const SANHE = { code: '131082', name: '三河市', nameEn: 'Sanhe City', province: '130000' }
export const WUQING = { code: '120114', name: '武清区', nameEn: 'Wuqing District', province: '120000' }
export const BDA_ZONE: RoutingFacts['zones'][number] = {
  ...BDA_UNIT,
  kind: 'economic-development-zone',
  manager: { code: '110115403', name: '北京经济技术开发区管理委员会', nameEn: 'Administrative Committee' },
  parent: '110115',
}

export const TODAY = '2026-03-02'

export function factsOf(change: Partial<RoutingFacts> = {}): RoutingFacts {
  return {
    matter: 'enforcement',
    medium: 'water',
    severity: 'general',
    districts: [TONGZHOU],
    outsideUnits: [],
    townships: [SONGZHUANG],
    zones: [],
    kinds: [],
    sourceUnit: null,
    actUnits: [],
    gateUnits: [],
    isMajorViolation: false,
    isCityPermit: false,
    isCrimeSuspected: false,
    isKeySource: null,
    sourceKind: null,
    sensitive: [],
    isHeavyMetal: false,
    isDrinkingWaterZone: false,
    mayCrossProvince: false,
    filings: [],
    discoveredAt: '2026-03-02T10:00:00+08:00',
    isDiscoveryKnown: true,
    mustAsk: false,
    ...change,
  }
}

/** The decision for facts that the rules of the day do judge. */
export function decisionOn(facts: RoutingFacts, asOf = TODAY): RoutingDecision {
  const decision = routeIncident(facts, asOf)
  if (isRefusal(decision)) throw new Error(decision.refusal)
  return decision
}

export const routingOf = (change: Partial<RoutingFacts>, asOf = TODAY): RoutingDecision['routing'] =>
  decisionOn(factsOf(change), asOf).routing

export const idsOf = (actors: readonly { readonly id: string }[]): string[] => actors.map((actor) => actor.id)
