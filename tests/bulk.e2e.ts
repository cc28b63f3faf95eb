import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { ApiClient } from '../scripts/world/api-client.ts'
import { signUp } from '../scripts/world/person.ts'
import { SandboxControls } from '../scripts/world/sandbox-controls.ts'
import { axeFindings } from './axe-findings.ts'
import { openBrowser, openPage } from './browser.ts'

const origin = inject('origin')
const sandbox = new SandboxControls(inject('sandboxOrigin'))
let browser: Browser
let client: ApiClient

beforeAll(async () => {
  browser = await openBrowser()
  client = await signUp(origin, 'bulk@yuming.example', 'a-long-enough-Password-1', '山月茶业')
})
afterAll(() => browser.close())

async function tidy(page: Page): Promise<void> {
  expect(await axeFindings(page)).toEqual([])
  expect(await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0)
}

describe('many names at once', () => {
  it('are pasted, answered in one stream, folded, filtered, exported and put in the list (S1-30)', async () => {
    await sandbox.grab('cn', 'bulk-taken-1.cn')
    const { page, context, wrong } = await openPage(browser, { origin, client })
    await page.goto('/bulk')
    const paste = page.getByLabel(/要查的名字/)
    await paste.fill(['bulk-free-1.cn', 'bulk-taken-1.cn', '-bad.cn', '龙门客栈9.中国', '龍門客棧9.中国'].join('\n'))
    await page.getByRole('button', { name: '查域名' }).click()
    await page.getByText('查完了，共5个，可注册2个。').waitFor()
    await page.getByText('与第4行的龙门客栈9.中国是同一个名字').waitFor()
    await tidy(page)
    await page.locator('.bulk .chip', { hasText: '不可注册' }).click()
    expect(await page.locator('.bulk-rows li').count()).toBe(1)
    await page
      .getByText(/NAME-|LABEL-|HYPHEN/)
      .first()
      .waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出CSV' }).click(),
    ])
    const csv = readFileSync((await download.path()) ?? '', 'utf8')
    expect(csv.trim().split('\r\n')).toHaveLength(6)
    expect(csv).toContain('bulk-taken-1.cn')
    await page.getByRole('button', { name: '把可注册的2个加入清单' }).click()
    await expect.poll(async () => (await client.get<{ items: unknown[] }>('list')).items.length).toBe(2)
    expect(wrong).toEqual([])
    await context.close()
  })

  it('come from a file, ten thousand of them, and can be stopped; the page stays light', async () => {
    const { page, context, wrong } = await openPage(browser, { origin, client, width: 390, lang: 'en' })
    await page.goto('/bulk')
    const names = Array.from({ length: 10_000 }, (_, n) => `bulk-file-${n}.top`).join('\n')
    await page
      .getByLabel('Choose a file')
      .setInputFiles({ name: 'names.txt', mimeType: 'text/plain', buffer: Buffer.from(names) })
    await page.getByText('names.txt').waitFor()
    await tidy(page)
    await page.getByRole('button', { name: 'Search', exact: true }).click()
    await page.getByRole('button', { name: 'Stop' }).click()
    await page.getByText(/Stopped after|Done:/).waitFor()
    expect(await page.locator('.bulk-rows li').count()).toBeLessThan(100)
    await page
      .getByLabel('Choose a file')
      .setInputFiles({ name: 'names.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') })
    await page.getByText('TXT, CSV or XLSX only; please choose another file.').waitFor()
    expect(wrong).toEqual([])
    await context.close()
  })

  it('need an account', async () => {
    const { page, context } = await openPage(browser, { origin })
    await page.goto('/bulk')
    await page.getByText('登录后一次可查10万个。').first().waitFor()
    expect(await page.getByRole('button', { name: '查域名' }).getAttribute('aria-disabled')).toBe('true')
    await tidy(page)
    await context.close()
  })
})

describe('names near the one that was searched (S1-58, S1-59)', () => {
  it.each([1440, 390])('stand under the answers, free, with how they came about, at %i', async (width) => {
    const { page, context, wrong } = await openPage(browser, { origin, width })
    await page.goto(`/?q=${encodeURIComponent('山月茶')}`)
    const near = page.getByRole('region', { name: '也可以看看' })
    await near.getByText(/个可注册/).waitFor()
    expect(await near.locator('li').count()).toBeGreaterThan(3)
    const first = near.locator('li').first()
    expect((await first.locator('small').textContent())?.length).toBeGreaterThan(1)
    await first.getByRole('button').click()
    await first.getByRole('button', { pressed: true }).waitFor()
    await tidy(page)
    expect(wrong).toEqual([])
    await context.close()
  })
})
