/**
 * The border segments of a coverage chained to arcs: what crossing needs beside the grid.
 *
 * An arc runs from node to node (a place where other than two segments end) with one unit on its left and one on its
 * right. An arc no query edge crosses lies wholly inside or wholly outside the query, so its part of Green's theorem is
 * summed once, here.
 */

import { f64, i32, u8 } from '../typed-array.ts'
import type { BorderSegments, Coverage, CoverageGrid } from './coverage.ts'
import { cellClearance } from './crossing-clearance.ts'
import { endX, endY, numberEnds } from './crossing-ends.ts'

export interface BorderNetwork {
  readonly grid: CoverageGrid
  /** As `grid.cellSegments`, but naming border segments by their first vertex in `points`. */
  readonly cellSegments: Int32Array
  /** By grid cell: how many rings of cells around it, itself counted, no border touches. */
  readonly clearance: Uint8Array
  /** x, y of every vertex, arc after arc; border segment `i` runs from vertex `i` to vertex `i + 1` of the same arc. */
  readonly points: Float64Array
  /** Arc of each vertex. */
  readonly arcOf: Int32Array
  /** CSR: arc `a` has the vertices `arcStart[a] .. arcStart[a + 1]`, last one included in the arc. */
  readonly arcStart: Int32Array
  /** Unit numbers by arc, as the arc runs. */
  readonly left: Int32Array
  readonly right: Int32Array
  /** Doubled area that the arc sweeps as seen from its first vertex. */
  readonly sweep: Float64Array
  /** Nodes by arc; equal for an arc that closes on itself. */
  readonly fromNode: Int32Array
  readonly toNode: Int32Array
  /** CSR: arcs that begin or end at node `n`. */
  readonly nodeStart: Int32Array
  readonly nodeArcs: Int32Array
  /** Connected part of the border by arc. */
  readonly partOf: Int32Array
  /** One arc of each part; parts are ordered by the x of its first vertex, `partX`. */
  readonly partArc: Int32Array
  readonly partX: Float64Array
}

export function borderNetwork({ segments, grid }: Coverage): BorderNetwork {
  const chains = chainSegments(segments)
  const joints = joinArcs(chains)
  return {
    grid,
    cellSegments: grid.cellSegments.map((segment) => i32(chains.place, segment)),
    clearance: cellClearance(grid),
    points: chains.points,
    arcOf: chains.arcOf,
    arcStart: chains.arcStart,
    left: chains.left,
    right: chains.right,
    sweep: sweepOfArcs(chains),
    fromNode: chains.fromNode,
    toNode: chains.toNode,
    ...joints,
    ...connectedParts(chains, joints),
  }
}

interface Chains {
  readonly points: Float64Array
  /** First vertex of each border segment in `points`. */
  readonly place: Int32Array
  readonly arcOf: Int32Array
  readonly arcStart: Int32Array
  readonly left: Int32Array
  readonly right: Int32Array
  readonly fromNode: Int32Array
  readonly toNode: Int32Array
  readonly nodeCount: number
}

interface Joints {
  readonly nodeStart: Int32Array
  readonly nodeArcs: Int32Array
}

/**
 * Follows segments from node to node. Segment `s` has the ends `2s` and `2s + 1`; walking leaves a segment by the end
 * opposite to the one it entered by, `end ^ 1`.
 */
