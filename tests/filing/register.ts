import type { BrowserContext, Page } from 'playwright-core'
import { ApiClient } from '../../scripts/world/api-client.ts'
import { decideReview } from '../../scripts/world/verified.ts'
import { openPage } from '../browser.ts'
import type { Desk } from './desk.ts'
import { found, origin, password, sandbox } from './place.ts'
import { tidy } from './tidy.ts'

/** Somebody who comes for a name. */
export interface Visitor {
  readonly called: string
  readonly email: string
  readonly name: string
  readonly holderType: '个人' | '企业或组织'
  /** What is typed and chosen in the form of the template, by its labels. */
  readonly typed: Readonly<Record<string, string>>
  readonly province: string
  readonly city: string
  readonly papers: readonly (readonly [label: string, picture: Buffer])[]
}

/** A customer with a page of the browser, and a client of the same account to look at what became of things. */
export interface Customer {
  readonly page: Page
  readonly context: BrowserContext
  readonly client: ApiClient
  readonly wrong: string[]
}

/** From the search box to a registered name: an account, a template made on the way, its holder verified, and the payment. */
export async function register(desk: Desk, visitor: Visitor): Promise<Customer> {
  const { page, context, wrong } = await openPage(desk.browser, { origin })
  const { email, name, called } = visitor
  await page.goto('/')
  await page
    .getByRole('textbox')
    .first()
    .fill(name.split('.')[0] ?? '')
  await page.getByRole('button', { name: '查域名' }).click()
  await page.getByRole('button', { name: `把${name}加入清单` }).click()
  await page.getByRole('button', { name: `已在清单：${name}` }).waitFor()

  await page.goto('/sign-up?next=/confirm')
  await page.getByLabel('怎样称呼').fill(called)
  await page.getByLabel('邮箱').last().fill(email)
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '注册账号' }).last().click()
  await page.waitForURL((url) => url.pathname === '/confirm')
  const client = new ApiClient(origin)
  await client.post('auth/sign-in', { email, password })

  await makeTemplate(page, visitor)
  await proveAddress(page, email)
  await verifyHolder({ page, client, reviewer: desk.reviewer }, visitor)
  await buy(page, visitor)
  return { page, context, client, wrong }
}

async function makeTemplate(page: Page, { holderType, typed, province, city }: Visitor): Promise<void> {
  await page.getByText(holderType, { exact: true }).first().click()
  await page.getByRole('button', { name: /新建模板/ }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('省、自治区、直辖市').selectOption(province)
  await form.getByLabel('市', { exact: true }).selectOption(city)
  // Behind a label may stand that the field can be left out.
  for (const [label, value] of Object.entries(typed)) await form.getByLabel(new RegExp(`^${label}(\\s|$)`)).fill(value)
  await form.getByRole('button', { name: '保存并发验证信' }).click()
  await form.waitFor({ state: 'detached' })
}

/** Presses the link of the letter that came. */
async function proveAddress(page: Page, email: string): Promise<void> {
  const link = await found(async () => {
    const to = encodeURIComponent(email)
    const { mails } = await sandbox.call<{ mails: { text: string }[] }>('GET', `mailbox?to=${to}`)
    return mails.map(({ text }) => /https?:\/\/\S+\/verify-email\?token=[\w-]+/.exec(text)?.[0]).find(Boolean)
  })
  await page.goto(link)
  await page.getByRole('button', { name: '确认', exact: true }).click()
  await page.getByText('邮箱已验证').waitFor()
}

/** Hands the papers in where the order says that it wants a verified holder; reviewers and provider answer. */
async function verifyHolder(
  { page, client, reviewer }: Pick<Customer, 'page' | 'client'> & Pick<Desk, 'reviewer'>,
  { holderType, papers }: Visitor,
): Promise<void> {
  await page.goto('/confirm')
  await page.getByText(holderType, { exact: true }).first().click()
  await page.getByText('.cn先实名、后注册，模板要已实名认证').first().waitFor()
  await page.getByRole('link', { name: '现在去实名' }).click()
  await page.getByRole('checkbox', { name: /单独同意/ }).check()
  await page.getByRole('button', { name: '同意并继续' }).click()
  for (const [at, [label, picture]] of papers.entries()) {
    await page
      .getByLabel(`选一张：${label}`)
      .setInputFiles({ name: 'paper.jpg', mimeType: 'image/jpeg', buffer: picture })
    await page
      .getByText(/已保存/)
      .nth(at)
      .waitFor()
  }
  await tidy(page)
  await page.getByRole('button', { name: '提交认证' }).click()
  await page.getByRole('heading', { level: 1, name: '正在审核' }).waitFor()
  const { templates } = await client.get<{ templates: { id: string }[] }>('templates')
  const { cases } = await client.get<{ cases: { number: string }[] }>(`templates/${templates[0]?.id}/verification`)
  await decideReview(reviewer, cases[0]?.number ?? '')
  await page.getByRole('heading', { level: 1, name: '已实名认证' }).waitFor({ timeout: 90_000 })
}

async function buy(page: Page, { holderType, name }: Visitor): Promise<void> {
  await page.goto('/confirm')
  await page.getByText(holderType, { exact: true }).first().click()
  await page.getByText('注册后不用再交材料').waitFor()
  await page.getByRole('checkbox', { name: /我已阅读，理解并接受/ }).check()
  await page.locator('button:not([aria-disabled="true"])', { hasText: '立即购买' }).first().click()
  await page.waitForURL(/\/orders\/\d+\/pay$/)
  await page.getByRole('radio', { name: /支付宝/ }).check()
  await page.getByRole('button', { name: '立即支付' }).first().click()
  await page
    .getByRole('link', { name: /支付宝/ })
    .first()
    .click()
  await page.waitForURL((url) => url.pathname.startsWith('/alipay/cashier'))
  await page.getByRole('button', { name: /确认付款/ }).click()
  await page.waitForURL(/\/orders\/\d+/)
  await page.getByText('成功', { exact: true }).first().waitFor({ timeout: 60_000 })
  await page.getByText(name).first().waitFor()
}
