/** Thrown inside a change that meets a record which is no longer, or already, there: the whole change is undone. */
export class Stale extends Error {
  readonly id: string
  constructor(id: string) {
    super(`stale: ${id}`)
    this.id = id
  }
}
