/** The main job, as a person does it: in the system's Chromium, on the built pages, the real server and the shipped data. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchOnBuiltPages } from '../fixtures/browser.ts'
import { type RunningServer, startServer } from '../reliability/running-server.ts'

const PATIENCE_MS = 90_000
/** In the channel between 通州 and 三河. */
const REPORTING = 'panel=report&draft=point:116.777100,39.930900&error=20&at=116.77710,39.93090,12.00'
const folder = mkdtempSync(join(tmpdir(), 'jiehe-e2e-'))
let server: RunningServer
let browser: Browser

beforeAll(async () => {
  server = await startServer(folder, { JIEHE_DEMONSTRATIONS: '0' })
  browser = await launchOnBuiltPages()
}, PATIENCE_MS)

afterAll(async () => {
  await browser?.close()
  await server?.kill('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
})

describe('a discharge in the 潮白河 between 通州 and 三河', () => {
  it('is explained before it is saved, seen by everyone when it is, and survives kill -9', async () => {
    const desk = await open(REPORTING)
    const wall = await open('')
    await expectText(desk, /跨界：通州区.*三河市.*两岸/)
    await expectText(desk, '北京市生态环境保护综合执法总队')
    expect(await listed(server)).toEqual([])

    await desk.locator('#panel').getByLabel('标题').fill('潮白河右岸暗管排水')
    await desk.getByRole('button', { name: '保存并上报' }).click()
    await desk.waitForURL(/incident=/)
    await wall.locator('[data-row]', { hasText: '潮白河右岸暗管排水' }).waitFor()

    await server.kill('SIGKILL')
    server = await startServer(folder, { JIEHE_DEMONSTRATIONS: '0' })
    expect(await listed(server)).toEqual(['潮白河右岸暗管排水'])
    await Promise.all([desk.context().close(), wall.context().close()])
  }, 240_000)

  it('opens from its link with lead, clause and clock, in English too', async () => {
    const [id] = await listedIds(server)
    const page = await open(`incident=${id}&lang=en`)
    await expectText(page, 'Tongzhou District')
    await expectText(page, /Sanhe/)
    await page.context().close()
  }, 240_000)
})

async function open(query: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 720 },
    locale: 'zh-CN',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE_MS)
  await page.goto(`${server.url}?${query}`)
  return page
}

const expectText = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()

async function incidents(of: RunningServer): Promise<readonly { id: string; title: string }[]> {
  const answer = await fetch(new URL('/api/incidents', of.url))
  const { incidents }: { incidents: { id: string; title: string }[] } = await answer.json()
  return incidents
}

const listed = async (of: RunningServer) => (await incidents(of)).map(({ title }) => title)
const listedIds = async (of: RunningServer) => (await incidents(of)).map(({ id }) => id)
