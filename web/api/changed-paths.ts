/** Which answers a change makes old, as beginnings of their paths; null (a resync) may have changed them all. */
import type { z } from 'zod'
import type { Change } from '#contract/incidents'

const INCIDENTS = '/api/incidents'
const WATER = '/api/water/'
const NETWORK = '/api/network/'

export function changedPaths(change: Pick<z.output<typeof Change>, 'kind'> | null): readonly string[] {
  switch (change?.kind) {
    case 'incident-reported':
      return [INCIDENTS]
    case 'water-imported':
    case 'water-import-undone':
    case 'water-noted':
      return [WATER]
    case 'network-decided':
    case 'river-state-recorded':
      return [NETWORK]
    default:
      return [INCIDENTS, WATER, NETWORK]
  }
}
