import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fileSite } from '../scripts/world/file-site.ts'
import { openPage } from './browser.ts'
import { makeClaimable } from './filing/claimable.ts'
import { type Desk, openDesk, review } from './filing/desk.ts'
import { daysLater, reaches } from './filing/outcome.ts'
import { origin } from './filing/place.ts'
import { answerSms } from './filing/principal.ts'
import { tidy } from './filing/tidy.ts'
import { expectSoundPage } from './sound-page.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk('filing-end')
})
afterAll(() => desk.browser.close())

const orderOf = (page: Page): string => /BA-\d+/.exec(page.url())?.[0] ?? ''

/** Steps of the course as they are called, from the first to the last. */
const courseOf = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>('[...document.querySelectorAll(".gantt tbody th")].map((one) => one.firstChild.textContent)')

describe('a company whose site was filed through us before it had an account', () => {
  it('claims it in the account, then cancels it, and sees either to its end; the page of what it claimed says that it is gone', async () => {
    const domain = 'haifeng-claims.cn'
    const phone = '13800010202'
    const email = 'filing-end-journey@yuming.example'
    const { client, number } = await makeClaimable({ email, domain, phone })
    await daysLater(5)
    const { page, context, wrong } = await openPage(desk.browser, { origin, client })
    const sound = async (path: string) => {
      for (const lang of ['zh', 'en'] as const) await expectSoundPage(desk.browser, { origin, client, path, lang })
    }

    // What is claimed is found by its domain, and its owner is asked for no paper of the bureau's.
    const english = await openPage(desk.browser, { origin, client, width: 390, lang: 'en' })
    await english.page.goto(`/filings/new?domain=${domain}`)
    await english.page.getByLabel('What do you want').selectOption('claim')
    await english.page.getByLabel('Domain of the website that you claim').waitFor()
    await tidy(english.page)
    expect(english.wrong).toEqual([])
    await english.context.close()
    await page.goto(`/filings/new?domain=${domain}`)
    await page.getByLabel('想办什么').selectOption('claim')
    expect(await page.getByLabel('要认领的网站的域名').inputValue()).toBe(domain)
    await page.getByRole('button', { name: '验证备案类型' }).click()
    await page.getByRole('heading', { name: '认领备案' }).waitFor()
    await page.getByText('不送管局').waitFor()
    await tidy(page)
    await page.getByRole('button', { name: '开始填写' }).click()
    await page.getByRole('heading', { level: 1, name: '产品' }).waitFor()
    const claim = orderOf(page)
    await fileSite(client, claim, { domain, mobile: phone, email })
    await page.goto(`/filings/${claim}?step=review`)
    await page.getByText('认领不送管局').waitFor()
    expect(await page.getByRole('list', { name: '备案步骤' }).getByRole('listitem').last().textContent()).toBe('初审')
    await page.getByRole('button', { name: '提交认领备案' }).click()
    const sure = page.getByRole('alertdialog')
    await sure.getByText('按管局的记录核对').waitFor()
    await sure.getByRole('button', { name: '确定提交' }).click()
    await page.getByText('轮到我们').first().waitFor()
    expect(await courseOf(page)).toEqual(['填写和提交', '平台初审', '归到本账号'])
    await review(desk, claim, { pass: true })
    await reaches(client, claim, 'passed')
    await page.reload()
    await page.getByRole('heading', { level: 1, name: `已认领：${number}` }).waitFor()
    await page.getByText('归到本账号').first().waitFor()
    await sound(`/filings/${claim}`)

    await page.getByLabel('办哪一种').selectOption('subject')
    await page.getByText('名下的网站和App全部没有备案').waitFor()
    await page.getByLabel('办哪一种').selectOption({ label: '注销这个网站' })
    await page.getByLabel('为什么').selectOption('moved')
    await page.getByRole('button', { name: '开始办理' }).click()
    await page.getByRole('heading', { level: 1, name: '注销网站' }).waitFor()
    const end = orderOf(page)
    expect(end).not.toBe(claim)
    await page.locator('dd', { hasText: number }).waitFor()
    await sound(`/filings/${end}`)
    // Nothing leaves before its owner agrees; the reason may still be another one.
    const handIn = page.getByRole('button', { name: '提交注销网站' })
    expect(await handIn.getAttribute('aria-disabled')).toBe('true')
    await handIn.click({ force: true })
    expect(await page.getByRole('alertdialog').count()).toBe(0)
    await page.getByLabel('为什么').selectOption('domain-gone')
    await page.locator('dd', { hasText: /域名/ }).waitFor()
    await page.getByRole('button', { name: '同意交给管局' }).click()
    await page.getByText('已同意交给管局').waitFor()
    await handIn.click()
    await sure.getByText('提交后直接送交管局').waitFor()
    await tidy(page)
    await sure.getByRole('button', { name: '确定提交' }).click()
    await reaches(client, end, 'sms')
    await page.reload()
    await page.getByText('短信核验').first().waitFor()
    // No eye of ours is between its owner and the bureau.
    expect(await courseOf(page)).toEqual(['填写和提交', '送交管局', '短信核验', '管局审核', '办完，备案去掉'])
    await tidy(page)
    await answerSms(page, phone)
    await daysLater(6)
    await reaches(client, end, 'passed')
    await page.reload()
    await page.getByRole('heading', { level: 1, name: `已注销：${number}` }).waitFor()
    await page.getByText('它已没有备案，不能再打开').waitFor()
    await sound(`/filings/${end}`)

    await page.goto(`/filings/${claim}`)
    await page.getByRole('heading', { level: 1, name: `后来注销了：${number}` }).waitFor()
    expect(await page.getByRole('button', { name: /开始办理|开始变更备案/ }).count()).toBe(0)
    await page.goto('/filings')
    await page.getByRole('row', { name: /注销网站.*已注销/ }).waitFor()
    await page.getByRole('row', { name: /认领备案.*后来注销了/ }).waitFor()
    await tidy(page)

    // What is to be done about the subject that is left leads to the order that brought it here.
    const duties = page.getByRole('table', { name: '已备案的：要办的事' })
    const toOrder = async () => {
      await page.goto('/filings')
      await page.getByRole('row', { name: /认领备案/ }).waitFor()
      return duties.getByRole('link', { name: number.replace(/-1$/, '') }).count()
    }
    await expect.poll(toOrder, { timeout: 60_000, interval: 1_000 }).toBe(1)
    await duties.getByRole('link').click()
    await page.waitForURL((url) => url.pathname === `/filings/${claim}`)
    await page.getByRole('heading', { level: 1, name: `后来注销了：${number}` }).waitFor()
    expect(wrong).toEqual([])
    await context.close()
  }, 900_000)
})
