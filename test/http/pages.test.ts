/** Files, pages and descriptions: what a browser or an integrator fetches besides the endpoints. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ENDPOINTS } from '#contract/index'
import { PROBLEMS } from '../../server/http/problem-kinds.ts'
import { SECURITY_HEADERS } from '../../server/http/respond.ts'
import { readStaticFiles } from '../../server/http/static-files.ts'
import { type TestServer, testServer } from '../fixtures/server.ts'

const FONT = '/assets/noto-sans-sc-119-400-normal-Ab_1.woff2'
const SCRIPT = 'console.log("界河")\n'.repeat(200)

let folder: string
let server: TestServer
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jiehe-pages-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>界河</title>')
  writeFileSync(join(folder, 'assets', 'main-1a2b.js'), SCRIPT)
  writeFileSync(join(folder, 'assets', 'noto.woff2'), Buffer.alloc(5000))
  writeFileSync(join(folder, FONT), Buffer.alloc(10))
  server = await testServer({ pages: readStaticFiles(folder) })
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await server.close()
})

const bytes = async (response: Response) => Buffer.from(await response.arrayBuffer())

describe('the built pages', () => {
  it('a script comes with its type, for ever, compressed as the browser can take it', async () => {
    const ask = (encoding: string) => server.ask('/assets/main-1a2b.js', { headers: { 'accept-encoding': encoding } })
    const plain = await ask('identity')
    expect(plain.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(plain.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(await plain.text()).toBe(SCRIPT)
    const br = await ask('gzip, deflate, br')
    expect(br.headers.get('content-encoding')).toBe('br')
    expect(brotliDecompressSync(await bytes(br)).toString()).toBe(SCRIPT)
    const gzip = await ask('gzip, br;q=0')
    expect(gunzipSync(await bytes(gzip)).toString()).toBe(SCRIPT)
    expect(new Set([plain, br, gzip].map((response) => response.headers.get('etag'))).size).toBe(3)
    expect(br.headers.get('vary')).toBe('accept-encoding')
  })

  it('what is compressed already is not compressed again', async () => {
    const font = await server.ask('/assets/noto.woff2', { headers: { 'accept-encoding': 'br' } })
    expect([font.headers.get('content-type'), font.headers.get('content-encoding')]).toEqual(['font/woff2', null])
  })

  it('an address that only the browser knows gets the page; a missing file does not', async () => {
    for (const path of ['/', '/incidents/7', '/report']) {
      const response = await server.ask(path)
      expect(response.headers.get('content-type'), path).toBe('text/html; charset=utf-8')
      expect(response.headers.get('cache-control')).toBe('no-cache')
    }
    for (const path of ['/assets/gone.js', '/favicon.ico', '/api/nothing', '/api/', '/health/x.y']) {
      expect((await server.ask(path)).status, path).toBe(404)
    }
    expect((await server.ask('/report', { method: 'POST' })).status).toBe(404)
  })

  it.each([
    '/../package.json',
    '/assets/../../package.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/assets/..%2f..%2fpackage.json',
    '//etc/passwd',
    '/%00',
    '/assets/',
  ])('the address %s reaches no file beyond the list', async (path) => {
    const text = await (await server.ask(path)).text()
    expect(text).not.toContain('"dependencies"')
    expect(text).not.toContain('root:')
  })

  it('without built pages the API still answers', () => {
    expect(readStaticFiles(join(folder, 'nowhere')).size).toBe(0)
  })
})

describe('the description of the API', () => {
  it('names every endpoint, and every reference in it leads somewhere', async () => {
    const text = await (await server.ask('/api/openapi.json')).text()
    const document = JSON.parse(text) as {
      paths: Record<string, object>
      components: { schemas: Record<string, unknown> }
    }
    for (const { path, method } of ENDPOINTS) expect(document.paths[path]).toHaveProperty(method.toLowerCase())
    const references = [...text.matchAll(/"\$ref":"([^"]*)"/g)].map((match) => match[1] ?? '')
    expect(references.length).toBeGreaterThan(20)
    for (const reference of references) {
      expect(reference).toMatch(/^#\/components\/schemas\/\w+$/)
      expect(document.components.schemas).toHaveProperty(reference.split('/').at(-1) ?? '')
    }
    expect(text).not.toContain('$defs')
  })

  it('the page for people lists every endpoint and problem in both languages, without script or outside source', async () => {
    const html = await (await server.ask('/api/docs')).text()
    for (const { path, summary } of ENDPOINTS) for (const text of [path, summary.zh]) expect(html).toContain(text)
    for (const kind of Object.keys(PROBLEMS)) expect(html).toContain(`/problems/${kind}`)
    expect(html).not.toMatch(/<script|https?:\/\/|style="|<style/)
    const style = await server.ask('/api/page.css')
    expect(style.headers.get('content-type')).toBe('text/css; charset=utf-8')
    expect(await style.text()).toContain(`src: url(${FONT}) format('woff2');`)
  })
})

it.each(Object.keys(PROBLEMS))('the problem %s has a page in Chinese and English', async (kind) => {
  const response = await server.ask(`/problems/${kind}`)
  expect(response.status).toBe(200)
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) expect(response.headers.get(name)).toBe(value)
  const html = await response.text()
  const { title, titleEn, about, aboutEn } = PROBLEMS[kind as keyof typeof PROBLEMS]
  for (const text of [title, titleEn]) expect(html).toContain(text)
  expect(about).toMatch(/\p{Script=Han}/u)
  expect(aboutEn).toMatch(/^[\x20-\x7e]+$/)
})

it('a problem that does not exist has no page, whatever its name', async () => {
  for (const kind of ['nothing', '__proto__', 'constructor', '<script>']) {
    expect((await server.ask(`/problems/${encodeURIComponent(kind)}`)).status).toBe(404)
  }
})

it('what is thrown is logged whole, and the caller learns nothing but a number to ask by', async () => {
  const broken = await testServer()
  await broken.at.incidents.list({ sort: 'number', order: 'asc', limit: 1, offset: 0 })
  await broken.close()
  const response = await broken.ask('/api/incidents')
  expect(response.status).toBe(500)
  const text = await response.text()
  expect(JSON.parse(text)).toMatchObject({ type: '/problems/internal-error', requestId: 'request-1' })
  expect(text).not.toMatch(/database|sqlite|select|\.ts/i)
  expect(broken.errors).toHaveLength(1)
})

describe('other web sites', () => {
  const change = (headers: Record<string, string>) => server.ask('/api/demonstrations', { method: 'DELETE', headers })

  it('cannot change anything through a visitor’s browser', async () => {
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'http://localhost:9999' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ]) {
      const response = await change(headers as Record<string, string>)
      expect([response.status, await response.json()]).toMatchObject([403, { type: '/problems/foreign-origin' }])
    }
  })

  it('our own pages and programs can', async () => {
    for (const headers of [{}, { origin: 'http://localhost:4140', 'sec-fetch-site': 'same-origin' }]) {
      expect((await change(headers as Record<string, string>)).status).toBe(200)
    }
  })

  it('cannot come in by a host name of their own', async () => {
    for (const host of ['evil.example', '127.0.0.1.evil.example:4140', '10.0.0.1', '']) {
      expect((await server.ask('/health', { headers: { host } })).status, host).toBe(421)
    }
    for (const host of ['127.0.0.1:4140', 'LOCALHOST', '[::1]:4140']) {
      expect((await server.ask('/health', { headers: { host } })).status, host).toBe(200)
    }
  })
})
