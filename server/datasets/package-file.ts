/** Data files that lie inside the installed packages. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const resolveInPackages = createRequire(import.meta.url).resolve

/** A JSON file of an installed package whose version the lockfile pins, so its shape is known. */
export const readPackageJson = <Shape>(path: string): Shape =>
  JSON.parse(readFileSync(resolveInPackages(path), 'utf8')) as Shape
