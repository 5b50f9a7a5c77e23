/** The line of each river, downstream, with the units on its two banks at every step. */
import { distance } from '@turf/turf'
import type { Position } from 'geojson'
import { vertexKey } from './border-edges.ts'
import { borderPath } from './border-path.ts'
import { withoutBriefVisits } from './brief-visits.ts'
import type { Course, River, WayPoint } from './river-register.ts'
import { NO_UNIT, type UnitBorders } from './unit-borders.ts'

/** A straight piece of a river between two vertices. */
export interface Stretch {
  readonly from: Position
  readonly to: Position
  readonly left: string
  readonly right: string
  readonly kind: Course['kind']
}

export interface RiverCourse {
  readonly river: River
  readonly stretches: readonly Stretch[]
  /** Names of the way-points by vertex. */
  readonly places: ReadonlyMap<string, string>
}

/** A way-point is moved at most this far onto a border or onto the river it joins. */
const FARTHEST_SNAP_KM = 1

/** Courses in the order of the register. A river is drawn after those that it joins or leaves, to share their vertices. */
export function riverCourses(rivers: readonly River[], borders: UnitBorders): RiverCourse[] {
  const drawn = new Map<string, RiverCourse>()
  const draw = (id: string): RiverCourse | undefined => {
    const river = rivers.find((candidate) => candidate.id === id)
    if (river === undefined) return undefined
    const course = drawn.get(id) ?? drawCourse(river, { joined: draw(river.joins), left: draw(river.leaves) }, borders)
    drawn.set(id, course)
    return course
  }
  return rivers.flatMap(({ id }) => draw(id) ?? [])
}

interface Neighbours {
  readonly joined: RiverCourse | undefined
  readonly left: RiverCourse | undefined
}

function drawCourse(river: River, neighbours: Neighbours, borders: UnitBorders): RiverCourse {
  const positions = river.wayPoints.map((_, at) => placed(river, at, neighbours, borders))
  const stretches = river.wayPoints.slice(0, -1).flatMap(({ course }, at) => {
    const [from = [], to = []] = positions.slice(at, at + 2)
    return drawLeg(from, to, course, borders)
  })
  const named = river.wayPoints.flatMap(({ place }, at) =>
    place ? [[vertexKey(positions[at] ?? []), place] as const] : [],
  )
  return { river, stretches: withoutBriefVisits(stretches), places: new Map(named) }
}

/** Ends go to vertices of the neighbouring rivers, ends of border legs to vertices of those borders. */
function placed({ id, wayPoints }: River, at: number, { joined, left }: Neighbours, borders: UnitBorders): Position {
  const point = wayPoints[at]
  if (point === undefined) throw new Error(`${id} has no way-point ${at}`)
  const isLast = at === wayPoints.length - 1
  if (at === 0 && left) return nearest(point, verticesOf(left))
  if (isLast && joined) return nearest(point, verticesOf(joined))
  const candidates = [wayPoints[at - 1], isLast ? undefined : point].flatMap((leg) =>
    leg?.course.kind === 'border' ? [borders.among(leg.course.units).map(({ from }) => from)] : [],
  )
  const [first, second] = candidates
  if (first === undefined) return point.position
  const inSecond = new Set(second?.map(vertexKey))
  return nearest(point, second ? first.filter((vertex) => inSecond.has(vertexKey(vertex))) : first)
}

function nearest({ place, position }: WayPoint, vertices: readonly Position[]): Position {
  let [best, bestKm] = [position, Number.POSITIVE_INFINITY]
  for (const vertex of vertices) {
    const km = distance(position, vertex)
    if (km < bestKm) [best, bestKm] = [vertex, km]
  }
  if (bestKm > FARTHEST_SNAP_KM)
    throw new Error(`${place} ${position} lies ${bestKm.toFixed(2)} km from where it must join`)
  return best
}

const verticesOf = ({ stretches }: RiverCourse): Position[] => stretches.flatMap(({ from, to }) => [from, to])

function drawLeg(from: Position, to: Position, course: Course, borders: UnitBorders): Stretch[] {
  if (course.kind === 'border') {
    return borderPath(from, to, borders.among(course.units)).map((border) => ({ ...banks(border), kind: 'border' }))
  }
  const shares = [0, ...borders.crossings(from, to), 1]
  const vertices = shares.map((share) => (share === 0 ? from : share === 1 ? to : between(from, to, share)))
  return vertices.slice(1).flatMap((end, at) => {
    const start = vertices[at] ?? end
    if (vertexKey(start) === vertexKey(end)) return []
    const unit = borders.unitAt(between(start, end, 0.5))
    if (unit === NO_UNIT) throw new Error(`the line ${start} - ${end} leaves the units of the set`)
    return [{ from: start, to: end, left: unit, right: unit, kind: course.kind }]
  })
}

const banks = ({ from, to, left, right }: Omit<Stretch, 'kind'>) => ({ from, to, left, right })

/** A point of the segment on the published grid of 1e-6 degree. */
const between = ([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position, share: number): Position =>
  [ax + share * (bx - ax), ay + share * (by - ay)].map((degrees) => Math.round(degrees * 1e6) / 1e6)
