/** What is wrong with the way the water runs: lines drawn against it, cycles, and what reaches no outlet. */
import type { Metres } from '../coordinate-system.ts'
import type { JurisdictionProperties } from '../reference-data.ts'
import { f64, i32 } from '../typed-array.ts'
import { circuits, components } from './connected.ts'
import { CELLS } from './line-table.ts'
import { type NodeWays, waysAt, waysAtNodes } from './node-ways.ts'
import { type FlowQuestion, flowEnds, type Turned } from './orient.ts'
import type { NetworkProblem } from './problem.ts'
import type { ReachGraph } from './reach-graph.ts'

export function reversedProblems(question: FlowQuestion, turned: Turned): NetworkProblem[] {
  return question.orientation === 'digitised' ? headOnProblems(question, turned) : turnedProblems(question, turned)
}

/** Lines that the outlets or the node names say are drawn uphill; a mended one is no problem any more. */
function turnedProblems({ pieces, lines, mends }: FlowQuestion, turned: Turned): NetworkProblem[] {
  const decided = new Set(mends.flatMap((mend) => (mend.action === 'reverse' ? [mend.lineId] : [])))
  const found = new Map<string, NetworkProblem>()
  for (let piece = 0; piece < pieces.count; piece++) {
    const id = lines[i32(pieces.line, piece)]?.id ?? ''
    if (turned[piece] !== 1 || decided.has(id) || found.has(id)) continue
    found.set(id, {
      ...{ id: `reversed:${id}`, kind: 'reversed', lineIds: [id], measureM: null },
      place: nodePlace(pieces, i32(pieces.fromNode, piece)),
      zh: `线 ${id} 的绘制方向与水流相反，已按水流调转。`,
      en: `Line ${id} is drawn against the flow and was turned round.`,
      proposal: { action: 'accept' },
    })
  }
  return [...found.values()]
}

/** Places where water only arrives, or only leaves, and more than one line ends: one of them is drawn the wrong way. */
function headOnProblems({ pieces, lines, outlets }: FlowQuestion, turned: Turned): NetworkProblem[] {
  const joints = new Joints(flowEnds(pieces, turned), pieces.nodeX.length, new Set(outlets))
  const idOf = (piece: number): string => lines[i32(pieces.line, piece)]?.id ?? ''
  const found = new Map<string, NetworkProblem>()
  for (let node = 0; node < pieces.nodeX.length; node++) {
    if (!joints.isWrong(node)) continue
    const involved = [...new Set(Array.from(joints.at(node), idOf))]
    const suspect = joints.suspectAt(node)
    const suspectId = suspect === undefined ? undefined : idOf(suspect)
    const problem = headOn(involved, suspectId, joints.isSink(node), nodePlace(pieces, node))
    if (!found.has(problem.id)) found.set(problem.id, problem)
  }
  return [...found.values()]
}

/** How many pieces arrive at each node and leave it, and what turning one of them would make of that. */
class Joints {
  readonly #ends: { readonly upper: Int32Array; readonly lower: Int32Array }
  readonly #arriving: Int32Array
  readonly #leaving: Int32Array
  readonly #ways: NodeWays
  readonly #outlets: ReadonlySet<number>

  constructor(ends: { upper: Int32Array; lower: Int32Array }, nodeCount: number, outlets: ReadonlySet<number>) {
    this.#ends = ends
    this.#arriving = countAt(nodeCount, ends.lower)
    this.#leaving = countAt(nodeCount, ends.upper)
    this.#ways = waysAtNodes(nodeCount, ends.upper, ends.lower)
    this.#outlets = outlets
  }

