/**
 * `npm run data`: builds the reference set from the named packages and the tables in `data/facts`.
 *
 * Usage: `node --import tsx server/datasets/build.ts [FOLDER]`, FOLDER defaults to `data/geojson`.
 */
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { writeFeatures } from './feature-file.ts'
import { jurisdictions } from './jurisdictions.ts'

const folder = process.argv[2] ?? fileURLToPath(new URL('../../data/geojson/', import.meta.url))
mkdirSync(folder, { recursive: true })

const { districts, counties, townships } = await jurisdictions()
writeFeatures(folder, 'districts', districts)
writeFeatures(folder, 'counties', counties)
writeFeatures(folder, 'townships', townships)
