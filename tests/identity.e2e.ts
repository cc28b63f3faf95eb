import { madeUpCard } from '@yuming/papers/testing'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { ApiClient } from '../scripts/world/api-client.ts'
import { makeOperator } from '../scripts/world/operator.ts'
import { makeTemplate, organisationTemplate, signUp, topUp } from '../scripts/world/person.ts'
import { SandboxControls } from '../scripts/world/sandbox-controls.ts'
import { decideReview, submitTemplate } from '../scripts/world/verified.ts'
import { letVerifyAfter } from '../scripts/world/verify-after.ts'
import { axeFindings } from './axe-findings.ts'
import { openBrowser, openPage } from './browser.ts'

const origin = inject('origin')
const sandbox = new SandboxControls(inject('sandboxOrigin'))
const password = 'a-long-enough-Password-1'
let browser: Browser
let client: ApiClient
let reviewer: ApiClient
let template = ''
let licence: Buffer

beforeAll(async () => {
  browser = await openBrowser()
  client = await signUp(origin, 'identity@yuming.example', password, '山月茶业')
  template = await makeTemplate(client, sandbox, organisationTemplate('identity@yuming.example'))
  await signUp(origin, 'identity-reviewer@yuming.example', password, '审核员')
  makeOperator(inject('folder'), 'identity-reviewer@yuming.example', 'reviewer')
  reviewer = new ApiClient(origin)
  await reviewer.post('auth/sign-in', { email: 'identity-reviewer@yuming.example', password })
  licence = await (await madeUpCard('licence')).jpeg({ quality: 92 }).toBuffer()
})
afterAll(() => browser.close())

async function tidy(page: Page): Promise<void> {
  expect(await axeFindings(page)).toEqual([])
  expect(await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0)
}

describe('giving one’s identity in the console', () => {
  it('a holder of a foreign passport finds the paper by typing, is told at the field what is wrong, and is kept (S0-05, S0-14, S1-108)', async () => {
    const foreign = await signUp(origin, 'identity-foreign@yuming.example', password, 'Marie Curie')
    const { page, context, wrong } = await openPage(browser, { origin, client: foreign, lang: 'en' })
    await page.goto('/templates/new')
    await page.getByText('Person', { exact: true }).click()
    await page.getByLabel('Country or region').selectOption('FR')
    const kind = page.getByRole('combobox', { name: 'Kind of certificate' })
    expect(await kind.inputValue()).toBe('Passport')
    await kind.fill('永久居留')
    await page.getByRole('option', { name: 'Foreign Permanent Resident ID Card' }).click()
    await kind.click()
    await kind.pressSequentially('passp', { delay: 60 })
    await page.getByRole('option', { name: 'Passport' }).click()
    await page.getByLabel('Name on the paper').fill('José Ørsted')
    await page.getByLabel('Certificate number').fill('ABCDEFGH')
    await page.getByLabel('Day of issue').fill('2020-06-18')
    await page.getByLabel('Last day').fill('2019-06-18')
    await page.getByLabel('City', { exact: true }).fill('Paris')
    await page.getByText(/There is no digit in the number of the passport/).waitFor()
    await page.getByText(/The last day is not after the day of issue/).waitFor()
    expect(await page.getByLabel('Name (Latin)').inputValue()).toBe('Jose Orsted')
    await tidy(page)
    await page.getByLabel('Certificate number').fill('19AB12345')
    await page.getByLabel('Last day').fill('2030-06-18')
    await page.getByLabel('Name (Latin)').fill('Jose Oersted')
    await page.getByLabel('Street', { exact: true }).fill('12 rue Saint-Honoré')
    await page.getByLabel('Postcode').fill('75001')
    await page.getByLabel('Phone').fill('+33 1 42 60 00 00')
    await page.getByLabel('Email').fill('identity-foreign@yuming.example')
    await expect.poll(() => page.getByLabel('Street (English)').inputValue()).toBe('12 rue Saint-Honore')
    await tidy(page)
    await page.getByRole('button', { name: 'Save and send the letter' }).click()
    await page.getByRole('heading', { level: 1, name: 'Identity' }).waitFor()
    await page.getByText('Passport', { exact: false }).first().waitFor()
    await tidy(page)
    const { templates } = await foreign.get<{ templates: Record<string, unknown>[] }>('templates')
    expect(templates).toMatchObject([
      {
        name: { zh: 'José Ørsted', en: 'Jose Oersted' },
        region: 'FR',
        province: { zh: '', en: '' },
        street: { en: '12 rue Saint-Honore' },
        phone: '+33.142600000',
        certificate: { kind: 'passport', numberTail: '2345', issuedOn: '2020-06-18', endsOn: '2030-06-18' },
      },
    ])
    await page.getByRole('link', { name: 'Correct Jose Oersted' }).click()
    await page.getByRole('heading', { level: 1, name: 'Correct a template' }).waitFor()
    expect(await page.getByLabel('Name on the paper').isEditable()).toBe(false)
    await page.getByLabel('Street', { exact: true }).fill('14 rue Saint-Honoré')
    await expect.poll(() => page.getByLabel('Street (English)').inputValue()).toBe('14 rue Saint-Honore')
    await tidy(page)
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('Saved', { exact: true }).waitFor()
    const corrected = await foreign.get<{ templates: Record<string, unknown>[] }>('templates')
    expect(corrected.templates).toMatchObject([
      {
        name: { zh: 'José Ørsted', en: 'Jose Oersted' },
        street: { zh: '14 rue Saint-Honoré', en: '14 rue Saint-Honore' },
        certificate: { kind: 'passport', numberTail: '2345', issuedOn: '2020-06-18' },
      },
    ])
    expect(wrong).toEqual([])
    await context.close()
  })
})

