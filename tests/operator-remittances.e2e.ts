import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { ApiClient } from '../scripts/world/api-client.ts'
import { makeOperator } from '../scripts/world/operator.ts'
import { signUp } from '../scripts/world/person.ts'
import { openBrowser, openPage } from './browser.ts'

const origin = inject('origin')
const password = 'a-long-enough-Password-1'
let browser: Browser
let customer: ApiClient
let finance: ApiClient

beforeAll(async () => {
  browser = await openBrowser()
  customer = await signUp(origin, 'remits@yuming.example', password, '山月茶业')
  finance = await signUp(origin, 'finance@yuming.example', password, '财务')
  makeOperator(inject('folder'), 'finance@yuming.example', 'finance')
})
afterAll(() => browser.close())

const announce = async (amountFen: number) =>
  (await customer.post<{ reference: string }>('balance/remittances', { amountFen })).reference
const balance = async () => (await customer.get<{ balanceFen: number }>('balance')).balanceFen

describe('remittances that have arrived', () => {
  it('are credited as the bank statement says, after a second look, and once for each of its entries (S0-28)', async () => {
    const [first, second] = [await announce(100_000), await announce(2_550)]
    const { page, context, wrong } = await openPage(browser, { origin, client: finance })
    await page.goto('/')
    await page.getByRole('link', { name: '运营' }).click()
    await page.getByRole('button', { name: `入账：${first}` }).click()
    const dialog = page.getByRole('alertdialog')
    await dialog.getByRole('button', { name: '核对' }).click()
    expect(await page.evaluate<string>('document.activeElement.id')).toBe('received-amount')
    await page.keyboard.type('999.50')
    await dialog.getByLabel('银行流水号').fill('ICBC20261124001')
    await page.keyboard.press('Enter')
    await dialog.getByText('和登记的¥1,000.00不同').waitFor()
    expect(await balance()).toBe(0)
    await dialog.getByRole('button', { name: '确认入账' }).click()
    await page.getByText(`${first}已入账¥999.50`).waitFor()
    expect(await balance()).toBe(99_950)
    await page.getByRole('button', { name: `入账：${first}` }).waitFor({ state: 'detached' })

    await page.getByRole('button', { name: `入账：${second}` }).click()
    await dialog.getByLabel('到账金额（元）').fill('25.5')
    await dialog.getByLabel('银行流水号').fill('ICBC20261124001')
    await page.keyboard.press('Enter')
    await dialog.getByRole('button', { name: '确认入账' }).click()
    await dialog.getByText('remittance.bank-entry-used').waitFor()
    expect(await balance()).toBe(99_950)
    await dialog.getByRole('button', { name: '取消' }).click()

    await page.getByLabel('附言编号', { exact: true }).fill(first.toLowerCase())
    await page.keyboard.press('Enter')
    await page.getByText('到账¥999.50').waitFor()
    await page.getByLabel('附言编号', { exact: true }).fill('YMNOTHING')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '没有这个编号' }).waitFor()
    expect(wrong).toEqual([])
    await context.close()
  })
})
