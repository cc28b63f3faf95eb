import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { ApiClient } from '../scripts/world/api-client.ts'
import { organisationTemplate, signUp, topUp } from '../scripts/world/person.ts'
import { SandboxControls } from '../scripts/world/sandbox-controls.ts'
import { makeVerifiedTemplate } from '../scripts/world/verified.ts'
import { openBrowser, openPage } from './browser.ts'

const origin = inject('origin')
const sandbox = new SandboxControls(inject('sandboxOrigin'))
const password = 'a-long-enough-Password-1'
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

async function ready(email: string): Promise<ApiClient> {
  const client = await signUp(origin, email, password, '山月茶业')
  await topUp(client, sandbox, 100_000)
  await makeVerifiedTemplate({ origin, folder: inject('folder') }, { client, sandbox }, organisationTemplate(email))
  return client
}

/** From the confirm page, with a list and a template, to the page of payment. */
async function buy(page: Page): Promise<void> {
  await page.goto('/confirm')
  const button = page.getByRole('button', { name: '立即购买' }).first()
  await button.waitFor()
  await page.getByText('还差一步：勾选服务条款。').first().waitFor()
  expect(await button.getAttribute('aria-disabled')).toBe('true')
  await page.getByRole('checkbox', { name: /我已阅读，理解并接受/ }).check()
  await page.waitForFunction(
    "document.querySelector('.confirm-dock, aside') && ![...document.querySelectorAll('button')].some((b) => b.textContent === '立即购买' && b.getAttribute('aria-disabled') === 'true')",
  )
  await button.click()
  await page.waitForURL(/\/orders\/\d+\/pay$/)
}