async function decide(decision: { pass: true } | { pass: false; reasons: string[]; remark: string }): Promise<void> {
  const { cases } = await client.get<{ cases: { number: string }[] }>(`templates/${template}/verification`)
  await decideReview(reviewer, cases[0]?.number ?? '', decision)
}

describe('being verified in the console', () => {
  it('agrees, sends a photograph that is told at once what is wrong with it, sends a good one, and submits (S0-34, S1-170, S4-26, S4-30, S4-31)', async () => {
    const { page, context, wrong } = await openPage(browser, { origin, client })
    await page.goto('/templates')
    await page.getByRole('link', { name: /去实名认证/ }).click()
    await page.getByRole('heading', { level: 1, name: '还没实名认证' }).waitFor()
    await tidy(page)
    await page.getByRole('checkbox', { name: /单独同意/ }).check()
    await page.getByRole('button', { name: '同意并继续' }).click()
    const paper = page.getByLabel('选一张：营业执照或登记证书')
    await paper.setInputFiles({ name: 'small.jpg', mimeType: 'image/jpeg', buffer: licence.subarray(0, 20_000) })
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('button', { name: '提交认证' }).getAttribute('aria-disabled')).toBe('true')
    await paper.setInputFiles({ name: 'licence.jpg', mimeType: 'image/jpeg', buffer: licence })
    await page.getByText(/已保存/).waitFor()
    await tidy(page)
    await page.getByRole('button', { name: '提交认证' }).click()
    await page.getByRole('heading', { level: 1, name: '正在审核' }).waitFor()
    await page.getByText('轮到我们').first().waitFor()
    expect(wrong).toEqual([])
    await context.close()
  })

  it('shows the reason on top when it did not pass, and is verified when it does (S4-01, S4-23, S4-24, S4-25, S4-32)', async () => {
    await decide({ pass: false, reasons: ['rn-address-detail'], remark: '住所少了“2幢301室”，请照证件写全。' })
    const { page, context, wrong } = await openPage(browser, { origin, client, width: 390 })
    await page.goto(`/templates/${template}`)
    await page.getByRole('alert').getByText('住所少了“2幢301室”').waitFor()
    await tidy(page)
    await page.getByRole('button', { name: '提交认证' }).click()
    await page.getByRole('heading', { level: 1, name: '正在审核' }).waitFor()
    await decide({ pass: true })
    await page.getByRole('heading', { level: 1, name: '已实名认证' }).waitFor()
    await tidy(page)
    expect(wrong).toEqual([])
    await context.close()
  })

  it('takes the photographs with a phone that has scanned the code, and they appear on the computer (S4-26)', async () => {
    const other = await signUp(origin, 'identity-phone@yuming.example', password, '山月茶业')
    const id = await makeTemplate(other, sandbox, organisationTemplate('identity-phone@yuming.example'))
    await other.post('consents', { purpose: 'identity-papers' })
    const desk = await openPage(browser, { origin, client: other, lang: 'en' })
    await desk.page.goto(`/templates/${id}`)
    await desk.page.getByRole('button', { name: 'Use your phone' }).click()
    await desk.page.getByRole('img', { name: 'QR code for the phone' }).waitFor()
    const { url } = await other.post<{ url: string }>(`templates/${id}/upload-link`)
    const phone = await openPage(browser, { origin, width: 390, lang: 'en' })
    await phone.page.goto(new URL(url).pathname)
    await phone.page.getByRole('button', { name: 'Take it' }).first().waitFor()
    await tidy(phone.page)
    await phone.page
      .getByLabel(/Choose a picture: Licence/)
      .setInputFiles({ name: 'licence.jpg', mimeType: 'image/jpeg', buffer: licence })
    await phone.page.getByText('All received').waitFor()
    await tidy(phone.page)
    await desk.page.getByText(/^Kept/).waitFor()
    expect([...desk.wrong, ...phone.wrong]).toEqual([])
    await desk.context.close()
    await phone.context.close()
  })
})

