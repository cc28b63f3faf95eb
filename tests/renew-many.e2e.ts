import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { ApiClient } from '../scripts/world/api-client.ts'
import { organisationTemplate, signUp, topUp } from '../scripts/world/person.ts'
import { SandboxControls } from '../scripts/world/sandbox-controls.ts'
import { turnClock } from '../scripts/world/turn-clock.ts'
import { makeVerifiedTemplate } from '../scripts/world/verified.ts'
import { axeFindings } from './axe-findings.ts'
import { openBrowser, openPage } from './browser.ts'

const origin = inject('origin')
const sandbox = new SandboxControls(inject('sandboxOrigin'))
const email = 'renew-many@yuming.example'
const password = 'a-long-enough-Password-1'
const dayMs = 86_400_000
const names = ['renew-many-1.cn', 'renew-many-2.cn', 'renew-many-3.com']
let browser: Browser
let client: ApiClient
let order = ''
let template = ''

beforeAll(async () => {
  browser = await openBrowser()
  client = await signUp(origin, email, password, '山月茶业')
  await topUp(client, sandbox, 500_000)
  template = await makeVerifiedTemplate(
    { origin, folder: inject('folder') },
    { client, sandbox },
    organisationTemplate(email),
  )
  order = await register(names)
})
afterAll(() => browser.close())

async function register(registered: readonly string[]): Promise<string> {
  const { number } = await client.post<{ number: string }>('orders', {
    lines: registered.map((name) => ({ name, years: 1 })),
    holderType: 'organisation',
    templateId: template,
    termsAccepted: true,
  })
  await client.post(`orders/${number}/pay`, { method: 'balance' })
  await client.events(`orders/${number}`, (_, data) => (data as { state: string }).state === 'succeeded')
  return number
}

describe('after a registration', () => {
  it('the order leads to the filing, with its first day and its rule, and not to a verification that is done (S1-93)', async () => {
    const { page, context, wrong } = await openPage(browser, { origin, client })
    await page.goto(`/orders/${order}`)
    await page.getByText(/最早\d{4}年.*可以提交/).waitFor()
    expect(await page.getByRole('heading', { name: '实名认证', exact: true }).count()).toBe(0)
    await page.getByText('看依据', { exact: true }).click()
    await page.getByText('FILING-NEEDED-01').waitFor()
    // Nothing can be handed in yet, so it leads to what can be prepared.
    expect(await page.getByRole('link', { name: '备案前的准备' }).getAttribute('href')).toBe('/help/filing-overview')
    expect(await page.getByRole('link', { name: '开始备案' }).count()).toBe(0)
    expect(wrong).toEqual([])
    await context.close()
  })
})

describe('renewing many names', () => {
  it('chooses all that match, prices each row, and pays one order', async () => {
    const { page, context, wrong } = await openPage(browser, { origin, client })
    await page.goto('/domains')
    await page.getByLabel(`选中${names[0]}`).check()
    await page.getByRole('button', { name: '选中全部3个' }).click()
    await page.getByText('已选3个').waitFor()
    await page.getByRole('toolbar', { name: '批量操作' }).getByRole('button', { name: '续费', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(`${names[1]}的年限`).selectOption('2')
    await dialog.getByText('¥78.00').waitFor()
    expect(await axeFindings(page, '.dialog')).toEqual([])
    await dialog.getByRole('button', { name: '下单，去付款' }).click()
    await page.waitForURL(/\/orders\/\d+\/pay$/)
    const [latest] = (await client.get<{ orders: { kind: string; lines: { years: number }[] }[] }>('orders')).orders
    expect(latest?.kind).toBe('renew')
    expect(latest?.lines.map(({ years }) => years).toSorted()).toEqual([1, 1, 2])
    expect(wrong).toEqual([])
    await context.close()
  })

  it('exports all that match, not only what is shown', async () => {
    const { page, context } = await openPage(browser, { origin, client, width: 390 })
    await page.goto('/domains?suffix=cn')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '导出' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^yuming-domains-.*\.csv$/)
    await context.close()
  })
})

describe('once the verified holder has reached the filing system', () => {
  it('the order leads to a new filing of its name (S1-93)', async () => {
    const name = 'renew-many-4.cn'
    const number = await register([name])
    // Five working days, and the longest holidays between them.
    await turnClock({ origin, sandboxOrigin: inject('sandboxOrigin') }, 20 * dayMs)
    const later = new ApiClient(origin)
    await later.post('auth/sign-in', { email, password })
    const { page, context, wrong } = await openPage(browser, { origin, client: later })
    await page.goto(`/orders/${number}`)
    await page.getByText(/现在可以提交/).waitFor()
    expect(await page.getByRole('link', { name: '备案前的准备' }).count()).toBe(0)
    await page.getByRole('link', { name: '开始备案' }).click()
    await page.waitForURL(/\/filings\/new\?/)
    await expect.poll(() => page.getByLabel('要备案的域名').inputValue()).toBe(name)
    expect(wrong).toEqual([])
    await context.close()
  })
})
