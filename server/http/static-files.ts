/** The built pages, read into memory when the server starts: a request can only name what is on the list. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import type { Context } from 'hono'
import { type StoredFile, sendStored, storedFile } from './stored-file.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.geojson': 'application/geo+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
}

/** Files by their address, `/assets/main-1a2b3c.js`. Empty when the pages have not been built. */
export type StaticFiles = ReadonlyMap<string, StoredFile>

export function readStaticFiles(folder: string): StaticFiles {
  if (!existsSync(folder)) return new Map()
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name)
      const type = TYPES[extname(path)] ?? 'application/octet-stream'
      return [`/${relative(folder, path).split(sep).join('/')}`, storedFile(type, readFileSync(path))]
    }),
  )
}

/** A file, or the one page for an address that only the browser's router knows; nothing for the rest. */
export async function sendStatic(c: Context, files: StaticFiles): Promise<Response | undefined> {
  const file = files.get(c.req.path)
  if (file) return sendStored(c, file, c.req.path.startsWith('/assets/') ? FOR_EVER : ASK_AGAIN)
  const page = isPage(c.req.path) ? files.get('/index.html') : undefined
  return page && sendStored(c, page, ASK_AGAIN)
}

const isPage = (path: string): boolean => !path.startsWith('/api/') && !path.slice(path.lastIndexOf('/')).includes('.')

/** The builder puts a hash of the content into the name. */
const FOR_EVER = 'public, max-age=31536000, immutable'
const ASK_AGAIN = 'no-cache'
