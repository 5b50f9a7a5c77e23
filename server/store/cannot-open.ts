/** The database must not be used as it is. The message is one sentence for the operator, Chinese first. */
export class CannotOpen extends Error {
  override readonly name = 'CannotOpen'
}
