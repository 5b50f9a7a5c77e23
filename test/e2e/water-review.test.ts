/** A chief before the monthly meeting: finds the worst reach, opens the arithmetic, takes the report along. */
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorkbench, PATIENCE_MS, viewIn, type Workbench } from '../fixtures/workbench.ts'

/** As the address names them. */
const TABS = ['sections', 'profile', 'section', 'matrix', 'units', 'ledger', 'sources', 'patrol', 'samples']

let workbench: Workbench
beforeAll(async () => {
  workbench = await openWorkbench({ JIEHE_DEMONSTRATIONS: '1' })
}, PATIENCE_MS)
afterAll(() => workbench?.close())

const open = async (query: string): Promise<Page> => {
  const page = await (await workbench.person()).newPage()
  await page.goto(workbench.address(query))
  return page
}
const verdict = (page: Page) => page.getByRole('region', { name: '水质评价' })

describe('a chief before the monthly meeting', { timeout: 2 * PATIENCE_MS }, () => {
  it('chooses a river, finds its worst reach, opens the arithmetic and exports the report', async () => {
    const page = await open('')
    await page.getByRole('button', { name: '水质评价' }).click()
    const subject = page.getByRole('combobox', { name: '评价对象' })
    await subject.fill('凉水')
    await page
      .getByRole('option', { name: /凉水河/ })
      .first()
      .waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(({ searchParams }) => searchParams.get('subject') === 'river:liangshui-he')
    await verdict(page).getByText('最差河段').waitFor()
    await page.getByText(/凉水河马驹桥至许各庄段变差/).waitFor()

    await page.getByRole('button', { name: '查看该断面与河长' }).click()
    await page.getByRole('heading', { name: /许各庄 · 2026年10月/ }).waitFor()
    expect(viewIn(page).get('section')).toBe('section-17')
    await page.getByRole('tabpanel').getByText('计算过程').first().click()
    await page
      .getByText(/化学需氧量 \d+ > 40 mg\/L（Ⅴ类限值/)
      .first()
      .waitFor()
    await page
      .getByText(/某某（示范）/)
      .first()
      .waitFor()

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出 Word' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/凉水河.*\.docx$/)
    await page.context().close()
  })

  it('finds the same screen again by its link, and the month of a cell of the matrix by the keys alone', async () => {
    const page = await open('panel=review&subject=river:liangshui-he&period=2026-09&tab=matrix')
    const cell = page.locator('[role=grid] button[tabindex="0"]')
    await cell.focus()
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: /马驹桥 · 2026年8月/ }).waitFor()
    expect(viewIn(page).get('period')).toBe('2026-08')
    await page.context().close()
  })

  it('objects to a line of the ledger only after a second question', async () => {
    const page = await open('panel=review&subject=river:liangshui-he&period=2026-10&tab=ledger')
    await page.getByRole('button', { name: '提出异议或核对' }).first().click()
    await page.getByLabel('提出单位或人员').fill('通州区水务局')
    await page.getByRole('textbox', { name: '内容' }).fill('请核对上游来水。')
    await page.getByRole('button', { name: '提交', exact: true }).click()
    await page.getByRole('button', { name: '确定提交' }).click()
    await page.getByText(/请核对上游来水。/).waitFor()
    await page.context().close()
  })
})

it.each(['light', 'dark'])(
  'in the %s theme no part breaks a rule of WCAG that axe knows',
  { timeout: 2 * PATIENCE_MS },
  async (theme) => {
    const page = await open(`panel=review&subject=river:liangshui-he&period=2026-10&section=section-17&theme=${theme}`)
    await page.getByText('最差河段').first().waitFor()
    await page.evaluate(axe.source)
    for (const [number, tab] of TABS.entries()) {
      await page.getByRole('tab').nth(number).click()
      await page.waitForURL(({ searchParams }) => (searchParams.get('tab') ?? 'sections') === tab)
      await page.locator('[role=tabpanel] h3, [role=tabpanel] table').first().waitFor()
      await page.evaluate("document.querySelectorAll('.review details').forEach((part) => { part.open = true })")
      expect(await brokenRules(page), tab).toEqual([])
    }
    await page.context().close()
  },
)

const TAGS = JSON.stringify(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])

async function brokenRules(page: Page): Promise<unknown> {
  return page.evaluate(
    `axe.run(document, { runOnly: ${TAGS}, resultTypes: ['violations'] }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ' ' + html.slice(0, 200))))`,
  )
}
