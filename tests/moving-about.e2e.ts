import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openBrowser, openPage } from './browser.ts'

const origin = inject('origin')
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

describe('moving about the console', () => {
  it('opens a page at its top, and going back finds the place that was left', async () => {
    const { page, context, wrong } = await openPage(browser, { origin, width: 390 })
    await page.goto('/prices')
    const row = page.getByRole('button', { name: '.商标', exact: true })
    await row.click()
    const left = await page.evaluate<number>('window.scrollY')
    expect(left).toBeGreaterThan(1_000)
    await page.getByRole('link', { name: '.商标的全部规则' }).click()
    await page.getByRole('heading', { level: 1, name: '.商标' }).waitFor()
    expect(await page.evaluate<number>('window.scrollY')).toBe(0)
    expect(await page.evaluate<string>('document.activeElement.id')).toBe('main')
    const before = await page.evaluate<number>('window.scrollY')
    await page.goBack()
    await row.waitFor()
    await page.waitForFunction(`window.scrollY > ${before + 1_000}`)
    expect(wrong).toEqual([])
    await context.close()
  })

  it('changes the language of the page in place, words of later pages too, and remembers it', async () => {
    const { page, context, wrong } = await openPage(browser, { origin })
    await page.goto('/')
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { level: 1, name: 'First the name, then the site.' }).waitFor()
    await page.getByRole('link', { name: 'Prices', exact: true }).first().click()
    await page.getByRole('heading', { level: 1, name: 'Prices' }).waitFor()
    await page.reload()
    await page.getByRole('heading', { level: 1, name: 'Prices' }).waitFor()
    await page.getByRole('button', { name: '中文', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: '价格总览' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
    expect(wrong).toEqual([])
    await context.close()
  })

  it('follows a link at once after typing: the word that was waited for does not take the reader back', async () => {
    const { page, context, wrong } = await openPage(browser, { origin })
    const script = Promise.withResolvers<void>()
    await page.route('**/assets/prices-page*.js', async (route) => {
      await script.promise
      await route.continue()
    })
    await page.goto('/')
    await page.locator('#q').focus()
    // In one breath: the pause in typing has surely not ended.
    await page.evaluate(`document.execCommand('insertText', false, 'woniu')
      document.querySelector('a[href="/prices"]').click()`)
    await page.waitForURL('**/prices')
    // Longer than any pause in typing, with the page of before still standing.
    await page.waitForTimeout(1_000)
    expect(await page.locator('#q').inputValue()).toBe('woniu')
    script.resolve()
    await page.getByRole('heading', { level: 1, name: '价格总览' }).waitFor()
    expect(wrong).toEqual([])
    await context.close()
  })

  it('opens an address whose place on the page does not decode', async () => {
    const { page, context, wrong } = await openPage(browser, { origin })
    await page.goto('/prices#100%')
    await page.getByRole('heading', { level: 1, name: '价格总览' }).waitFor()
    expect(wrong).toEqual([])
    await context.close()
  })

  it('keeps the keyboard at the list while names are taken off it', async () => {
    const { page, context } = await openPage(browser, { origin })
    await page.goto('/')
    const item = { suffix: 'cn', years: 1, price: { registerFen: 2900, renewFen: 3900 }, state: 'ok', findings: [] }
    const items = ['a.cn', 'b.cn'].map((ascii) => ({ ...item, name: ascii, ascii }))
    await page.evaluate<void>(`localStorage.setItem('yuming.list', ${JSON.stringify(JSON.stringify(items))})`)
    await page.reload()
    const list = page.getByRole('complementary', { name: '域名清单' })
    await list.getByRole('button', { name: /a\.cn/ }).press('Enter')
    await list.getByText('a.cn', { exact: true }).waitFor({ state: 'detached' })
    const focused = () => page.evaluate<string>('document.activeElement.closest("aside")?.innerText ?? "nothing"')
    expect(await page.evaluate<string>('document.activeElement.getAttribute("aria-label")')).toContain('b.cn')
    await page.keyboard.press('Enter')
    await list.getByText('b.cn', { exact: true }).waitFor({ state: 'detached' })
    expect(await focused()).toContain('域名清单')
    await context.close()
  })

  it('keeps the address of a search, so that it can be sent to somebody else', async () => {
    const { page, context } = await openPage(browser, { origin })
    await page.goto('/')
    await page.getByLabel('想要的名字').fill('123')
    await page.getByRole('button', { name: '查域名' }).click()
    await page.waitForURL((url) => url.search === '?q=123')
    await page.getByText('123.cn', { exact: true }).first().waitFor()
    await page.getByRole('link', { name: '我的域名' }).first().click()
    await page.waitForURL(/\/domains$/)
    await page.goBack()
    await page.getByText('123.cn', { exact: true }).first().waitFor()
    expect(await page.getByLabel('想要的名字').inputValue()).toBe('123')
    await context.close()
  })
})
