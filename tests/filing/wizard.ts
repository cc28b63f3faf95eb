import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { daysLater } from './outcome.ts'
import { serverAddress } from './server.ts'
import { tidy } from './tidy.ts'

/** What is filled in for one site, from the type to the check before submission. */
export interface Site {
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

/** Where the order leads to from the day on which the filing system knows a name and its holder; the clock is turned to it. */
export async function goToFiling(page: Page, orderPage: string): Promise<void> {
  const begin = page.getByRole('link', { name: '开始备案' })
  for (let looks = 0; looks < 10; looks++) {
    await page.goto(orderPage)
    await begin.or(page.getByRole('link', { name: '备案前的准备' })).waitFor()
    if ((await begin.count()) > 0) break
    await daysLater(3)
  }
  await begin.click()
  await page.waitForURL((url) => url.pathname === '/filings/new')
}

/** The whole wizard. Returns the number of the order. */
export async function fillIn(page: Page, site: Site): Promise<string> {
  await page.getByRole('button', { name: '验证备案类型' }).click()
  await page.getByRole('heading', { name: /首次备案|还不能判断/ }).waitFor()
  const stated = page.getByLabel('这个主体有没有备案号')
  if ((await stated.count()) > 0) {
    // Where no bureau can be asked by this kind of paper, its owner says so.
    await stated.selectOption('false')
    await page.getByRole('button', { name: '验证备案类型' }).click()
  }
  await page.getByRole('heading', { name: '首次备案' }).waitFor()
  await tidy(page)
  await page.getByRole('button', { name: /开始填写|先填着/ }).click()

  await page.getByRole('heading', { level: 1, name: '产品' }).waitFor()
  await page.getByLabel('备案服务号').fill(site.serviceNumber)
  await page.getByLabel('服务器IP地址').fill(serverAddress)
  await page.getByLabel('接入方式').selectOption('cloud')
  await page.getByLabel('服务器所在地').selectOption(site.province)
  await next(page)
  await fillInSubject(page, site)
  await next(page)

  await page.getByRole('heading', { level: 1, name: '网站' }).waitFor()
  await page.getByLabel('网站名称').fill(site.site)
  await page.getByLabel('首页地址').fill(`www.${site.name}`)
  await page.getByLabel('服务内容').selectOption(site.content)
  await page.getByRole('group', { name: '网站语言' }).getByLabel('简体中文').check()
  await page.getByLabel('备注').fill(site.remark)
  await tidy(page)
  await next(page)

  await page.getByRole('heading', { level: 1, name: '材料' }).waitFor()
  await page.getByRole('button', { name: '同意，开始上传' }).click()
  for (const [kind, picture] of site.papers) await sendPaper(page, kind, picture)
  await tidy(page)
  await next(page)
  await page.getByRole('heading', { level: 1, name: '核对' }).waitFor()
  return page.url().match(/BA-\d+/)?.[0] ?? ''
}

const next = (page: Page) => page.getByRole('button', { name: '检查并继续' }).click()

async function fillInSubject(page: Page, site: Site): Promise<void> {
  await page.getByRole('heading', { level: 1, name: '主体' }).waitFor()
  // Of a municipality the verified address has the district already.
  if (site.company) await page.getByLabel('区县').fill(site.district)
  else expect(await page.getByLabel('区县').inputValue()).toBe(site.district)
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
}

export async function sendPaper(page: Page, kind: string, picture: Buffer): Promise<void> {
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

export async function submit(page: Page): Promise<void> {
  // The score of the check before submission; what stands against the order would be told beside it.
  await expect.poll(() => page.locator('.pre .st--fail').allTextContents(), { timeout: 60_000 }).toEqual(['必改0'])
  await page.getByRole('button', { name: '提交备案' }).click()
  // Asked once more before it leaves (S3-50).
  await page.getByRole('alertdialog').getByRole('button', { name: '确定提交' }).click()
  await page.getByText('平台初审').first().waitFor()
  await page.getByText('轮到我们').first().waitFor()
}
