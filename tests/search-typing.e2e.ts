import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { axeFindings } from './axe-findings.ts'
import { openBrowser, openPage } from './browser.ts'

const origin = inject('origin')
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

function wordsAsked(page: Page): string[] {
  const words: string[] = []
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url())
    if (pathname === '/v1/search') words.push(searchParams.get('q') ?? '')
  })
  return words
}

describe('a name is searched while it is typed', () => {
  it('without the button, once for a burst of keys, and one step back leaves the page', async () => {
    const { page, context, wrong } = await openPage(browser, { origin })
    await page.goto('/prices')
    await page.getByRole('heading', { level: 1, name: '价格总览' }).waitFor()
    await page.getByRole('link', { name: '搜索', exact: true }).first().click()
    const words = wordsAsked(page)
    const box = page.getByLabel('想要的名字')
    await box.pressSequentially('shanyue-typed', { delay: 20 })
    await page.getByText('shanyue-typed.cn', { exact: true }).first().waitFor()
    await box.pressSequentially('-2', { delay: 20 })
    await page.getByText('shanyue-typed-2.cn', { exact: true }).first().waitFor()
    expect(words.at(-1)).toBe('shanyue-typed-2')
    expect(words.length).toBeLessThan('shanyue-typed-2'.length)
    expect(await box.inputValue()).toBe('shanyue-typed-2')
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: '价格总览' }).waitFor()
    expect(wrong).toEqual([])
    await context.close()
  })

  it('keeps a search that was asked for when another word is typed', async () => {
    const { page, context } = await openPage(browser, { origin })
    await page.goto('/')
    const box = page.getByLabel('想要的名字')
    await box.fill('kept-1')
    await box.press('Enter')
    await page.getByText('kept-1.cn', { exact: true }).first().waitFor()
    await box.fill('kept-2')
    await page.getByText('kept-2.cn', { exact: true }).first().waitFor()
    await page.goBack()
    await page.getByText('kept-1.cn', { exact: true }).first().waitFor()
    expect(await box.inputValue()).toBe('kept-1')
    await context.close()
  })

  it('asks nothing in the middle of a composition, and the chosen characters after it', async () => {
    const { page, context, wrong } = await openPage(browser, { origin })
    await page.goto('/')
    const words = wordsAsked(page)
    await page.getByLabel('想要的名字').focus()
    const cdp = await context.newCDPSession(page)
    for (const text of ['s', 'sh', 'shan', 'shan y', 'shan yue'])
      await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
    await page.waitForTimeout(400)
    expect(words).toEqual([])
    await cdp.send('Input.insertText', { text: '山月' })
    await page.getByText('山月.cn', { exact: true }).first().waitFor()
    expect(words).toEqual(['山月'])
    expect(wrong).toEqual([])
    await context.close()
  })
})

describe.each([
  ['zh', 1440],
  ['en', 390],
  ['zh', 320],
] as const)('choosing suffixes (S1-10), %s at %i', (lang, width) => {
  it('finds one, takes a group, and searches under what was chosen', async () => {
    const { page, context, wrong } = await openPage(browser, { origin, lang, width })
    await page.goto('/?q=shanyue-choice')
    await page.getByText('shanyue-choice.cn', { exact: true }).first().waitFor()
    await page.getByRole('button', { name: lang === 'zh' ? '选后缀' : 'Choose suffixes' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('searchbox').fill('shop')
    await dialog.getByLabel('.shop', { exact: false }).first().check()
    await dialog.getByRole('searchbox').fill('')
    expect(await axeFindings(page)).toEqual([])
    expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
    await dialog.getByRole('button', { name: lang === 'zh' ? '用这1个查' : 'Search under the 1 chosen' }).click()
    await page.getByText('shanyue-choice.shop', { exact: true }).first().waitFor()
    expect(new URL(page.url()).searchParams.get('suffixes')).toBe('shop')
    expect(await page.getByText('shanyue-choice.cn', { exact: true }).count()).toBe(0)
    await page.getByRole('checkbox', { name: lang === 'zh' ? /^在售全部\d+个$/ : /^All \d+ on sale$/ }).check()
    await page.getByText('shanyue-choice.xyz', { exact: true }).first().waitFor()
    expect(await page.locator('.rows .row').count()).toBeGreaterThan(150)
    expect(wrong).toEqual([])
    await context.close()
  })
})
