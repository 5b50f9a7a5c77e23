import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { dataFolder, layers } from './reference-set.ts'

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
