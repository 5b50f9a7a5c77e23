/** The arrows of docs/architecture.md as a red build, and the documents that must stay true. */

import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))

/** Each layer, and the layers it may import besides itself. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  'server/domain': [],
  'server/contract': ['server/domain'],
  'server/usecase': ['server/domain', 'server/contract', 'server/store'],
  'server/store': ['server/domain'],
  'server/spreadsheet': ['server/domain'],
  'server/document': ['server/domain', 'server/contract'],
  'server/http': ['server/domain', 'server/contract', 'server/document', 'server/usecase', 'server/store'],
  'server/datasets': ['server/domain'],
  web: ['server/domain', 'server/contract'],
}

/** The only packages that the domain may know. */
const DOMAIN_PACKAGES = ['@turf/turf', 'flatbush', 'flatqueue', 'gcoord', 'geojson', 'proj4', 'robust-predicates']

const tracked = execFileSync('git', ['ls-files'], { cwd: ROOT, encoding: 'utf8' }).split('\n').filter(Boolean)
const sources = tracked.filter((file) => /\.(ts|vue)$/.test(file) && existsSync(join(ROOT, file)))
const imports = sources.flatMap((file) => importsOf(file).map((target) => ({ file, target })))

describe('one direction', () => {
  it('every import points from an outer layer to an inner one', () => {
    const against = imports.filter(({ file, target }) => {
      const [from, to] = [layerOf(file), layerOf(target)]
      return from && to && from !== to && !MAY_IMPORT[from]?.includes(to)
    })
    expect(against).toEqual([])
  })

  it('the domain knows no package but its geometry libraries', () => {
    const foreign = imports.filter(
      ({ file, target }) =>
        file.startsWith('server/domain/') && !target.startsWith('server/') && !DOMAIN_PACKAGES.includes(target),
    )
    expect(foreign).toEqual([])
  })

  it('Turf enters the domain through one module', () => {
    const turf = imports.filter(({ file, target }) => file.startsWith('server/domain/') && target === '@turf/turf')
    expect(turf.map(({ file }) => file)).toEqual(['server/domain/geometry.ts'])
  })

  it('the domain reads no clock and throws no dice', () => {
    const impure = sources
      .filter((file) => file.startsWith('server/domain/'))
      .filter((file) => /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(/.test(read(file)))
    expect(impure).toEqual([])
  })

  it('no page renders data as HTML', () => {
    expect(sources.filter((file) => file.endsWith('.vue') && /\bv-html\b/.test(read(file)))).toEqual([])
  })
})

describe('the documents', () => {
  const documents = tracked.filter((file) => file.endsWith('.md') && existsSync(join(ROOT, file)))

  it('link only to files that exist', () => {
    const broken = documents.flatMap((file) =>
      [...read(file).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)(?:#[^)]*)?\)/g)]
        .map((match) => normalize(join(dirname(file), match[1] ?? '')))
        .filter((target) => !existsSync(join(ROOT, target)))
        .map((target) => `${file} -> ${target}`),
    )
    expect(broken).toEqual([])
  })

  it('the glossary names only words that the code exports', () => {
    const exported = new Set(
      sources
        .filter((file) => file.startsWith('server/'))
        .flatMap((file) => [...read(file).matchAll(/export (?:async )?(?:const|function|interface|type|class) (\w+)/g)])
        .map((match) => match[1]),
    )
    const rows = read('docs/glossary.md')
      .split('\n')
      .filter((line) => /^\| `/.test(line))
    const words = rows.flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map((match) => match[1]))
    expect(words.length).toBeGreaterThan(20)
    expect(words.filter((word) => !exported.has(word))).toEqual([])
  })
})

function read(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8')
}

function layerOf(file: string): string | undefined {
  return Object.keys(MAY_IMPORT).find((layer) => file.startsWith(`${layer}/`))
}

/** What a file imports: repository paths for our own modules, package names for the rest. */
function importsOf(file: string): string[] {
  const text = file.endsWith('.vue') ? scriptOf(read(file)) : read(file)
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => resolve(file, fileName))
}

function scriptOf(vue: string): string {
  return [...vue.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((m) => m[1]).join('\n')
}

function resolve(file: string, target: string): string {
  if (target.startsWith('.')) return relative(ROOT, join(ROOT, dirname(file), target))
  if (target.startsWith('#domain/')) return `server/domain/${target.slice(8)}.ts`
  if (target.startsWith('#contract/')) return `server/contract/${target.slice(10)}.ts`
  if (target === '#dialect') return 'server/store/dialect.sqlite.ts'
  const [scope = '', name] = target.split('/')
  return scope.startsWith('@') ? `${scope}/${name}` : scope
}
