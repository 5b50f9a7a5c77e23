/** Which visits of a river to a unit are real, and which are only the error of the drawn borders. */
import { distance } from '@turf/turf'
import type { Stretch } from './river-course.ts'

/** Shorter visits to a unit are within the error of the drawn borders (100 m on either side), not crossings. */
const SHORTEST_VISIT_KM = 0.2

/** One visit is absorbed at a time, those between two stays in one unit first: what is left may then be brief no more. */
export function withoutBriefVisits(stretches: readonly Stretch[]): readonly Stretch[] {
  const visits = groupedByBanks(stretches)
  const hosts = visits.map((visit, at) => hostOf(visit, visits[at - 1]?.at(-1), visits[at + 1]?.[0]))
  const inner = hosts.findIndex((host, at) => host !== undefined && at > 0 && at < visits.length - 1)
  const absorbed = inner >= 0 ? inner : hosts.findIndex((host) => host !== undefined)
  const host = hosts[absorbed]
  if (host === undefined) return stretches
  return withoutBriefVisits(
    visits.flatMap((visit, at) =>
      at === absorbed ? visit.map((stretch) => ({ ...stretch, left: host, right: host })) : visit,
    ),
  )
}

function groupedByBanks(stretches: readonly Stretch[]): Stretch[][] {
  const visits: Stretch[][] = []
  for (const stretch of stretches) {
    const previous = visits.at(-1)?.at(-1)
    if (previous?.left === stretch.left && previous.right === stretch.right) visits.at(-1)?.push(stretch)
    else visits.push([stretch])
  }
  return visits
}

/** The unit that a brief visit is counted to: it lies on both sides of the visit, or the river starts or ends there. */
function hostOf(
  visit: readonly Stretch[],
  before: Stretch | undefined,
  after: Stretch | undefined,
): string | undefined {
  const isBrief = visit.reduce((totalKm, { from, to }) => totalKm + distance(from, to), 0) < SHORTEST_VISIT_KM
  if (!isBrief || visit.some(({ kind }) => kind === 'border')) return undefined
  const hosts = [before, after].flatMap((stretch) => (stretch && stretch.left === stretch.right ? [stretch.left] : []))
  return hosts.find((host) =>
    [before, after].every((stretch) => !stretch || [stretch.left, stretch.right].includes(host)),
  )
}
