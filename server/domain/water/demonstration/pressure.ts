/** How much is made of each river in the demonstration: 0 a mountain stream, 1 foul. Made up, and marked as such. */
import type { ReachProperties, RiverPointProperties } from '../../reference-data.ts'

/** At the first and at the last reach of a river; between them it rises evenly, so that neighbours agree. */
const COURSE: Readonly<Record<string, readonly [number, number]>> = {
  'yongding-he': [0.15, 0.45],
  'guishui-he': [0.3, 0.4],
  'wenyu-he': [0.5, 0.6],
  'beiyun-he': [0.62, 0.66],
  'ba-he': [0.5, 0.62],
  'tonghui-he': [0.42, 0.58],
  'qing-he': [0.4, 0.6],
  'liangshui-he': [0.42, 0.6],
  'chaobai-he': [0.3, 0.52],
  'chao-he': [0.1, 0.2],
  'bai-he': [0.1, 0.2],
  'tang-he': [0.08, 0.14],
  'ju-he': [0.22, 0.5],
  'juma-he': [0.12, 0.3],
  'dashi-he': [0.45, 0.5],
  'xiaoqing-he': [0.55, 0.62],
  'feng-he': [0.68, 0.74],
  'long-he': [0.7, 0.76],
}

/** Reaches where something goes wrong, and what flows on from them. `months` is how long ago it began. */
const TROUBLE: readonly { readonly reachIds: readonly string[]; readonly more: number; readonly months: number }[] = [
  { reachIds: ['liangshui-he-08'], more: 0.1, months: 36 },
  { reachIds: ['liangshui-he-08'], more: 0.17, months: 8 },
  { reachIds: ['beiyun-he-01', 'beiyun-he-02', 'beiyun-he-03', 'beiyun-he-04'], more: 0.05, months: 8 },
  { reachIds: ['qing-he-04', 'qing-he-05'], more: 0.1, months: 20 },
  { reachIds: ['dashi-he-01'], more: 0.16, months: 3 },
]

/** What treatment takes away in a year. */
const BETTER_PER_YEAR = 0.025

const ELSEWHERE: readonly [number, number] = [0.35, 0.45]

/** `monthsAgo` 0 is the last month of the set. */
export type PressureOf = (section: RiverPointProperties, monthsAgo: number) => number

export function pressureOf(reaches: readonly ReachProperties[]): PressureOf {
  const lastOf = new Map<string, number>()
  const sequenceOf = new Map<string, number>()
  for (const { id, riverId, sequence } of reaches) {
    lastOf.set(riverId, Math.max(sequence, lastOf.get(riverId) ?? 1))
    sequenceOf.set(id, sequence)
  }
  return ({ riverId, reachId }, monthsAgo) => {
    const [first, last] = COURSE[riverId] ?? ELSEWHERE
    const share = ((sequenceOf.get(reachId) ?? 1) - 1) / Math.max(1, (lastOf.get(riverId) ?? 1) - 1)
    const troubles = TROUBLE.filter((each) => each.reachIds.includes(reachId) && monthsAgo < each.months)
    const more = troubles.reduce((sum, each) => sum + each.more, 0)
    return first + (last - first) * share + more + (BETTER_PER_YEAR * monthsAgo) / 12
  }
}
