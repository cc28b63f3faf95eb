import { organisationTemplate, signUp, topUp } from '../world/person.ts'
import { makeVerifiedTemplate } from '../world/verified.ts'
import type { Film } from './film-plan.ts'

const slowly = { delay: 90 }

const email = 'walkthrough@yuming.example'

/** From a name to a registered domain (S0-33, S1-91): the sentences are those of the help page. */
const steps: Film['steps'] = [
  {
    zh: '在搜索框写想要的名字，按“查域名”。',
    en: 'Type the name that you would like and press Search.',
    async act(page) {
      await page.goto('/')
      await page.waitForTimeout(1_500)
      await page.locator('#q').pressSequentially('山月茶', slowly)
      await page.getByRole('button', { name: '查域名' }).click()
    },
  },
  {
    zh: '每个后缀一行：可注册的有价格，不可注册的写明依据。',
    en: 'One row a suffix: free ones have a price, refused ones say by which rule.',
    async act(page) {
      await page.getByText('已答').first().waitFor()
      await page.waitForTimeout(2_500)
      await page.mouse.wheel(0, 320)
    },
  },
  {
    zh: '把要的加入清单，然后“立即结算”。',
    en: 'Add what you want to the list, then check out.',
    async act(page) {
      await page.mouse.wheel(0, -320)
      await page.getByRole('button', { name: '把山月茶.cn加入清单' }).click()
      await page.waitForTimeout(1_800)
      await page.getByRole('link', { name: '立即结算' }).first().click()
    },
  },
  {
    zh: '确认订单：选年限、持有者类型和信息模板。',
    en: 'Confirm the order: years, holder type and holder template.',
    async act(page) {
      await page.getByRole('heading', { level: 1, name: '确认订单' }).waitFor()
      await page.waitForTimeout(2_200)
      await page.getByText('详情', { exact: true }).first().click()
      await page.waitForTimeout(1_800)
      await page.getByText('收起', { exact: true }).first().click()
    },
  },
  {
    zh: '读过并勾选服务条款，按“立即购买”。',
    en: 'Read and tick the terms of service, then press Buy now.',
    async act(page) {
      await page.getByRole('checkbox', { name: /我已阅读，理解并接受/ }).check()
      await page.waitForTimeout(1_500)
      await page.getByRole('button', { name: '立即购买' }).first().click()
    },
  },
  {
    zh: '选付款方式，按“立即支付”。付款之前名字不保留。',
    en: 'Choose how to pay and press Pay now. A name is not held before payment.',
    async act(page) {
      await page.getByRole('button', { name: '立即支付' }).first().waitFor()
      await page.waitForTimeout(2_800)
      await page.getByRole('button', { name: '立即支付' }).first().click()
    },
  },
  {
    zh: '付款后才向注册局提交，页面自己更新到“成功”。',
    en: 'Only after payment does it go to the registry; the page goes on by itself.',
    async act(page) {
      await page.getByText('成功').first().waitFor()
      await page.waitForTimeout(3_000)
    },
  },
  {
    zh: '接着尽快实名认证：同意，拍照，提交，一个工作日内审核。',
    en: 'Then verify the holder soon: agree, photograph, submit; reviewed within a working day.',
    async act(page) {
      await page.mouse.wheel(0, 420)
      await page.waitForTimeout(1_500)
      await page.mouse.wheel(0, -420)
      await page.getByRole('link', { name: '身份与模板' }).first().click()
      await page.waitForTimeout(2_000)
      await page
        .getByRole('link', { name: /去实名认证/ })
        .first()
        .click()
      await page.waitForTimeout(2_500)
    },
  },
  {
    zh: '在“我的域名”看每个名字的状态、到期日和下一步。',
    en: 'My domains shows the state, the expiry and the next step of every name.',
    async act(page) {
      await page.getByRole('link', { name: '我的域名' }).first().click()
      await page.waitForTimeout(1_500)
      await page.getByRole('link', { name: '山月茶.cn' }).first().click()
      await page.waitForTimeout(2_500)
    },
  },
]

export const register: Film = {
  name: 'register',
  posterAt: 1,
  steps,
  async prepare({ world, sandbox }) {
    const client = await signUp(world.origin, email, 'a-long-enough-Password-1', '山月茶业')
    await topUp(client, sandbox, 100_000)
    await makeVerifiedTemplate(world, { client, sandbox }, organisationTemplate(email))
    return { client }
  },
}
