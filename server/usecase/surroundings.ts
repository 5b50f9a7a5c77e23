/** What a use case may touch of the world outside; the composition root or a test fills it in. */
import type { Refusal } from '#domain/refusal'
import type { Table } from '#domain/water/import/table'
import type { World } from '#domain/world'
import type { ChangeStore } from '../store/changes.ts'
import type { Commit } from '../store/group-commit.ts'
import type { HourlyStore } from '../store/hourly-values.ts'
import type { IncidentStore } from '../store/incidents.ts'
import type { NetworkStore } from '../store/network-mends.ts'
import type { RiverStateStore } from '../store/river-states.ts'
import type { WaterStore } from '../store/water-samples.ts'

export interface Surroundings {
  readonly incidents: IncidentStore
  readonly water: WaterStore
  readonly hourly: HourlyStore
  readonly network: NetworkStore
  readonly riverStates: RiverStateStore
  readonly changes: ChangeStore
  readonly commit: Commit
  /** Reads a file of people's own making, outside this process. */
  readonly readSpreadsheet: (bytes: Uint8Array) => Promise<Table | Refusal>
  readonly world: World
  /** Milliseconds since 1970. */
  readonly nowMs: () => number
  readonly newId: () => string
}
