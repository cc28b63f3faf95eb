import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { cuesOf } from '../scripts/walkthrough/captions.ts'
import { axeFindings } from './axe-findings.ts'
import { openBrowser, openPage } from './browser.ts'

const origin = inject('origin')
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const films = [
  [
    'of a registration (S0-33, S1-91)',
    'register',
    '/',
    { zh: '一分钟看懂注册', en: 'Registering a name, in one minute' },
  ],
  ['of a verification (S1-172)', 'verify', '/help', { zh: '实名认证', en: 'Real-name verification' }],
] as const

describe.each(films)('the film %s', (_, name, from, link) => {
  it.each([
    ['zh', 1440],
    ['en', 390],
  ] as const)('plays in %s at %i, with captions that say what the page says', async (lang, width) => {
    const { page, context, wrong } = await openPage(browser, { origin, lang, width })
    await page.goto(from)
    await page.getByRole('link', { name: link[lang], exact: true }).click()
    await page.waitForURL(/\/help\/[\w-]+$/)
    const film = page.locator('video')
    await film.waitFor()
    expect(await axeFindings(page)).toEqual([])
    const seconds = await film.evaluate(
      (video) =>
        new Promise<number>((resolve, reject) => {
          const element = video as unknown as {
            duration: number
            onloadedmetadata: () => void
            onerror: () => void
            load(): void
            preload: string
          }
          element.onloadedmetadata = () => resolve(element.duration)
          element.onerror = () => reject(new Error('the film cannot be read'))
          element.preload = 'metadata'
          element.load()
        }),
    )
    expect(seconds).toBeGreaterThan(30)
    const cues = cuesOf(await (await fetch(`${origin}/walkthrough/${name}.${lang}.vtt`)).text())
    expect(cues.map(({ text }) => text)).toEqual(
      (await page.locator('main ol').first().locator('li').allTextContents()).map((text) => text.trim()),
    )
    for (const [n, cue] of cues.entries()) {
      expect(cue.to).toBeGreaterThan(cue.from)
      expect(cue.from).toBeGreaterThanOrEqual(cues[n - 1]?.to ?? 0)
      expect(cue.to).toBeLessThanOrEqual(seconds + 0.5)
    }
    expect(wrong).toEqual([])
    await context.close()
  })
})

describe('a film', () => {
  it('is sent in parts, with its own type', async () => {
    const part = await fetch(`${origin}/walkthrough/register.webm`, { headers: { range: 'bytes=0-99' } })
    expect(part.status).toBe(206)
    expect(part.headers.get('content-type')).toBe('video/webm')
    expect((await part.arrayBuffer()).byteLength).toBe(100)
    const captions = await fetch(`${origin}/walkthrough/register.en.vtt`)
    expect(captions.headers.get('content-type')).toMatch(/^text\/vtt/)
  })
})
