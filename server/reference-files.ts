/** Reads data/geojson once: the only place where the reference data comes in from the disk. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ReferenceData } from '#domain/reference-data'

export interface ReferenceFiles {
  readonly reference: ReferenceData
  /** First twelve hexadecimal digits of the SHA-256 of all files: the version of the data. */
  readonly version: string
}

const SHIPPED = fileURLToPath(new URL('../data/geojson/', import.meta.url))

/** Throws where a file is missing or is no FeatureCollection: without reference data nothing can be judged. */
export function readReferenceFiles(folder = SHIPPED): ReferenceFiles {
  const hash = createHash('sha256')
  const read = <K extends keyof ReferenceData>(layer: K): ReferenceData[K] => {
    const bytes = readFileSync(join(folder, `${layer}.geojson`))
    hash.update(bytes)
    return collection<K>(layer, JSON.parse(bytes.toString('utf8')))
  }
  const reference: ReferenceData = {
    districts: read('districts'),
    counties: read('counties'),
    townships: read('townships'),
    zones: read('zones'),
    reaches: read('reaches'),
    nodes: read('nodes'),
    sections: read('sections'),
    gates: read('gates'),
    reservoirs: read('reservoirs'),
  }
  return { reference, version: hash.digest('hex').slice(0, 12) }
}

/** The features themselves are proved by the tests of the data, which run on these very files. */
function collection<K extends keyof ReferenceData>(layer: K, value: unknown): ReferenceData[K] {
  const isCollection =
    typeof value === 'object' && value !== null && 'features' in value && Array.isArray(value.features)
  if (!isCollection) throw new Error(`data/geojson/${layer}.geojson is no FeatureCollection`)
  return value as unknown as ReferenceData[K]
}
