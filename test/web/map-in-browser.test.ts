/** The built pages in the system's Chromium, served by the real server on the shipped data. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchOnBuiltPages } from '../fixtures/browser.ts'
import { WITHOUT_WEBGL } from '../fixtures/workbench.ts'
import { type RunningServer, startServer } from '../reliability/running-server.ts'

const PATIENCE_MS = 90_000
const ON_THE_RIVER = 'at=116.77000,39.98000,11.50'
const folder = mkdtempSync(join(tmpdir(), 'jiehe-map-'))
let server: RunningServer
let browser: Browser

beforeAll(async () => {
  server = await startServer(folder)
  browser = await launchOnBuiltPages()
}, PATIENCE_MS)

afterAll(async () => {
  await browser?.close()
  await server?.kill('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
})

interface Visit {
  readonly page: Page
  /** Errors, warnings and refused resources, as the browser's console has them. */
  readonly complaints: string[]
  readonly outside: string[]
}

const visit = async (query = '', before = ''): Promise<Visit> => {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 720 },
    locale: 'zh-CN',
    colorScheme: 'light',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE_MS)
  const complaints: string[] = []
  const outside: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(server.url) && !/^(data|blob):/.test(url)) outside.push(url)
  })
  if (before) await page.addInitScript(before)
  await page.goto(`${server.url}?${query}`)
  return { page, complaints, outside }
}

const atRest = (page: Page) => page.waitForSelector('[data-map-idle]')
const query = (page: Page) => new URLSearchParams(new URL(page.url()).search)
const middle = async (page: Page) => {
  const box = await page.locator('.maplibregl-canvas').boundingBox()
  return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 }
}

