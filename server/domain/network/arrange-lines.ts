/** The lines in an order that does not depend on the file, each with its own id, without those that add nothing. */
import { f64 } from '../typed-array.ts'
import { CELLS } from './line-table.ts'
import { linesToMend, type Mend } from './mend.ts'
import type { NetworkProblem } from './problem.ts'
import type { SourceLine } from './source-line.ts'

export interface ArrangedLines {
  readonly lines: readonly SourceLine[]
  /** Of all lines that were given, those left out among them. */
  readonly lineIds: ReadonlySet<string>
  readonly problems: readonly NetworkProblem[]
}

export function arrangeLines(given: readonly SourceLine[], mends: readonly Mend[]): ArrangedLines {
  const deleted = linesToMend(mends, 'delete')
  const problems: NetworkProblem[] = []
  const byShape = new Map<string, SourceLine>()
  const named = withOwnIds(given)
  for (const line of named) {
    if (deleted.has(line.id)) continue
    const shape = shapeOf(line)
    const same = byShape.get(shape)
    if (shape === '') problems.push(zeroLength(line))
    else if (same === undefined) byShape.set(shape, line)
    else problems.push(duplicate(line, same))
  }
  return { lines: [...byShape.values()], lineIds: new Set(named.map(({ id }) => id)), problems }
}

/** Sorted by id; the second line of one id becomes `id~2`. */
function withOwnIds(given: readonly SourceLine[]): SourceLine[] {
  const sorted = given.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  const uses = new Map<string, number>()
  return sorted.map((line) => {
    const use = (uses.get(line.id) ?? 0) + 1
    uses.set(line.id, use)
    return use === 1 ? line : { ...line, id: `${line.id}~${use}` }
  })
}

/** The vertices on the grid, the same whichever way the line runs; empty for a line that stays in one place. */
function shapeOf({ metres }: SourceLine): string {
  const places: string[] = []
  for (let at = 0; at + 1 < metres.length; at += 2) {
    const place = `${Math.round(f64(metres, at) * CELLS)} ${Math.round(f64(metres, at + 1) * CELLS)}`
    if (place !== places.at(-1)) places.push(place)
  }
  if (places.length < 2) return ''
  const [shape] = [places.join(), places.toReversed().join()].sort()
  return shape ?? ''
}

function zeroLength({ id, metres }: SourceLine): NetworkProblem {
  return {
    ...{ id: `zero-length:${id}`, kind: 'zero-length', place: placeOf(metres), lineIds: [id], measureM: 0 },
    zh: `线 ${id} 没有长度，已略去。`,
    en: `Line ${id} has no length and was left out.`,
    proposal: { action: 'delete', lineId: id },
  }
}

function duplicate({ id, metres }: SourceLine, kept: SourceLine): NetworkProblem {
  return {
    ...{ id: `duplicate:${id}`, kind: 'duplicate', place: placeOf(metres), lineIds: [id, kept.id], measureM: null },
    zh: `线 ${id} 与 ${kept.id} 的顶点完全相同，只保留 ${kept.id}。`,
    en: `Line ${id} has the same vertices as ${kept.id}; only ${kept.id} is kept.`,
    proposal: { action: 'delete', lineId: id },
  }
}

function placeOf(metres: Float64Array): readonly [number, number] | null {
  return metres.length < 2 ? null : [f64(metres, 0), f64(metres, 1)]
}
