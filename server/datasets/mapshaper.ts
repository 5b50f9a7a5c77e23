/** Mapshaper run as a function: a command line over GeoJSON files held in memory. */
import type { FeatureCollection } from 'geojson'
import type { Areal } from './border-edges.ts'
import { requirePackage } from './package-file.ts'

interface Mapshaper {
  applyCommands(commands: string, input: Record<string, string>): Promise<Record<string, Uint8Array | string>>
}

/** Answers the files that the commands write, by name. */
export async function runMapshaper<Properties>(
  input: Readonly<Record<string, object>>,
  ...commands: readonly string[]
): Promise<(file: string) => FeatureCollection<Areal, Properties>> {
  const files = Object.entries(input).map(([file, content]) => [file, JSON.stringify(content)])
  const output = await mapshaper().applyCommands(commands.join(' '), Object.fromEntries(files))
  return (file) => JSON.parse(String(output[file])) as FeatureCollection<Areal, Properties>
}

function mapshaper(): Mapshaper {
  const module = requirePackage('mapshaper')
  if (!isMapshaper(module)) throw new Error('mapshaper has no applyCommands: is its version the pinned one?')
  return module
}

const isMapshaper = (module: unknown): module is Mapshaper =>
  typeof module === 'object' && module !== null && 'applyCommands' in module
