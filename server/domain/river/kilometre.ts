/**
 * River kilometres: where on a river a person means by `凉水河 12.5 km`.
 *
 * They count along the drawn line from the river's first point in the data, so they serve to find a place on this map and
 * differ from official stakes (里程桩) wherever the drawing cuts bends or begins elsewhere.
 */
import { type RiverNetwork, reachAt } from './network.ts'
import type { RiverPlace } from './snap.ts'

/** The place at `km` of a river (by id); null where the river is not known or not that long. */
export function placeAtKilometre({ reaches }: RiverNetwork, riverId: string, km: number): RiverPlace | null {
  const reach = reaches.findIndex((one) => {
    return one.riverId === riverId && one.chainageM <= km * 1000 && km * 1000 <= one.chainageM + one.lengthM
  })
  const found = reaches[reach]
  if (found === undefined) return null
  return { reach, fraction: found.lengthM === 0 ? 0 : (km * 1000 - found.chainageM) / found.lengthM }
}

/** The kilometre of a place on its river. */
export function kilometreAt(network: RiverNetwork, { reach, fraction }: RiverPlace): number {
  const { chainageM, lengthM } = reachAt(network, reach)
  return (chainageM + fraction * lengthM) / 1000
}
