/** Reservoirs (`data/facts/reservoirs.csv`) with the outlines of an OpenStreetMap extract. */
import { area, bbox, polygon } from '@turf/turf'
import type { Position } from 'geojson'
import type { ReservoirFeature } from '#domain/reference-data'
import { englishName } from './english-name.ts'
import { readFacts } from './facts.ts'
import { readPackageText } from './package-file.ts'
import { PRESENT_SET_FROM } from './unit-features.ts'

/** Corners of the outlines lie up to some hundred metres apart. */
const ACCURACY_M = 500

export function reservoirs(): ReservoirFeature[] {
  const rows = readFacts('reservoirs', ['id', 'name', 'basin', 'lon', 'lat'] as const)
  const waters = watersAroundBeijing()
  return [...new Set(rows.map(({ id }) => id))].sort().map((id) => {
    const pieces = rows.filter((row) => row.id === id)
    const { name = '', basin = '' } = pieces[0] ?? {}
    const coordinates = pieces.map(({ lon, lat }) => largestAround([Number(lon), Number(lat)], waters))
    return {
      type: 'Feature',
      properties: { id, name, nameEn: englishName(name), basin, basinEn: englishName(basin), ...PROVENANCE },
      geometry: { type: 'MultiPolygon', coordinates },
    }
  })
}

const PROVENANCE = {
  accuracyM: ACCURACY_M,
  source: '@geo-maps/earth-waterbodies-1m 0.6.0（© OpenStreetMap 贡献者）',
  licence: 'ODbL-1.0',
  validFrom: PRESENT_SET_FROM,
  validTo: null,
  schematic: true,
}

/** The file is 151 MB of one line: only polygons that start near Beijing are parsed. */
function watersAroundBeijing(): Position[][][] {
  const text = readPackageText('@geo-maps/earth-waterbodies-1m/map.geo.json', 'latin1')
  const starts = text.matchAll(/\[\[\[(?=11[567]\.\d+,(?:39|4[01])\.)/g)
  return [...starts].map(({ index }) => JSON.parse(text.slice(index, text.indexOf(']]]', index) + 3)) as Position[][])
}

function largestAround(point: Position, waters: readonly Position[][][]): Position[][] {
  const around = waters.filter((rings) => isInBox(point, rings)).sort((a, b) => area(polygon(b)) - area(polygon(a)))
  const [largest] = around
  if (largest === undefined) throw new Error(`reservoirs.csv: no water around ${point}`)
  return largest
}

function isInBox([x = 0, y = 0]: Position, rings: Position[][]): boolean {
  const [west, south, east = 0, north = 0] = bbox(polygon(rings))
  return x >= west && x <= east && y >= south && y <= north
}
