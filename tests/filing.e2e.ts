import { madeUpCard } from '@yuming/papers/testing'
import { madeUpPortrait } from '@yuming/papers/testing-portrait'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { ApiClient } from '../scripts/world/api-client.ts'
import { makeOperator } from '../scripts/world/operator.ts'
import { makeTemplate, organisationTemplate, signUp, topUp } from '../scripts/world/person.ts'
import { SandboxControls } from '../scripts/world/sandbox-controls.ts'
import { turnClock } from '../scripts/world/turn-clock.ts'
import { decideReview, makeReviewer, makeVerifiedTemplate } from '../scripts/world/verified.ts'
import { axeFindings } from './axe-findings.ts'
import { openBrowser, openPage } from './browser.ts'

const origin = inject('origin')
const sandboxOrigin = inject('sandboxOrigin')
const folder = inject('folder')
const sandbox = new SandboxControls(sandboxOrigin)
const password = 'a-long-enough-Password-1'
const dayMs = 86_400_000
let browser: Browser
let reviewer: ApiClient
let products: ApiClient
let card: Buffer
let licence: Buffer
let face: Buffer

beforeAll(async () => {
  browser = await openBrowser()
  reviewer = await makeReviewer(origin, folder, 'filing-journey-reviewer@yuming.example')
  await signUp(origin, 'filing-journey-products@yuming.example', password, '运营')
  makeOperator(folder, 'filing-journey-products@yuming.example', 'admin')
  products = new ApiClient(origin)
  await products.post('auth/sign-in', { email: 'filing-journey-products@yuming.example', password })
  const asJpeg = async (picture: ReturnType<typeof madeUpCard>) => (await picture).jpeg({ quality: 92 }).toBuffer()
  card = await asJpeg(madeUpCard('id-front'))
  licence = await asJpeg(madeUpCard('licence'))
  face = await asJpeg(madeUpPortrait())
})
afterAll(() => browser.close())

const person = (email: string) => ({
  ...organisationTemplate(email),
  holderType: 'person',
  name: { zh: '陆听雨', en: 'Lu Tingyu' },
  contact: { zh: '陆听雨', en: 'Lu Tingyu' },
  province: { zh: '上海市', en: 'Shanghai' },
  city: { zh: '上海市', en: 'Shanghai' },
  street: { zh: '黄浦区人民路18号2幢301室', en: '18 Renmin Road, Huangpu District' },
  postcode: '200001',
  phone: '+86.13800010102',
  certificate: { kind: 'SFZ', number: '310101199003070027' },
})

/** Somebody with a verified holder, a registered name that the ministry knows, and a service number of a server. */
async function applicant(
  who: string,
  holder: (client: ApiClient, email: string) => Promise<string>,
  name: string,
  type: 'person' | 'organisation',
) {
  const email = `filing-journey-${who}@yuming.example`
  const client = await signUp(origin, email, password, who)
  await topUp(client, sandbox, 100_000)
  const templateId = await holder(client, email)
  const { number } = await client.post<{ number: string }>('orders', {
    lines: [{ name, years: 2 }],
    holderType: type,
    templateId,
    termsAccepted: true,
  })
  await client.post(`orders/${number}/pay`, { method: 'balance' })
  await client.events(`orders/${number}`, (_, data) => (data as { state: string }).state === 'succeeded')
  const { account } = await client.get<{ account: { id: string } }>('session')
  const server = {
    owner: account.id,
    id: `i-journey-${who}`,
    kind: 'cloud-server',
    name: '云服务器',
    region: 'mainland',
    billing: 'prepaid',
    months: 3,
    publicIp: true,
    ips: ['203.0.113.20'],
    endsOn: '2029-06-30',
  }
  await products.post('operator/hosting-products', { products: [server] })
  const [product] = (await client.get<{ products: { id: string }[] }>('hosting-products')).products
  const { number: serviceNumber } = await client.post<{ number: string }>('service-numbers', { product: product?.id })
  const known = async () =>
    (await client.get<{ report: { state: string } | null }>(`domains/${name}/ministry-report`)).report?.state
  await expect.poll(known, { timeout: 60_000 }).toBe('known')
  return { client, email, name, serviceNumber }
}

