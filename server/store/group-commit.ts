/** Changes that arrive together share one transaction and one fsync; each is answered only after it. */
import { type Db, transact, type Work } from '#dialect'
import type { Change, Commitment, CommittedChange } from '#domain/change'
import type { Refusal } from '#domain/refusal'
import { changeWriter } from './changes.ts'
import { Stale } from './stale.ts'

export type Commit = (change: Change) => Promise<Commitment | Refusal>

interface Waiting {
  readonly change: Change
  readonly resolve: (answer: Commitment | Refusal) => void
  readonly reject: (error: unknown) => void
}

/** So that one flush cannot hold the loop for long. */
const LARGEST_GROUP = 128

/**
 * `publish` is told of each committed change, in the order of the sequence. A change that cannot be made is refused or
 * fails alone; when the transaction itself fails, every change of the group fails and none is kept.
 * With `grouping` off each change is committed on its own: for measuring what the grouping gives.
 */
export function groupCommit(
  db: Db,
  publish: (change: CommittedChange) => void,
  { grouping = true }: { readonly grouping?: boolean } = {},
): Commit {
  const write = changeWriter(db)
  const waiting: Waiting[] = []
  let isFlushing = false

  async function flush(): Promise<void> {
    while (waiting.length > 0) {
      const group = waiting.splice(0, grouping ? LARGEST_GROUP : 1)
      await commitGroup(db, group, write, publish)
    }
    isFlushing = false
  }

  return (change) =>
    new Promise((resolve, reject) => {
      waiting.push({ change, resolve, reject })
      if (isFlushing) return
      isFlushing = true
      // After all sockets that are ready now have been read: whoever asked in this turn of the loop comes along.
      setImmediate(flush)
    })
}

async function commitGroup(
  db: Db,
  group: readonly Waiting[],
  write: (change: Change) => ReturnType<Work<Commitment>>,
  publish: (change: CommittedChange) => void,
): Promise<void> {
  try {
    const outcomes = await transact(
      db,
      group.map(
        ({ change }): Work<Commitment> =>
          () =>
            write(change),
      ),
    )
    for (const [index, { resolve, reject }] of group.entries()) {
      const outcome = outcomes[index]
      if (outcome === undefined) reject(new Error('a change was left out'))
      else if ('value' in outcome) {
        publish(outcome.value.change)
        resolve(outcome.value)
      } else if (outcome.error instanceof Stale) resolve({ refusal: 'stale', id: outcome.error.id })
      else reject(outcome.error)
    }
  } catch (error) {
    for (const { reject } of group) reject(error)
  }
}
