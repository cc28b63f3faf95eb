import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { axeFindings } from './axe-findings.ts'
import { openBrowser, openPage } from './browser.ts'
import { takePage } from './kept-pages.ts'

const origin = inject('origin')
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

describe('what can be read before and after a registration', () => {
  it('one place sells .com, .cn and the rest, and leads to naming rules and advice before a search (S0-01, S0-03, S0-04, S1-75)', async () => {
    const { page, context, wrong } = await openPage(browser, { origin })
    await page.goto('/')
    const before = page.getByRole('region', { name: '查名之前' })
    await before.getByRole('link').first().click()
    await page.waitForURL(/\/help\/naming-rules$/)
    await page.getByRole('heading', { level: 1, name: /规则|起名/ }).waitFor()
    const rules = (await page.locator('main').textContent()) ?? ''
    expect(rules).toMatch(/63/)
    expect(rules).toMatch(/连字符|“-”|短横/)
    // Below the text stand the rules that the search asks, with their ids.
    await page.getByText('NAME-HYPHEN-02').waitFor()
    await page.goBack()
    await page.getByRole('region', { name: '查名之前' }).getByRole('link').nth(1).click()
    await page.waitForURL(/\/help\/registration-advice$/)
    await page.getByRole('heading', { level: 1, name: /建议|年限/ }).waitFor()
    const advice = (await page.locator('main').textContent()) ?? ''
    expect(advice).toMatch(/后缀/)
    expect(advice).toMatch(/两年|2年/)
    await page.goto('/prices')
    await page.getByRole('button', { name: '.com', exact: true }).waitFor()
    await page.getByRole('button', { name: '.cn', exact: true }).waitFor()
    expect(wrong).toEqual([])
    await context.close()
  })

  it.concurrent.each([
    ['S0-31', 'faq', [/？/]],
    ['S0-32', 'registration-failed', [/退/]],
    ['S1-92', 'real-name', [/材料/]],
    ['S0-14', 'terms', [/持有者/]],
    ['S1-96, S1-114', 'trademark-faq', [/商标注册证/, /自己向国家知识产权局/, /由专家查重/, /注册保障/]],
    ['S0-39', 'invoice', [/怎样申请/]],
    ['S3-07', 'filing-first', [/主体没有备案号，域名也没有备过案/]],
    ['S3-07', 'filing-new-access', [/备案号不变，网站不用关/]],
    ['S3-07', 'filing-new-site', [/主体在这里备过案/]],
    ['S3-07', 'filing-new-site-elsewhere', [/主体在别的接入商备过案/]],
    ['S3-07', 'filing-change', [/变更/, /注销/, /认领/]],
    ['S2-39, S2-41, S2-44', 'filing-faq', [/没有明确的上限/, /长期有效，不用每年续/, /备案本身不收费/]],
    ['S3-80', 'filing-domain-check', [/持有者与主体不一致/]],
    ['S3-80', 'filing-sms-check', [/24小时/]],
    ['S3-80', 'filing-progress', [/1至20个工作日/]],
    ['S3-80', 'filing-account', [/一个账号只能有一个主体/]],
    ['S3-79', 'filing-dns', [/云服务器、轻量服务器/, /虚拟主机、弹性主机/, /DNS服务/, /A记录/]],
    ['S3-81', 'public-security', [/30天内/]],
    ['S3-82', 'commercial-licence', [/许可证/, /60天/]],
  ] as const)('(%s, S1-03) %s is there in both languages, with its date', async (_, slug, holds) => {
    for (const [lang, width] of [
      ['zh', 1440],
      ['en', 390],
    ] as const) {
      const { page, wrong, giveBack } = await takePage(browser, { origin, lang, width })
      await page.goto(`/help/${slug}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.locator('main h2').first().waitFor()
      const text = (await page.locator('main').textContent()) ?? ''
      if (lang === 'zh') for (const words of holds) expect(text).toMatch(words)
      expect(text).toMatch(/2026/)
      expect(text.length).toBeGreaterThan(300)
      await sound(page)
      expect(wrong).toEqual([])
      giveBack()
    }
  })
})

describe('what can be read about a filing', () => {
  it('its course is a drawing with the same steps in words, the duty to file, and the ways on (S1-168, S1-177, S1-178, S2-06, S2-07, S3-01)', async () => {
    for (const [lang, width] of [
      ['zh', 1440],
      ['en', 390],
    ] as const) {
      const { page, context, wrong } = await openPage(browser, { origin, lang, width })
      await page.goto('/filings')
      await page.getByRole('link', { name: lang === 'zh' ? '备案全程' : 'A filing from beginning to end' }).click()
      await page.waitForURL(/\/help\/filing-overview$/)
      const drawing = page.getByRole('img', { name: lang === 'zh' ? /^备案全程：/ : /^The whole filing:/ })
      await drawing.waitFor()
      const drawn = await drawing.locator('text.title').allTextContents()
      const told = await page.locator('main ol li b').allTextContents()
      expect(drawn).toEqual(told.map((title, n) => `${n + 1} ${title}`))
      expect(drawn).toHaveLength(10)
      const text = (await page.locator('main').textContent()) ?? ''
      if (lang === 'zh')
        for (const words of [
          /这是最后一步/,
          /没备的正常打不开/,
          /可能被关停，也可能被处罚/,
          /谁家的服务器，就通过谁家备/,
        ])
          expect(text).toMatch(words)
      await sound(page)
      await page
        .locator('main ol')
        .getByRole('link', { name: lang === 'zh' ? '解析、放备案号' : 'DNS and footer' })
        .click()
      await page.waitForURL(/\/help\/filing-dns$/)
      expect(wrong).toEqual([])
      await context.close()
    }
  })

  it('whoever begins one reads first what happens to a site without it, and where the tutorials are (S2-06, S2-07)', async () => {
    const { page, context, wrong } = await openPage(browser, { origin })
    await page.goto('/filings/new')
    await page.getByText('没备的正常打不开').waitFor()
    expect(await page.locator('main').textContent()).toMatch(/可能被关停，也可能被处罚/)
    await page.getByRole('link', { name: '备案全程' }).click()
    await page.getByRole('link', { name: '首次备案', exact: true }).click()
    await page.waitForURL(/\/help\/filing-first$/)
    expect(wrong).toEqual([])
    await context.close()
  })

  it('why filings are returned is found by words of the opinion: cause, field, remedy and whose turn (S3-80)', async () => {
    const { page, context, wrong } = await openPage(browser, { origin, width: 390 })
    await page.goto('/help')
    await page.getByRole('link', { name: '常见退回原因' }).click()
    await page.getByText('253种里有253种').waitFor()
    await sound(page)
    await page.getByLabel('找原因').fill('域名所有人')
    const row = page.getByRole('row', { name: /持有者与主办者不是同一主体/ })
    await row.getByText('过户或改主办者').waitFor()
    expect(await row.textContent()).toMatch(/域名持有者.*你$/)
    await page.getByLabel('在哪一步退回').selectOption('sms')
    await page.getByText('没有找到').waitFor()
    await page.getByLabel('找原因').fill('')
    expect(await page.getByRole('row').count()).toBeGreaterThan(5)
    expect(wrong).toEqual([])
    await context.close()
  })

  it('a province’s rules lead to its bureau’s own site and to the ministry’s system (S3-08, S3-09)', async () => {
    const { page, context, wrong } = await openPage(browser, { origin, width: 390 })
    await page.goto('/filing-rules/330000')
    const bureau = page.getByRole('link', { name: '本省管局的网站' })
    await bureau.waitFor()
    expect(await bureau.getAttribute('href')).toBe('https://zjca.miit.gov.cn/')
    expect(await page.getByRole('link', { name: '工信部备案系统' }).getAttribute('href')).toBe(
      'https://beian.miit.gov.cn/',
    )
    expect(wrong).toEqual([])
    await context.close()
  })
})

async function sound(page: Page): Promise<void> {
  expect(await axeFindings(page)).toEqual([])
  const { width = 0, height = 0 } = page.viewportSize() ?? {}
  for (const narrow of [320, width]) {
    await page.setViewportSize({ width: narrow, height })
    expect(
      await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth'),
      `${narrow} pixels wide`,
    ).toBeLessThanOrEqual(0)
  }
}
