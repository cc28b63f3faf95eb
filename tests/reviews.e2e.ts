import { madeUpCard } from '@yuming/papers/testing'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { ApiClient } from '../scripts/world/api-client.ts'
import { makeTemplate, organisationTemplate, signUp } from '../scripts/world/person.ts'
import { SandboxControls } from '../scripts/world/sandbox-controls.ts'
import { turnClock } from '../scripts/world/turn-clock.ts'
import { lookAtPapers, makeReviewer } from '../scripts/world/verified.ts'
import { axeFindings } from './axe-findings.ts'
import { openBrowser, openPage } from './browser.ts'

const origin = inject('origin')
const sandbox = new SandboxControls(inject('sandboxOrigin'))
const email = 'reviewed@yuming.example'
let browser: Browser
let client: ApiClient
let reviewer: ApiClient
let other: ApiClient
let licence: Uint8Array

beforeAll(async () => {
  browser = await openBrowser()
  client = await signUp(origin, email, 'a-long-enough-Password-1', '山月茶业')
  await client.post('consents', { purpose: 'identity-papers' })
  licence = new Uint8Array(await (await madeUpCard('licence')).jpeg({ quality: 92 }).toBuffer())
  reviewer = await makeReviewer(origin, inject('folder'), 'reviews-one@yuming.example')
  other = await makeReviewer(origin, inject('folder'), 'reviews-two@yuming.example')
})
afterAll(() => browser.close())

/** A template whose papers were handed in, with the number of its case. */
async function submitted(zh: string): Promise<{ template: string; number: string }> {
  const template = await makeTemplate(client, sandbox, {
    ...organisationTemplate(email),
    name: { zh, en: 'Hangzhou Shanyue Tea Co., Ltd.' },
    default: false,
  })
  const type = { 'content-type': 'image/jpeg' }
  for (const kind of ['licence', 'other'])
    expect((await client.raw('POST', `templates/${template}/papers/${kind}`, licence, type)).status).toBe(201)
  return { template, ...(await client.post<{ number: string }>(`templates/${template}/submit`)) }
}

async function decided(by: ApiClient, number: string, decision: object): Promise<void> {
  const { cases } = await by.get<{ cases: { id: string; number: string }[] }>('operator/reviews')
  const id = cases.find((one) => one.number === number)?.id ?? ''
  await lookAtPapers(by, id)
  await by.post(`operator/reviews/${id}/decision`, decision)
}

/** Goes through the queue by its keys until this case is open. */
async function goByKeys(page: Page, number: string): Promise<void> {
  const item = page.getByRole('navigation', { name: '待审' }).getByRole('link')
  const numbers = await item.allTextContents()
  const at = numbers.findIndex((text) => text.includes(number))
  const open = await page.getByRole('heading', { level: 2, name: /^SM-/ }).textContent()
  const from = numbers.findIndex((text) => text.includes(open ?? ''))
  expect(at).toBeGreaterThanOrEqual(0)
  for (let step = 0; step < Math.abs(at - from); step++) await page.keyboard.press(at > from ? 'j' : 'k')
  await page.getByRole('heading', { level: 2, name: number }).waitFor()
}

/** Opens the second of the two papers: who decides has looked at each. */
async function lookThrough(page: Page): Promise<void> {
  await page.getByText('还有1张没打开', { exact: false }).first().waitFor()
  await page.keyboard.press('p')
  await expect.poll(() => page.getByText('张没打开').count()).toBe(0)
}

async function tidy(page: Page): Promise<void> {
  expect(await axeFindings(page)).toEqual([])
  expect(await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0)
}

const identityOf = async (template: string) =>
  (await client.get<{ identity: string }>(`templates/${template}/verification`)).identity

async function caseState(template: string) {
  const { cases } = await client.get<{ cases: { state: string }[] }>(`templates/${template}/verification`)
  return cases[0]?.state
}

