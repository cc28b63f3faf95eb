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
