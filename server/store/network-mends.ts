/** Reads and writes what was decided about the network. Rows are only ever added; the last one about a problem holds. */
import { asc, eq } from 'drizzle-orm'
import { type Db, type Step, statement } from '#dialect'
import type { NetworkDecision } from '#domain/network/decision'
import { placeholders } from './placeholders.ts'
import { networkMends } from './schema.ts'
import { Stale } from './stale.ts'

export type NetworkStore = ReturnType<typeof networkStore>

export const networkStore = (db: Db) => ({
  /** Every decision that was ever made, the oldest first. */
  async decisions(): Promise<NetworkDecision[]> {
    return db.select(COLUMNS).from(networkMends).orderBy(asc(networkMends.number))
  },

  async decisionById(id: string): Promise<NetworkDecision | undefined> {
    const [found] = await db.select(COLUMNS).from(networkMends).where(eq(networkMends.id, id))
    return found
  },
})

const COLUMNS = {
  id: networkMends.id,
  problemId: networkMends.problemId,
  mend: networkMends.mend,
  by: networkMends.by,
  at: networkMends.at,
  why: networkMends.why,
} satisfies Record<keyof NetworkDecision, unknown>

export function networkWriter(db: Db): (decision: NetworkDecision) => Generator<Step, { readonly decisionId: string }> {
  const insert = statement(db, (on) =>
    on
      .insert(networkMends)
      .values(placeholders(networkMends, 'number'))
      .onConflictDoNothing({ target: networkMends.id })
      .returning({ number: networkMends.number }),
  )
  return function* (decision) {
    const [added] = yield* insert({ ...decision })
    if (added === undefined) throw new Stale(decision.id)
    return { decisionId: decision.id }
  }
}
