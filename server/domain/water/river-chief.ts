/** 河长: who answers for a reach, at four levels and for a time of office (2017 工作方案: 市、区、乡镇（街道）、村). */

export const CHIEF_LEVELS = ['city', 'district', 'township', 'village'] as const
export type ChiefLevel = (typeof CHIEF_LEVELS)[number]

export interface RiverChief {
  readonly id: string
  readonly name: string
  /** 职务, e.g. 区级河长. */
  readonly post: string
  readonly level: ChiefLevel
  /** Name of the unit in whose name the chief acts; its code where the reference set has one. */
  readonly unitName: string
  readonly unitCode: string | null
  readonly riverId: string
  /** As the water flows. */
  readonly bank: 'left' | 'right' | 'both'
  readonly reachIds: readonly string[]
  /** Days of office, 2024-01-01; `validTo` excluded, null while in office. */
  readonly validFrom: string
  readonly validTo: string | null
  readonly isDemonstration: boolean
}

/** The chiefs of one bank of a reach on a day, the highest level first. */
export const chiefsOf = (
  chiefs: readonly RiverChief[],
  reachId: string,
  bank: 'left' | 'right',
  day: string,
): readonly RiverChief[] =>
  chiefs
    .filter((chief) => chief.reachIds.includes(reachId) && (chief.bank === 'both' || chief.bank === bank))
    .filter((chief) => chief.validFrom <= day && (chief.validTo === null || day < chief.validTo))
    .toSorted((a, b) => CHIEF_LEVELS.indexOf(a.level) - CHIEF_LEVELS.indexOf(b.level))
