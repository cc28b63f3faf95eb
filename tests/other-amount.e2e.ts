import { expect, inject, it } from 'vitest'
import { organisationTemplate, signUp } from '../scripts/world/person.ts'
import { SandboxControls } from '../scripts/world/sandbox-controls.ts'
import { makeVerifiedTemplate } from '../scripts/world/verified.ts'
import { openBrowser, openPage } from './browser.ts'

it('tells a payer on the page of payment that another amount came, takes the code away, and takes the balance (S0-25, S0-26, S1-87)', async () => {
  const [origin, folder] = [inject('origin'), inject('folder')]
  const sandbox = new SandboxControls(inject('sandboxOrigin'))
  const email = 'other-amount@yuming.example'
  const client = await signUp(origin, email, 'a-long-enough-Password-1', '山月茶业')
  const templateId = await makeVerifiedTemplate({ origin, folder }, { client, sandbox }, organisationTemplate(email))
  const { number } = await client.post<{ number: string }>('orders', {
    lines: [{ name: 'other-amount-journey.cn', years: 1 }],
    holderType: 'organisation',
    templateId,
    termsAccepted: true,
  })
  const browser = await openBrowser()
  const { page, wrong } = await openPage(browser, { origin, client })
  await page.goto(`/orders/${number}/pay`)
  await page.getByRole('radio', { name: /支付宝/ }).check()
  await page.getByRole('button', { name: '立即支付' }).first().click()
  await page.getByText('用支付宝扫码付款').waitFor()
  const { trades } = await sandbox.call<{ trades: { outTradeNo: string; subject: string }[] }>('GET', 'payment')
  await sandbox.pay(trades.find(({ subject }) => subject.includes(number))?.outTradeNo ?? '', 1_000_000)
  await page.getByText(/支付宝到账\s?¥10000\.00，不是应付的.*已转入账户余额/).waitFor()
  await page.getByText('用支付宝扫码付款').waitFor({ state: 'detached' })
  await page.getByRole('radio', { name: /账户余额/ }).check()
  await page.getByRole('button', { name: '立即支付' }).first().click()
  await page.waitForURL(/\/orders\/\d+$/)
  await page.getByText('到账的金额不对').waitFor()
  await page.getByText('成功', { exact: true }).first().waitFor()
  expect(wrong).toEqual([])
  await browser.close()
})
