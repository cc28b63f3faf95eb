import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { ApiClient } from '../../scripts/world/api-client.ts'
import { turnClock } from '../../scripts/world/turn-clock.ts'
import { dayMs, origin, sandboxOrigin } from './place.ts'
import type { Customer } from './register.ts'
import { serverAddress } from './server.ts'
import { tidy } from './tidy.ts'

/** Waits for a state; what happened instead is told. */
export async function reaches(client: ApiClient, number: string, state: string): Promise<void> {
  let seen: { state: string; events: { kind: string }[] } | undefined
  const look = async () => {
    seen = await client.get(`filings/${number}`)
    return seen?.state
  }
  await expect
    .poll(look, { timeout: 150_000, interval: 500 })
    .toBe(state)
    .catch((error: unknown) => {
      throw new Error(`${number} is ${seen?.state} after ${seen?.events.map(({ kind }) => kind).join(', ')}`, {
        cause: error,
      })
    })
}

export const daysLater = (days: number) => turnClock({ origin, sandboxOrigin }, days * dayMs)

/** The number, what goes to the foot of the page, and what is to be done from now on. Returns the code of the footer. */
export async function filed({ page, client }: Customer, number: string, pattern: RegExp): Promise<string> {
  await reaches(client, number, 'passed')
  await page.reload()
  const { filingNumber } = await client.get<{ filingNumber: string }>(`filings/${number}`)
  expect(filingNumber).toMatch(pattern)
  await page.getByRole('heading', { level: 1, name: `已备案：${filingNumber}` }).waitFor()
  const footer = (await page.getByText('<a href="https://beian.miit.gov.cn/"').textContent()) ?? ''
  expect(footer).toContain(filingNumber)
  await tidy(page)
  await page.goto('/filings')
  await page.getByRole('row', { name: /办理公安联网备案/ }).waitFor()
  return footer
}

/** The owner's site, on its server: where its name resolves to, and what stands at the foot of its page. */
export async function publish(page: Page, host: string, footer: string): Promise<void> {
  const server = await page.context().newPage()
  await server.goto(`${sandboxOrigin}/sites`)
  await server.getByLabel(/主机名/).fill(host)
  await server.getByLabel(/IP地址/).fill(serverAddress)
  await server
    .getByLabel(/网页/)
    .fill(`<!doctype html><html lang="zh-CN"><body><h1>${host}</h1><footer>${footer}</footer></body></html>`)
  await server.getByRole('button', { name: /保存/ }).click()
  await server.getByRole('row', { name: new RegExp(host) }).waitFor()
  await server.close()
}

/** What the daily look from outside found about a site, as its owner sees it among what is to be done. */
export async function isFound(page: Page, words: string, times: 0 | 1): Promise<void> {
  const rows = async () => {
    await page.goto('/filings')
    await page.getByRole('row', { name: /办理公安联网备案/ }).waitFor()
    return page.getByRole('row', { name: new RegExp(words) }).count()
  }
  await expect.poll(rows, { timeout: 90_000, interval: 1_000 }).toBe(times)
}
