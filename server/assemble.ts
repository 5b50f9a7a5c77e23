/** Puts the parts together over one database file: for the server, for its tests and for its bench alike. */
import { closeDatabase, openDatabase } from '#dialect'
import { changeDays } from '#domain/atlas'
import { createWorld } from '#domain/world'
import { type AppParts, createApp } from './http/app.ts'
import { englishNames } from './http/incident-list.ts'
import { layerFiles } from './http/layers.ts'
import { type LiveFeedOptions, liveFeed } from './http/live-feed.ts'
import { placeIndex } from './http/place-index.ts'
import type { ReferenceFiles } from './reference-files.ts'
import { spreadsheetReader } from './spreadsheet/read-spreadsheet.ts'
import { changeStore } from './store/changes.ts'
import { groupCommit } from './store/group-commit.ts'
import { hourlyStore } from './store/hourly-values.ts'
import { incidentStore } from './store/incidents.ts'
import { networkStore } from './store/network-mends.ts'
import { riverStateStore } from './store/river-states.ts'
import { waterStore } from './store/water-samples.ts'
import type { Surroundings } from './usecase/surroundings.ts'

export interface AssemblyOptions extends Pick<AppParts, 'pages' | 'version' | 'anyHost' | 'logError'> {
  /** `:memory:` for tests. */
  readonly databaseFile: string
  readonly referenceFiles: ReferenceFiles
  readonly nowMs: () => number
  readonly newId: () => string
  readonly feed?: LiveFeedOptions
  /** False: one commit per change, to measure what sharing them gives. */
  readonly grouping?: boolean
}

export type Assembly = Awaited<ReturnType<typeof assemble>>

export async function assemble(options: AssemblyOptions) {
  const { reference, version: referenceVersion } = options.referenceFiles
  const { nowMs, newId, grouping = true } = options
  const db = await openDatabase(options.databaseFile)
  const changes = changeStore(db)
  const feed = liveFeed(changes, options.feed)
  const names = englishNames(reference)
  const places = placeIndex(reference, names)
  const at: Surroundings = {
    incidents: incidentStore(db),
    water: waterStore(db),
    hourly: hourlyStore(db),
    network: networkStore(db),
    riverStates: riverStateStore(db),
    readSpreadsheet: spreadsheetReader(),
    changes,
    commit: groupCommit(db, feed.publish, { grouping }),
    world: createWorld(reference, { reference: referenceVersion, software: options.version }),
    nowMs,
    newId,
  }
  const layers = layerFiles(reference, changeDays(reference))
  const app = createApp(at, { ...options, feed, layers, places, englishNames: names })
  return { app, at, feed, places, close: () => closeDatabase(db) }
}
