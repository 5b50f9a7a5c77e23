/** Rivers cut at their sections: each piece has the grade of the nearest section upstream, and none before the first. */
import type { Position } from 'geojson'
import { z } from 'zod'
import type { QualityGrade } from '#domain/water/quality-grade'
import type { QualityLine } from '../../map/quality-drawing.ts'

/** A reach of the layer `reaches`. */
export const ReachFeature = z.object({
  properties: z.object({ id: z.string(), riverId: z.string(), chainageM: z.number(), lengthM: z.number() }),
  geometry: z.object({ type: z.literal('LineString'), coordinates: z.array(z.array(z.number())).min(2) }),
})
type Reach = z.output<typeof ReachFeature>

export interface GradedSection {
  readonly riverId: string
  readonly km: number
  readonly grade: QualityGrade | null
}

/** Where the river goes wrong: between two places of these reaches, km. */
export interface Stretch {
  readonly reachIds: readonly string[]
  readonly fromKm: number
  readonly toKm: number
}

export const classLines = (
  reaches: readonly Reach[],
  sections: readonly GradedSection[],
  worst: Stretch | null,
): readonly QualityLine[] => reaches.flatMap((reach) => piecesOf(reach, sections, worst))

const piecesOf = (reach: Reach, sections: readonly GradedSection[], worst: Stretch | null): readonly QualityLine[] => {
  const { id, riverId, chainageM, lengthM } = reach.properties
  const onRiver = sections.filter((section) => section.riverId === riverId)
  const inside = (km: number) => (km * 1000 - chainageM) / lengthM
  const cuts = onRiver.map(({ km }) => inside(km)).filter((part) => part > EDGE && part < 1 - EDGE)
  const ends = [0, ...cuts.toSorted((a, b) => a - b), 1]
  return ends.slice(1).map((to, index) => {
    const from = ends[index] ?? 0
    const middleKm = (chainageM + ((from + to) / 2) * lengthM) / 1000
    return {
      type: 'Feature',
      properties: {
        grade: gradeAt(middleKm, onRiver) ?? 'unmeasured',
        isWorst: worst?.reachIds.includes(id) === true && middleKm > worst.fromKm && middleKm < worst.toKm,
      },
      geometry: { type: 'LineString', coordinates: [...lineBetween(reach.geometry.coordinates, from, to)] },
    }
  })
}

/** Sections nearer to an end of a reach than this share of it stand at its end. */
const EDGE = 0.005

const gradeAt = (km: number, sections: readonly GradedSection[]): QualityGrade | null =>
  sections.filter((section) => section.km <= km).reduce<GradedSection | null>(lower, null)?.grade ?? null

const lower = (a: GradedSection | null, b: GradedSection) => (a && a.km > b.km ? a : b)

/** The part of a line between two shares of its length. */
export const lineBetween = (line: readonly Position[], from: number, to: number): readonly Position[] => {
  const parts = sharesAlong(line)
  const between = line.filter((_, index) => (parts[index] ?? 0) > from && (parts[index] ?? 0) < to)
  return [positionAt(line, parts, from), ...between, positionAt(line, parts, to)]
}

/** The share of the whole length at each position, 0 to 1. */
const sharesAlong = (line: readonly Position[]): readonly number[] => {
  let reached = 0
  const lengths = line.map((position, index) => {
    reached += distance(line[index - 1] ?? position, position)
    return reached
  })
  return lengths.map((length) => length / reached)
}

const positionAt = (line: readonly Position[], parts: readonly number[], part: number): Position => {
  const next = Math.max(
    1,
    parts.findIndex((reached, index) => index > 0 && reached >= part - 1e-12),
  )
  const [[lon1 = 0, lat1 = 0] = [], [lon2 = 0, lat2 = 0] = []] = line.slice(next - 1, next + 1)
  const [start = 0, end = 1] = parts.slice(next - 1, next + 1)
  const share = end > start ? (part - start) / (end - start) : 0
  return [lon1 + share * (lon2 - lon1), lat1 + share * (lat2 - lat1)]
}

/** Degrees, with longitude shortened as around Beijing: only shares of one line are compared. */
const distance = ([lon1 = 0, lat1 = 0]: Position, [lon2 = 0, lat2 = 0]: Position) =>
  Math.hypot((lon2 - lon1) * Math.cos((lat1 * Math.PI) / 180), lat2 - lat1)
