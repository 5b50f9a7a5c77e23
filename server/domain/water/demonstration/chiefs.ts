/** Chiefs at the four levels for both banks of every reach inside Beijing. Nobody real: every name says 示范. */
import type { JurisdictionProperties, ReachProperties } from '../../reference-data.ts'
import { CHIEF_LEVELS, type ChiefLevel, type RiverChief } from '../river-chief.ts'
import type { Chance } from './chance.ts'

export interface ChiefPlaces {
  readonly reaches: readonly ReachOfSet[]
  readonly districts: readonly Pick<JurisdictionProperties, 'code' | 'name'>[]
  readonly townships: readonly Pick<JurisdictionProperties, 'code' | 'name' | 'parent' | 'seat'>[]
}

/** A reach with a point near its middle, degrees. */
export interface ReachOfSet extends Pick<ReachProperties, 'id' | 'riverId' | 'leftUnit' | 'rightUnit'> {
  readonly middle: readonly [lon: number, lat: number]
}

interface Charge {
  readonly level: ChiefLevel
  readonly riverId: string
  readonly unitName: string
  readonly unitCode: string | null
  readonly bank: 'left' | 'right'
  readonly reachId: string
}

const POSTS: Readonly<Record<ChiefLevel, string>> = {
  city: '市级河长',
  district: '区级河长',
  township: '乡镇（街道）级河长',
  village: '村级河长',
}

/** `firstDay` begins the first term, `changeDay` the second of the districts' chiefs. */
export function demonstrationChiefs(
  places: ChiefPlaces,
  firstDay: string,
  changeDay: string,
  chance: Chance,
): RiverChief[] {
  const charges = new Map<string, Charge[]>()
  for (const charge of places.reaches.flatMap((reach) => chargesOf(reach, places))) {
    const key = [charge.riverId, CHIEF_LEVELS.indexOf(charge.level), charge.unitCode ?? charge.unitName].join(' ')
    charges.set(key, [...(charges.get(key) ?? []), charge])
  }
  return [...charges.values()].flatMap((held) => termsOf(held, firstDay, changeDay, chance))
}

function chargesOf(reach: ReachOfSet, places: ChiefPlaces): Charge[] {
  return (['left', 'right'] as const).flatMap((bank) => {
    const code = bank === 'left' ? reach.leftUnit : reach.rightUnit
    const district = places.districts.find((each) => each.code === code)
    if (district === undefined) return []
    const township = nearest(
      places.townships.filter(({ parent }) => parent === code),
      reach.middle,
    )
    const at = { riverId: reach.riverId, bank, reachId: reach.id }
    return [
      { ...at, level: 'city' as const, unitName: '北京市', unitCode: '110000' },
      { ...at, level: 'district' as const, unitName: district.name, unitCode: district.code },
      ...(township === undefined
        ? []
        : [
            { ...at, level: 'township' as const, unitName: township.name, unitCode: township.code },
            { ...at, level: 'village' as const, unitName: `${township.name}沿河村（示范）`, unitCode: null },
          ]),
    ]
  })
}

/** One chief for all reaches of a river in a unit; at the banks apart where the unit has only one of them. */
function termsOf(held: readonly Charge[], firstDay: string, changeDay: string, chance: Chance): RiverChief[] {
  const reachIdsOf = (bank: Charge['bank']) =>
    new Set(held.filter((each) => each.bank === bank).map(({ reachId }) => reachId))
  const [left, right] = [reachIdsOf('left'), reachIdsOf('right')]
  const parts = [
    { bank: 'both' as const, reachIds: [...left].filter((id) => right.has(id)) },
    { bank: 'left' as const, reachIds: [...left].filter((id) => !right.has(id)) },
    { bank: 'right' as const, reachIds: [...right].filter((id) => !left.has(id)) },
  ]
  return parts
    .filter(({ reachIds }) => reachIds.length > 0)
    .flatMap(({ bank, reachIds }) => {
      const [charge] = held
      if (charge === undefined) return []
      const isChanged = charge.level === 'district'
      const former = chiefOf(charge, bank, reachIds, { from: firstDay, to: isChanged ? changeDay : null }, 1, chance)
      return isChanged ? [former, chiefOf(charge, bank, reachIds, { from: changeDay, to: null }, 2, chance)] : [former]
    })
}

function chiefOf(
  { level, riverId, unitName, unitCode }: Charge,
  bank: RiverChief['bank'],
  reachIds: readonly string[],
  term: { readonly from: string; readonly to: string | null },
  ordinal: number,
  chance: Chance,
): RiverChief {
  const owner = unitCode ?? unitName
  return {
    id: ['chief', riverId, level, owner, bank, ordinal].join('-'),
    name: `${SURNAMES[Math.floor(chance('name', riverId, level, owner, ordinal) * SURNAMES.length)] ?? '某'}某某（示范）`,
    post: POSTS[level],
    ...{ level, unitName, unitCode, riverId, bank, reachIds },
    ...{ validFrom: term.from, validTo: term.to, isDemonstration: true },
  }
}

const SURNAMES = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜']

type Township = ChiefPlaces['townships'][number]

function nearest(townships: readonly Township[], [lon, lat]: readonly [number, number]): Township | undefined {
  const distance = ({ seat }: Township) =>
    seat === undefined ? Number.POSITIVE_INFINITY : Math.hypot((seat[0] - lon) * 0.77, seat[1] - lat)
  return townships.toSorted((a, b) => distance(a) - distance(b))[0]
}
