/** One language on the screen: with a chosen incident, the workbench shows no word of the other one. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchOnBuiltPages } from '../fixtures/browser.ts'
import { type RunningServer, startServer } from '../reliability/running-server.ts'

const PATIENCE_MS = 90_000
const ID = '0196a000-0000-7000-8000-000000000001'
const folder = mkdtempSync(join(tmpdir(), 'jiehe-language-'))
let server: RunningServer
let browser: Browser

beforeAll(async () => {
  server = await startServer(folder, { JIEHE_DEMONSTRATIONS: '0' })
  browser = await launchOnBuiltPages()
  const saved = await fetch(new URL('/api/incidents', server.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id: ID, title: '4711', description: '', report: REPORT }),
  })
  expect(saved.status).toBe(201)
}, PATIENCE_MS)

afterAll(async () => {
  await browser?.close()
  await server?.kill('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
})

/** In the channel between 通州 and 三河; its title, a person's own words, belongs to no language. */
const REPORT = {
  geometry: { type: 'Point', coordinates: [116.7771, 39.9309] },
  crs: 'EPSG:4326',
  uncertaintyM: 20,
  occurredAt: '2026-03-02T10:00:00+08:00',
  matter: 'emergency',
  medium: 'water',
  severity: 'general',
}

describe('the workbench with a chosen incident', { timeout: 2 * PATIENCE_MS }, () => {
  it('in English shows no Chinese but quoted law, the brand and the way to Chinese', async () => {
    const texts = await visibleTexts('en', 'Tongzhou District')
    expect(texts.length).toBeGreaterThan(60)
    expect(texts.filter((text) => /\p{Script=Han}/u.test(text.replace('界河', '')))).toEqual([])
  })

  it('in Chinese shows no English sentence', async () => {
    const texts = await visibleTexts('zh-CN', '通州区')
    expect(texts.length).toBeGreaterThan(60)
    expect(texts.filter((text) => /[A-Za-z]{2,} [A-Za-z]{2,} [A-Za-z]{2,}/.test(text))).toEqual([])
  })
})

/** What a person reads, labels and titles too, with everything opened; not what is marked as of another language. */
async function visibleTexts(locale: 'en' | 'zh-CN', known: string): Promise<string[]> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce', locale })
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE_MS)
  await page.goto(`${server.url}?incident=${ID}&lang=${locale}`)
  await page.getByText(known).first().waitFor()
  await page.waitForSelector('[data-map-idle]')
  const texts = await page.evaluate<string[]>(`(${READ})('${locale}')`)
  await context.close()
  return texts
}

/** Runs in the page. */
const READ = `(locale) => {
  for (const details of document.querySelectorAll('details')) details.open = true
  const own = (element) => element.closest('[lang]').lang.slice(0, 2) === locale.slice(0, 2)
  const found = []
  for (const element of document.body.querySelectorAll('*')) {
    if (!own(element) || ['SCRIPT', 'STYLE', 'OPTION'].includes(element.tagName)) continue
    if (element.checkVisibility())
      for (const node of element.childNodes) if (node.nodeType === 3) found.push(node.textContent.trim())
    for (const name of ['aria-label', 'title', 'placeholder']) found.push(element.getAttribute(name) ?? '')
  }
  return found.filter(Boolean)
}`