async function tidy(page: Page): Promise<void> {
  expect(await axeFindings(page)).toEqual([])
  expect(await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0)
}

/** The whole wizard for one site, from the type to the check before submission. */
interface Site {
  readonly name: string
  readonly province: string
  readonly district: string
  readonly address: string
  readonly phone: string
  readonly emergencyPhone: string
  readonly site: string
  readonly content: string
  readonly remark: string
  readonly serviceNumber: string
  readonly papers: readonly (readonly [kind: string, picture: Buffer])[]
  readonly company?: { readonly number: string; readonly investor: string }
}

async function fillIn(page: Page, site: Site): Promise<string> {
  await page.goto(`/filings/new?domain=${site.name}`)
  await page.getByRole('button', { name: '验证备案类型' }).click()
  await page.getByRole('heading', { name: /首次备案|还不能判断/ }).waitFor()
  if (site.company) {
    // No bureau can be asked by a unified code: its owner says so.
    await page.getByLabel('这个主体有没有备案号').selectOption('false')
    await page.getByRole('button', { name: '验证备案类型' }).click()
  }
  await page.getByRole('heading', { name: '首次备案' }).waitFor()
  await tidy(page)
  await page.getByRole('button', { name: /开始填写|先填着/ }).click()
  const next = () => page.getByRole('button', { name: '检查并继续' }).click()

  await page.getByRole('heading', { level: 1, name: '产品' }).waitFor()
  await page.getByLabel('备案服务号').fill(site.serviceNumber)
  await page.getByLabel('服务器IP地址').fill('203.0.113.20')
  await page.getByLabel('接入方式').selectOption('cloud')
  await page.getByLabel('服务器所在地').selectOption(site.province)
  await next()

  await page.getByRole('heading', { level: 1, name: '主体' }).waitFor()
  await page.getByLabel('区县').fill(site.district)
  await page.getByLabel('证件住所').fill(site.address)
  await page.getByLabel('通信地址').fill(site.address)
  await page.getByLabel('手机号码').fill(site.phone)
  await page.getByLabel('应急电话').fill(site.emergencyPhone)
  if (site.company) {
    await page.getByLabel('主办单位性质').selectOption('enterprise')
    await page.getByLabel('投资人或主管单位').fill(site.company.investor)
    await page.getByLabel('是证件上的法定代表人').check()
    await page.getByLabel('负责人证件类型').selectOption('cn-resident-id')
    await page.getByLabel('负责人证件号码').fill(site.company.number)
    await page.getByLabel('办公电话').fill('0571-88888888')
  }
  await tidy(page)
  await next()

  await page.getByRole('heading', { level: 1, name: '网站' }).waitFor()
  await page.getByLabel('网站名称').fill(site.site)
  await page.getByLabel('首页地址').fill(`www.${site.name}`)
  await page.getByLabel('服务内容').selectOption(site.content)
  await page.getByLabel('网站语言').selectOption('zh')
  await page.getByLabel('备注').fill(site.remark)
  await tidy(page)
  await next()

  await page.getByRole('heading', { level: 1, name: '材料' }).waitFor()
  await page.getByRole('button', { name: '同意，开始上传' }).click()
  for (const [kind, picture] of site.papers) await sendPaper(page, kind, picture)
  await tidy(page)
  await next()
  await page.getByRole('heading', { level: 1, name: '核对' }).waitFor()
  return page.url().match(/BA-\d+/)?.[0] ?? ''
}

