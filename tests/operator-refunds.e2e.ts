import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { ApiClient } from '../scripts/world/api-client.ts'
import { makeOperator } from '../scripts/world/operator.ts'
import { organisationTemplate, signUp } from '../scripts/world/person.ts'
import { SandboxControls } from '../scripts/world/sandbox-controls.ts'
import { makeVerifiedTemplate } from '../scripts/world/verified.ts'
import { openBrowser, openPage } from './browser.ts'
import { expectSoundPage } from './sound-page.ts'

const origin = inject('origin')
const password = 'a-long-enough-Password-1'
const email = 'refunds@yuming.example'
const sandbox = new SandboxControls(inject('sandboxOrigin'))
let browser: Browser
let customer: ApiClient
let finance: ApiClient
let templateId: string

beforeAll(async () => {
  browser = await openBrowser()
  customer = await signUp(origin, email, password, '山月茶业')
  templateId = await makeVerifiedTemplate(
    { origin, folder: inject('folder') },
    { client: customer, sandbox },
    organisationTemplate(email),
  )
  finance = await signUp(origin, 'refunding@yuming.example', password, '财务')
  makeOperator(inject('folder'), 'refunding@yuming.example', 'finance')
})
afterAll(() => browser.close())

/** Paid at the channel, and taken by somebody else meanwhile: its refund is due. @returns the order's number */
async function lose(name: string): Promise<string> {
  const { number } = await customer.post<{ number: string }>('orders', {
    lines: [{ name, years: 1 }],
    holderType: 'organisation',
    templateId,
    termsAccepted: true,
  })
  await sandbox.grab('cn', name)
  const { outTradeNo } = await customer.post<{ outTradeNo: string }>(`orders/${number}/pay`, { method: 'alipay' })
  await sandbox.pay(outTradeNo)
  await expect
    .poll(async () => (await customer.get<{ state: string }>(`orders/${number}`)).state, { timeout: 20_000 })
    .toBe('failed')
  return number
}

describe('refunds that the channel refuses without saying whether money moved', () => {
  it('are read by the customer as what finance has, and settled by finance as it was at the channel (S0-26, S1-161)', async () => {
    await sandbox.paymentFaults({ refundRefusal: 'ACQ.TRADE_HAS_CLOSE' })
    const [first] = [await lose('held-refund-1.cn'), await lose('held-refund-2.cn')]
    await sandbox.paymentFaults()
    const shop = await openPage(browser, { origin, client: customer })
    await shop.page.goto(`/orders/${first}`)
    await shop.page.getByText('我们的财务在处理，要比平时久').first().waitFor()

    for (const lang of ['zh', 'en'] as const)
      await expectSoundPage(browser, { origin, path: '/operator/refunds', lang, client: finance })
    const { page, context, wrong } = await openPage(browser, { origin, client: finance })
    await page.goto('/operator/refunds')
    await page.getByText('交易已关闭，可能已全额退过').first().waitFor()
    await page.getByRole('button', { name: '了结退款：held-refund-1.cn' }).click()
    const dialog = page.getByRole('alertdialog')
    await dialog.getByRole('button', { name: '了结，不能撤回' }).click()
    await dialog.getByText('选查到的结果').waitFor()
    await dialog.getByLabel('已在渠道退了').check()
    await dialog.getByRole('button', { name: '了结，不能撤回' }).click()
    await dialog.getByText('至少4个字符').waitFor()
    expect(await page.evaluate<string>('document.activeElement.id')).toBe('refund-reference')
    await dialog.getByLabel('渠道的退款流水号').fill('2026112422001')
    await dialog.getByRole('button', { name: '了结，不能撤回' }).click()
    await page.getByText('记为已在渠道退款').waitFor()
    await page.getByRole('button', { name: '了结退款：held-refund-1.cn' }).waitFor({ state: 'detached' })

    await page.getByRole('button', { name: '了结退款：held-refund-2.cn' }).click()
    await dialog.getByLabel('没有退').check()
    await dialog.getByRole('button', { name: '了结，不能撤回' }).click()
    await page.getByText('已转入顾客余额').waitFor()
    await page.getByText('没有要核对的退款').waitFor()

    await shop.page.reload()
    await shop.page.getByText('已原路退回支付宝').first().waitFor()
    expect([...wrong, ...shop.wrong]).toEqual([])
    await context.close()
    await shop.context.close()
  })
})
