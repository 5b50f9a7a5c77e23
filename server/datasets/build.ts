/**
 * `npm run data`: builds the reference set from the named packages and the tables in `data/facts`.
 *
 * Usage: `node --import tsx server/datasets/build.ts [FOLDER]`, FOLDER defaults to `data/geojson`.
 */
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { exactlyNoded } from './exact-noding.ts'
import { writeFeatures } from './feature-file.ts'
import { cleanCoverage } from './outline-coverage.ts'
import { unitFeature } from './unit-features.ts'
import { registeredUnits } from './unit-register.ts'

const folder = process.argv[2] ?? fileURLToPath(new URL('../../data/geojson/', import.meta.url))
mkdirSync(folder, { recursive: true })

const units = registeredUnits()
const clean = await cleanCoverage(units)
const noded = exactlyNoded(clean.map(({ geometry }) => geometry))
const features = clean.flatMap(({ code }, at) => {
  const [unit, geometry] = [units.find((candidate) => candidate.code === code), noded[at]]
  return unit && geometry ? [unitFeature(unit, geometry)] : []
})
writeFeatures(folder, 'districts', features.filter(({ properties }) => properties.level === 'district'))
writeFeatures(folder, 'counties', features.filter(({ properties }) => properties.level === 'county'))
