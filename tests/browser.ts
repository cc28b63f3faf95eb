import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import type { ApiClient } from '../scripts/world/api-client.ts'

/** The system's Chromium, without any traffic of its own. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.YUMING_CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
    ],
  })
}

/** A page of one person, signed in when a client is given; what goes wrong in it is collected. */
export async function openPage(
  browser: Browser,
  {
    origin,
    client,
    width = 1440,
    lang = 'zh',
  }: { origin: string; client?: ApiClient; width?: number; lang?: 'zh' | 'en' },
): Promise<{ page: Page; context: BrowserContext; wrong: string[] }> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    locale: lang === 'zh' ? 'zh-CN' : 'en-GB',
    baseURL: origin,
    // A colour half-way between two has a contrast that nobody reads by.
    reducedMotion: 'reduce',
  })
  // A busy machine is slow, not wrong.
  context.setDefaultTimeout(60_000)
  if (client) await context.addCookies(client.cookies().map((cookie) => ({ ...cookie, url: origin })))
  const page = await context.newPage()
  const wrong: string[] = []
  page.on('pageerror', (error) => wrong.push(String(error)))
  page.on('console', (message) => {
    // The browser itself reports every answer of 4xx; pages that expect one show it.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) wrong.push(message.text())
  })
  return { page, context, wrong }
}
