import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openBrowser, openPage } from './browser.ts'

const origin = inject('origin')
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** Bytes of JavaScript, each file gzipped, that a first visit to a page loads. */
async function scriptBytes(path: string, lang: 'zh' | 'en'): Promise<number> {
  const { page, context } = await openPage(browser, { origin, lang })
  const bodies: Promise<Buffer>[] = []
  page.on('response', (response) => {
    if (new URL(response.url()).pathname.endsWith('.js')) bodies.push(response.body())
  })
  await page.goto(path)
  await page.locator('h1').first().waitFor()
  await page.waitForLoadState('networkidle')
  const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body).length)
  await context.close()
  expect(sizes.length).toBeGreaterThan(2)
  return sizes.reduce((sum, size) => sum + size, 0)
}

describe.each(['zh', 'en'] as const)('JavaScript of a first visit in %s', (lang) => {
  it.concurrent('the public search page: less than 120 KB gzipped', async () => {
    expect(await scriptBytes('/', lang)).toBeLessThan(120_000)
  })

  it.concurrent.each([
    '/prices',
    '/sign-up',
    '/confirm',
    '/domains',
    '/templates/new',
    '/help',
    '/filings/new',
    '/filing-rules',
    '/filing-reasons',
    '/personal-names',
    '/design',
  ])('%s: less than 250 KB gzipped', async (path) => {
    expect(await scriptBytes(path, lang)).toBeLessThan(250_000)
  })
})