async function sendPaper(page: Page, kind: string, picture: Buffer): Promise<void> {
  const group = page.getByRole('group', { name: kind })
  const chooser = page.getByLabel(`选一张：${kind}`)
  await page
    .getByLabel(/^选一张：/)
    .first()
    .waitFor()
  if ((await chooser.count()) === 0) await page.getByLabel('还要交别的材料').selectOption({ label: kind })
  await chooser.setInputFiles({ name: 'paper.jpg', mimeType: 'image/jpeg', buffer: picture })
  await group.getByText('已保存').waitFor()
}

async function submit(page: Page): Promise<void> {
  // The score of the check before submission; what stands against the order would be told beside it.
  await expect.poll(() => page.locator('.pre .st--fail').allTextContents(), { timeout: 60_000 }).toEqual(['必改0'])
  await page.getByRole('button', { name: '提交备案' }).click()
  await page.getByText('平台初审').first().waitFor()
  await page.getByText('轮到我们').first().waitFor()
}

let calls = 0

/** The first review, by a person at the desk: every paper, the call, the decision. */
async function review(number: string, decision: { pass: true } | { pass: false; remark: string }): Promise<void> {
  const { page, context, wrong } = await openPage(browser, { origin, client: reviewer })
  await page.goto('/operator/filings')
  await page
    .getByRole('row', { name: new RegExp(number) })
    .getByRole('link')
    .click()
  await page.getByRole('heading', { name: '结论' }).waitFor()
  for (let left = await page.getByRole('button', { name: '打开', exact: true }).count(); left > 0; left--) {
    await page.getByRole('button', { name: '打开', exact: true }).first().click()
    await expect.poll(() => page.getByRole('button', { name: '打开', exact: true }).count()).toBe(left - 1)
  }
  const shown = () =>
    page.evaluate<boolean>('[...document.querySelectorAll(".papers img")].every((one) => one.naturalWidth > 0)')
  await expect.poll(shown).toBe(true)
  if ((await page.getByLabel('通话内容').count()) > 0) {
    const words = `本人接听，已核对（第${++calls}次）`
    await page.getByLabel('通话内容').fill(words)
    await page.getByRole('button', { name: '电话核对' }).click()
    await page.getByText(words).waitFor()
  }
  await tidy(page)
  if (decision.pass) await page.getByRole('button', { name: /^通过/ }).click()
  else {
    await page.getByLabel('再说一句（申请人会看到）').fill(decision.remark)
    await page.getByRole('button', { name: '退回给申请人' }).click()
  }
  await page.getByRole('heading', { level: 1, name: '备案初审' }).waitFor()
  expect(wrong).toEqual([])
  await context.close()
}

/** The principal with a phone that has scanned the code: its camera is the picture of a made-up person. */
async function takePhoto(page: Page): Promise<void> {
  await page.getByRole('button', { name: '生成二维码' }).click()
  const address = await page.getByRole('link', { name: '就用这台设备拍' }).getAttribute('href')
  const phone = await openPage(browser, { origin, width: 390 })
  await phone.page.addInitScript(`navigator.mediaDevices.getUserMedia = async () => {
    const image = Object.assign(new Image(), { src: 'data:image/jpeg;base64,${face.toString('base64')}' })
    await image.decode()
    const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height })
    const draw = () => canvas.getContext('2d').drawImage(image, 0, 0)
    draw()
    setInterval(draw, 50)
    return canvas.captureStream(20)
  }`)
  await phone.page.goto(new URL(address ?? '').pathname)
  await phone.page.getByRole('button', { name: /打开摄像头|重拍/ }).click()
  await phone.page.getByLabel('镜头里的画面').waitFor()
  await expect
    .poll(() => phone.page.evaluate<number>('document.querySelector("video")?.videoWidth ?? 0'))
    .toBeGreaterThan(0)
  await tidy(phone.page)
  await phone.page.getByRole('button', { name: '拍照' }).click()
  await phone.page.getByRole('button', { name: '用这一张' }).click()
  await phone.page.getByText('拍好了').waitFor()
  expect(phone.wrong).toEqual([])
  await phone.context.close()
  await page.getByText(/拍好，\d+×\d+/).waitFor()
  await page.getByRole('button', { name: '交给我们核对' }).click()
  await page.getByText('照片交给我们了').waitFor()
}

