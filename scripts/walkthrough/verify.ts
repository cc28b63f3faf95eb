import { madeUpCard } from '@yuming/papers/testing'
import { makeTemplate, organisationTemplate, signUp, topUp } from '../world/person.ts'
import { decideReview, makeReviewer, submitTemplate } from '../world/verified.ts'
import { letVerifyAfter } from '../world/verify-after.ts'
import type { Film } from './film-plan.ts'

const email = 'verify-film@yuming.example'
const licence = async () => (await madeUpCard('licence')).jpeg({ quality: 92 }).toBuffer()

/** Why a holder is verified, where the state is seen, how it is handed in, and why it fails (S1-172). */
const steps: Film['steps'] = [
  {
    zh: '没有实名的域名，注册满5天停止解析，也不能备案。',
    en: 'A name that is not verified stops resolving after 5 days, and cannot be filed.',
    async act(page) {
      await page.goto('/')
      await page.waitForTimeout(2_000)
      await page.getByRole('link', { name: '我的域名' }).first().click()
      await page.getByRole('link', { name: 'shanyue-film.top' }).first().waitFor()
    },
  },
  {
    zh: '在“我的域名”看服务状态：未认证、审核中、失败、已认证。',
    en: 'My domains shows the state of each: not verified, in review, failed, verified.',
    async act(page) {
      await page.waitForTimeout(1_500)
      await page.getByText('实名认证失败').first().hover()
    },
  },
  {
    zh: '没通过的，点服务状态，再点“看审核进度”：原因、改哪一项、怎么改。',
    en: 'Where it failed, follow the state and then its review: the reason, the field and what to do.',
    async act(page) {
      await page
        .getByRole('link', { name: /实名认证失败/ })
        .first()
        .click()
      await page.waitForTimeout(2_000)
      await page.locator('a[href$="/verification"]').first().click()
      await page.getByRole('alert').first().waitFor()
    },
  },
  {
    zh: '多是名称或号码对不上、照片不清楚、证件新办或快到期。',
    en: 'Mostly name or number differ, the picture is unclear, or the paper is too new or near its end.',
    async act(page) {
      await page.waitForTimeout(1_500)
      await page.mouse.wheel(0, 360)
      await page.waitForTimeout(2_000)
      await page.mouse.wheel(0, -360)
    },
  },
  {
    zh: '打开“身份与模板”，在要认证的那一份按“去实名认证”。',
    en: 'Open Identity, and choose to verify the template.',
    async act(page) {
      await page.getByRole('link', { name: '身份与模板' }).first().click()
      await page.waitForTimeout(2_000)
      await page
        .getByRole('link', { name: /去实名认证/ })
        .first()
        .click()
      await page.getByRole('heading', { level: 1, name: '还没实名认证' }).waitFor()
    },
  },
  {
    zh: '读清楚照片用来做什么，单独同意。',
    en: 'Read what the pictures are for, and agree to it.',
    async act(page) {
      await page.waitForTimeout(2_200)
      await page.getByRole('checkbox', { name: /单独同意/ }).check()
      await page.waitForTimeout(1_000)
      await page.getByRole('button', { name: '同意并继续' }).click()
    },
  },
  {
    zh: '交证件照片，当场检查；不合格的，马上说明为什么。',
    en: 'Give the picture; it is checked at once, and you are told what is wrong with it.',
    async act(page) {
      const picture = await licence()
      const paper = page.getByLabel('选一张：营业执照或登记证书')
      await paper.setInputFiles({ name: 'small.jpg', mimeType: 'image/jpeg', buffer: picture.subarray(0, 20_000) })
      await page.getByRole('alert').first().waitFor()
      await page.waitForTimeout(2_500)
      await paper.setInputFiles({ name: 'licence.jpg', mimeType: 'image/jpeg', buffer: picture })
      await page
        .getByText(/已保存/)
        .first()
        .waitFor()
      await page.waitForTimeout(1_500)
    },
  },
  {
    zh: '按“提交认证”，1个工作日内有结果，页面自己更新。',
    en: 'Submit; the answer comes within a working day, and the page goes on by itself.',
    async act(page) {
      await page.getByRole('button', { name: '提交认证' }).click()
      await page.getByRole('heading', { level: 1, name: '正在审核' }).waitFor()
      await page.mouse.wheel(0, -600)
    },
  },
  {
    zh: '通过以后，注册、过户、备案都用这一份，不用再交。',
    en: 'Once verified it serves registrations, changes of holder and filings; nothing is handed in again.',
    async act(page, { pass }) {
      await pass?.()
      await page.getByRole('heading', { level: 1, name: '已实名认证' }).waitFor()
      await page.waitForTimeout(2_000)
      await page.mouse.wheel(0, 120)
      await page.waitForTimeout(2_000)
      await page.mouse.wheel(0, -120)
      await page.waitForTimeout(2_000)
    },
  },
]

export const verify: Film = {
  name: 'verify',
  posterAt: 2,
  steps,
  async prepare({ world, sandbox }) {
    const client = await signUp(world.origin, email, 'a-long-enough-Password-1', '山月茶业')
    await topUp(client, sandbox, 100_000)
    await letVerifyAfter(world, ['top'])
    const reviewer = await makeReviewer(world.origin, world.folder, 'verify-film-reviewer@yuming.example')
    const failing = await makeTemplate(client, sandbox, {
      ...organisationTemplate(email),
      name: { zh: '杭州山月文化有限公司', en: 'Hangzhou Shanyue Culture Co., Ltd.' },
      default: false,
    })
    const { number } = await client.post<{ number: string }>('orders', {
      lines: [{ name: 'shanyue-film.top', years: 1 }],
      holderType: 'organisation',
      templateId: failing,
      termsAccepted: true,
    })
    await client.post(`orders/${number}/pay`, { method: 'balance' })
    await client.events(`orders/${number}`, (_, data) => (data as { state: string }).state === 'succeeded')
    await decideReview(reviewer, await submitTemplate(client, failing), { pass: false, reasons: ['rn-address-detail'] })
    const template = await makeTemplate(client, sandbox, organisationTemplate(email))
    // The film itself agrees.
    await client.delete('consents/identity-papers')
    return {
      client,
      async pass() {
        const { cases } = await client.get<{ cases: { number: string }[] }>(`templates/${template}/verification`)
        await decideReview(reviewer, cases[0]?.number ?? '')
      },
    }
  },
}
