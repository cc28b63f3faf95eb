import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { ApiClient } from '../scripts/world/api-client.ts'
import { makeOperator } from '../scripts/world/operator.ts'
import { signUp } from '../scripts/world/person.ts'
import { openBrowser, openPage } from './browser.ts'
import { expectSoundPage } from './sound-page.ts'

const origin = inject('origin')
const password = 'a-long-enough-Password-1'
let browser: Browser
let operator: ApiClient
let customer: ApiClient

beforeAll(async () => {
  browser = await openBrowser()
  operator = await signUp(origin, 'catalog-keeper@yuming.example', password, '目录管理员')
  makeOperator(inject('folder'), 'catalog-keeper@yuming.example', 'catalog')
  customer = await signUp(origin, 'not-a-keeper@yuming.example', password, '山月茶业')
})
afterAll(() => browser.close())

const priceIn = async (page: Page, suffix: string) => {
  await page.goto('/prices')
  const row = page.locator('tbody tr', { has: page.getByRole('button', { name: `.${suffix}`, exact: true }) })
  return (await row.locator('td.first').textContent())?.trim()
}

const today = async () => (await operator.get<{ clock: { today: string } }>('session')).clock.today

/** Writes a draft down through the API, as another operator would. */
async function draft(suffix: string, patch: object): Promise<string> {
  const body = { suffix, patch, from: await today(), note: 'another operator' }
  return (await operator.post<{ id: string }>('operator/catalog/changes', body)).id
}

async function atRevision(id: string, what: 'publish' | 'withdraw'): Promise<void> {
  const { revision } = await operator.get<{ revision: number }>('operator/catalog/changes')
  await operator.post(`operator/catalog/changes/${id}/${what}`, { expectedRevision: revision })
}

async function stateOf(id: string): Promise<string | undefined> {
  const { changes } = await operator.get<{ changes: { id: string; state: string }[] }>('operator/catalog/changes')
  return changes.find((change) => change.id === id)?.state
}

