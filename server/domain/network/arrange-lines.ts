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
  const kept: SourceLine[] = []
  const alike = new Map<number, SourceLine[]>()
  const named = withOwnIds(given)
  for (const line of named) {
    if (deleted.has(line.id)) continue
    const sum = sumOfPlaces(line)
    const others = alike.get(sum) ?? []
    const same = others.find((other) => shapeOf(other) === shapeOf(line))
    if (!hasLength(line)) problems.push(zeroLength(line))
    else if (same !== undefined) problems.push(duplicate(line, same))
    else {
      kept.push(line)
      alike.set(sum, [...others, line])
    }
  }
  return { lines: kept, lineIds: new Set(named.map(({ id }) => id)), problems }
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

/** A number that lines of one shape share, and hardly any others: it spares the comparison. Exact, far below 2^53. */
function sumOfPlaces({ metres }: SourceLine): number {
  let sum = 0
  for (let at = 0; at + 1 < metres.length; at += 2) {
    // A vertex drawn twice counts once.
    if (at > 0 && isSamePlace(metres, at - 2, at)) continue
    sum += 31 * Math.round(f64(metres, at) * CELLS) + Math.round(f64(metres, at + 1) * CELLS)
  }
  return sum
}

/** Two of its vertices lie in different cells of the grid. */
function hasLength({ metres }: SourceLine): boolean {
  for (let at = 2; at + 1 < metres.length; at += 2) if (!isSamePlace(metres, 0, at)) return true
  return false
}

function isSamePlace(metres: Float64Array, a: number, b: number): boolean {
  const isSame = (one: number, other: number) => Math.round(one * CELLS) === Math.round(other * CELLS)
  return isSame(f64(metres, a), f64(metres, b)) && isSame(f64(metres, a + 1), f64(metres, b + 1))
}

/** The vertices on the grid, the same whichever way the line runs. */
function shapeOf({ metres }: SourceLine): string {
  const places: string[] = []
  for (let at = 0; at + 1 < metres.length; at += 2) {
    const place = `${Math.round(f64(metres, at) * CELLS)} ${Math.round(f64(metres, at + 1) * CELLS)}`
    if (place !== places.at(-1)) places.push(place)
  }
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
