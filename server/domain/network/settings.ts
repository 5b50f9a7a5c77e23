/** How a network is built. The distances are design choices, not law; each has a visible default. */
import type { Provenance } from '../reference-data.ts'
import type { Orientation } from './orient.ts'

export interface NetworkSettings {
  /** An end this near to another line belongs to it, metres. */
  readonly snapM: number
  /** An end nearer than this and not snapped is reported as loose, metres. */
  readonly nearM: number
  readonly orientation: Orientation
  /** A line this near to a border forms it, metres; as wide as lines and borders are inaccurate together. */
  readonly borderM: number
  /** A border river that strays from its border up to so far has drifted; beyond, it has left, metres. */
  readonly driftM: number
  /** What every reach and node says about itself. */
  readonly provenance: Provenance
}

export const NETWORK_DEFAULTS = { snapM: 30, nearM: 90, orientation: 'digitised', borderM: 60, driftM: 1000 } as const
