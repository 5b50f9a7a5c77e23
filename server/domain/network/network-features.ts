/** Reaches and nodes as the layers of the reference set: `reaches.geojson` and `nodes.geojson`. */
import type {
  JurisdictionProperties,
  NodeFeature,
  NodeProperties,
  Provenance,
  ReachFeature,
} from '../reference-data.ts'
import { f64, i32 } from '../typed-array.ts'
import { CELLS } from './line-table.ts'
import { degreesOf } from './problem.ts'
import type { ReachGraph } from './reach-graph.ts'

/** Design widths by order, as in the shipped set; a width of the source goes before them. */
const WIDTH_M: readonly number[] = [20, 20, 40, 80, 200]
/** `order` of the layer: 1 small, 4 main stem. */
const HIGHEST_ORDER = 4

export function reachFeatures(graph: ReachGraph, closed: ReadonlySet<string>, provenance: Provenance): ReachFeature[] {
  return graph.source.map((source, reach) => {
    const { line, leftUnit = '', rightUnit = '' } = graph.reaches[reach] ?? { line: NO_LINE }
    const order = Math.min(HIGHEST_ORDER, i32(graph.order.strahler, reach))
    const coordinates = Array.from(line.x, (x, v) => degreesOf([x / CELLS, f64(line.y, v) / CELLS]))
    const properties = {
      ...{ id: graph.reachId[reach] ?? '', riverId: source.riverId, river: source.name, basin: source.basin },
      ...{ riverEn: source.nameEn || source.name, basinEn: source.basinEn || source.basin },
      sequence: i32(graph.order.sequence, reach),
      fromNode: graph.nodeId[i32(graph.fromNode, reach)] ?? '',
      toNode: graph.nodeId[i32(graph.toNode, reach)] ?? '',
      lengthM: Math.round(f64(graph.lengthM, reach)),
      chainageM: Math.round(f64(graph.order.chainageM, reach)),
      ...{ order, kind: source.kind, leftUnit, rightUnit, isBoundary: leftUnit !== rightUnit },
      state: closed.has(source.id) ? ('gated' as const) : ('flowing' as const),
      widthM: source.widthM ?? WIDTH_M[order] ?? 20,
      ...provenance,
    }
    return { type: 'Feature', properties, geometry: { type: 'LineString', coordinates } }
  })
}

const NO_LINE = { x: new Float64Array(), y: new Float64Array() }

/** The reaches that meet at a node, by number. */
interface Meeting {
  readonly arriving: number[]
  readonly leaving: number[]
}

/** `outlets` are the nodes by which water leaves; `units` gives border nodes their names. */
export function nodeFeatures(
  graph: ReachGraph,
  outlets: ReadonlySet<number>,
  units: readonly (JurisdictionProperties | undefined)[],
  provenance: Provenance,
): NodeFeature[] {
  const meetings = graph.nodeId.map((): Meeting => ({ arriving: [], leaving: [] }))
  for (let reach = 0; reach < graph.reachId.length; reach++) {
    meetings[i32(graph.fromNode, reach)]?.leaving.push(reach)
    meetings[i32(graph.toNode, reach)]?.arriving.push(reach)
  }
  const names = new Map(units.map((unit) => [unit?.code ?? '', unit?.name ?? '']))
  return meetings.map((meeting, node) => {
    const kind = outlets.has(node) ? 'outlet' : kindOf(graph, meeting)
    const properties = { id: graph.nodeId[node] ?? '', name: nameOf(graph, meeting, kind, names), kind, ...provenance }
    const coordinates = degreesOf(graph.nodePlace[node] ?? [Number.NaN, Number.NaN])
    return { type: 'Feature', properties, geometry: { type: 'Point', coordinates } }
  })
}

function kindOf(graph: ReachGraph, { arriving, leaving }: Meeting): NodeProperties['kind'] {
  if (arriving.length === 0) return 'source'
  if (leaving.length === 0) return 'mouth'
  if (leaving.length > 1) return 'diversion'
  if (arriving.length > 1) return 'confluence'
  const [before, after] = [arriving[0] ?? -1, leaving[0] ?? -1]
  if (graph.source[before]?.riverId !== graph.source[after]?.riverId) return 'mouth'
  const isBorder = [before, after].some((reach) => graph.reaches[reach]?.leftUnit !== graph.reaches[reach]?.rightUnit)
  return isBorder ? 'bank-change' : 'crossing'
}

/** E.g. 丰台区/房山区界, 凉水河汇入北运河, 清河起点. */
function nameOf(
  graph: ReachGraph,
  { arriving, leaving }: Meeting,
  kind: NodeProperties['kind'],
  names: ReadonlyMap<string, string>,
): string {
  const river = (reach: number | undefined) => graph.source[reach ?? -1]?.name ?? ''
  if (kind === 'source') return `${river(leaving[0])}起点`
  if (leaving.length === 0) return `${river(arriving[0])}终点`
  if (kind === 'crossing' || kind === 'bank-change') {
    const codes = [...arriving, ...leaving].flatMap((reach) => {
      const { leftUnit = '', rightUnit = '' } = graph.reaches[reach] ?? {}
      return [leftUnit, rightUnit]
    })
    return `${[...new Set(codes)].map((code) => names.get(code) || code || '境外').join('/')}界`
  }
  const main = river(leaving[0])
  const joining = [...new Set(arriving.map(river))].filter((name) => name !== main && name !== '')
  return joining.length > 0 ? `${joining.join('、')}汇入${main}` : `${main}${kind === 'diversion' ? '分水' : '汇流'}`
}
