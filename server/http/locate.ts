/** `GET /api/jurisdictions/locate`. */
import type { locatePoint } from '#contract/jurisdictions'
import { locate } from '#domain/location'
import { isRefusal, type Refusal } from '#domain/refusal'
import { shanghaiDay } from '#domain/shanghai-time'
import type { Surroundings } from '../usecase/surroundings.ts'
import type { Answered } from './mount.ts'
import { type PointQuery, readPoint } from './query-point.ts'

export function answerLocate(
  query: PointQuery & { readonly date?: string | undefined },
  { world, nowMs }: Surroundings,
): Answered<typeof locatePoint> | Refusal {
  const point = readPoint(query)
  if (isRefusal(point)) return point
  const atlas = world.atlasAsOf(query.date ?? shanghaiDay(nowMs()))
  if (isRefusal(atlas)) return atlas
  const { units, tie } = locate(atlas, point)
  return { units, tie, dataVersions: { ...world.versions } }
}