/** Answers the ministry's text message on the ministry's page, as its receiver would. */
async function answerSms(page: Page, phone: string, title: string): Promise<void> {
  await expect.poll(async () => (await requestOf(title))?.state, { timeout: 60_000 }).toBe('sms')
  const { messages } = await sandbox.call<{ messages: { to: string; text: string }[] }>('GET', 'phone')
  const code = messages
    .filter(({ to }) => to.endsWith(phone))
    .map(({ text }) => /工信部.*验证码(\d{6})/.exec(text)?.[1])
    .find((found) => found !== undefined)
  const answered = await fetch(`${sandboxOrigin}/bureaus/sms`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ phone, code }),
  })
  expect(await answered.json()).toEqual({ outcome: 'right' })
  await page.reload()
  await page.getByRole('button', { name: '我已完成短信核验' }).click()
  await page.getByText('管局审核').first().waitFor()
}

async function requestOf(title: string): Promise<{ state: string } | undefined> {
  const { requests } = await sandbox.call<{ requests: { state: string; title: string; domains: string[] }[] }>(
    'GET',
    'bureaus',
  )
  return requests.find((one) => one.domains.includes(title))
}

/** Waits for a state; a busy machine is slow, not wrong, and what happened instead is told. */
async function reaches(client: ApiClient, number: string, state: string): Promise<void> {
  let seen: { state: string; events: { kind: string }[] } | undefined
  const look = async () => {
    seen = await client.get(`filings/${number}`)
    return seen?.state
  }
  await expect
    .poll(look, { timeout: 150_000, interval: 500 })
    .toBe(state)
    .catch((error: unknown) => {
      throw new Error(`${number} is ${seen?.state} after ${seen?.events.map(({ kind }) => kind).join(', ')}`, {
        cause: error,
      })
    })
}

async function filed(page: Page, client: ApiClient, number: string, pattern: RegExp): Promise<void> {
  await reaches(client, number, 'passed')
  await page.reload()
  const { filingNumber } = await client.get<{ filingNumber: string }>(`filings/${number}`)
  expect(filingNumber).toMatch(pattern)
  await page.getByRole('heading', { level: 1, name: `已备案：${filingNumber}` }).waitFor()
  const footer = await page.getByText('<a href="https://beian.miit.gov.cn/"').textContent()
  expect(footer).toContain(filingNumber)
  await tidy(page)
}

describe('a person in Shanghai', () => {
  it('files a site from the wizard to its number, verified in the App of the administration (S3-02, S3-03, S3-26, S3-33, S3-37, S3-47, S3-59, S3-77)', async () => {
    const one = await applicant(
      'person',
      async (client, email) => {
        const template = await makeTemplate(client, sandbox, person(email))
        await client.post('consents', { purpose: 'identity-papers' })
        const back = await (await madeUpCard('id-back')).jpeg({ quality: 92 }).toBuffer()
        for (const [kind, picture] of [
          ['id-front', card],
          ['id-back', back],
        ] as const)
          await client.raw('POST', `templates/${template}/papers/${kind}`, new Uint8Array(picture), {
            'content-type': 'image/jpeg',
          })
        await decideReview(reviewer, (await client.post<{ number: string }>(`templates/${template}/submit`)).number)
        const identity = async () => (await client.get<{ identity: string }>(`templates/${template}`)).identity
        await expect.poll(identity, { timeout: 60_000 }).toBe('verified')
        return template
      },
      'tingyu-journal.cn',
      'person',
    )
    const { page, context, wrong } = await openPage(browser, { origin, client: one.client })
    const number = await fillIn(page, {
      name: one.name,
      province: '上海市',
      district: '黄浦区',
      address: '上海市黄浦区人民路18号2幢301室',
      phone: '13800010102',
      emergencyPhone: '13900010103',
      site: '听雨读书札记',
      content: 'other',
      remark: '个人读书笔记和摄影作品展示，不涉及经营',
      serviceNumber: one.serviceNumber,
      papers: [
        ['负责人证件正面', card],
        ['负责人证件背面', card],
        ['真实性核验单', licence],
      ],
    })
    await page.getByText('听雨读书札记').first().waitFor()
    await tidy(page)
    await submit(page)
    await review(number, { pass: true })
    await page.reload()
    await page.getByRole('button', { name: '已在管局的App里做完' }).click()
    await reaches(one.client, number, 'sms')
    await answerSms(page, '13800010102', one.name)
    await turnClock({ origin, sandboxOrigin }, 6 * dayMs)
    await filed(page, one.client, number, /^沪ICP备\d{10}号-1$/)
    expect(wrong).toEqual([])
    await context.close()
  }, 600_000)
})

