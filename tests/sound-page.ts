import type { Browser } from 'playwright-core'
import { expect } from 'vitest'
import type { ApiClient } from '../scripts/world/api-client.ts'
import { axeFindings } from './axe-findings.ts'
import { takePage } from './kept-pages.ts'
import { missingWords } from './missing-words.ts'

/** Every language at every width; otherwise each language is looked at by axe in one width of its own. */
const everything = process.env.YUMING_EVERY_PAGE === '1'

const widths = [1440, 890, 390, 320] as const
const lookedAt = { zh: [1440], en: [390] } as const

/**
 * A page as it stands: axe finds nothing, no word is missing, nothing scrolls sideways from 320 pixels up, and no error in its console.
 * @param lang what it must be written in
 */
export async function expectSoundPage(
  browser: Browser,
  {
    path,
    lang,
    unfolded = false,
    ...who
  }: {
    origin: string
    path: string
    lang: 'zh' | 'en'
    client?: ApiClient
    /** Parts that are folded away are looked at too. */
    unfolded?: boolean
  },
): Promise<void> {
  const opened = await takePage(browser, { ...who, lang })
  const { page, wrong } = opened
  await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`)
  await page.locator('h1').first().waitFor()
  await page.waitForTimeout(500)
  if (unfolded) await page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
  expect(await page.locator('html').getAttribute('lang')).toMatch(lang === 'zh' ? /^zh/ : /^en/)
  expect(await missingWords(page), 'words that did not come with the page').toEqual([])
  const byAxe: readonly number[] = everything ? [1440, 390] : lookedAt[lang]
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    await page.waitForTimeout(60)
    const beyond = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')
    expect(beyond, `${width} pixels wide`).toBeLessThanOrEqual(0)
    if (!byAxe.includes(width)) continue
    expect(await axeFindings(page), `${width} pixels wide`).toEqual([])
  }
  expect(wrong).toEqual([])
  opened.giveBack()
}
