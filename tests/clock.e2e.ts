import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openBrowser, openPage } from './browser.ts'

const origin = inject('origin')
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const hourMs = 3_600_000

describe('the clock of the world', () => {
  it('is shown as today in the header, and is turned for everybody where it leads to', async () => {
    const { page, context, wrong } = await openPage(browser, { origin })
    const now = async () => {
      const { clock } = (await (await context.request.get('/v1/session')).json()) as { clock: { now: string } }
      return Date.parse(clock.now)
    }
    const before = await now()
    await page.goto('/')
    const chip = page.getByRole('link', { name: /^沙盒 今天 / })
    expect(await chip.getAttribute('title')).toContain('沙盒里今天是')
    const [outside] = await Promise.all([context.waitForEvent('page'), chip.click()])
    await outside.getByRole('button', { name: '＋1小时' }).click()
    await outside.waitForURL(/#clock$/)
    await expect.poll(async () => (await now()) - before).toBeGreaterThanOrEqual(hourMs)
    const shown = new Intl.DateTimeFormat('zh-CN', {
      timeZone: 'Asia/Shanghai',
      month: 'long',
      day: 'numeric',
    }).format(await now())
    await page.reload()
    // Other journeys turn the same clock, perhaps into another year.
    await page.getByRole('link', { name: new RegExp(`^沙盒 今天 (\\d{4}年)?${shown}`) }).waitFor()
    expect(wrong).toEqual([])
    await context.close()
  })
})