describe('from a name in the search box to a registered domain', () => {
  it('searches, lists, signs in, confirms, pays from the balance, and shows the domain (S0-06, S0-07, S0-08, S0-09, S0-20, S0-21, S0-22, S0-24, S0-25, S0-29/30, S1-26, S1-27, S1-82, S1-83, S1-84, S1-85, S1-87, S1-89)', async () => {
    const client = await ready('journey-balance@yuming.example')
    const { page, context, wrong } = await openPage(browser, { origin })
    await page.goto('/')
    await page.getByRole('textbox').first().fill('shanyue-journey-1')
    await page.getByRole('button', { name: '查域名' }).click()
    const add = page.getByRole('button', { name: '把shanyue-journey-1.cn加入清单' })
    await add.click()
    await page.getByRole('button', { name: /已在清单：shanyue-journey-1\.cn/ }).waitFor()
    // The list is kept without an account and follows into it.
    await page.goto('/sign-in')
    await page.getByLabel('邮箱').last().fill('journey-balance@yuming.example')
    await page.getByLabel('密码').fill(password)
    await page.getByRole('button', { name: '登录' }).last().click()
    await page.waitForURL((url) => url.pathname !== '/sign-in')
    await buy(page)
    await page.getByText(/名字还没有保留，请尽快付款。/).waitFor()
    await page.getByRole('button', { name: '立即支付' }).first().click()
    await page.waitForURL(/\/orders\/\d+$/)
    await page.getByText('成功', { exact: true }).first().waitFor()
    await page.goto('/domains')
    await page.getByRole('link', { name: 'shanyue-journey-1.cn' }).first().click()
    await page.getByRole('heading', { level: 1, name: /shanyue-journey-1/ }).waitFor()
    await expect.poll(() => sandbox.domain('cn', 'shanyue-journey-1.cn')).toBeDefined()
    expect((await client.get<{ items: unknown[] }>('domains')).items).toHaveLength(1)
    expect(wrong).toEqual([])
    await context.close()
  })

  it('pays through Alipay’s page in the sandbox (S0-26, S1-87)', async () => {
    const client = await ready('journey-alipay@yuming.example')
    await client.put('list/shanyue-journey-2.cn', { years: 2 })
    const { page, context, wrong } = await openPage(browser, { origin, client })
    await buy(page)
    await page.getByRole('radio', { name: /支付宝/ }).check()
    await page.getByRole('button', { name: '立即支付' }).first().click()
    await page
      .getByRole('link', { name: /支付宝/ })
      .first()
      .click()
    await page.waitForURL((url) => url.pathname.startsWith('/alipay/cashier'))
    await page.getByRole('button').first().click()
    await page.waitForURL(/\/orders\/\d+/)
    await page.getByText('成功', { exact: true }).first().waitFor()
    await expect.poll(() => sandbox.domain('cn', 'shanyue-journey-2.cn')).toBeDefined()
    expect(wrong).toEqual([])
    await context.close()
  })

  it('pays by online banking at the channel’s cashier, where banks alone can be chosen (S0-27)', async () => {
    const client = await ready('journey-bank@yuming.example')
    await client.put('list/shanyue-journey-9.cn', { years: 1 })
    const { page, context, wrong } = await openPage(browser, { origin, client })
    await buy(page)
    await page.getByRole('radio', { name: /网银/ }).check()
    await page.getByRole('button', { name: '立即支付' }).first().click()
    await page.waitForURL((url) => url.pathname.startsWith('/alipay/cashier'))
    await page.getByRole('combobox').selectOption('B')
    await page.getByRole('button').first().click()
    await page.waitForURL(/\/orders\/\d+/)
    await page.getByText('成功', { exact: true }).first().waitFor()
    await expect.poll(() => sandbox.domain('cn', 'shanyue-journey-9.cn')).toBeDefined()
    expect(wrong).toEqual([])
    await context.close()
  })

  it('announces a remittance, and shows where to send it with which reference (S0-28)', async () => {
    const client = await ready('journey-remittance@yuming.example')
    await client.put('list/shanyue-journey-10.cn', { years: 1 })
    const { page, context, wrong } = await openPage(browser, { origin, client, width: 390 })
    await buy(page)
    await page.getByRole('radio', { name: /线下汇款/ }).check()
    await page.getByRole('button', { name: /取附言编号/ }).click()
    await page.getByText('示例银行北京分行').waitFor()
    const { remittances } = await client.get<{ remittances: { reference: string }[] }>('balance/remittances')
    expect(await page.getByText(remittances[0]?.reference ?? '?').count()).toBe(1)
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
    expect(wrong).toEqual([])
    await context.close()
  })

  it('gives the money back when somebody else was faster, and says so (S1-90)', async () => {
    const client = await ready('journey-lost@yuming.example')
    await client.put('list/shanyue-journey-3.cn', { years: 1 })
    const before = (await client.get<{ balanceFen: number }>('balance')).balanceFen
    const { page, context } = await openPage(browser, { origin, client })
    await buy(page)
    await sandbox.grab('cn', 'shanyue-journey-3.cn')
    await page.getByRole('button', { name: '立即支付' }).first().click()
    await page.waitForURL(/\/orders\/\d+$/)
    await page.getByText('名字刚被别人注册了').first().waitFor()
    expect((await client.get<{ balanceFen: number }>('balance')).balanceFen).toBe(before)
    await context.close()
  })

  it('refuses a sub-user in the console and through the API alike, and names the main account (S1-77, S1-78, S1-79)', async () => {
    const owner = await ready('journey-owner@yuming.example')
    await owner.post('account/sub-users', { email: 'journey-staff@yuming.example', password, name: '店员' })
    const staff = new ApiClient(origin)
    await staff.post('auth/sign-in', { email: 'journey-staff@yuming.example', password })
    const { templates } = await staff.get<{ templates: { id: string }[] }>('templates')
    await expect(
      staff.post('orders', {
        lines: [{ name: 'shanyue-journey-4.cn', years: 1 }],
        holderType: 'organisation',
        templateId: templates[0]?.id,
        termsAccepted: true,
      }),
    ).rejects.toMatchObject({ status: 403, body: { findings: [{ remedy: { zh: '请退出登录，改用主账号操作' } }] } })
    await staff.put('list/shanyue-journey-4.cn', { years: 1 })
    const { page, context } = await openPage(browser, { origin, client: staff })
    await page.goto('/confirm')
    await page
      .getByText(/主账号/)
      .first()
      .waitFor()
    await context.close()
  })
})
