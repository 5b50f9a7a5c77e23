/** What the map draws for each fact of an assessment. */
import type { Geometry, LineString, Position } from 'geojson'
import type { Atlas } from './atlas.ts'
import { circleAround, commonArea, partInside, stripAround } from './geometry.ts'
import { type Place, placeGeometry, vertexCount } from './place.ts'
import type { BankTouch } from './river/effect.ts'
import { placeAt, stretchOf } from './river/line.ts'
import { type ReachMet, type RiverTrace, wayTo } from './river/trace.ts'
import type { PointMet } from './river/trace-points.ts'

export interface EvidenceDrawing {
  /** The part of the place that lies in a unit; not drawn for an outline of more than 1,000 vertices. */
  overlap(code: string): Geometry | undefined
  /** One standard error around a point. */
  uncertainty(sigmaM: number): Geometry | undefined
  /** The strip along the boundary river in which both banks count, a kilometre up and down. */
  bank(bank: BankTouch): Geometry | undefined
  /** The way from the place to the river and of the water to a reach. */
  path(trace: RiverTrace, reachId: string): Geometry | undefined
  /** Where the sections lie on their rivers. */
  sections(sections: readonly PointMet[]): Geometry | undefined
  /** Where a reach begins. */
  entry(reachId: string): Geometry | undefined
}

export function evidenceDrawing(atlas: Atlas, place: Place): EvidenceDrawing {
  const geometry = placeGeometry(place)
  const isFine = vertexCount(place) > MOST_CUT_VERTICES
  const { lines, reachNumber } = atlas.rivers
  const stretches = stretchesOnce(atlas)
  return {
    overlap: (code) => (isFine ? undefined : overlapOf(geometry, atlas, code)),
    uncertainty: (sigmaM) =>
      geometry.type === 'Point' && sigmaM > 0 ? circleAround(geometry.coordinates, sigmaM) : undefined,
    bank: (bank) => bankStrip(atlas, bank),
    path: (trace, reachId) => pathTo(stretches, geometry, trace, reachId),
    sections: (sections) => sectionPoints(atlas, sections),
    entry: (reachId) => {
      const reach = reachNumber.get(reachId)
      return reach === undefined ? undefined : { type: 'Point', coordinates: placeAt(lines, reach, 0) }
    },
  }
}

/** Cutting a finer outline along the districts takes seconds; the map shows it whole then. */
const MOST_CUT_VERTICES = 1000

function overlapOf(geometry: Geometry, { geometryByCode }: Atlas, code: string): Geometry | undefined {
  const unit = geometryByCode.get(code)
  if (unit === undefined) return undefined
  if (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') return commonArea(geometry, unit) ?? undefined
  if (geometry.type === 'LineString' || geometry.type === 'MultiLineString')
    return partInside(geometry, unit) ?? undefined
  return undefined
}

function sectionPoints({ rivers }: Atlas, sections: readonly PointMet[]): Geometry {
  const coordinates = sections.flatMap(({ id, reachId }) => {
    const reach = rivers.reachNumber.get(reachId) ?? -1
    const point = rivers.points[reach]?.find((candidate) => candidate.id === id)
    return point === undefined ? [] : [placeAt(rivers.lines, reach, point.fraction)]
  })
  return { type: 'MultiPoint', coordinates }
}

const STRIP_M = 1000

function bankStrip({ rivers }: Atlas, { place, limitM }: BankTouch): Geometry | undefined {
  const lengthM = rivers.reaches[place.reach]?.lengthM ?? 0
  const reach = lengthM > 0 ? STRIP_M / lengthM : 1
  const [from, to] = [Math.max(0, place.fraction - reach), Math.min(1, place.fraction + reach)]
  const line: LineString = { type: 'LineString', coordinates: stretchOf(rivers.lines, place.reach, from, to) }
  return stripAround(line, limitM) ?? undefined
}

/** From the place to the river, then along it up to the reach that enters the unit. */
function pathTo(stretches: Stretches, geometry: Geometry, trace: RiverTrace, reachId: string): Geometry {
  const way = new Set(wayTo(trace, reachId))
  way.delete(reachId)
  const along = trace.reaches.filter((met) => way.has(met.reachId)).map(stretches)
  const first = trace.reaches[0]
  if (geometry.type !== 'Point' || first === undefined) return { type: 'MultiLineString', coordinates: along }
  const [begin = geometry.coordinates] = stretches(first)
  return { type: 'MultiLineString', coordinates: [[geometry.coordinates, begin], ...along] }
}

type Stretches = (met: ReachMet) => Position[]

/** Units downstream share most of their way: each stretch of it is drawn once, and they share that too. */
function stretchesOnce({ rivers: { lines } }: Atlas): Stretches {
  const drawn = new Map<ReachMet, Position[]>()
  return (met) => {
    const before = drawn.get(met)
    if (before !== undefined) return before
    const stretch = stretchOf(lines, met.reach, met.fromFraction, met.toFraction).map(toDecimetre)
    drawn.set(met, stretch)
    return stretch
  }
}

/** Finer than any river line, and half the size in JSON. */
const toDecimetre = ([lon, lat]: readonly [number, number]): Position => [
  Math.round(lon * 1e6) / 1e6,
  Math.round(lat * 1e6) / 1e6,
]
