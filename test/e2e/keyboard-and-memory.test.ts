/** What a person leaves and finds again, and what the Escape key closes. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorkbench, PATIENCE_MS, viewIn, type Workbench } from '../fixtures/workbench.ts'

const REPORTING = 'panel=report&draft=point:116.777100,39.930900&error=20'

let workbench: Workbench
beforeAll(async () => {
  workbench = await openWorkbench()
}, PATIENCE_MS)
afterAll(() => workbench?.close())

const open = async (query: string): Promise<Page> => {
  const person = await workbench.person()
  const page = await person.newPage()
  await page.goto(workbench.address(query))
  return page
}
const search = (page: Page) => page.getByRole('combobox', { name: '查找地名' })
/** Not the choices of the form's own fields. */
const found = (page: Page) => page.locator('header [role=option]')
const find = async (page: Page, text: string) => {
  await search(page).fill(text)
  await found(page).first().waitFor()
}
const title = (page: Page) => page.locator('#panel').getByLabel('标题')
const panelCount = (page: Page) => page.locator('#panel').count()

describe('an unsaved report', { timeout: PATIENCE_MS }, () => {
  it('is back after a reload, and takes the place that the search then offers', async () => {
    const page = await open('panel=report')
    await title(page).fill('马驹桥异味')
    await page.reload()
    await page.getByText('已恢复您上次未保存的内容').waitFor()
    expect(await title(page).inputValue()).toBe('马驹桥异味')

    await find(page, '马驹桥镇')
    await page.keyboard.press('Enter')
    await page.getByText('上报位置设为“马驹桥镇”').waitFor()
    await page.getByText('（设计默认值）').first().waitFor()
    await page.getByRole('button', { name: '设定', exact: true }).click()
    expect(viewIn(page).get('draft')).toMatch(/^point:116\.\d+,39\.\d+$/)
    expect(Number(viewIn(page).get('error'))).toBeGreaterThan(50)
    const place = viewIn(page).get('draft')

    await page.reload()
    await page.getByText('已恢复您上次未保存的内容').waitFor()
    expect([await title(page).inputValue(), viewIn(page).get('draft')]).toEqual(['马驹桥异味', place])
    await page.locator('#panel h3', { hasText: '谁来办' }).waitFor()
    await page.context().close()
  })
})

describe('Escape', { timeout: PATIENCE_MS }, () => {
  it('closes what is nearest, one thing at a time, and the panel last', async () => {
    const page = await open(REPORTING)
    await title(page).fill('潮白河排污')

    await find(page, '通州')
    await page.keyboard.press('Escape')
    expect([await found(page).count(), await search(page).inputValue()]).toEqual([0, ''])

    await find(page, '通州')
    await page.keyboard.press('Enter')
    const offer = page.getByRole('group', { name: /^上报位置设为/ })
    await offer.getByRole('button', { name: '不设' }).press('Escape')
    await offer.waitFor({ state: 'detached' })
    expect(viewIn(page).get('draft')).toBe('point:116.777100,39.930900')

    await page.getByRole('button', { name: '清空' }).click()
    const question = page.getByRole('alertdialog')
    await question.waitFor()
    await page.keyboard.press('Escape')
    await question.waitFor({ state: 'detached' })

    await page.getByRole('button', { name: '帮助与快捷键' }).click()
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })

    expect([await panelCount(page), await title(page).inputValue()]).toEqual([1, '潮白河排污'])
    await page.locator('#panel h2').first().click()
    await page.keyboard.press('Escape')
    await page.locator('#panel').waitFor({ state: 'detached' })
    expect(viewIn(page).get('panel')).toBeNull()
    await page.context().close()
  })

  it('closes the calendar and leaves the panel that it stands in', async () => {
    const page = await open('panel=rules')
    await page.getByLabel('查看哪一天适用的规则').click()
    const calendar = page.locator('.el-picker-panel')
    await calendar.waitFor()
    await page.keyboard.press('Escape')
    await calendar.waitFor({ state: 'hidden' })
    expect(await panelCount(page)).toBe(1)
    await page.context().close()
  })
})

describe('the search', { timeout: PATIENCE_MS }, () => {
  it('keeps the places picked lately, newest first, for the next visit and by the keys alone', async () => {
    const page = await open('')
    for (const [typed, name] of [
      ['tongzhou', '通州区'],
      ['miyunshuiku', '密云水库'],
    ] as const) {
      await find(page, typed)
      await found(page).filter({ hasText: name }).first().click()
    }
    await page.reload()
    await page.locator('body').press('/')
    await page.getByText('最近查过').waitFor()
    const recent = await found(page).locator('.name').allTextContents()
    expect(recent).toEqual(['密云水库', '通州区'])

    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(/at=116\.\d+,39\.\d+/)
    await search(page).blur()
    await search(page).focus()
    expect(await found(page).locator('.name').allTextContents()).toEqual(['通州区', '密云水库'])
    await page.context().close()
  })
})

describe('the rules in the dark theme', { timeout: PATIENCE_MS }, () => {
  it('stand on a dark ground, with the mark of what is not verified in sight before they are opened', async () => {
    const page = await open('panel=rules&theme=dark')
    const marked = page.locator('#panel li', { has: page.locator('details:not([open]) summary .mark') }).first()
    await marked.waitFor()
    expect(await marked.locator('summary .mark').first().isVisible()).toBe(true)
    expect(await lightness(page, '#panel')).toBeLessThan(60)
    await marked.locator('summary').click()
    const documents = await marked.locator('h4').allTextContents()
    expect(documents.every((name) => /^《.+》$/.test(name))).toBe(true)
    expect(new Set(documents).size).toBe(documents.length)
    await page.context().close()
  })

  it('a day before the first rules is told with the first one, in both languages, and leads back to today', async () => {
    const page = await open('panel=rules&theme=dark&date=1949-10-01')
    await page.getByText('1949年10月1日没有适用的派单规则，最早的规则自2019年3月4日起施行。').waitFor()
    expect(await page.locator('#panel').getByRole('button', { name: '重试' }).count()).toBe(0)
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByText('No routing rules are in force on 1 October 1949; the first begin on 4 March 2019.').waitFor()
    await page.locator('#panel').getByRole('button', { name: 'Go to today' }).click()
    await page.locator('#panel ol li').first().waitFor()
    expect(viewIn(page).get('date')).toBeNull()
    await page.context().close()
  })
})

/** Of an element's ground, 0 (black) to 255. */
const lightness = (page: Page, selector: string): Promise<number> =>
  page.locator(selector).evaluate((element) => {
    const channels = getComputedStyle(element).backgroundColor.match(/\d+/g)?.slice(0, 3).map(Number) ?? []
    return channels.reduce((sum, channel) => sum + channel, 0) / 3
  })
