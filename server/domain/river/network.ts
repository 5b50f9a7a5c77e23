/**
 * The rivers as water sees them: reaches joined at nodes, with lengths, hours, banks, sections and gates.
 *
 * A reach is known by its number, its place in the graph's order; `reachNumber` finds it by id. The network is built for one
 * day: hand in the features that are valid then. What is wrong with the data is reported, not thrown.
 */
import type { Feature, Point } from 'geojson'
import type {
  NodeFeature,
  NodeProperties,
  ReachFeature,
  ReachProperties,
  RiverPointFeature,
  RiverPointProperties,
} from '../reference-data.ts'
import { canalRivers, markDiversions } from './diversion.ts'
import { buildRiverGraph, type RiverGraph } from './graph.ts'
import { buildRiverLines, fractionOf, nearestOnReach, type RiverLines } from './line.ts'
import { markSideInflows } from './main-stem.ts'
import { reachesInState, type StatesOfDay } from './network-state.ts'
import { findNetworkProblems, type RiverNetworkProblem, selectUsableReaches } from './problem.ts'
import { networkCosts } from './reach-costs.ts'
import { indexSegments, type SegmentIndex } from './segments.ts'
import { type Flow, TRAVEL_TIME_DEFAULTS, type TravelTimeSettings, type TravelTimeSource } from './travel-time.ts'
import { type ReachCosts, WalkMemory } from './walk.ts'

export interface RiverFeatures {
  readonly reaches: readonly ReachFeature[]
  readonly nodes: readonly NodeFeature[]
  readonly sections: readonly RiverPointFeature[]
  readonly gates: readonly RiverPointFeature[]
  /** Outfalls, intakes and other sites. */
  readonly sites?: readonly RiverSiteFeature[]
}

/** What stands on a river: 断面, 闸坝, 排污口, 取水口, and sites such as a yard or a monitoring station. */
export const RIVER_POINT_KINDS = ['section', 'gate', 'outfall', 'intake', 'site'] as const
export type RiverPointKind = (typeof RIVER_POINT_KINDS)[number]

/** An outfall, intake or site, described like a section. None are shipped: an agency brings its own. */
export type RiverSiteFeature = Feature<
  Point,
  Omit<RiverPointProperties, 'kind'> & { readonly kind: Exclude<RiverPointKind, 'section' | 'gate'> }
>

/** A point at `fraction` (0 to 1) of its reach's drawn length. */
export interface PointOnReach {
  readonly id: string
  readonly name: string
  readonly nameEn: string
  readonly river: string
  readonly riverEn: string
  readonly kind: RiverPointKind
  /** E.g. 京-冀 where it watches water that leaves Beijing for Hebei. */
  readonly border: string | null
  readonly fraction: number
}

export interface RiverNetwork {
  readonly graph: RiverGraph
  /** By reach number, as are the arrays that follow. */
  readonly reaches: readonly ReachProperties[]
  readonly lines: RiverLines
  /** 1 where the reach takes water out of the river above it. */
  readonly isDiversion: Uint8Array
  /** 1 where the reach does not bring the main stem to its lower end: a tributary, or a canal with foreign water. */
  readonly isSideInflow: Uint8Array
  /** Ids of the rivers that are canals. */
  readonly canals: ReadonlySet<string>
  readonly points: readonly (readonly PointOnReach[])[]
  readonly costs: Readonly<Record<Flow, ReachCosts>>
  /** Where the hours of each reach come from, one bit of `TRAVEL_TIME_ORIGINS`. */
  readonly originBits: Uint8Array
  readonly reachNumber: ReadonlyMap<string, number>
  readonly nodes: ReadonlyMap<string, NodeProperties>
  readonly segments: SegmentIndex
  readonly travelTime: TravelTimeSettings
  /** What it was built from, so that it can be built again in another state. */
  readonly features: RiverFeatures
  readonly source: TravelTimeSource
  /** The dated states of gates, pumps and beds that it was built in; null where the reference data alone decides. */
  readonly states: StatesOfDay | null
  readonly problems: readonly RiverNetworkProblem[]
  /** Reused by every trace of this network; not part of its value. */
  readonly memory: WalkMemory
}

export function buildRiverNetwork(
  features: RiverFeatures,
  source: TravelTimeSource = { settings: TRAVEL_TIME_DEFAULTS, observed: new Map() },
  states: StatesOfDay | null = null,
): RiverNetwork {
  const { usable, problems } = selectUsableReaches(
    states === null ? features.reaches : reachesInState(features.reaches, states),
  )
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
    isSideInflow: markSideInflows(graph, reaches, source.hydraulics),
    canals: canalRivers(reaches),
    points,
    ...networkCosts(reaches, isReservoir, source),
    reachNumber,
    nodes: new Map([...nodes.feature].map(([id, { properties }]) => [id, properties])),
    segments: indexSegments(lines),
    travelTime: source.settings,
    features,
    source,
    states,
    problems: [...problems, ...findNetworkProblems(graph, ordered, features, source)],
    memory: new WalkMemory(graph),
  }
}

/** The same rivers in the states of a day. */
export function inStates(network: RiverNetwork, states: StatesOfDay): RiverNetwork {
  return buildRiverNetwork(network.features, network.source, states)
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
  { sections, gates, sites = [] }: RiverFeatures,
  reachNumber: ReadonlyMap<string, number>,
  lines: RiverLines,
  reachCount: number,
): PointOnReach[][] {
  const points: PointOnReach[][] = Array.from({ length: reachCount }, () => [])
  for (const { geometry, properties } of [...sections, ...gates, ...sites]) {
    const reach = reachNumber.get(properties.reachId)
    if (reach === undefined) continue
    const [lon = 0, lat = 0] = geometry.coordinates
    const fraction = fractionOf(lines, reach, nearestOnReach(lines, reach, [lon, lat]))
    const { id, name, nameEn, river, riverEn, kind, border } = properties
    points[reach]?.push({ id, name, nameEn, river, riverEn, kind, border: border ?? null, fraction })
  }
  return points
}

function squaredDegrees([lon0 = 0, lat0 = 0]: number[], [lon1 = 0, lat1 = 0]: number[]): number {
  return (lon1 - lon0) ** 2 + (lat1 - lat0) ** 2
}
