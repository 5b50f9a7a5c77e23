/** Decisions and declarations that no longer find what they were about. */
import type { Mend } from './mend.ts'
import type { DeclaredOutlet } from './outlets.ts'
import type { NetworkProblem } from './problem.ts'

/** Mends whose line is not in the source any more, and acceptances of problems that are not found any more. */
export function lostMends(
  mends: readonly Mend[],
  lineIds: ReadonlySet<string>,
  found: readonly NetworkProblem[],
): NetworkProblem[] {
  const problemIds = new Set(found.map(({ id }) => id))
  const isLost = (mend: Mend): boolean => {
    if (mend.action === 'accept') return !problemIds.has(mend.problemId)
    return !lineIds.has(mend.lineId) || ('toLineId' in mend && !lineIds.has(mend.toLineId))
  }
  return mends.filter(isLost).map((mend) => ({
    ...{ id: `lost-mend:${mend.action}:${mend.problemId}`, kind: 'lost-mend', place: null, measureM: null },
    lineIds: 'lineId' in mend ? [mend.lineId] : [],
    zh: `对“${mend.problemId}”的处理（${mend.action}）所指的线或问题已不存在。`,
    en: `The mend of ${mend.problemId} (${mend.action}) names a line or a problem that no longer exists.`,
    proposal: { action: 'accept' },
  }))
}

export function lostOutlets(lost: readonly DeclaredOutlet[]): NetworkProblem[] {
  return lost.map((outlet) => {
    const name = 'lineId' in outlet ? outlet.lineId : outlet.place.map((metres) => metres.toFixed(0)).join('-')
    return {
      ...{ id: `lost-outlet:${name}`, kind: 'lost-outlet', measureM: null },
      place: 'place' in outlet ? outlet.place : null,
      lineIds: 'lineId' in outlet ? [outlet.lineId] : [],
      zh: `声明的出口 ${name} 处没有河网节点。`,
      en: `There is no node of the network at the declared outlet ${name}.`,
      proposal: { action: 'accept' },
    }
  })
}
