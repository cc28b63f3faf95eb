import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { ApiClient } from '../scripts/world/api-client.ts'
import { makeTemplate, organisationTemplate, signUp } from '../scripts/world/person.ts'
import { codeIn, SandboxControls } from '../scripts/world/sandbox-controls.ts'
import { makeReviewer, verifyTemplate } from '../scripts/world/verified.ts'
import { openBrowser, openPage } from './browser.ts'

const origin = inject('origin')
const sandbox = new SandboxControls(inject('sandboxOrigin'))
const email = 'checkout@yuming.example'
let browser: Browser
let client: ApiClient

beforeAll(async () => {
  browser = await openBrowser()
  client = await signUp(origin, email, 'a-long-enough-Password-1', '山月茶业')
})
afterAll(() => browser.close())

describe('confirming an order', () => {
  it('chooses years and holder type, opens and closes a template, and says before payment what is due after it (S0-09, S0-10, S0-12, S0-16, S1-86, S1-108, S1-109, S1-126, S1-128)', async () => {
    const template = await makeTemplate(client, sandbox, organisationTemplate(email))
    await client.put('list/shanyue-checkout-1.cn', { years: 1 })
    const { page, context, wrong } = await openPage(browser, { origin, client })
    await page.goto('/confirm')
    await page.getByText('企业或组织', { exact: true }).first().click()
    await page.getByRole('radio', { name: /杭州山月茶业有限公司/ }).check()
    await page.getByText('注册后5天内须完成实名认证').waitFor()
    await page.getByText('.cn先实名、后注册，模板要已实名认证').first().waitFor()
    const reviewer = await makeReviewer(origin, inject('folder'), 'checkout-reviewer@yuming.example')
    await verifyTemplate(client, reviewer, template)
    await page.reload()
    const years = page.getByLabel('shanyue-checkout-1.cn的年限', { exact: true })
    await years.fill('2')
    await years.press('Enter')
    await page.getByText('共2年').waitFor()
    await page.getByText('企业或组织', { exact: true }).first().click()
    await page.getByRole('radio', { name: /杭州山月茶业有限公司/ }).check()
    expect(await page.getByText('Hangzhou Shanyue Tea Co., Ltd.').isVisible()).toBe(false)
    await page.getByText('详情', { exact: true }).click()
    await page.getByText('Hangzhou Shanyue Tea Co., Ltd.').waitFor()
    await page.getByText('收起', { exact: true }).click()
    expect(await page.getByText('Hangzhou Shanyue Tea Co., Ltd.').isVisible()).toBe(false)
    await page.getByText('注册后不用再交材料').waitFor()
    await page.getByRole('link', { name: '如何选择？' }).click()
    await page.waitForURL(/\/help\/holder-type$/)
    expect(wrong).toEqual([])
    await context.close()
  })

  it('does not call a list empty that could not be read, and keeps the reason until somebody tries again', async () => {
    const { page, context } = await openPage(browser, { origin, client })
    let answers = false
    await page.route('**/v1/list', (route) => (answers ? route.continue() : route.fulfill({ status: 503, json: {} })))
    await page.goto('/confirm')
    const failure = page.getByRole('alert')
    await failure.waitFor()
    expect(await page.getByText('shanyue-checkout-1.cn').count()).toBe(0)
    expect(await page.getByText('清单是空的').count()).toBe(0)
    answers = true
    await failure.getByRole('button', { name: '再试一次' }).click()
    await page.getByText('shanyue-checkout-1.cn').first().waitFor()
    await context.close()
  })

  it('makes a template in place, keeps the order meanwhile, and picks it when its address is verified (S0-13, S1-110, S1-127)', async () => {
    const { page, context, wrong } = await openPage(browser, { origin, client, width: 390 })
    await page.goto('/confirm')
    await page.getByText('个人', { exact: true }).first().click()
    await page.getByText('还没有这一类的模板').waitFor()
    await page.getByRole('button', { name: /新建模板/ }).click()
    const form = page.getByRole('dialog')
    await form.getByLabel('姓名', { exact: true }).fill('林若溪')
    await form.getByLabel('省、自治区、直辖市').selectOption('浙江省')
    await form.getByLabel('市', { exact: true }).selectOption('杭州市')
    await form.getByLabel('街道地址').fill('西湖区龙井路二号')
    await form.getByLabel('邮政编码').fill('310013')
    await form.getByLabel('电话').fill('13800010003')
    await form.getByLabel('邮箱').fill('checkout-person@yuming.example')
    await form.getByLabel('证件号码').fill('11010519491231002x')
    await form.getByRole('button', { name: '保存并发验证信' }).click()
    await form.waitFor({ state: 'detached' })
    await page.getByText('shanyue-checkout-1').first().waitFor()
    const card = page.getByRole('radio', { name: /林若溪/ })
    expect(await card.isDisabled()).toBe(true)
    const { templates } = await client.get<{ templates: { id: string; name: { zh: string } }[] }>('templates')
    const made = templates.find(({ name }) => name.zh === '林若溪')
    const mail = await sandbox.mail('checkout-person@yuming.example', (text) => codeIn(text) !== undefined)
    await client.post('email-verifications', { templateId: made?.id, code: codeIn(mail) })
    await page.reload()
    await page.getByText('个人', { exact: true }).first().click()
    await page.getByRole('radio', { name: /林若溪/ }).check()
    expect(wrong).toEqual([])
    await context.close()
  })

  it('shows where the order stands, what each row costs, and sets the years of all rows at once (S1-99, S1-100, S1-101, S1-102)', async () => {
    const names = ['shanyue-all-1.cn', '山月茶所8.商标']
    const buyer = await signUp(origin, 'checkout-all@yuming.example', 'a-long-enough-Password-1', '山月茶业')
    for (const name of names) await buyer.put(`list/${encodeURIComponent(name)}`, { years: 1 })
    const { page, context, wrong } = await openPage(browser, { origin, client: buyer })
    await page.goto('/confirm')
    const progress = page.getByRole('list', { name: '下单进度' }).getByRole('listitem')
    await expect.poll(() => progress.allInnerTexts()).toEqual(['确认订单', '支付', '支付成功'])
    expect(await progress.nth(0).getAttribute('aria-current')).toBe('step')
    // What is bought is always a name, so the name stands for both the product and its content.
    await expect
      .poll(() => page.getByRole('columnheader').allInnerTexts())
      .toEqual(['域名', '年限', '单价', '优惠', '小计', '操作'])
    const row = page.getByRole('row').filter({ hasText: '山月茶所8.商标' })
    await row.getByText('¥268.00').waitFor()
    await row.getByText('无', { exact: true }).waitFor()
    await row.getByRole('button', { name: '移除 山月茶所8.商标' }).waitFor()
    await page.getByLabel('全部改为').selectOption({ label: '3年' })
    for (const name of names)
      await expect.poll(() => page.getByLabel(`${name}的年限`, { exact: true }).inputValue()).toBe('3年')
    await row.getByText('¥804.00').waitFor()
    const kept = await buyer.get<{ items: { name: string; years: number }[] }>('list')
    expect(kept.items.map(({ years }) => years)).toEqual([3, 3])
    expect(wrong).toEqual([])
    await context.close()
  })

  it('removes a row, clears what cannot be bought any more, and clears all (S1-103, S1-104, S1-105)', async () => {
    for (const name of ['shanyue-checkout-2.cn', 'shanyue-checkout-3.cn', 'shanyue-checkout-4.cn'])
      await client.put(`list/${name}`, { years: 1 })
    const names = async () =>
      (await client.get<{ items: { name: string }[] }>('list')).items.map(({ name }) => name).toSorted()
    const { page, context, wrong } = await openPage(browser, { origin, client })
    await page.goto('/confirm')
    await page.getByRole('button', { name: '移除 shanyue-checkout-2.cn' }).click()
    await expect.poll(names).toEqual(['shanyue-checkout-1.cn', 'shanyue-checkout-3.cn', 'shanyue-checkout-4.cn'])
    await sandbox.grab('cn', 'shanyue-checkout-3.cn')
    await page.reload()
    await page.getByRole('button', { name: /清除无效/ }).click()
    await expect.poll(names).toEqual(['shanyue-checkout-1.cn', 'shanyue-checkout-4.cn'])
    await page.getByRole('button', { name: '清空', exact: true }).click()
    await expect.poll(names).toEqual([])
    await page.getByText('清单是空的').waitFor()
    expect(wrong).toEqual([])
    await context.close()
  })
})