describe('moving a name to a verified holder (path A)', () => {
  it('chooses a verified template, sees its details, confirms by phone, and the name is verified (S4-03, S4-07, S4-08, S4-09, S4-10, S4-11, S4-12, S4-13, S4-14, S4-15)', async () => {
    await topUp(client, sandbox, 10_000)
    await letVerifyAfter({ origin, folder: inject('folder') }, ['top'])
    const unverified = await makeTemplate(client, sandbox, {
      ...organisationTemplate('identity@yuming.example'),
      name: { zh: '杭州山月文化有限公司', en: 'Hangzhou Shanyue Culture Co., Ltd.' },
      default: false,
    })
    const { number } = await client.post<{ number: string }>('orders', {
      lines: [{ name: 'shanyue-move-1.top', years: 1 }],
      holderType: 'organisation',
      templateId: unverified,
      termsAccepted: true,
    })
    await client.post(`orders/${number}/pay`, { method: 'balance' })
    // A name whose holder never handed anything in has nothing to be moved for; one that failed has (S4-03).
    await decideReview(reviewer, await submitTemplate(client, unverified), {
      pass: false,
      reasons: ['rn-address-detail'],
    })
    await client.events(`orders/${number}`, (_, data) => (data as { state: string }).state === 'succeeded')
    const { page, context, wrong } = await openPage(browser, { origin, client, width: 390 })
    await page.goto('/domains/shanyue-move-1.top')
    await page.getByRole('link', { name: '过户', exact: true }).click()
    await page.locator('label', { hasText: '杭州山月茶业有限公司' }).click()
    await page.getByText('详情', { exact: true }).first().click()
    await page.getByText('Hangzhou Shanyue Tea Co., Ltd.').waitFor()
    await page.getByLabel('登录密码').fill(password)
    await page.getByLabel('手机号').fill('13800018801')
    await page.getByRole('button', { name: '发验证码' }).click()
    const first = await codeOf('13800018801', undefined)
    await page.getByLabel('新手机收到的验证码').fill(first)
    await page.getByRole('button', { name: '绑定' }).click()
    await page.getByText(/手机.*8801/).waitFor()
    await tidy(page)
    expect(await page.getByRole('button', { name: '提交过户' }).getAttribute('aria-disabled')).toBe('true')
    await page.getByRole('button', { name: '发验证码' }).click()
    await page.getByText('验证码已发出').waitFor()
    await page.getByLabel('验证码', { exact: true }).fill(await codeOf('13800018801', first))
    await page.getByRole('button', { name: '提交过户' }).click()
    await page.getByText('已提交，正在向注册局办理').waitFor()
    await page.getByRole('link', { name: '看这个域名' }).click()
    await expect
      .poll(
        async () =>
          (await client.get<{ registration: { template: string } }>('domains/shanyue-move-1.top')).registration
            .template,
      )
      .toBe(template)
    await page.reload()
    await page.getByText('已通过').first().waitFor()
    expect(wrong).toEqual([])
    await context.close()
  })
})

async function codeOf(phone: string, before: string | undefined): Promise<string> {
  let code: string | undefined
  await expect
    .poll(async () => {
      code = await sandbox.phoneCode(phone)
      return code !== undefined && code !== before
    })
    .toBe(true)
  return String(code)
}
