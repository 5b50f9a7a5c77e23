/**
 * `npm run data`: builds the reference set from the named packages and the tables in `data/facts`.
 *
 * Usage: `node --import tsx server/datasets/build.ts [FOLDER]`, FOLDER defaults to `data/geojson`.
 */
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { writeFeatures } from './feature-file.ts'
import { jurisdictions } from './jurisdictions.ts'
import { reachNetwork } from './reach-network.ts'
import { reservoirs } from './reservoirs.ts'
import { riverCourses } from './river-course.ts'
import { nodeFeature, reachFeature } from './river-features.ts'
import { riverPoints } from './river-points.ts'
import { registeredRivers } from './river-register.ts'
import { UnitBorders } from './unit-borders.ts'
import { developmentZones, drinkingWaterZones } from './zones.ts'

const folder = process.argv[2] ?? fileURLToPath(new URL('../../data/geojson/', import.meta.url))
mkdirSync(folder, { recursive: true })

const { districts, counties, townships } = await jurisdictions()
writeFeatures(folder, 'districts', districts)
writeFeatures(folder, 'counties', counties)
writeFeatures(folder, 'townships', townships)

const units = [...districts, ...counties]
const { reaches, nodes } = reachNetwork(riverCourses(registeredRivers(), new UnitBorders(units)))
const unitNames = new Map(units.map(({ properties }) => [properties.code, properties.name]))
writeFeatures(folder, 'reaches', reaches.map(reachFeature))
writeFeatures(
  folder,
  'nodes',
  nodes.map((node) => nodeFeature(node, unitNames)),
)
writeFeatures(folder, 'sections', riverPoints('section', reaches))
writeFeatures(folder, 'gates', riverPoints('gate', reaches))

const waters = reservoirs()
writeFeatures(folder, 'reservoirs', waters)
writeFeatures(folder, 'zones', [...developmentZones(), ...drinkingWaterZones(waters)])
