/**
 * 构网: any layer of polylines becomes a network of reaches, with a report of what is wrong with the layer.
 *
 * The steps, in order: lines are put in an order of their own; ends that nearly meet are snapped; crossings, touches and
 * overlaps become shared vertices; lines are cut into pieces; the pieces are given the direction of the water; pieces of one
 * river (by id, never by name) are joined to reaches; reaches are split where a bank's unit changes. What a steward decided about
 * a problem (`mends`) takes part in the step it concerns. The same input gives the same output, in whatever order it comes.
 */
import type { FeatureCollection, LineString, Point } from 'geojson'
import type { UnitLayer } from '../atlas.ts'
import type { NodeFeature, ReachFeature } from '../reference-data.ts'
import { arrangeLines } from './arrange-lines.ts'
import { type Drift, findDrifts } from './drift.ts'
import { type DriftProperties, driftFeatures, driftProblems } from './drift-features.ts'
import { cycleProblems, islandProblems, reversedProblems } from './flow-problems.ts'
import { joinPieces, type ReachLine } from './join-pieces.ts'
import { crossingProblems, endProblems, nameProblems, overlapProblems } from './line-problems.ts'
import { lineTable, placeKey } from './line-table.ts'
import { lostMends, lostOutlets } from './lost-problems.ts'
import { linesToMend, type Mend } from './mend.ts'
import { namedEnds } from './mended-ends.ts'
import { nodeFeatures, reachFeatures } from './network-features.ts'
import { nodeLines, pairKey } from './node-lines.ts'
import { orientPieces } from './orient.ts'
import { type DeclaredOutlet, findOutlets } from './outlets.ts'
import { cutPieces, type Pieces } from './pieces.ts'
import { type NetworkProblem, type ProblemProperties, problemFeatures } from './problem.ts'
import { type ReachGraph, reachGraph } from './reach-graph.ts'
import type { NetworkSettings } from './settings.ts'
import { snapEnds } from './snap-ends.ts'
import type { SourceLine } from './source-line.ts'
import { type BankedReach, splitByBanks, surveyBanks, withoutBanks } from './split-reaches.ts'
import type { TooDense } from './too-dense.ts'

export interface NetworkInput {
  readonly lines: readonly SourceLine[]
  /** The units of the day; null for a network without boundaries. */
  readonly units: UnitLayer | null
  readonly outlets: readonly DeclaredOutlet[]
  readonly mends: readonly Mend[]
  readonly settings: NetworkSettings
}

export interface BuiltNetwork {
  readonly reaches: FeatureCollection<LineString, ReachFeature['properties']>
  readonly nodes: FeatureCollection<Point, NodeFeature['properties']>
  readonly problems: FeatureCollection<Point | null, ProblemProperties>
  /** Where a border river left the legal line: both lines. */
  readonly drifts: FeatureCollection<LineString, DriftProperties>
}

export function buildNetwork(input: NetworkInput): BuiltNetwork | TooDense {
  const { lines: given, units, outlets: declared, mends, settings } = input
  const { lines, lineIds, problems: left } = arrangeLines(given, mends)
  const snapped = snapEnds(lineTable(lines), settings, namedEnds(mends, lines))
  const noded = nodeLines(snapped.table, pairsApart(mends, lines))
  if ('refusal' in noded) return noded
  const pieces = cutPieces(noded)
  const outlets = findOutlets(pieces, lines, declared)
  const question = { pieces, lines, orientation: settings.orientation, outlets: outlets.nodes, mends }
  const turned = orientPieces(question)
  const closed = linesToMend(mends, 'close')
  const joined = joinPieces(pieces, turned, lines, { closed, kept: outlets.nodes })
  const { reaches, drifts } = onBanks(joined, units, settings)
  const graph = reachGraph(reaches, lines)
  const islands = islandProblems(graph, outletsOf(graph, pieces, outlets.nodes), units?.units ?? [])
  const found: readonly NetworkProblem[] = [
    ...left,
    ...endProblems(snapped.findings, lines),
    ...overlapProblems(pieces, lines),
    ...crossingProblems(pieces, snapped.table, lines),
    ...reversedProblems(question, turned),
    ...cycleProblems(graph),
    ...islands.problems,
    ...nameProblems(lines),
    ...driftProblems(drifts, lines),
    ...lostOutlets(outlets.lost),
  ]
  return {
    reaches: collection(reachFeatures(graph, closed, settings.provenance)),
    nodes: collection(nodeFeatures(graph, islands.outlets, units?.units ?? [], settings.provenance)),
    problems: problemFeatures([...found, ...lostMends(mends, lineIds, found)], mends),
    drifts: driftFeatures(drifts, lines),
  }
}

function onBanks(
  joined: readonly ReachLine[],
  units: UnitLayer | null,
  settings: NetworkSettings,
): { reaches: readonly BankedReach[]; drifts: readonly Drift[] } {
  if (units === null) return { reaches: withoutBanks(joined), drifts: [] }
  const surveyed = surveyBanks(joined, units, settings.borderM)
  return { reaches: splitByBanks(surveyed, units), drifts: findDrifts(surveyed, units, settings) }
}

function pairsApart(mends: readonly Mend[], lines: readonly SourceLine[]): ReadonlySet<number> {
  const number = new Map(lines.map(({ id }, line) => [id, line]))
  const pairs = new Set<number>()
  for (const mend of mends) {
    if (mend.action !== 'separate') continue
    const [one, other] = [number.get(mend.lineId), number.get(mend.toLineId)]
    if (one !== undefined && other !== undefined) pairs.add(pairKey(one, other))
  }
  return pairs
}

/** The outlets among the nodes of the reaches; they lie at the same places as those of the pieces. */
function outletsOf({ nodePlaceKey }: ReachGraph, { nodeX, nodeY }: Pieces, outlets: readonly number[]): number[] {
  return outlets.flatMap((node) => nodePlaceKey.get(placeKey(nodeX[node] ?? 0, nodeY[node] ?? 0)) ?? [])
}

function collection<F>(features: F[]): { type: 'FeatureCollection'; features: F[] } {
  return { type: 'FeatureCollection', features }
}
