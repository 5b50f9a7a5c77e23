/** 处理记录: what was decided about the problems of a network, in the order made; the last one about a problem holds. */
import type { FieldIssue } from '../refusal.ts'
import type { Mend, MendAction } from './mend.ts'
import type { ProblemProperties } from './problem.ts'

export interface NetworkDecision {
  /** Made by the client, so that a decision sent again is kept once. */
  readonly id: string
  readonly problemId: string
  /** Null takes back what was decided before. */
  readonly mend: MendAction | null
  readonly by: string
  /** ISO 8601 with +08:00. */
  readonly at: string
  readonly why: string
}

/** By problem; one whose last decision took the others back is not among them. */
export function decisionsInForce(decisions: readonly NetworkDecision[]): Map<string, NetworkDecision> {
  const last = new Map(decisions.map((decision) => [decision.problemId, decision]))
  return new Map([...last].filter(([, { mend }]) => mend !== null))
}

/** The mends in force as the builder takes them, in the order of their problems' names. */
export function mendsInForce(decisions: readonly NetworkDecision[]): Mend[] {
  return [...decisionsInForce(decisions).values()]
    .flatMap(({ problemId, mend, by, why }) => (mend === null ? [] : { ...mend, problemId, by, note: why }))
    .sort((a, b) => (a.problemId < b.problemId ? -1 : 1))
}

export type ProblemStatus = 'open' | 'accepted' | 'mended'

export const statusOf = (decision: NetworkDecision | undefined): ProblemStatus =>
  decision?.mend == null ? 'open' : decision.mend.action === 'accept' ? 'accepted' : 'mended'

/** A mend is about lines of its problem; any other would be lost at the next build. */
export function mendIssues(mend: MendAction, { lineIds }: Pick<ProblemProperties, 'lineIds'>): FieldIssue[] {
  const named = [
    ...('lineId' in mend ? [['/mend/lineId', mend.lineId] as const] : []),
    ...('toLineId' in mend ? [['/mend/toLineId', mend.toLineId] as const] : []),
  ]
  return named
    .filter(([, line]) => !lineIds.includes(line))
    .map(([pointer, line]) => ({
      ...{ pointer, code: 'line-not-of-problem' },
      zh: `线 ${line} 与这个问题无关：可选 ${lineIds.join('、')}。`,
      en: `The problem is not about line ${line}: choose one of ${lineIds.join(', ')}.`,
    }))
}
