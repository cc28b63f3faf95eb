import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { ApiClient } from '../scripts/world/api-client.ts'
import { makeTemplate, signUp, topUp } from '../scripts/world/person.ts'
import { SandboxControls } from '../scripts/world/sandbox-controls.ts'
import { openBrowser, openPage } from './browser.ts'

const origin = inject('origin')
const sandbox = new SandboxControls(inject('sandboxOrigin'))
const email = 'shen-personal@yuming.example'
const number = '11010519491231002X'
let browser: Browser
let client: ApiClient

const person = (name: string) => ({
  holderType: 'person',
  name: { zh: name, en: 'Shen Zhixing' },
  region: 'CN',
  province: { zh: '浙江省', en: 'Zhejiang' },
  city: { zh: '杭州市', en: 'Hangzhou' },
  street: { zh: '西湖区龙井路一号', en: '1 Longjing Road, Xihu District' },
  postcode: '310013',
  phone: '+86.13800010066',
  email,
  certificate: { kind: 'SFZ', number },
})

beforeAll(async () => {
  browser = await openBrowser()
  client = await signUp(origin, email, 'a-long-enough-Password-1', '沈知行')
  await topUp(client, sandbox, 100_000)
  await makeTemplate(client, sandbox, person('沈知行'))
  await sandbox.call('POST', 'registries/wangzhi/reviews/mode', { mode: 'hold-at-create', suffix: '网址' })
})
afterAll(async () => {
  await sandbox.call('POST', 'registries/wangzhi/reviews/mode', { mode: 'off' })
  await sandbox.call('DELETE', 'verification/scripts')
  await browser.close()
})

describe('a name that is a person’s own', () => {
  it('goes from the search page through the check of the ID card to a registered name, held until its holder is verified (S1-115, S1-116, S1-121, S1-123…S1-126, S1-128…S1-130)', async () => {
    const { page, context, wrong } = await openPage(browser, { origin, client })
    await page.goto('/')
    await page.getByRole('link', { name: '姓名.网址' }).click()
    await page.getByLabel('姓名', { exact: true }).fill('沈·知行')
    await page.getByRole('button', { name: '查域名' }).click()
    await page.getByText('PERSON-CHARS-01').waitFor()
    await page.getByRole('link', { name: '查普通的.网址' }).waitFor()

    await page.getByLabel('前面的词').selectOption('设计师')
    await page.getByLabel('姓名', { exact: true }).fill('沈知行')
    await page.getByLabel('后面的词').selectOption('博士')
    await page.getByRole('button', { name: '查域名' }).click()
    await page.getByRole('button', { name: '立即注册' }).click()

    const dialog = page.getByRole('dialog')
    await sandbox.call('POST', 'verification/scripts', {
      kind: 'rnv',
      pattern: '沈知行',
      decision: 'refuse',
      message: '证件号码与姓名不一致',
    })
    await dialog.getByLabel('18位身份证号').fill('110105194912310021')
    await dialog.getByRole('button', { name: '确认' }).click()
    await dialog.getByText('校验').first().waitFor()
    await dialog.getByLabel('18位身份证号').fill(number.toLowerCase())
    await dialog.getByRole('button', { name: '确认' }).click()
    await dialog.getByText('证件号码与姓名不一致').waitFor()
    await sandbox.call('DELETE', 'verification/scripts')
    await dialog.getByRole('button', { name: '确认' }).click()
    await dialog.getByText('恭喜您验证通过，可完成注册').waitFor()
    await dialog.getByRole('button', { name: '确认' }).click()

    await page.getByText('注册后5天内须完成实名认证').waitFor()
    await page.getByRole('radio', { name: /沈知行/ }).check()
    await page.getByLabel(/服务条款|我已阅读/).check()
    await page.getByRole('button', { name: '立即购买' }).first().click()
    await page.waitForURL(/\/orders\/\d+\/pay$/)
    expect(await sandbox.domain('wangzhi', '设计师沈知行博士.网址')).toBeUndefined()
    await page
      .getByRole('button', { name: /付|支付/ })
      .first()
      .click()
    await page.getByText('已注册').first().waitFor()

    const held = await sandbox.domain('wangzhi', '设计师沈知行博士.网址')
    expect(held).toMatchObject({ statuses: expect.arrayContaining(['serverHold']) })
    const shown = async () =>
      (
        await client.get<{ suffix: string; serviceState: { key: string } }>(
          `domains/${encodeURIComponent('设计师沈知行博士.网址')}`,
        )
      ).serviceState.key
    expect(await shown()).toBe('unverified')
    expect(wrong).toEqual([])
    await context.close()
  })

  it('is read on a phone without a sideways scroll, in both languages', async () => {
    for (const lang of ['zh', 'en'] as const) {
      const { page, context, wrong } = await openPage(browser, { origin, client, width: 320, lang })
      await page.goto('/personal-names')
      await page.locator('#person-name').waitFor()
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
      expect(wrong).toEqual([])
      await context.close()
    }
  })
})
