import { madeUpCard } from '@yuming/papers/testing'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { ApiClient } from '../scripts/world/api-client.ts'
import { makeTemplate, organisationTemplate, signUp, topUp } from '../scripts/world/person.ts'
import { SandboxControls } from '../scripts/world/sandbox-controls.ts'
import { decideReview, makeReviewer, makeVerifiedTemplate, submitTemplate } from '../scripts/world/verified.ts'
import { letVerifyAfter } from '../scripts/world/verify-after.ts'
import { axeFindings } from './axe-findings.ts'
import { openBrowser, openPage } from './browser.ts'

const origin = inject('origin')
const sandbox = new SandboxControls(inject('sandboxOrigin'))
const world = { origin, folder: inject('folder') }
const email = 'ways-out@yuming.example'
const name = 'shanyue-ways-1.xyz'
const address = `/domains/${name}/verification`
let browser: Browser
let client: ApiClient
let reviewer: ApiClient
let template = ''

beforeAll(async () => {
  browser = await openBrowser()
  client = await signUp(origin, email, 'a-long-enough-Password-1', '山月茶业')
  await topUp(client, sandbox, 100_000)
  reviewer = await makeReviewer(origin, world.folder, 'ways-out-reviewer@yuming.example')
  await letVerifyAfter(world, ['xyz'])
  template = await makeTemplate(client, sandbox, {
    ...organisationTemplate(email),
    name: { zh: '杭州山月文化有限公司', en: 'Hangzhou Shanyue Culture Co., Ltd.' },
  })
  const { number } = await client.post<{ number: string }>('orders', {
    lines: [{ name, years: 1 }],
    holderType: 'organisation',
    templateId: template,
    termsAccepted: true,
  })
  await client.post(`orders/${number}/pay`, { method: 'balance' })
  await client.events(`orders/${number}`, (_, data) => (data as { state: string }).state === 'succeeded')
})
afterAll(() => browser.close())