  at(node: number): Int32Array {
    return waysAt(this.#ways, node)
  }

  isSink(node: number): boolean {
    return i32(this.#leaving, node) === 0
  }

  /** `more` pieces leave it than do, and so many fewer arrive. */
  isWrong(node: number, more = 0): boolean {
    const leaving = i32(this.#leaving, node) + more
    const arriving = i32(this.#arriving, node) - more
    const isStuck = (leaving === 0 && !this.#outlets.has(node)) || arriving === 0
    return leaving + arriving > 1 && isStuck
  }

  /** A piece that puts the node right when it is turned, and its far end no worse: one that puts both right, or the last. */
  suspectAt(node: number): number | undefined {
    const farOf = (piece: number) => i32(this.#ends.upper, piece) + i32(this.#ends.lower, piece) - node
    const candidates = [...this.at(node)].filter((piece) => {
      const more = i32(this.#ends.lower, piece) === node ? 1 : -1
      return farOf(piece) !== node && !this.isWrong(node, more) && !this.isWrong(farOf(piece), -more)
    })
    return candidates.find((piece) => this.isWrong(farOf(piece))) ?? candidates.at(-1)
  }
}

function headOn(lineIds: string[], suspect: string | undefined, isSink: boolean, place: Metres): NetworkProblem {
  const [zh, en] = isSink ? ['只有来水，没有去水', 'water only arrives'] : ['只有去水，没有来水', 'water only leaves']
  const known = { kind: 'reversed' as const, place, measureM: null }
  const all = lineIds.join('、')
  if (suspect === undefined) {
    return {
      ...{ id: `reversed:${lineIds.join('+')}`, lineIds, ...known },
      zh: `${all} 相接处${zh}；调转任何一条都不能解决，请核对流向。`,
      en: `Where ${all} meet, ${en}; turning one of them does not help: check the flow.`,
      proposal: { action: 'accept' },
    }
  }
  return {
    ...{ id: `reversed:${suspect}`, lineIds: [suspect, ...lineIds.filter((id) => id !== suspect)], ...known },
    zh: `${all} 相接处${zh}；${suspect} 可能画反了。`,
    en: `Where ${all} meet, ${en}; ${suspect} is perhaps drawn the wrong way.`,
    proposal: { action: 'reverse', lineId: suspect },
  }
}

/** One problem for each set of reaches on which water can come back. */
export function cycleProblems(graph: ReachGraph): NetworkProblem[] {
  const circuit = circuits(graph)
  const members = new Map<number, number[]>()
  for (let reach = 0; reach < graph.reachId.length; reach++) {
    const number = i32(circuit, i32(graph.fromNode, reach))
    if (number !== i32(circuit, i32(graph.toNode, reach))) continue
    members.set(number, [...(members.get(number) ?? []), reach])
  }
  return [...members.values()].map((reaches) => {
    const first = firstById(graph, reaches)
    const lineIds = lineIdsOf(graph, reaches)
    return {
      ...{ id: `cycle:${first.id}`, kind: 'cycle', place: first.place, lineIds },
      measureM: reaches.reduce((sum, reach) => sum + f64(graph.lengthM, reach), 0),
      zh: `${reaches.length} 个河段首尾相接成环（${listed(lineIds)}），水会流回原处。`,
      en: `${reaches.length} reaches form a cycle (${listed(lineIds)}): water would come back.`,
      proposal: { action: 'reverse', lineId: graph.source[first.reach]?.id ?? '' },
    }
  })
}

export interface Islands {
  readonly problems: readonly NetworkProblem[]
  /**
   * Nodes by which water leaves: those declared, or where none is, the ends of the largest connected part and the ends beyond
   * the province of the network.
   */
  readonly outlets: ReadonlySet<number>
}

/** `units` are those that the banks name; none for a network without boundaries. */
export function islandProblems(graph: ReachGraph, declared: readonly number[], units: readonly UnitOfBank[]): Islands {
  const part = components(graph)
  const parts = new Map<number, number[]>()
  for (let reach = 0; reach < graph.reachId.length; reach++) {
    const number = i32(part, i32(graph.fromNode, reach))
    const known = parts.get(number)
    if (known === undefined) parts.set(number, [reach])
    else known.push(reach)
  }
  const lengthOf = (reaches: readonly number[]) => reaches.reduce((sum, reach) => sum + f64(graph.lengthM, reach), 0)
  const sizes = [...parts].map(([number, reaches]) => ({ number, reaches, lengthM: lengthOf(reaches) }))
  const largest = sizes.reduce((a, b) => (b.lengthM > (a?.lengthM ?? 0) ? b : a), sizes[0])
  const leaving = [...endsOf(graph, largest?.reaches ?? []), ...endsBeyondHome(graph, units)]
  const outlets = new Set(declared.length > 0 ? declared : leaving)
  const drained = new Set([...outlets].map((node) => i32(part, node)))
  // A largest part that is a ring has no end, and yet is no island.
  if (declared.length === 0 && largest !== undefined) drained.add(largest.number)
  const islands = sizes.filter(({ number }) => !drained.has(number))
  return { problems: islands.map(({ reaches, lengthM }) => island(graph, reaches, lengthM)), outlets }
}

function endsOf(graph: ReachGraph, reaches: readonly number[]): ReadonlySet<number> {
  const left = new Set(graph.fromNode)
  return new Set(reaches.map((reach) => i32(graph.toNode, reach)).filter((node) => !left.has(node)))
}

type UnitOfBank = Pick<JurisdictionProperties, 'code' | 'province'> | undefined

/**
 * Where a river ends beyond the province in which most of the network lies, the data end and not the water: 拒马河 goes on in
 * 涿州, 凤河 in 廊坊.
 */
function endsBeyondHome(graph: ReachGraph, units: readonly UnitOfBank[]): number[] {
  const provinceOf = new Map(units.map((unit) => [unit?.code ?? '', unit?.province ?? '']))
  const banks = graph.reaches.map(({ leftUnit, rightUnit }) =>
    [leftUnit, rightUnit].map((unit) => provinceOf.get(unit) ?? ''),
  )
  const lengths = new Map<string, number>()
  for (const [reach, provinces] of banks.entries()) {
    for (const province of provinces) lengths.set(province, (lengths.get(province) ?? 0) + f64(graph.lengthM, reach))
  }
  const [home] = [...lengths].reduce((most, found) => (found[1] > most[1] ? found : most), ['', 0])
  const isBeyond = (reach: number): boolean => banks[reach]?.some((province) => province !== home) ?? false
  return [...endsOf(graph, [...graph.reaches.keys()].filter(isBeyond))]
}

function island(graph: ReachGraph, reaches: readonly number[], lengthM: number): NetworkProblem {
  const first = firstById(graph, reaches)
  const lineIds = lineIdsOf(graph, reaches)
  const km = (lengthM / 1000).toFixed(1)
  return {
    ...{ id: `island:${first.id}`, kind: 'island', place: first.place, lineIds, measureM: lengthM },
    zh: `${reaches.length} 个河段（${km} 公里，${listed(lineIds)}）不通向任何出口：请接上，或声明其出口。`,
    en: `${reaches.length} reaches (${km} km, ${listed(lineIds)}) lead to no outlet: join them, or declare where they leave.`,
    proposal: { action: 'accept' },
  }
}

/** The reach whose id comes first: it names the problem, so that the name stays. */
function firstById(graph: ReachGraph, reaches: readonly number[]) {
  const idOf = (reach: number): string => graph.reachId[reach] ?? ''
  const reach = reaches.reduce((a, b) => (idOf(b) < idOf(a) ? b : a), reaches[0] ?? -1)
  return { reach, id: idOf(reach), place: graph.nodePlace[i32(graph.fromNode, reach)] ?? null }
}

const lineIdsOf = (graph: ReachGraph, reaches: readonly number[]): string[] =>
  [...new Set(reaches.map((reach) => graph.source[reach]?.id ?? ''))].sort()

const MOST_LISTED = 5
const listed = (ids: readonly string[]): string =>
  ids.slice(0, MOST_LISTED).join('、') + (ids.length > MOST_LISTED ? '……' : '')

function countAt(nodeCount: number, nodes: Int32Array): Int32Array {
  const count = new Int32Array(nodeCount)
  for (const node of nodes) count[node] = i32(count, node) + 1
  return count
}

const nodePlace = ({ nodeX, nodeY }: { nodeX: Float64Array; nodeY: Float64Array }, node: number): Metres => [
  f64(nodeX, node) / CELLS,
  f64(nodeY, node) / CELLS,
]
