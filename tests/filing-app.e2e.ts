import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signUp } from '../scripts/world/person.ts'
import { openBrowser, openPage } from './browser.ts'
import { origin, password } from './filing/place.ts'
import { expectSoundPage } from './sound-page.ts'

let browser: Awaited<ReturnType<typeof openBrowser>>
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

describe('the order of an App', () => {
  it('speaks of an App in every step, in both languages; a mini-program that is added is called one', async () => {
    const client = await signUp(origin, 'filing-app@yuming.example', password, '海风茶业')
    const { number } = await client.post<{ number: string }>('filings', {
      wish: 'file',
      kind: 'app',
      stated: { subjectFiled: false },
    })
    const { page, context, wrong } = await openPage(browser, { origin, client })
    const called = async () => {
      const words = await page.locator('main :is(h1, h2, label, legend, button, .steps li)').allTextContents()
      return words.filter((one) => /网站|site/i.test(one))
    }
    for (const lang of ['zh', 'en'] as const) {
      for (const step of ['access', 'services', 'review']) {
        await page.goto(`/filings/${number}?step=${step}&lang=${lang}`)
        await page.locator('.steps li[aria-current]').waitFor()
        await page.locator('main h2').first().waitFor()
        expect(await called(), `${step} in ${lang}`).toEqual([])
      }
      await expectSoundPage(browser, { origin, client, lang, path: `/filings/${number}?step=services` })
    }
    await page.goto(`/filings/${number}?step=services&lang=zh`)
    await page.getByRole('heading', { level: 1, name: 'App' }).waitFor()
    await page.getByLabel('App名称').waitFor()
    await page.getByRole('button', { name: '再加一个App' }).click()
    await page.getByRole('heading', { level: 2, name: '第2个App' }).waitFor()
    await page.getByLabel('服务类型').last().selectOption('mini-program')
    await page.getByLabel('小程序名称').waitFor()
    await page.getByRole('heading', { level: 1, name: '服务' }).waitFor()
    // A line without a domain yet keeps nothing from being saved.
    await page.getByText('已保存').first().waitFor()
    expect(wrong).toEqual([])
    await context.close()
  })
})
