/** Monitoring sections and gates (`data/facts/sections.csv`, `gates.csv`), each put on the nearest reach of its river. */
import { lineString, nearestPointOnLine, point } from '@turf/turf'
import type { Position } from 'geojson'
import type { RiverPointFeature, RiverPointProperties } from '#domain/reference-data'
import { englishName } from './english-name.ts'
import { type Row, readFacts } from './facts.ts'
import type { Reach } from './reach-network.ts'
import { PRESENT_SET_FROM } from './unit-features.ts'

const COLUMNS = ['name', 'river', 'lon', 'lat', 'flag', 'border'] as const

/** Expected error by the flag of the placing: o, n and e were compared with surveyed lines or borders, k was not. */
const ACCURACY_M: Readonly<Record<string, number>> = { o: 150, n: 200, e: 200, k: 2000 }
/** A point that must be moved farther is on the wrong river. */
const FARTHEST_SNAP_KM = 2

export const riverPoints = (kind: RiverPointProperties['kind'], reaches: readonly Reach[]): RiverPointFeature[] =>
  readFacts(`${kind}s`, COLUMNS).map((row, at) => riverPoint(kind, at + 1, row, reaches))

type PointRow = Row<(typeof COLUMNS)[number]>

function riverPoint(
  kind: RiverPointProperties['kind'],
  count: number,
  row: PointRow,
  reaches: readonly Reach[],
): RiverPointFeature {
  const { reach, coordinates } = onNearestReach(row, reaches)
  const properties: RiverPointProperties = {
    ...{ id: `${kind}-${String(count).padStart(2, '0')}`, name: row.name, nameEn: englishName(row.name) },
    ...{ riverId: row.river, river: reach.river.name, riverEn: englishName(reach.river.name) },
    ...{ reachId: reach.id, kind, ...(row.border && { border: row.border }), note: '位置为示意，非官方坐标' },
    ...{ accuracyM: ACCURACY_M[row.flag] ?? 2000, source: '按河流节点和地名放置', licence: 'Apache-2.0' },
    ...{ validFrom: PRESENT_SET_FROM, validTo: null, schematic: true },
  }
  return { type: 'Feature', properties, geometry: { type: 'Point', coordinates } }
}

function onNearestReach(row: PointRow, reaches: readonly Reach[]): { reach: Reach; coordinates: Position } {
  const place = point([Number(row.lon), Number(row.lat)])
  const [best] = reaches
    .filter(({ river }) => river.id === row.river)
    .map((reach) => ({
      reach,
      snapped: nearestPointOnLine(lineString(reach.line.map((vertex) => [...vertex])), place),
    }))
    .sort((a, b) => a.snapped.properties.pointDistance - b.snapped.properties.pointDistance)
  if (best === undefined || best.snapped.properties.pointDistance > FARTHEST_SNAP_KM) {
    throw new Error(`${row.name} does not lie on ${row.river}`)
  }
  const coordinates = best.snapped.geometry.coordinates.map((degrees) => Math.round(degrees * 1e6) / 1e6)
  return { reach: best.reach, coordinates }
}
