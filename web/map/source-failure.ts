/** Why the data of a source of the map did not come. */
import { AJAXError } from 'maplibre-gl'
import { type Problem, problemOf, unreachable } from '../api/problem-error.ts'

export interface SourceFailure {
  readonly sourceId: string
  readonly problem: Problem
}

export const sourceFailure = async (sourceId: string, error: unknown): Promise<SourceFailure> => {
  const isAnswered = error instanceof AJAXError && error.status > 0
  return { sourceId, problem: isAnswered ? problemOf(error.status, await bodyOf(error.body)) : unreachable }
}

const bodyOf = (body: Blob): Promise<unknown> =>
  body
    .text()
    .then(JSON.parse)
    .catch(() => null)
