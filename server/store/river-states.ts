/** Reads and writes the recorded states of gates, pumps and beds. Rows are only ever added. */
import { and, asc, eq, gt, isNull, lte, or } from 'drizzle-orm'
import { type Db, type Step, statement } from '#dialect'
import type { RecordedState } from '#domain/river/recorded-state'
import { placeholders } from './placeholders.ts'
import { networkStates } from './schema.ts'
import { Stale } from './stale.ts'

export type RiverStateStore = ReturnType<typeof riverStateStore>

export const riverStateStore = (db: Db) => ({
  /** Those valid on a day (`YYYY-MM-DD`), in the order in which they were recorded. */
  async validOn(day: string): Promise<RecordedState[]> {
    const { validFrom, validTo, number } = networkStates
    const rows = await db
      .select()
      .from(networkStates)
      .where(and(lte(validFrom, day), or(isNull(validTo), gt(validTo, day))))
      .orderBy(asc(number))
    return rows.map(recordOf)
  },

  async byId(id: string): Promise<RecordedState | undefined> {
    const [row] = await db.select().from(networkStates).where(eq(networkStates.id, id))
    return row && recordOf(row)
  },
})

export function stateWriter(db: Db): (state: RecordedState) => Generator<Step, { readonly stateId: string }> {
  const insert = statement(db, (on) =>
    on
      .insert(networkStates)
      .values(placeholders(networkStates, 'number'))
      .onConflictDoNothing({ target: networkStates.id })
      .returning({ number: networkStates.number }),
  )
  return function* (state) {
    const [added] = yield* insert({ nodeId: null, reachId: null, ...state })
    if (added === undefined) throw new Stale(state.id)
    return { stateId: state.id }
  }
}

/** A row has a node or a reach; a node is never dry. */
function recordOf({ number: _, nodeId, reachId, state, ...rest }: typeof networkStates.$inferSelect): RecordedState {
  if (reachId !== null) return { reachId, state, ...rest }
  if (nodeId === null || state === 'dry') throw new Error(`the state ${rest.id} is of no node and no reach`)
  return { nodeId, state, ...rest }
}