describe('the desk of the reviewers', () => {
  it('shows papers beside data, larger, turned and the next; passes and refuses by keyboard alone, and the customer reads why (S1-171, S4-24, S4-31)', async () => {
    const [good, bad] = [await submitted('杭州山月茶业有限公司'), await submitted('苏州听雨文化有限公司')]
    const { page, context, wrong } = await openPage(browser, { origin, client: reviewer })
    await page.goto('/operator/reviews')
    await page.getByRole('img', { name: /照片/ }).waitFor()
    await goByKeys(page, good.number)
    await page.getByRole('cell', { name: /杭州山月茶业有限公司/ }).waitFor()
    const picture = page.getByRole('img', { name: /营业执照.*的照片/ })
    await expect
      .poll(() => page.evaluate<number>("document.querySelector('.mat img').naturalWidth"))
      .toBeGreaterThan(300)
    // The numbers of the rows stand on the photograph, where this kind of paper prints them.
    await page.getByRole('button', { name: /^1号：名称/ }).waitFor()
    await page.keyboard.press('l')
    expect(await page.locator('.mark').count()).toBe(0)
    await page.keyboard.press('l')
    const number = page.getByRole('button', { name: /^3号：证件号码/ })
    const left = (await number.boundingBox())?.x ?? 0
    await number.press('ArrowRight')
    await expect.poll(async () => (await number.boundingBox())?.x).toBeGreaterThan(left)
    const fitting = (await picture.boundingBox())?.width ?? 0
    await page.keyboard.press('z')
    await expect.poll(async () => (await picture.boundingBox())?.width).toBeGreaterThan(fitting * 2)
    await page.keyboard.press('Escape')
    await page.keyboard.press('t')
    const turned = () => page.evaluate<string>("getComputedStyle(document.querySelector('.mat .photo')).rotate")
    await expect.poll(turned).toBe('90deg')
    await page.keyboard.press('p')
    await page.getByRole('img', { name: /补充材料的照片/ }).waitFor()
    await expect.poll(() => page.getByText('张没打开').count()).toBe(0)
    await tidy(page)

    await page.keyboard.press('s')
    await page.keyboard.press('a')
    await page.getByText(`${good.number}通过，10秒后送出`).waitFor()
    expect(await identityOf(good.template)).toBe('reviewing')
    await page.keyboard.press('u')
    await page.getByRole('cell', { name: /杭州山月茶业有限公司/ }).waitFor()
    await page.keyboard.press('a')
    await page.getByText(`${good.number}通过，10秒后送出`).waitFor()

    await goByKeys(page, bad.number)
    await page.getByRole('cell', { name: /苏州听雨文化有限公司/ }).waitFor()
    await lookThrough(page)
    await page.keyboard.press('r')
    await page.getByLabel('退回原因', { exact: true }).waitFor()
    expect(await page.evaluate<string>('document.activeElement.id')).toBe('find-reason')
    await page.keyboard.type('位数')
    await page.keyboard.press('Enter')
    await page.getByText('客户会看到').waitFor()
    await page.keyboard.press('m')
    await page.keyboard.type('证件号码少了一位。')
    await page.keyboard.press('Escape')
    await page.locator('tr.diff').waitFor()
    await tidy(page)
    await page.keyboard.press('r')
    await page.getByText(`${bad.number}退回，10秒后送出`).waitFor()
    await page.getByRole('button', { name: '现在就送出' }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => caseState(good.template)).not.toBe('waiting')
    await expect.poll(() => identityOf(bad.template)).toBe('failed')
    const customer = await openPage(browser, { origin, client, width: 390 })
    await customer.page.goto(`/templates/${bad.template}`)
    await customer.page.getByRole('alert').getByText('证件号码少了一位').waitFor()
    await customer.page.getByRole('alert').getByText('号码多填、漏填或含空格。按证件重新录入号码').waitFor()
    await tidy(customer.page)
    expect([...wrong, ...customer.wrong]).toEqual([])
    await context.close()
    await customer.context.close()
  })

  it('a reason of our own is written in both languages, refused with, read by the customer, and retired (S1-171, S4-24)', async () => {
    const { page, context, wrong } = await openPage(browser, { origin, client: reviewer })
    await page.goto('/operator/reasons')
    await page.getByRole('button', { name: '添加原因' }).click()
    const dialog = page.getByRole('alertdialog')
    await dialog.getByLabel('名称（中文）').fill('印章盖住了号码')
    await dialog.getByRole('button', { name: '保存' }).click()
    expect(await page.evaluate<string>('document.activeElement.id')).toBe('reason-heard-en')
    await page.keyboard.type('Seal over the number')
    await dialog.getByLabel('哪里不对（中文）').fill('红章压住了证件号码')
    await dialog.getByLabel('哪里不对（英文）').fill('The seal covers the number')
    await dialog.getByLabel('怎么办（中文）').fill('换一份看得清号码的再拍')
    await dialog.getByLabel('怎么办（英文）').fill('Use a copy with a clear number')
    await dialog.getByLabel('关于哪一项').selectOption('certificate.number')
    await tidy(page)
    await dialog.getByRole('button', { name: '保存' }).click()
    await page.getByRole('button', { name: '改：印章盖住了号码' }).waitFor()

    const { template, number } = await submitted('绍兴镜湖茶业有限公司')
    await page.goto(`/operator/reviews?case=${number}`)
    await page.getByRole('cell', { name: /绍兴镜湖茶业有限公司/ }).waitFor()
    await page.getByText('印章盖住了号码').waitFor()
    await lookThrough(page)
    await page.keyboard.press('1')
    await page.getByText('红章压住了证件号码。换一份看得清号码的再拍').waitFor()
    await page.keyboard.press('r')
    await page.getByRole('button', { name: '现在就送出' }).click()
    await expect.poll(() => caseState(template)).toBe('failed')
    const customer = await openPage(browser, { origin, client, lang: 'en' })
    await customer.page.goto(`/templates/${template}`)
    await customer.page.getByRole('alert').getByText('Use a copy with a clear number').waitFor()

    await page.goto('/operator/reasons')
    await page.getByRole('button', { name: '改：印章盖住了号码' }).click()
    await dialog.getByLabel(/不再用/).check()
    await dialog.getByRole('button', { name: '保存' }).click()
    await page
      .getByRole('row', { name: /印章盖住了号码/ })
      .getByText('不再用')
      .waitFor()
    expect([...wrong, ...customer.wrong]).toEqual([])
    await context.close()
    await customer.context.close()
  })

  it('says when somebody else has decided, before or after one’s own decision, and goes on', async () => {
    const [open, crossed] = [await submitted('成都青城旅游有限公司'), await submitted('厦门鹭岛贸易有限公司')]
    const { page, context, wrong } = await openPage(browser, { origin, client: reviewer })
    await page.goto(`/operator/reviews?case=${open.number}`)
    await page.getByRole('heading', { level: 2, name: open.number }).waitFor()
    await expect(decided(other, open.number, { pass: true })).rejects.toMatchObject({ code: 'verification.claimed' })
    await turnClock({ origin, sandboxOrigin: inject('sandboxOrigin') }, 11 * 60_000)
    await decided(other, open.number, { pass: true })
    await page.getByText(`${open.number}已经由别人审完，跳过了`).waitFor()
    await goByKeys(page, crossed.number)
    await page.getByRole('cell', { name: /厦门鹭岛贸易有限公司/ }).waitFor()
    await lookThrough(page)
    await page.route('**/v1/operator/reviews/*/decision', async (route) => {
      await turnClock({ origin, sandboxOrigin: inject('sandboxOrigin') }, 11 * 60_000)
      await decided(other, crossed.number, { pass: true })
      await route.continue()
    })
    await page.keyboard.press('a')
    await page.getByRole('button', { name: '现在就送出' }).click()
    await page.getByText(`${crossed.number}：你的决定没有算数`).waitFor()
    expect(wrong).toEqual([])
    await context.close()
  })

  it('sends a decision that is held when the page is left', async () => {
    const { template, number } = await submitted('西安长安书院')
    const { page, context } = await openPage(browser, { origin, client: reviewer })
    await page.goto(`/operator/reviews?case=${number}`)
    await page.getByRole('cell', { name: /西安长安书院/ }).waitFor()
    await lookThrough(page)
    await page.keyboard.press('a')
    await page.getByText(`${number}通过`).waitFor()
    await page.goto('/')
    await expect.poll(() => caseState(template)).not.toBe('waiting')
    await context.close()
  })

  it('lists all keys at ?, and lets them be turned off', async () => {
    const { number } = await submitted('宁波月湖茶馆')
    const { page, context, wrong } = await openPage(browser, { origin, client: reviewer, lang: 'en' })
    await page.goto(`/operator/reviews?case=${number}`)
    await page.getByRole('cell', { name: /宁波月湖茶馆/ }).waitFor()
    await page.getByText('One paper is not opened yet').first().waitFor()
    await page.keyboard.press('p')
    await expect.poll(() => page.getByText('not opened yet').count()).toBe(0)
    await page.keyboard.press('?')
    const dialog = page.getByRole('dialog', { name: 'Keys' })
    await dialog.getByText('Take the last decision back').waitFor()
    await tidy(page)
    await page.keyboard.press('a')
    await dialog.getByLabel('Use the keys').uncheck()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await page.keyboard.press('a')
    await page.getByRole('button', { name: /^Pass/ }).click()
    await page.getByText(`${number} passes in ten seconds`).waitFor()
    expect(wrong).toEqual([])
    await context.close()
  })

  it('shows a failure with a way to try again, and an empty queue as done', async () => {
    const { page, context } = await openPage(browser, { origin, client: reviewer, width: 390 })
    await page.route('**/v1/operator/reviews?*', (route) => route.fulfill({ status: 500, json: {} }))
    await page.goto('/operator/reviews')
    await page.getByRole('alert').waitFor()
    await page.unroute('**/v1/operator/reviews?*')
    await context.close()
    const qualified = await makeReviewer(
      origin,
      inject('folder'),
      'reviews-three@yuming.example',
      'qualification-reviewer',
    )
    const empty = await openPage(browser, { origin, client: qualified, width: 390 })
    await empty.page.goto('/operator/reviews')
    await empty.page.getByRole('heading', { level: 2, name: '都审完了' }).waitFor()
    await tidy(empty.page)
    await empty.context.close()
  })

  it('is not there for a customer, in the console or through the API', async () => {
    const { page, context } = await openPage(browser, { origin, client })
    for (const path of ['/operator/reviews', '/operator/remittances']) {
      await page.goto(path)
      await page.getByRole('heading', { level: 1, name: '没有这一页' }).waitFor()
    }
    await expect(client.get('operator/reviews')).rejects.toMatchObject({ status: 403 })
    await expect(reviewer.get('operator/remittances')).rejects.toMatchObject({ status: 403 })
    await context.close()
  })
})