function chainSegments(segments: BorderSegments): Chains {
  const ends = numberEnds(segments)
  const isUsed = new Uint8Array(segments.count)
  const nodeOf = new Int32Array(ends.placeCount).fill(-1)
  const place = new Int32Array(segments.count)
  const coordinates = new Float64Array(4 * segments.count)
  const arcOf = new Int32Array(2 * segments.count)
  const arcStart = [0]
  const left: number[] = []
  const right: number[] = []
  const fromNode: number[] = []
  const toNode: number[] = []
  let vertexCount = 0
  let nodeCount = 0

  const push = (end: number): void => {
    coordinates[2 * vertexCount] = endX(segments, end)
    coordinates[2 * vertexCount + 1] = endY(segments, end)
    arcOf[vertexCount++] = left.length - 1
  }
  const follow = (firstEnd: number): void => {
    left.push(i32(firstEnd & 1 ? segments.right : segments.left, firstEnd >> 1))
    right.push(i32(firstEnd & 1 ? segments.left : segments.right, firstEnd >> 1))
    fromNode.push(i32(nodeOf, i32(ends.placeOf, firstEnd)))
    for (let end = firstEnd; ; end = ends.otherEnd(end ^ 1)) {
      isUsed[end >> 1] = 1
      place[end >> 1] = vertexCount
      push(end)
      const node = i32(nodeOf, i32(ends.placeOf, end ^ 1))
      if (node < 0) continue
      push(end ^ 1)
      toNode.push(node)
      break
    }
    arcStart.push(vertexCount)
  }

  for (let vertex = 0; vertex < ends.placeCount; vertex++) if (ends.degree(vertex) !== 2) nodeOf[vertex] = nodeCount++
  for (let end = 0; end < 2 * segments.count; end++) {
    if (u8(isUsed, end >> 1) === 0 && i32(nodeOf, i32(ends.placeOf, end)) >= 0) follow(end)
  }
  // What is left are rings without a node: each gets one where it is first met.
  for (let segment = 0; segment < segments.count; segment++) {
    if (u8(isUsed, segment) === 1) continue
    nodeOf[i32(ends.placeOf, 2 * segment)] = nodeCount++
    follow(2 * segment)
  }
  return {
    points: coordinates.slice(0, 2 * vertexCount),
    place,
    arcOf: arcOf.slice(0, vertexCount),
    arcStart: Int32Array.from(arcStart),
    left: Int32Array.from(left),
    right: Int32Array.from(right),
    fromNode: Int32Array.from(fromNode),
    toNode: Int32Array.from(toNode),
    nodeCount,
  }
}

function joinArcs({ fromNode, toNode, nodeCount }: Chains): Joints {
  const nodeStart = new Int32Array(nodeCount + 1)
  for (const node of fromNode) nodeStart[node + 1] = i32(nodeStart, node + 1) + 1
  for (const node of toNode) nodeStart[node + 1] = i32(nodeStart, node + 1) + 1
  for (let node = 0; node < nodeCount; node++) nodeStart[node + 1] = i32(nodeStart, node + 1) + i32(nodeStart, node)
  const next = nodeStart.slice()
  const nodeArcs = new Int32Array(2 * fromNode.length)
  const attach = (node: number, arc: number): void => {
    const slot = i32(next, node)
    nodeArcs[slot] = arc
    next[node] = slot + 1
  }
  fromNode.forEach(attach)
  toNode.forEach(attach)
  return { nodeStart, nodeArcs }
}

function connectedParts(chains: Chains, joints: Joints): Pick<BorderNetwork, 'partOf' | 'partArc' | 'partX'> {
  const arcCount = chains.left.length
  const firstX = Float64Array.from({ length: arcCount }, (_, arc) => f64(chains.points, 2 * i32(chains.arcStart, arc)))
  // From the west: so each part is met first in its westernmost arc, and the parts come out in order.
  const westToEast = Int32Array.from({ length: arcCount }, (_, arc) => arc).sort(
    (a, b) => f64(firstX, a) - f64(firstX, b),
  )
  const partOf = new Int32Array(arcCount).fill(-1)
  const partArc: number[] = []
  for (const arc of westToEast) if (i32(partOf, arc) < 0) markPart(chains, joints, partOf, arc, partArc.push(arc) - 1)
  return { partOf, partArc: Int32Array.from(partArc), partX: Float64Array.from(partArc, (arc) => f64(firstX, arc)) }
}

function markPart(
  { fromNode, toNode }: Chains,
  { nodeStart, nodeArcs }: Joints,
  partOf: Int32Array,
  seed: number,
  part: number,
): void {
  const open = [seed]
  for (let arc = open.pop(); arc !== undefined; arc = open.pop()) {
    if (i32(partOf, arc) >= 0) continue
    partOf[arc] = part
    for (const node of [i32(fromNode, arc), i32(toNode, arc)]) {
      for (let slot = i32(nodeStart, node); slot < i32(nodeStart, node + 1); slot++) open.push(i32(nodeArcs, slot))
    }
  }
}

function sweepOfArcs({ points, arcStart }: Chains): Float64Array {
  const sweep = new Float64Array(arcStart.length - 1)
  for (let arc = 0; arc < sweep.length; arc++) {
    const first = i32(arcStart, arc)
    const originX = f64(points, 2 * first)
    const originY = f64(points, 2 * first + 1)
    let sum = 0
    for (let vertex = first; vertex + 1 < i32(arcStart, arc + 1); vertex++) {
      const x = f64(points, 2 * vertex) - originX
      const y = f64(points, 2 * vertex + 1) - originY
      sum += x * (f64(points, 2 * vertex + 3) - originY) - y * (f64(points, 2 * vertex + 2) - originX)
    }
    sweep[arc] = sum
  }
  return sweep
}
