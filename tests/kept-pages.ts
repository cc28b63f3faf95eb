import type { Browser } from 'playwright-core'
import type { ApiClient } from '../scripts/world/api-client.ts'
import { openPage } from './browser.ts'

type Opened = Awaited<ReturnType<typeof openPage>>

/** Pages that nobody looks at now, by whose they are: one that goes on to the next address has its scripts at hand. */
const idle = new WeakMap<Browser, Map<string, Opened[]>>()

/** A page for one look. Whatever went wrong in it before it is given back is its own; one that failed is not used again. */
export async function takePage(
  browser: Browser,
  who: { origin: string; client?: ApiClient; lang: 'zh' | 'en'; width?: number },
): Promise<Opened & { giveBack(): void }> {
  const pages = idle.get(browser) ?? new Map<string, Opened[]>()
  idle.set(browser, pages)
  const cookies = who.client?.cookies().map(({ name, value }) => `${name}=${value}`)
  const key = [who.origin, who.lang, who.width, ...(cookies ?? [])].join(' ')
  const free = pages.get(key) ?? []
  pages.set(key, free)
  const kept = free.pop()
  // Whoever looked last may have left it narrow, and a page must not begin otherwise for having been used.
  await kept?.page.setViewportSize({ width: who.width ?? 1440, height: 900 })
  const opened = kept ?? (await openPage(browser, who))
  return { ...opened, giveBack: () => free.push(opened) }
}
