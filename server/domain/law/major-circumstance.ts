/**
 * 突发环境事件信息报告办法 (环境保护部令第17号) art. 4: the circumstances in which an event whose level cannot be judged at once is
 * reported as a major one. Each comes from the place, the pollutant or the flow, or from what the report says.
 */
import type { Sensitivity } from '../report/report.ts'
import type { Bilingual } from '../routing/actor-place.ts'
import type { RoutingFacts } from '../routing/facts.ts'

interface Circumstance extends Bilingual {
  readonly holds: (facts: RoutingFacts) => boolean
}

const reported =
  (sensitivity: Sensitivity): Circumstance['holds'] =>
  (facts) =>
    facts.sensitive.includes(sensitivity)

/** In the order of the article, with the number of the item. */
const CIRCUMSTANCES: readonly Circumstance[] = [
  {
    zh: '（一）饮用水水源保护区',
    en: '(1) a protected drinking-water source',
    holds: (facts) => facts.isDrinkingWaterZone || facts.sensitive.includes('water-source'),
  },
  { zh: '（二）居民区', en: '(2) a residential area', holds: reported('residents') },
  { zh: '（二）学校', en: '(2) a school', holds: reported('school') },
  { zh: '（二）医院', en: '(2) a hospital', holds: reported('hospital') },
  {
    zh: '（三）重金属或类金属',
    en: '(3) a heavy metal or metalloid',
    holds: (facts) => facts.isHeavyMetal || facts.sensitive.includes('heavy-metal'),
  },
  {
    zh: '（四）可能跨省影响',
    en: '(4) a possible effect across the province',
    holds: (facts) => facts.mayCrossProvince || reachesOut(facts) || facts.sensitive.includes('cross-province'),
  },
  {
    zh: '（五）可能引发群体性事件或较大社会影响',
    en: '(5) a possible mass event or wide public impact',
    holds: reported('public-impact'),
  },
  { zh: '（六）主管部门认为有必要', en: '(6) the authority deems it necessary', holds: reported('deemed-necessary') },
]

/** Whether any circumstance of article 4 is met. */
export function isReportedAsMajor(facts: RoutingFacts): boolean {
  return CIRCUMSTANCES.some(({ holds }) => holds(facts))
}

/** The circumstances that are met, as words: `（二）学校、（三）重金属或类金属`. */
export function majorCircumstances(facts: RoutingFacts): Bilingual {
  const met = CIRCUMSTANCES.filter(({ holds }) => holds(facts))
  return { zh: met.map(({ zh }) => zh).join('、'), en: met.map(({ en }) => en).join(', ') }
}

/** An event at the city border may cross the province. */
const reachesOut = ({ outsideUnits, kinds }: RoutingFacts): boolean =>
  outsideUnits.length > 0 || kinds.includes('city-border')
