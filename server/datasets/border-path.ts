/** The shortest way along borders from one border vertex to another. */
import { distance } from '@turf/turf'
import FlatQueue from 'flatqueue'
import type { Position } from 'geojson'
import { vertexKey } from './border-edges.ts'
import type { Border } from './unit-borders.ts'

interface Step {
  readonly distanceKm: number
  readonly border: Border | undefined
}

/** Throws when the borders do not connect the two vertices, since then the facts table is wrong. */
export function borderPath(from: Position, to: Position, borders: readonly Border[]): Border[] {
  const leaving = bordersByStart(borders)
  const steps = new Map<string, Step>([[vertexKey(from), { distanceKm: 0, border: undefined }]])
  const queue = new FlatQueue<string>()
  queue.push(vertexKey(from), 0)
  for (let here = queue.pop(); here !== undefined; here = queue.pop()) {
    const reached = steps.get(here)?.distanceKm ?? 0
    for (const border of leaving.get(here) ?? []) {
      const there = vertexKey(border.to)
      const distanceKm = reached + distance(border.from, border.to)
      if (distanceKm >= (steps.get(there)?.distanceKm ?? Number.POSITIVE_INFINITY)) continue
      steps.set(there, { distanceKm, border })
      queue.push(there, distanceKm)
    }
  }
  return walkedBack(vertexKey(to), steps)
}

function bordersByStart(borders: readonly Border[]): ReadonlyMap<string, readonly Border[]> {
  const byStart = new Map<string, Border[]>()
  for (const border of borders) {
    const start = vertexKey(border.from)
    byStart.set(start, [...(byStart.get(start) ?? []), border])
  }
  return byStart
}

function walkedBack(end: string, steps: ReadonlyMap<string, Step>): Border[] {
  const path: Border[] = []
  let step = steps.get(end)
  if (step === undefined) throw new Error(`no border leads to ${end}`)
  while (step?.border) {
    path.unshift(step.border)
    step = steps.get(vertexKey(step.border.from))
  }
  return path
}