/** Nothing for axe and nothing beyond the edge, from a desk to the smallest phone. */
async function tidy(page: Page): Promise<void> {
  for (const width of [1440, 390, 320]) {
    await page.setViewportSize({ width, height: 900 })
    expect(await axeFindings(page)).toEqual([])
    expect(await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(
      0,
    )
  }
  await page.setViewportSize({ width: 1440, height: 900 })
}

async function refuse(): Promise<void> {
  await decideReview(reviewer, await submitTemplate(client, template), { pass: false, reasons: ['rn-incomplete'] })
}

describe('how far the verification of a name is', () => {
  it('is found from the name: papers are due, by a day, and the page leads to them', async () => {
    const { page, context, wrong } = await openPage(browser, { origin, client })
    await page.goto(`/domains/${name}`)
    await page.getByRole('link', { name: '看审核进度' }).click()
    await page.getByRole('heading', { level: 1, name: '还没实名认证' }).waitFor()
    await page
      .getByRole('status')
      .filter({ hasText: /轮到你，.*前$/ })
      .waitFor()
    await page.getByText('这个名字不要').waitFor()
    await tidy(page)
    await page.getByRole('link', { name: '去交材料' }).click()
    await page.getByRole('heading', { level: 1, name: '还没实名认证' }).waitFor()
    expect(new URL(page.url()).pathname).toBe(`/templates/${template}`)
    expect(wrong).toEqual([])
    await context.close()
  })

  it('is our turn while we look, and says that nothing can be changed (S4-31, S4-34)', async () => {
    const number = await submitTemplate(client, template)
    const { page, context, wrong } = await openPage(browser, { origin, client, lang: 'en' })
    await page.goto(address)
    await page.getByRole('heading', { level: 1, name: 'Under review' }).waitFor()
    await page
      .getByRole('status')
      .filter({ hasText: /Our turn, by / })
      .waitFor()
    await page.getByText(/cannot be changed during the review/).waitFor()
    await tidy(page)
    await decideReview(reviewer, number, { pass: false, reasons: ['rn-incomplete'] })
    expect(wrong).toEqual([])
    await context.close()
  })

  it('says why it failed in words; without another template the way is to correct, in place (S4-01, S4-02, S4-05, S4-06, S4-23, S4-24, S4-25, S4-26, S4-33)', async () => {
    const { page, context, wrong } = await openPage(browser, { origin, client })
    await page.goto(address)
    await page.getByRole('heading', { level: 1, name: '实名认证未通过' }).waitFor()
    const reason = page.getByRole('alert')
    await reason.getByRole('heading', { name: '缺边框、国徽、公章或另一面' }).waitFor()
    await reason.getByText('证件照片').waitFor()
    await reason.getByText('补全页面和边框').waitFor()
    await reason.getByRole('link', { name: '失败原因与对策' }).waitFor()
    const best = page.getByRole('article').filter({ hasText: '推荐' })
    await best.getByRole('heading', { name: /改正材料，重新认证/ }).waitFor()
    await best.getByText('3–5个工作日').waitFor()
    await page.getByText('账号里没有别的已实名模板').waitFor()
    await tidy(page)
    await reason.getByText('rn-incomplete').waitFor()
    await reason.getByText('出处').waitFor()
    await best.getByRole('link', { name: '在下面改正' }).click()
    const form = page.getByRole('region', { name: /提交材料/ }).or(page.locator('#correct'))
    await form.getByRole('button', { name: '提交认证' }).waitFor()
    await form.getByRole('img', { name: /^样图/ }).waitFor()
    const number = form.getByRole('textbox', { name: '证件号码' })
    await number.fill('91330106MA2R5XTEA0')
    await form.getByText(/校验/).first().waitFor()
    await number.fill('91330106MA2R5XTEA9')
    await form.getByText('号码没有发现问题').waitFor()
    await number.blur()
    await form.getByText('已保存', { exact: true }).waitFor()
    expect(decodeURI(new URL(page.url()).pathname)).toBe(address)
    expect(wrong).toEqual([])
    await context.close()
  })

  it('recommends the faster way once a template is verified, names what is closed meanwhile, and leads there (S4-03, S4-04, S4-17, S4-18, S4-19, S4-20, S4-21, S4-22, S4-29)', async () => {
    await makeVerifiedTemplate(world, { client, sandbox }, { ...organisationTemplate(email), default: false })
    const { page, context, wrong } = await openPage(browser, { origin, client })
    await page.goto(address)
    const best = page.getByRole('article').filter({ hasText: '推荐' })
    await best.getByRole('heading', { name: /过户到已实名的模板/ }).waitFor()
    await best.getByText('1–3个工作日').waitFor()
    await best.getByRole('img', { name: /今天开始，预计.*有结果/ }).waitFor()
    await best.getByText('转出、过户、账号间转移、实名认证、修改信息').waitFor()
    await best.getByText('杭州山月茶业有限公司').waitFor()
    await page.getByText(/比重新认证快/).waitFor()
    await page.getByText('要改用户类型或持有者，先建一个新模板，再过户到它。').waitFor()
    await tidy(page)
    await best.getByRole('link', { name: '选模板，过户' }).click()
    await page.getByRole('heading', { level: 1, name: new RegExp(`过户.*${name}`) }).waitFor()
    expect(wrong).toEqual([])
    await context.close()
  })

  it('counts the failures, and is short and calm when it has passed (S4-30, S4-32)', async () => {
    await refuse()
    const { page, context, wrong } = await openPage(browser, { origin, client, lang: 'en' })
    await page.goto(address)
    await page.getByText('It has failed 2 times.').waitFor()
    await page.getByRole('heading', { name: 'Move it to a verified template' }).waitFor()
    await tidy(page)
    const form = page.locator('#correct')
    await form.getByLabel(/Choose a picture: Licence/).setInputFiles({
      name: 'licence.jpg',
      mimeType: 'image/jpeg',
      buffer: await (await madeUpCard('licence')).jpeg({ quality: 92 }).toBuffer(),
    })
    await form.getByRole('img', { name: 'The photograph you have just chosen' }).waitFor()
    for (const check of ['All four edges', 'Sharp', 'In colour']) await form.getByText(check, { exact: true }).waitFor()
    await form.getByRole('button', { name: 'Submit' }).click()
    await page.getByRole('heading', { level: 1, name: 'Under review' }).waitFor()
    const { cases } = await client.get<{ cases: { number: string }[] }>(`templates/${template}/verification`)
    await decideReview(reviewer, cases[0]?.number ?? '')
    await page.getByRole('heading', { level: 1, name: /^Holder verified; the name is still under review/ }).waitFor()
    expect(await page.getByRole('article').count()).toBe(0)
    expect(await page.getByRole('alert').count()).toBe(0)
    await tidy(page)
    expect(wrong).toEqual([])
    await context.close()
  })
})
