/** The reach that a section closes: water measured at a confluence has come down the reach above it. */
import type { z } from 'zod'
import type { ReachFeature } from './map/class-lines.ts'

type Reach = z.output<typeof ReachFeature>

export const reachAt = (
  reaches: readonly Reach[],
  place: { readonly riverId: string; readonly km: number },
): Reach | undefined => {
  const metres = place.km * 1000
  const onRiver = reaches
    .filter(({ properties }) => properties.riverId === place.riverId)
    .toSorted((a, b) => a.properties.chainageM - b.properties.chainageM)
  return (
    onRiver.find(({ properties }) => metres <= properties.chainageM + properties.lengthM + ROUNDING_M) ?? onRiver.at(-1)
  )
}

/** Kilometres of sections and metres of reaches are rounded apart. */
const ROUNDING_M = 1
