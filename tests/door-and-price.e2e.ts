import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { ApiClient } from '../scripts/world/api-client.ts'
import { organisationTemplate, signUp, topUp } from '../scripts/world/person.ts'
import { codeIn, SandboxControls } from '../scripts/world/sandbox-controls.ts'
import { makeVerifiedTemplate } from '../scripts/world/verified.ts'
import { openBrowser, openPage } from './browser.ts'

const origin = inject('origin')
const sandboxOrigin = inject('sandboxOrigin')
const sandbox = new SandboxControls(sandboxOrigin)
const password = 'a-long-enough-Password-1'
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

async function codeOnPhone(number: string): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    const response = await fetch(`${sandboxOrigin}/control/phone`)
    const { messages } = (await response.json()) as { messages: { to: string; text: string }[] }
    const code = messages.filter(({ to }) => to.endsWith(number)).map(({ text }) => codeIn(text))[0]
    if (code) return code
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('no code came to the phone within ten seconds')
}

describe('the door by phone', () => {
  it('sends a code, refuses a wrong one with a sentence, and lets in with the right one, list and all', async () => {
    const { page, context, wrong } = await openPage(browser, { origin, width: 390 })
    await page.goto('/?q=shanyue-phone-1&suffixes=cn')
    await page.getByRole('button', { name: '把shanyue-phone-1.cn加入清单' }).click()
    await page.getByRole('link', { name: '立即结算' }).first().click()
    await page.getByRole('link', { name: '登录' }).last().click()
    await page.waitForURL((url) => url.pathname === '/sign-in' && url.searchParams.get('next') === '/confirm')
    await page.getByText('手机', { exact: true }).first().click()
    // Many have asked from here within the hour: the page shows by itself that it is no script, and says so meanwhile.
    for (let at = 0; at < 7; at++) {
      const phone = `+86.1380001241${at}`
      const asked = await new ApiClient(origin).raw('POST', 'auth/phone/code', { phone })
      expect(asked.status, await asked.text()).toBeOneOf([204, 422])
    }
    const send = page.getByRole('button', { name: '发验证码' })
    expect(await send.getAttribute('aria-disabled')).toBe('true')
    await page.getByLabel('手机号').fill('138 0001 2377')
    await page.route('**/v1/auth/phone/challenges', async (challenge) => {
      await page.getByText('正在证明不是机器批量操作').waitFor()
      await challenge.continue()
    })
    const proved = page.waitForResponse((answer) => answer.url().endsWith('/auth/phone/challenges'))
    await send.click()
    expect((await proved).status()).toBe(201)
    await page.getByText('验证码已发到这个手机').waitFor()
    const code = await codeOnPhone('13800012377')
    const enter = page.locator('form').getByRole('button', { name: '登录' })
    await page.getByLabel('验证码', { exact: true }).fill(code === '000000' ? '000001' : '000000')
    await enter.click()
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('alert').textContent()).toMatch(/验证码/)
    await page.getByLabel('验证码', { exact: true }).fill(code)
    await enter.click()
    await page.waitForURL(/\/confirm$/)
    await page.getByText('shanyue-phone-1').first().waitFor()
    expect(wrong).toEqual([])
    await context.close()
  })
})

describe('the door by e-mail', () => {
  it('says at the field what is wrong, makes the account, and brings back the list that was begun without one', async () => {
    const { page, context, wrong } = await openPage(browser, { origin })
    await page.goto('/?q=shanyue-mail-1&suffixes=cn')
    await page.getByRole('button', { name: '把shanyue-mail-1.cn加入清单' }).click()
    await page.goto('/sign-up?next=/confirm')
    const enter = page.locator('form').getByRole('button', { name: '注册账号' })
    await page.getByLabel('怎样称呼').fill('山月茶业')
    await page.getByRole('textbox', { name: '邮箱' }).fill('by-mail@')
    await page.getByLabel('密码', { exact: true }).fill('short')
    await enter.click()
    expect(await page.getByRole('textbox', { name: '邮箱' }).getAttribute('aria-invalid')).toBe('true')
    expect(await page.getByLabel('密码', { exact: true }).getAttribute('aria-invalid')).toBe('true')
    await page.getByRole('textbox', { name: '邮箱' }).fill('by-mail@yuming.example')
    await page.getByLabel('密码', { exact: true }).fill(password)
    await enter.click()
    await page.waitForURL(/\/confirm$/)
    await page.getByText('shanyue-mail-1').first().waitFor()
    expect(wrong).toEqual([])
    await context.close()
  })
})

