/** The rivers of the set (`data/facts/rivers.csv`) with the way-points they are drawn through (`river-points.csv`). */
import type { Position } from 'geojson'
import { readFacts } from './facts.ts'

/** How the line runs from a way-point to the next one. */
export type Course =
  | { readonly kind: 'line' }
  /** A link across a reservoir, so that a trace passes through it. */
  | { readonly kind: 'reservoir' }
  /** Along the borders among these units, vertex by vertex. */
  | { readonly kind: 'border'; readonly units: readonly string[] }

export interface WayPoint {
  readonly place: string
  readonly position: Position
  readonly course: Course
}

export interface River {
  readonly id: string
  readonly name: string
  readonly basin: string
  readonly kind: 'river' | 'canal'
  readonly order: number
  /** River in which this one ends, or `''`. */
  readonly joins: string
  /** River from which this one starts, or `''`. */
  readonly leaves: string
  readonly accuracyM: number
  readonly officialLengthKm?: number
  readonly wayPoints: readonly WayPoint[]
}

/** No river line of the set was measured where the table has no figure. */
const UNMEASURED_ACCURACY_M = 1500
/** Nine tenths of a normal error lie within 1.645 standard errors. */
const STANDARD_ERRORS_TO_P90 = 1.645

const RIVER_COLUMNS = [
  'id',
  'name',
  'basin',
  'kind',
  'order',
  'joins',
  'leaves',
  'p90ErrorM',
  'officialLengthKm',
] as const
const POINT_COLUMNS = ['river', 'place', 'lon', 'lat', 'course'] as const

export function registeredRivers(): River[] {
  const points = readFacts('river-points', POINT_COLUMNS)
  return readFacts('rivers', RIVER_COLUMNS).map(({ id, name, basin, joins, leaves, ...row }) => ({
    ...{ id, name, basin, joins, leaves },
    kind: row.kind === 'canal' ? 'canal' : 'river',
    order: Number(row.order),
    accuracyM: row.p90ErrorM ? Math.round(Number(row.p90ErrorM) / STANDARD_ERRORS_TO_P90) : UNMEASURED_ACCURACY_M,
    ...(row.officialLengthKm && { officialLengthKm: Number(row.officialLengthKm) }),
    wayPoints: points.filter(({ river }) => river === id).map(wayPoint),
  }))
}

const wayPoint = (row: { place: string; lon: string; lat: string; course: string }): WayPoint => ({
  place: row.place,
  position: [Number(row.lon), Number(row.lat)],
  course: parseCourse(row.course),
})

function parseCourse(text: string): Course {
  const [kind, units = ''] = text.split(':')
  if (kind === 'border') return { kind, units: units.split('/') }
  return { kind: kind === 'reservoir' ? 'reservoir' : 'line' }
}
