import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openBrowser, openPage } from './browser.ts'

const origin = inject('origin')
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

describe('what can be read before and after a registration', () => {
  it('one place sells .com, .cn and the rest, and leads to naming rules and advice before a search (S0-01, S0-03, S0-04, S1-75)', async () => {
    const { page, context, wrong } = await openPage(browser, { origin })
    await page.goto('/')
    const before = page.getByRole('region', { name: '查名之前' })
    await before.getByRole('link').first().click()
    await page.waitForURL(/\/help\/naming-rules$/)
    await page.getByRole('heading', { level: 1, name: /规则|起名/ }).waitFor()
    const rules = (await page.locator('main').textContent()) ?? ''
    expect(rules).toMatch(/63/)
    expect(rules).toMatch(/连字符|“-”|短横/)
    // Below the text stand the rules that the search asks, with their ids.
    await page.getByText('NAME-HYPHEN-02').waitFor()
    await page.goBack()
    await page.getByRole('region', { name: '查名之前' }).getByRole('link').nth(1).click()
    await page.waitForURL(/\/help\/registration-advice$/)
    await page.getByRole('heading', { level: 1, name: /建议|年限/ }).waitFor()
    const advice = (await page.locator('main').textContent()) ?? ''
    expect(advice).toMatch(/后缀/)
    expect(advice).toMatch(/两年|2年/)
    await page.goto('/prices')
    await page.getByRole('button', { name: '.com', exact: true }).waitFor()
    await page.getByRole('button', { name: '.cn', exact: true }).waitFor()
    expect(wrong).toEqual([])
    await context.close()
  })

  it.each([
    ['S0-31', 'faq', /？/],
    ['S0-32', 'registration-failed', /退/],
    ['S1-92', 'real-name', /材料/],
    ['S0-14', 'terms', /持有者/],
    ['S1-114', 'trademark-faq', /商标注册证/],
  ])('(%s, S1-03) %s is there in both languages, with its date', async (_, slug, holds) => {
    for (const lang of ['zh', 'en'] as const) {
      const { page, context, wrong } = await openPage(browser, { origin, lang, width: 390 })
      await page.goto(`/help/${slug}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.locator('main h2').first().waitFor()
      const text = (await page.locator('main').textContent()) ?? ''
      if (lang === 'zh') expect(text).toMatch(holds)
      expect(text).toMatch(/2026/)
      expect(text.length).toBeGreaterThan(300)
      expect(wrong).toEqual([])
      await context.close()
    }
  })
})
