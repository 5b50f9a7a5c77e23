/**
 * The source packages of the reference set. They weigh 700 MB and stand in a package of their own (`packages/`), so that only
 * who builds the set installs them.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const folder = new URL('packages/', import.meta.url)
const requireSource = createRequire(folder)

export function areSourcesInstalled(): boolean {
  try {
    return requireSource.resolve('mapshaper') !== ''
  } catch {
    return false
  }
}

/** From the lockfile of `packages/`. Throws when the registry cannot be reached. */
export function installSources(): void {
  execFileSync('npm', ['ci'], { cwd: fileURLToPath(folder), stdio: ['ignore', 'ignore', 'inherit'] })
}

export const readPackageText = (path: string, encoding: 'utf8' | 'latin1'): string =>
  readFileSync(requireSource.resolve(path), encoding)

/** A JSON file of a package whose version the lockfile pins, so its shape is known. */
export const readPackageJson = <Shape>(path: string): Shape => JSON.parse(readPackageText(path, 'utf8')) as Shape

/** A module without types of its own; the caller checks what it got. */
export const requirePackage = (name: string): unknown => requireSource(name)
