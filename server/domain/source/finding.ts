/** 问题线索: an incident on record, as much of it as a search for sources needs. */
import type { LonLat } from '../coordinate-system.ts'
import type { Medium } from '../report/report.ts'
import { degreeM } from '../river/line.ts'
import type { RiverNetwork } from '../river/network.ts'
import { type SnappedPlace, snapToRiver } from '../river/snap.ts'
import type { SourceSettings } from './source-settings.ts'

export interface Finding {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly lon: number
  readonly lat: number
  readonly occurredMs: number
  readonly medium: Medium
  /** As reported; empty where nobody named it. */
  readonly pollutant: string
}

/** The finding on every reach near it, nearest first: at a confluence nobody can say which river is meant. */
export interface FindingOnRiver {
  readonly finding: Finding
  readonly places: readonly SnappedPlace[]
}

/** Those that water carries on and that lie near a river. */
export function findingsOnRivers(
  network: RiverNetwork,
  findings: readonly Finding[],
  { media, nearRiverM }: SourceSettings,
): FindingOnRiver[] {
  return findings
    .filter(({ medium }) => media.includes(medium))
    .map((finding) => {
      const options = { maxDistanceM: nearRiverM, candidates: MOST_REACHES }
      return { finding, places: snapToRiver(network, [finding.lon, finding.lat], options) }
    })
    .filter(({ places }) => places.length > 0)
}

const MOST_REACHES = 4

/** In a straight line; to 1 part in 1,000 within 5 km. */
export function metresBetween([lon0, lat0]: LonLat, [lon1, lat1]: LonLat): number {
  const { east, north } = degreeM((lat0 + lat1) / 2)
  return Math.hypot((lon1 - lon0) * east, (lat1 - lat0) * north)
}
