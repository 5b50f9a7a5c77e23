/** Every panel in both themes against the rules of WCAG 2.2 AA that axe knows. The map has its own in test/web. */
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorkbench, PATIENCE_MS, type Workbench } from '../fixtures/workbench.ts'

let workbench: Workbench
beforeAll(async () => {
  workbench = await openWorkbench({ JIEHE_DEMONSTRATIONS: '1' })
}, PATIENCE_MS)
afterAll(() => workbench?.close())

interface State {
  readonly query: string
  /** Brings up all that the state can show. */
  readonly until: (page: Page) => Promise<unknown>
}

const everythingUnfolded = (page: Page) =>
  page.evaluate("document.querySelectorAll('#panel details').forEach((part) => { part.open = true })")

const STATES: Readonly<Record<string, State>> = {
  'the incident list with its filters': {
    query: '',
    until: async (page) => {
      await page.locator('[data-row]').first().waitFor()
      await page.getByRole('button', { name: '筛选' }).click()
      await page.getByLabel('跨界方式').waitFor()
    },
  },
  'the report form with an assessment, a filing and what is missing': {
    query: 'panel=report&draft=point:116.777100,39.930900&error=20',
    until: async (page) => {
      await page.locator('#panel h3', { hasText: '谁来办' }).waitFor()
      await page.getByRole('button', { name: '添加立案' }).click()
      await page.getByRole('button', { name: '保存并上报' }).click()
      await page.getByText('缺少标题').waitFor()
      await everythingUnfolded(page)
    },
  },
  'the explanation of an incident, unfolded': {
    query: 'q=潮白河',
    until: async (page) => {
      await page.locator('[data-row]').first().click()
      await page.locator('#panel h3', { hasText: '谁来办' }).waitFor()
      await everythingUnfolded(page)
    },
  },
  'the rules, unfolded': {
    query: 'panel=rules',
    until: async (page) => {
      await page.locator('#panel details').first().waitFor()
      await everythingUnfolded(page)
    },
  },
  'the rules of a day that has none': {
    query: 'panel=rules&date=2018-01-01',
    until: (page) => page.getByRole('button', { name: '改看今天' }).first().waitFor(),
  },
  'the search with what it found': {
    query: '',
    until: async (page) => {
      await page.getByRole('combobox', { name: '查找地名' }).fill('tongzhou')
      await page.locator('header [role=option]').first().waitFor()
      await page.keyboard.press('ArrowDown')
    },
  },
  'the help sheet': {
    query: '',
    until: async (page) => {
      await page.getByRole('button', { name: '帮助与快捷键' }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
}

describe.each(['light', 'dark'])('in the %s theme', (theme) => {
  let page: Page
  beforeAll(async () => {
    const person = await workbench.person()
    page = await person.newPage()
    await page.goto(workbench.address(`theme=${theme}`))
    await page.evaluate(axe.source)
  }, PATIENCE_MS)
  afterAll(() => page?.context().close())

  it.each(Object.entries(STATES))('%s breaks no rule', { timeout: PATIENCE_MS }, async (_, { query, until }) => {
    await goTo(page, `?theme=${theme}&${query}`)
    await until(page)
    expect(await page.locator('html').evaluate((root) => root.classList.contains('dark'))).toBe(theme === 'dark')
    expect(await brokenRules(page)).toEqual([])
  })
})

const TAGS = JSON.stringify(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])

/** As the browser's own "back" would: without loading the page again. */
const goTo = (page: Page, address: string) =>
  page.evaluate(`history.pushState(null, '', ${JSON.stringify(address)}); dispatchEvent(new PopStateEvent('popstate'))`)

async function brokenRules(page: Page): Promise<unknown> {
  return page.evaluate(
    `axe.run(document, { runOnly: ${TAGS}, resultTypes: ['violations'] }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ' ' + html)))`,
  )
}
