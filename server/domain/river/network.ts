/**
 * The rivers as water sees them: reaches joined at nodes, with lengths, hours, banks, sections and gates.
 *
 * A reach is known by its number, its place in the graph's order; `reachNumber` finds it by id. The network is built for one
 * day: hand in the features that are valid then. What is wrong with the data is reported, not thrown.
 */
import type { NodeFeature, ReachFeature, ReachProperties, RiverPointFeature } from '../reference-data.ts'
import { markDiversions } from './diversion.ts'
import { buildRiverGraph, type RiverGraph } from './graph.ts'
import { buildRiverLines, fractionOf, nearestOnReach, type RiverLines } from './line.ts'
import { findNetworkProblems, type RiverNetworkProblem, selectUsableReaches } from './problem.ts'
import { indexSegments, type SegmentIndex } from './segments.ts'
import {
  areUsable,
  defaultVelocities,
  type Flow,
  TRAVEL_TIME_DEFAULTS,
  type TravelTimeSettings,
  travelHours,
  type Velocities,
} from './travel-time.ts'
import { type ReachCosts, WalkMemory } from './walk.ts'

export interface RiverFeatures {
  readonly reaches: readonly ReachFeature[]
  readonly nodes: readonly NodeFeature[]
  readonly sections: readonly RiverPointFeature[]
  readonly gates: readonly RiverPointFeature[]
}

export interface TravelTimeSource {
  readonly settings: TravelTimeSettings
  /** Measured velocities by reach id; they go before the settings. */
  readonly observed: ReadonlyMap<string, Velocities>
}

/** A section or gate at `fraction` (0 to 1) of its reach's drawn length. */
export interface PointOnReach {
  readonly id: string
  readonly name: string
  readonly river: string
  readonly kind: 'section' | 'gate'
  readonly fraction: number
}

export interface RiverNetwork {
  readonly graph: RiverGraph
  /** By reach number, as are the arrays that follow. */
  readonly reaches: readonly ReachProperties[]
  readonly lines: RiverLines
  /** 1 where the reach takes water out of the river above it. */
  readonly isDiversion: Uint8Array
  readonly points: readonly (readonly PointOnReach[])[]
  readonly costs: Readonly<Record<Flow, ReachCosts>>
  readonly reachNumber: ReadonlyMap<string, number>
  readonly segments: SegmentIndex
  readonly travelTime: TravelTimeSettings
  readonly problems: readonly RiverNetworkProblem[]
  /** Reused by every trace of this network; not part of its value. */
  readonly memory: WalkMemory
}

export function buildRiverNetwork(
  features: RiverFeatures,
  travelTime: TravelTimeSource = { settings: TRAVEL_TIME_DEFAULTS, observed: new Map() },
): RiverNetwork {
  const { usable, problems } = selectUsableReaches(features.reaches)
  const nodes = numberNodes(usable, features.nodes)
  const graph = buildRiverGraph({
    nodeCount: nodes.number.size,
    fromNode: Int32Array.from(usable, ({ properties }) => nodes.number.get(properties.fromNode) ?? -1),
    toNode: Int32Array.from(usable, ({ properties }) => nodes.number.get(properties.toNode) ?? -1),
  })
  const ordered = Array.from(graph.givenReach, (given) => usable[given]).filter((reach) => reach !== undefined)
  const reaches = ordered.map(({ properties }) => properties)
  const reachNumber = new Map(reaches.map(({ id }, number) => [id, number]))
  const lines = buildRiverLines(ordered.map((reach) => drawnWithTheFlow(reach, nodes.feature)))
  const points = placePoints(features, reachNumber, lines, reaches.length)
  const isReservoir = (node: string) => nodes.feature.get(node)?.properties.kind === 'reservoir'
  return {
    graph,
    reaches,
    lines,
    isDiversion: markDiversions(graph, reaches),
    points,
    costs: reachCosts(reaches, isReservoir, travelTime),
    reachNumber,
    segments: indexSegments(lines),
    travelTime: travelTime.settings,
    problems: [...problems, ...findNetworkProblems(graph, ordered, features, travelTime.observed)],
    memory: new WalkMemory(graph),
  }
}

