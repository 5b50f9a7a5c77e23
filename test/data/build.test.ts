import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { areSourcesInstalled } from '../../server/datasets/package-file.ts'
import { riverLayers } from '../../server/datasets/river-layers.ts'
import { dataFolder, districtsAndCounties, gates, layers, nodes, reaches, sections } from './reference-set.ts'

it('the committed rivers follow from the committed borders and the tables of facts', () => {
  expect(riverLayers(districtsAndCounties)).toEqual({ reaches, nodes, sections, gates })
})

/** The sources weigh 700 MB: `npm run data` installs them, a test run does not. */
describe.skipIf(!areSourcesInstalled())('with the source packages installed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jiehe-data-'))

  beforeAll(() => {
    const script = fileURLToPath(new URL('../../server/datasets/build.ts', import.meta.url))
    execFileSync(process.execPath, ['--import', 'tsx', script, folder])
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it.each(Object.keys(layers))('building %s again gives the committed file, byte for byte', (layer) => {
    const [built, committed] = [join(folder, `${layer}.geojson`), new URL(`${layer}.geojson`, dataFolder)]
    expect(readFileSync(built).equals(readFileSync(committed))).toBe(true)
  })
})