describe('what is confirmed is what is paid', () => {
  it('stops when the price has changed since it was shown, and shows both prices', async () => {
    const email = 'journey-price@yuming.example'
    const client = await signUp(origin, email, password, '山月茶业')
    await topUp(client, sandbox, 100_000)
    const templateId = await makeVerifiedTemplate(
      { origin, folder: inject('folder') },
      { client, sandbox },
      organisationTemplate(email),
    )
    await client.put('list/shanyue-price-1.cn', { years: 1 })
    const { page, context, wrong } = await openPage(browser, { origin, client })
    await page.goto('/confirm')
    await page.getByRole('checkbox', { name: /我已阅读，理解并接受/ }).check()
    await page.getByText('¥19.00').first().waitFor()
    // The newcomer's reduction is for one order: elsewhere, it is used up meanwhile.
    const { number } = await client.post<{ number: string }>('orders', {
      lines: [{ name: 'shanyue-price-2.cn', years: 1 }],
      holderType: 'organisation',
      templateId,
      termsAccepted: true,
    })
    await client.post(`orders/${number}/pay`, { method: 'balance' })
    await client.events(`orders/${number}`, (_, data) => (data as { state: string }).state === 'succeeded')
    await page.getByRole('button', { name: '立即购买' }).first().click()
    const total = page.getByRole('complementary', { name: '合计' })
    await total.getByText('价格变了').waitFor()
    const words = await total.textContent()
    expect(words).toContain('¥19.00')
    expect(words).toContain('¥29.00')
    expect(new URL(page.url()).pathname).toBe('/confirm')
    // Once seen, the new price may be taken.
    await page.getByRole('button', { name: '立即购买' }).first().click()
    await page.waitForURL(/\/orders\/\d+\/pay$/)
    await page.getByRole('heading', { level: 1, name: /¥29\.00/ }).waitFor()
    expect(wrong).toEqual([])
    await context.close()
  })
})

describe('what is known of a suffix and of a name', () => {
  it('leads from the price overview to a page of the suffix, every value with its source on demand (S1-08, S1-10, S1-74)', async () => {
    const { page, context, wrong } = await openPage(browser, { origin })
    await page.goto('/prices')
    await page.getByRole('button', { name: '.cn', exact: true }).click()
    await page.getByRole('link', { name: '.cn的全部规则' }).click()
    await page.waitForURL(/\/suffixes\/cn$/)
    await page.getByRole('heading', { level: 1, name: '.cn' }).waitFor()
    const source = page.locator('details.source').first()
    await source.locator('summary').click()
    expect(await source.locator('p').first().textContent()).toMatch(/\S{2}/)
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: '价格总览' }).waitFor()
    await page.goto('/suffixes/no-such-suffix')
    await page.getByRole('heading', { level: 1, name: /没有“\.no-such-suffix”/ }).waitFor()
    expect(wrong).toEqual([])
    await context.close()
  })

  it('says of a taken name only what the registry says, and of one’s own where it is managed', async () => {
    await sandbox.grab('cn', 'shanyue-taken-1.cn')
    const { page, context, wrong } = await openPage(browser, { origin, width: 390 })
    await page.goto('/?q=shanyue-taken-1&suffixes=cn')
    await page.getByRole('button', { name: '查看shanyue-taken-1.cn的登记' }).click()
    await page.getByText('注册商', { exact: true }).waitFor()
    await page.getByText(/的答复，不含持有者/).waitFor()
    expect(wrong).toEqual([])
    await context.close()
  })
})