/** A reach by number; numbers come from this network, so asking for another one is a bug. */
export function reachAt(network: RiverNetwork, reach: number): ReachProperties {
  const properties = network.reaches[reach]
  if (properties === undefined) throw new RangeError(`no reach has the number ${reach}`)
  return properties
}

/** Nodes by id; those that only a reach names get a number too, and a line among the problems. */
function numberNodes(reaches: readonly ReachFeature[], nodes: readonly NodeFeature[]) {
  const number = new Map<string, number>()
  const named = reaches.flatMap(({ properties }) => [properties.fromNode, properties.toNode])
  for (const id of [...nodes.map(({ properties }) => properties.id), ...named]) {
    if (!number.has(id)) number.set(id, number.size)
  }
  return { number, feature: new Map(nodes.map((node) => [node.properties.id, node])) }
}

/** The flow decides, not the drawing: a line whose first vertex lies at the lower node is turned round. */
function drawnWithTheFlow({ geometry, properties }: ReachFeature, nodes: ReadonlyMap<string, NodeFeature>) {
  const line = geometry.coordinates
  const upper = nodes.get(properties.fromNode)?.geometry.coordinates
  const lower = nodes.get(properties.toNode)?.geometry.coordinates
  const first = line.at(0)
  const last = line.at(-1)
  if (upper === undefined || lower === undefined || first === undefined || last === undefined) return line
  const asDrawn = squaredDegrees(first, upper) + squaredDegrees(last, lower)
  const turned = squaredDegrees(first, lower) + squaredDegrees(last, upper)
  return turned < asDrawn ? line.toReversed() : line
}

function placePoints(
  { sections, gates }: RiverFeatures,
  reachNumber: ReadonlyMap<string, number>,
  lines: RiverLines,
  reachCount: number,
): PointOnReach[][] {
  const points: PointOnReach[][] = Array.from({ length: reachCount }, () => [])
  for (const { geometry, properties } of [...sections, ...gates]) {
    const reach = reachNumber.get(properties.reachId)
    if (reach === undefined) continue
    const [lon = 0, lat = 0] = geometry.coordinates
    const fraction = fractionOf(lines, reach, nearestOnReach(lines, reach, [lon, lat]))
    const { id, name, river, kind } = properties
    points[reach]?.push({ id, name, river, kind, fraction })
  }
  return points
}

function reachCosts(
  reaches: readonly ReachProperties[],
  isReservoir: (node: string) => boolean,
  { settings, observed }: TravelTimeSource,
): Record<Flow, ReachCosts> {
  const hours = reaches.map((reach) => {
    const given = observed.get(reach.id)
    const joinsReservoirNodes = isReservoir(reach.fromNode) && isReservoir(reach.toNode)
    const isMeasured = given !== undefined && areUsable(given)
    const velocities = isMeasured ? given : defaultVelocities(reach, joinsReservoirNodes, settings)
    return travelHours(reach.lengthM, velocities, settings)
  })
  const lengthM = Float64Array.from(reaches, (reach) => reach.lengthM)
  const earliestH = Float64Array.from(hours, ({ earliest }) => earliest)
  const isOpen = Uint8Array.from(reaches, ({ state }) => (state === 'flowing' ? 1 : 0))
  const at = (flow: Flow): ReachCosts => {
    return { lengthM, earliestH, isOpen, probableH: Float64Array.from(hours, ({ probable }) => probable[flow]) }
  }
  return { low: at('low'), mean: at('mean'), high: at('high') }
}

function squaredDegrees([lon0 = 0, lat0 = 0]: number[], [lon1 = 0, lat1 = 0]: number[]): number {
  return (lon1 - lon0) ** 2 + (lat1 - lat0) ** 2
}