describe('the operator’s catalogue', () => {
  it('changes a price from today; a visitor sees it until it is withdrawn (S1-08, S1-09)', async () => {
    const { page, context, wrong } = await openPage(browser, { origin, client: operator })
    const visitor = await openPage(browser, { origin })
    const before = await priceIn(visitor.page, 'club')
    await page.goto('/')
    await page.getByRole('link', { name: '运营' }).click()
    // The public page has a box to search in too, and stays until this one has come.
    await page.getByRole('heading', { level: 1, name: '后缀目录' }).waitFor()
    await page.getByRole('searchbox').fill('.club')
    await page.getByRole('link', { name: '.club', exact: true }).focus()
    await page.keyboard.press('Enter')
    await page.getByLabel('注册（元／年）', { exact: true }).fill('31.05')
    expect(await page.getByRole('complementary').textContent()).toContain('¥31.05')
    await page.getByLabel('为什么改').fill('journey')
    await page.keyboard.press('Enter')
    await page.getByRole('cell', { name: '¥31.05' }).waitFor()
    expect(await page.getByRole('row', { name: /注册/ }).textContent()).toContain(before)
    expect(await priceIn(visitor.page, 'club')).toBe(before)
    await page.getByRole('button', { name: '发布' }).click()
    await page.getByText('生效中').waitFor()
    expect(await priceIn(visitor.page, 'club')).toBe('¥31.05')
    await page.getByRole('button', { name: '撤回' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: '撤回' }).click()
    await page.locator('.head').getByText('已撤回').waitFor()
    expect(await priceIn(visitor.page, 'club')).toBe(before)
    expect([...wrong, ...visitor.wrong]).toEqual([])
    await context.close()
    await visitor.context.close()
  })

  it('takes no empty value for an unknown one, and leads to each mistake', async () => {
    const { page, context, wrong } = await openPage(browser, { origin, client: operator, width: 390 })
    await page.goto('/operator/catalog/club')
    await page.getByLabel('续费（元／年）', { exact: true }).fill('')
    await page.getByRole('button', { name: '存为草稿' }).click()
    const summary = page.getByRole('region', { name: /有2处要改/ })
    await summary.getByRole('link', { name: /续费/ }).click()
    expect(await page.getByLabel('续费（元／年）', { exact: true }).getAttribute('aria-invalid')).toBe('true')
    expect(await page.evaluate<string>('document.activeElement.id')).toBe('value-priceFen-renew')
    await page.getByLabel('赎回（元）：不详').check()
    await page.getByLabel('续费（元／年）', { exact: true }).fill('88')
    await page.getByLabel('为什么改').fill('不知道赎回价')
    await page.getByRole('button', { name: '存为草稿' }).click()
    await page.getByRole('row', { name: /赎回/ }).getByText('不详').waitFor()
    await page.getByRole('button', { name: '丢掉草稿' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: '丢掉草稿' }).click()
    await page.locator('.head').getByText('已撤回').waitFor()
    expect(wrong).toEqual([])
    await context.close()
  })

  it('asks to look at the preview again when somebody else has published meanwhile', async () => {
    const [mine, theirs] = [await draft('xyz', { dnssec: null }), await draft('top', { dnssec: null })]
    const { page, context, wrong } = await openPage(browser, { origin, client: operator })
    await page.goto(`/operator/catalog/xyz/${mine}`)
    const publish = page.getByRole('button', { name: '发布' })
    await publish.waitFor()
    await atRevision(theirs, 'publish')
    await publish.click()
    await page.getByText('目录刚被别人改过').waitFor()
    expect(await publish.getAttribute('aria-disabled')).toBe('true')
    await page.getByRole('button', { name: '重新预览' }).click()
    await page.getByText('目录刚被别人改过').waitFor({ state: 'detached' })
    await publish.click()
    await page.getByText('生效中').waitFor()
    await atRevision(mine, 'withdraw')
    await atRevision(theirs, 'withdraw')
    expect(wrong).toEqual([])
    await context.close()
  })

  it('does not publish a change that contradicts itself, says why, and lets the draft be mended', async () => {
    const id = await draft('xyz', { periods: { min: 9, max: 3 } })
    const { page, context, wrong } = await openPage(browser, { origin, client: operator })
    await page.goto(`/operator/catalog/xyz/${id}`)
    await page.getByText('最短年限比最长年限还长').waitFor()
    const publish = page.getByRole('button', { name: '发布' })
    expect(await publish.getAttribute('aria-disabled')).toBe('true')
    await page.getByRole('link', { name: '改这份草稿' }).click()
    await page.getByLabel('一次最多买（年）', { exact: true }).fill('9')
    await page.getByRole('button', { name: '存为草稿' }).click()
    await page
      .getByRole('row', { name: /一次最多买/ })
      .getByText('9年')
      .waitFor()
    await publish.waitFor()
    expect(await publish.getAttribute('aria-disabled')).toBeNull()
    expect(await stateOf(id)).toBe('withdrawn')
    const again = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    await atRevision(again, 'withdraw')
    expect(wrong).toEqual([])
    await context.close()
  })

  it('shows a failure with a way to try again', async () => {
    const { page, context } = await openPage(browser, { origin, client: operator })
    await page.route('**/v1/catalog/suffixes?all=true', (route) => route.fulfill({ status: 500, json: {} }))
    await page.goto('/operator/catalog')
    await page.getByRole('alert').waitFor()
    await page.unroute('**/v1/catalog/suffixes?all=true')
    await page.getByRole('button', { name: '再试一次' }).click()
    await page.getByRole('link', { name: '.cn', exact: true }).waitFor()
    await context.close()
  })

  it('is not there for a customer, in the console or through the API', async () => {
    const { page, context } = await openPage(browser, { origin, client: customer })
    for (const path of ['/operator/catalog', '/operator/catalog/cn', '/operator/changes']) {
      await page.goto(path)
      await page.getByRole('heading', { level: 1, name: '没有这一页' }).waitFor()
    }
    expect(await page.getByRole('link', { name: '运营' }).count()).toBe(0)
    await expect(customer.get('operator/catalog/changes')).rejects.toMatchObject({ status: 403 })
    await context.close()
  })
})

describe.each(['zh', 'en'] as const)('every page of the operator in %s', (lang) => {
  it('axe finds nothing, and nothing scrolls sideways', async () => {
    const id = await draft('cn', { priceFen: { register: 3100, transfer: null }, meaning: { zh: '中国', en: 'China' } })
    const paths = ['/operator/catalog', '/operator/catalog?q=zzzz', '/operator/catalog/cn', '/operator/changes']
    for (const path of [...paths, `/operator/catalog/cn/${id}`])
      await expectSoundPage(browser, { origin, path, lang, client: operator, unfolded: true })
    await atRevision(id, 'withdraw')
  })
})
