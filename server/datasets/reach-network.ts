/** Reaches and nodes from the rivers' courses: a new reach at every junction and at every change of a bank's unit. */
import { distance } from '@turf/turf'
import type { Position } from 'geojson'
import { vertexKey } from './border-edges.ts'
import type { RiverCourse, Stretch } from './river-course.ts'
import type { River } from './river-register.ts'

export interface Reach {
  readonly id: string
  readonly river: River
  readonly sequence: number
  readonly kind: Stretch['kind']
  readonly left: string
  readonly right: string
  readonly line: readonly Position[]
  readonly lengthM: number
  readonly chainageM: number
  readonly fromNode: string
  readonly toNode: string
}

export interface Node {
  readonly id: string
  readonly position: Position
  /** Name of the way-point here, or `''`. */
  readonly place: string
  readonly arriving: readonly Reach[]
  readonly leaving: readonly Reach[]
}

export interface ReachNetwork {
  readonly reaches: readonly Reach[]
  readonly nodes: readonly Node[]
}

export function reachNetwork(courses: readonly RiverCourse[]): ReachNetwork {
  const junctions = new Set(courses.flatMap(({ stretches }) => [stretches[0]?.from, stretches.at(-1)?.to].map(keyOf)))
  const nodeIds = new Map<string, string>()
  const reaches = courses.flatMap(({ river, stretches }) =>
    riverReaches(river, groupedByReach(stretches, junctions), nodeIds),
  )
  return { reaches, nodes: nodesOf(reaches, nodeIds, courses) }
}

function groupedByReach(stretches: readonly Stretch[], junctions: ReadonlySet<string>): Stretch[][] {
  const groups: Stretch[][] = []
  for (const stretch of stretches) {
    const current = groups.at(-1)
    const previous = current?.at(-1)
    if (previous && isSameReach(previous, stretch) && !junctions.has(vertexKey(stretch.from))) current?.push(stretch)
    else groups.push([stretch])
  }
  return groups
}

const isSameReach = (a: Stretch, b: Stretch): boolean => a.left === b.left && a.right === b.right && a.kind === b.kind

/** A node is named after the river that first meets it and its place in that river's count. */
function riverReaches(river: River, groups: readonly Stretch[][], nodeIds: Map<string, string>): Reach[] {
  let count = 0
  const nodeAt = (position: Position): string => {
    const key = vertexKey(position)
    const id = nodeIds.get(key) ?? `${river.id}-n${twoDigits(count)}`
    count += 1
    nodeIds.set(key, id)
    return id
  }
  let [chainageM, fromNode] = [0, '']
  return groups.map((stretches, at) => {
    const [first, last] = [stretches[0], stretches.at(-1)]
    if (first === undefined || last === undefined) throw new Error(`${river.id} has an empty reach`)
    if (at === 0) fromNode = nodeAt(first.from)
    const reach: Reach = {
      ...{ id: `${river.id}-${twoDigits(at + 1)}`, river, sequence: at + 1, kind: first.kind },
      ...{ left: first.left, right: first.right, line: [first.from, ...stretches.map(({ to }) => to)] },
      ...{ lengthM: Math.round(1000 * sumOf(stretches)), chainageM, fromNode, toNode: nodeAt(last.to) },
    }
    chainageM += reach.lengthM
    fromNode = reach.toNode
    return reach
  })
}

const sumOf = (stretches: readonly Stretch[]): number =>
  stretches.reduce((totalKm, { from, to }) => totalKm + distance(from, to), 0)

function nodesOf(reaches: readonly Reach[], ids: ReadonlyMap<string, string>, courses: readonly RiverCourse[]): Node[] {
  const places = new Map(courses.toReversed().flatMap((course) => [...course.places]))
  return [...ids].map(([key, id]) => ({
    id,
    position: key.split(',').map(Number),
    place: places.get(key) ?? '',
    arriving: reaches.filter(({ toNode }) => toNode === id),
    leaving: reaches.filter(({ fromNode }) => fromNode === id),
  }))
}

const keyOf = (position: Position | undefined): string => vertexKey(position ?? [])

const twoDigits = (count: number): string => String(count).padStart(2, '0')