describe('a company in Zhejiang', () => {
  it('is given back by our review and then by its bureau, mends both, and is filed (S2-24, S2-27, S2-31, S3-46, S3-57, S3-58, S3-63, S3-76)', async () => {
    const one = await applicant(
      'company',
      (client, email) => makeVerifiedTemplate({ origin, folder }, { client, sandbox }, organisationTemplate(email)),
      'shanyue-journey.cn',
      'organisation',
    )
    const { page, context, wrong } = await openPage(browser, { origin, client: one.client })
    const number = await fillIn(page, {
      name: one.name,
      province: '浙江省',
      district: '西湖区',
      address: '浙江省杭州市西湖区龙井路1号',
      phone: '13800010002',
      emergencyPhone: '13900010003',
      site: '山月茶业官方展示',
      content: 'portal',
      remark: '公司介绍和茶叶知识，不涉及前置审批',
      serviceNumber: one.serviceNumber,
      company: { number: '440308199001010017', investor: '山月控股' },
      papers: [
        ['主体证件', licence],
        ['负责人证件正面', card],
        ['负责人证件背面', card],
        ['真实性核验单', licence],
        ['域名证书', licence],
      ],
    })
    await submit(page)

    await review(number, { pass: false, remark: '核验单第二行没有签名' })
    await page.reload()
    await page.getByText('核验单第二行没有签名').waitFor()
    await tidy(page)
    await page.goto(`/filings/${number}?step=papers`)
    await sendPaper(page, '真实性核验单', licence)
    await page.goto(`/filings/${number}?step=review`)
    await submit(page)

    await sandbox.call('POST', 'bureaus/scripts', {
      bureau: '330000',
      pattern: one.name,
      decision: 'refuse',
      days: 1,
      opinion: '网站名称与主体不符',
    })
    await review(number, { pass: true })
    await page.reload()
    await takePhoto(page)
    await review(number, { pass: true })
    await reaches(one.client, number, 'sms')
    await answerSms(page, '13800010002', one.name)
    await turnClock({ origin, sandboxOrigin }, 2 * dayMs)
    await reaches(one.client, number, 'refused')

    await sandbox.call('DELETE', 'bureaus/scripts')
    await page.reload()
    await page.getByText('网站名称与主体不符').first().waitFor()
    await page.goto(`/filings/${number}?step=services`)
    await page.getByLabel('网站名称').fill('山月茶业企业展示')
    await page.getByText('已保存').first().waitFor()
    await page.goto(`/filings/${number}?step=review`)
    await page.getByText('山月茶业企业展示').first().waitFor()
    await submit(page)
    await review(number, { pass: true })
    await page.reload()
    await takePhoto(page)
    await review(number, { pass: true })
    await reaches(one.client, number, 'sms')
    await answerSms(page, '13800010002', one.name)
    await turnClock({ origin, sandboxOrigin }, 6 * dayMs)
    await filed(page, one.client, number, /^浙ICP备\d{10}号-1$/)
    expect(wrong).toEqual([])
    await context.close()
  }, 900_000)
})
