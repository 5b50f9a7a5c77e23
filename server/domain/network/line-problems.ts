/** What the joining of lines found: ends, overlaps, crossings that nobody drew, and names that several rivers bear. */
import type { Metres } from '../coordinate-system.ts'
import { f64, i32 } from '../typed-array.ts'
import { CELLS, type LineTable, placeKey } from './line-table.ts'
import { waysAt, waysAtNodes } from './node-ways.ts'
import type { Pieces } from './pieces.ts'
import type { NetworkProblem } from './problem.ts'
import type { EndFinding } from './snap-ends.ts'
import type { SourceLine } from './source-line.ts'

export function endProblems(findings: readonly EndFinding[], lines: readonly SourceLine[]): NetworkProblem[] {
  return findings.map(({ line, end, outcome, x, y, distanceM, otherLine }) => {
    const [id, other] = [idOf(lines, line), idOf(lines, otherLine)]
    const [endZh, endEn] = end === 'start' ? ['起点', 'start'] : ['终点', 'end']
    const far = distanceM.toFixed(1)
    const place: Metres = [x / CELLS, y / CELLS]
    const known = { place, lineIds: [id, other], measureM: distanceM }
    if (outcome === 'snapped') {
      return {
        ...{ id: `snapped-end:${id}:${end}`, kind: 'snapped-end', ...known },
        zh: `线 ${id} 的${endZh}距线 ${other} ${far} 米，在容差之内，已接上。`,
        en: `The ${endEn} of line ${id} lay ${far} m from line ${other}, within the tolerance, and was joined to it.`,
        proposal: { action: 'accept' },
      }
    }
    return {
      ...{ id: `loose-end:${id}:${end}`, kind: 'loose-end', ...known },
      zh: `线 ${id} 的${endZh}距线 ${other} ${far} 米，超出容差，未接上。`,
      en: `The ${endEn} of line ${id} lies ${far} m from line ${other}, beyond the tolerance, and was not joined.`,
      proposal: { action: 'join', lineId: id, end, toLineId: other, toEnd: null },
    }
  })
}

/** Shorter, lines only cross at a small angle: the cells that both pass are no stretch that was drawn twice. */
const LEAST_OVERLAP_M = 1

export function overlapProblems({ overlaps }: Pieces, lines: readonly SourceLine[]): NetworkProblem[] {
  const drawnTwice = overlaps.filter(({ lengthM }) => lengthM >= LEAST_OVERLAP_M)
  return drawnTwice.map(({ kept, dropped, lengthM, x, y }) => {
    const [id, other] = [idOf(lines, dropped), idOf(lines, kept)]
    const isSelf = kept === dropped
    return {
      ...{ id: `overlap:${other}:${id}`, kind: 'overlap', place: [x / CELLS, y / CELLS], lineIds: [id, other] },
      measureM: lengthM,
      zh: isSelf
        ? `线 ${id} 有 ${lengthM.toFixed(1)} 米原路折返，只保留一次。`
        : `线 ${id} 与 ${other} 重叠 ${lengthM.toFixed(1)} 米，重叠段归 ${other}。`,
      en: isSelf
        ? `Line ${id} returns along itself for ${lengthM.toFixed(1)} m; that stretch is kept once.`
        : `Line ${id} runs along ${other} for ${lengthM.toFixed(1)} m; that stretch belongs to ${other}.`,
      proposal: { action: 'accept' },
    }
  })
}

/** Nodes where lines cross and no line has a vertex in that cell or the next of `drawn`, the lines before they were noded. */
export function crossingProblems(pieces: Pieces, drawn: LineTable, lines: readonly SourceLine[]): NetworkProblem[] {
  const vertices = new Set<number>()
  for (let v = 0; v < drawn.x.length; v++) vertices.add(placeKey(f64(drawn.x, v), f64(drawn.y, v)))
  const ways = waysAtNodes(pieces.nodeX.length, pieces.fromNode, pieces.toNode)
  const found: NetworkProblem[] = []
  for (let node = 0; node < pieces.nodeX.length; node++) {
    const [x, y] = [f64(pieces.nodeX, node), f64(pieces.nodeY, node)]
    if (NEXT.some((east) => NEXT.some((north) => vertices.has(placeKey(x + east, y + north))))) continue
    const [one, other = one] = [...new Set(Array.from(waysAt(ways, node), (piece) => i32(pieces.line, piece)))].sort(
      (a, b) => a - b,
    )
    if (one === undefined || other === undefined) continue
    found.push(crossing(idOf(lines, one), idOf(lines, other), [x / CELLS, y / CELLS]))
  }
  return found
}

const NEXT = [-1, 0, 1]

function crossing(one: string, other: string, place: Metres): NetworkProblem {
  const where = `${Math.round(place[0])}-${Math.round(place[1])}`
  return {
    ...{ id: `crossing:${one}:${other}:${where}`, kind: 'crossing', place, lineIds: [one, other], measureM: null },
    zh: `线 ${one} 与 ${other} 在没有顶点处相交，已作为汇流点；若为立交（渡槽、倒虹吸），应分开。`,
    en: `Lines ${one} and ${other} cross where neither has a vertex; they were joined there. If one passes over the other, keep them apart.`,
    proposal: { action: 'separate', lineId: one, toLineId: other },
  }
}

/** Rivers are joined by id alone: one name with several ids is told, once. */
export function nameProblems(lines: readonly SourceLine[]): NetworkProblem[] {
  const rivers = new Map<string, Map<string, SourceLine>>()
  for (const line of lines) {
    if (line.name === '') continue
    const known = rivers.get(line.name) ?? new Map<string, SourceLine>()
    if (!known.has(line.riverId)) known.set(line.riverId, line)
    rivers.set(line.name, known)
  }
  return [...rivers].flatMap(([name, ids]) => (ids.size < 2 ? [] : [sameName(name, ids)]))
}

const MOST_LISTED = 5

function sameName(name: string, rivers: ReadonlyMap<string, SourceLine>): NetworkProblem {
  const lines = [...rivers.values()]
  const listed = [...rivers.keys()].slice(0, MOST_LISTED).join('、') + (rivers.size > MOST_LISTED ? '……' : '')
  const metres = lines[0]?.metres ?? new Float64Array(2)
  return {
    ...{ id: `same-name:${name}`, kind: 'same-name', place: [f64(metres, 0), f64(metres, 1)], measureM: null },
    lineIds: lines.map(({ id }) => id),
    zh: `“${name}”有 ${rivers.size} 个编号（${listed}），按编号视为不同河流，不按名称合并。`,
    en: `${name} has ${rivers.size} ids (${listed}): they are taken for different rivers and never joined by name.`,
    proposal: { action: 'accept' },
  }
}

const idOf = (lines: readonly SourceLine[], line: number): string => lines[line]?.id ?? ''