describe('the map in a browser', { timeout: 2 * PATIENCE_MS }, () => {
  it('asks nobody but its own server, breaks no content policy and raises no error', async () => {
    const { page, complaints, outside } = await visit(
      `panel=report&${ON_THE_RIVER}&draft=point:116.7675,39.99&error=300`,
    )
    await atRest(page)
    await page.waitForSelector('[role=slider]')
    expect(outside).toEqual([])
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('names the units that are drawn under the pointer', async () => {
    const { page } = await visit('at=116.72000,39.90000,11.00')
    await atRest(page)
    const { x, y } = await middle(page)
    await page.mouse.move(x - 5, y)
    await page.mouse.move(x, y)
    await page.waitForFunction("document.querySelector('output').textContent.includes('通州区')")
    await page.context().close()
  })

  it('answers a click with the units of the place, and reports there', async () => {
    const { page } = await visit('at=116.72000,39.90000,11.00')
    await atRest(page)
    const { x, y } = await middle(page)
    await page.mouse.click(x, y)
    await page.getByText('边界精度约', { exact: false }).first().waitFor()
    await page.getByRole('button', { name: '在此上报' }).click()
    await page.waitForSelector('[role=slider]')
    expect(query(page).get('panel')).toBe('report')
    expect(query(page).get('draft')).toMatch(/^point:116\.7(19|20)\d+,39\.(899|900)\d+$/)
    await page.context().close()
  })

  it.each(['the map', 'the card'])('closes the card of a place on Escape from %s, and only it', async (from) => {
    const { page } = await visit('panel=rules&at=116.72000,39.90000,11.00')
    await atRest(page)
    const { x, y } = await middle(page)
    await page.mouse.click(x, y)
    const report = page.getByRole('button', { name: '在此上报' })
    await report.waitFor()
    if (from === 'the card') await report.focus()
    await page.keyboard.press('Escape')
    await report.waitFor({ state: 'detached' })
    expect(query(page).get('panel')).toBe('rules')
    expect(await page.evaluate("document.activeElement.matches('.maplibregl-canvas')")).toBe(true)
    await page.keyboard.press('Escape')
    await page.waitForSelector('#panel', { state: 'detached' })
    await page.context().close()
  })

  it('changes the position error from the keyboard, and the address with it', async () => {
    const { page } = await visit(`panel=report&${ON_THE_RIVER}&draft=point:116.7675,39.99&error=300`)
    await atRest(page)
    await page.locator('[role=slider]').press('ArrowRight')
    await page.locator('[role=slider][aria-valuenow="330"]').waitFor()
    expect(query(page).get('error')).toBe('330')
    await page.context().close()
  })

  it('takes a line drawn by hand, and its last click asks nothing else', async () => {
    const { page } = await visit(`panel=report&${ON_THE_RIVER}`)
    await atRest(page)
    await page.getByRole('button', { name: '线', exact: true }).click()
    await page.getByText('逐点单击画线').waitFor()
    const { x, y } = await middle(page)
    for (const [right, down] of [
      [-100, -80],
      [-30, 0],
      [40, 90],
      [40, 90],
    ] as const) {
      await page.mouse.move(x + right, y + down, { steps: 3 })
      await page.mouse.click(x + right, y + down)
    }
    await page.getByRole('button', { name: '浏览', pressed: true }).waitFor()
    expect(query(page).get('draft')?.split('_')).toHaveLength(3)
    expect(await page.getByRole('button', { name: '在此上报' }).count()).toBe(0)
    await page.context().close()
  })

  it('goes back to the place before when the person goes back', async () => {
    const { page } = await visit(ON_THE_RIVER)
    await atRest(page)
    await page.keyboard.press('p')
    await page.waitForSelector('#panel')
    expect(query(page).get('panel')).toBe('rules')
    await page.goBack()
    await page.waitForSelector('#panel', { state: 'detached' })
    expect(query(page).get('at')).toBe('116.77000,39.98000,11.50')
    await page.context().close()
  })

  it('shows an incident that somebody else reports while it is open', async () => {
    const { page } = await visit(ON_THE_RIVER)
    await atRest(page)
    await page.keyboard.press('g')
    const key = page.locator('.legend').getByText('颜色：是否跨界')
    expect(await key.count()).toBe(0)
    const saved = await server.post('/api/incidents', {
      id: '0190c5a4-7e1c-7cc3-98c4-dc0c0c07398f',
      title: '排污',
      report,
    })
    expect(saved.status).toBe(201)
    await key.waitFor()
    await page.context().close()
  })

  it('comes back by itself when the graphics context is lost', async () => {
    const { page } = await visit(`panel=report&${ON_THE_RIVER}&draft=point:116.7675,39.99&error=300`)
    await atRest(page)
    await page.evaluate("document.querySelector('.maplibregl-canvas').dataset.first = 'yes'")
    await page.evaluate(
      "document.querySelector('.maplibregl-canvas').getContext('webgl2').getExtension('WEBGL_lose_context').loseContext()",
    )
    await page.getByText('地图的图形环境中断了').waitFor()
    await page.waitForSelector('.maplibregl-canvas:not([data-first])')
    await atRest(page)
    await page.waitForSelector('[role=slider]')
    await page.context().close()
  })

  it('says what is missing where there is no WebGL, and leaves the rest to be used', async () => {
    const { page } = await visit('', WITHOUT_WEBGL)
    await page.getByText('此浏览器不能绘制地图').waitFor()
    await page.getByRole('button', { name: '上报事件' }).click()
    await page.waitForSelector('#panel')
    await page.context().close()
  })

  it('names the layer that could not be fetched, and draws it after another try', async () => {
    const { page } = await visit()
    await page.context().route('**/api/layers/zones', (route) => route.fulfill({ status: 503, body: '' }))
    await page.reload()
    await page.getByText('图层“功能区（示意）”没能载入').waitFor()
    await page.context().unroute('**/api/layers/zones')
    await page.getByRole('button', { name: '重试' }).click()
    await page.getByText('图层“功能区（示意）”没能载入').waitFor({ state: 'detached' })
    await atRest(page)
    await page.context().close()
  })

  it('says of a day before its records once which the first one is, and draws today when it is asked to', async () => {
    const { page } = await visit('date=1949-10-01&lang=zh-CN')
    await page.getByText('没有1949年10月1日的行政区划和河流数据，最早的数据自2015年12月1日起。').waitFor()
    expect(await page.getByRole('alert').count()).toBe(1)
    expect(await page.getByRole('button', { name: '重试' }).count()).toBe(0)
    await page.getByRole('button', { name: '改看今天' }).click()
    await page.getByRole('alert').waitFor({ state: 'detached' })
    await atRest(page)
    expect(query(page).get('date')).toBeNull()
    await page.context().close()
  })

  it.each(['light', 'dark'])('breaks no rule of WCAG 2.2 AA that axe knows, in the %s theme', async (theme) => {
    const { page } = await visit(`panel=report&theme=${theme}&${ON_THE_RIVER}&draft=point:116.7675,39.99&error=300`)
    await atRest(page)
    await page.locator('[data-legend-toggle]').click()
    await page.waitForSelector('[role=slider]')
    await page.evaluate(axe.source)
    const rules = "{ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }"
    const broken = await page.evaluate(
      `axe.run({ include: ['header', '#map'] }, ${rules}).then(({ violations }) =>
        violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ' ' + html)))`,
    )
    expect(broken).toEqual([])
    await page.context().close()
  })

  it('speaks the language and wears the theme of the address', async () => {
    const { page } = await visit('lang=en&theme=dark')
    await atRest(page)
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(await page.locator('html').getAttribute('class')).toContain('dark')
    await page.getByRole('button', { name: '中文' }).click()
    await page.getByRole('button', { name: '上报事件' }).waitFor()
    await page.context().close()
  })
})
const report = {
  geometry: { type: 'Point', coordinates: [116.7675, 39.99] },
  crs: 'EPSG:4326',
  uncertaintyM: 50,
  occurredAt: '2026-11-24T08:00:00+08:00',
  matter: 'enforcement',
  medium: 'water',
  severity: 'general',
}
