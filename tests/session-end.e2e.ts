import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { signUp } from '../scripts/world/person.ts'
import { axeFindings } from './axe-findings.ts'
import { openBrowser, openPage } from './browser.ts'

const origin = inject('origin')
const password = 'a-long-enough-Password-1'
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
  await Promise.all(
    ['one', 'two'].map((who) => signUp(origin, `session-${who}@yuming.example`, password, `会话${who}`)),
  )
})
afterAll(() => browser.close())

const street = '灵隐路一百零八号三幢'
const ended = (page: Page) => page.getByRole('alertdialog', { name: '登录已失效，请重新登录' })

/** A form of somebody who is signed in, with a street typed into it, and then without a session. */
async function halfFilled() {
  const { page, context, wrong } = await openPage(browser, { origin })
  await page.goto('/sign-in?next=/templates/new')
  await signIn(page, 'one')
  await page.getByLabel('街道地址', { exact: true }).fill(street)
  await context.clearCookies()
  await page.getByLabel('邮政编码').fill('310013')
  await ended(page).waitFor()
  return { page, context, wrong }
}

async function signIn(page: Page, who: 'one' | 'two', within = page.locator('form').last()): Promise<void> {
  await within.getByRole('textbox', { name: '邮箱' }).fill(`session-${who}@yuming.example`)
  await within.getByLabel('密码', { exact: true }).fill(password)
  await within.getByRole('button', { name: '登录', exact: true }).click()
}

describe('a session that ends over a form', () => {
  it('is begun again in place, and what was typed is still there to be saved', async () => {
    const { page, context, wrong } = await halfFilled()
    expect(await axeFindings(page)).toEqual([])
    // What stands behind is read by nobody, by eye or by ear; and a wrong password says so here.
    const behind = await page.evaluate<{ colour: string; hidden: boolean }>(`({
      colour: getComputedStyle(document.querySelector('.veil')).backgroundColor,
      hidden: document.querySelector('#main').closest('[inert], [aria-hidden=true]') !== null,
    })`)
    expect(behind).toEqual({ colour: expect.stringMatching(/^rgb\(/), hidden: true })
    await ended(page).getByLabel('密码', { exact: true }).fill('not-the-password')
    await ended(page).getByRole('textbox', { name: '邮箱' }).fill('session-one@yuming.example')
    await ended(page).getByRole('button', { name: '登录', exact: true }).click()
    await ended(page).getByRole('alert').waitFor()
    await signIn(page, 'one', ended(page))
    await ended(page).waitFor({ state: 'detached' })
    expect(await page.getByLabel('街道地址', { exact: true }).inputValue()).toBe(street)
    expect(await page.getByLabel('邮政编码').inputValue()).toBe('310013')
    expect(wrong).toEqual([])
    await context.close()
  })

  it('is begun again in a second tab as well', async () => {
    const { page, context, wrong } = await halfFilled()
    const second = await context.newPage()
    await second.goto('/sign-in')
    await signIn(second, 'one')
    await second.waitForURL(/\/domains$/)
    await ended(page).waitFor({ state: 'detached' })
    expect(await page.getByLabel('街道地址', { exact: true }).inputValue()).toBe(street)
    expect(wrong).toEqual([])
    await context.close()
  })

  it('shows nothing of the page to another account, in this tab or by a second one', async () => {
    for (const where of ['here', 'second'] as const) {
      const { page, context, wrong } = await halfFilled()
      if (where === 'here') {
        await signIn(page, 'two', ended(page))
        await page.waitForURL(/\/domains$/)
      } else {
        const second = await context.newPage()
        await second.goto('/sign-in')
        const anew = page.waitForEvent('load')
        await signIn(second, 'two')
        await anew
      }
      await page.getByRole('link', { name: '会话two' }).first().waitFor()
      await page.goto('/templates/new')
      const field = page.getByLabel('街道地址', { exact: true })
      await field.waitFor()
      expect(await field.inputValue()).toBe('')
      expect(wrong).toEqual([])
      await context.close()
    }
  })

  it('asks nothing of whoever has signed out by themselves', async () => {
    const { page, context, wrong } = await openPage(browser, { origin })
    await page.goto('/sign-in?next=/account')
    await signIn(page, 'one')
    await page.getByRole('button', { name: '退出', exact: true }).click()
    await page.waitForURL(/\/$/)
    await page.getByRole('link', { name: '登录' }).first().waitFor()
    expect(await ended(page).count()).toBe(0)
    expect(wrong).toEqual([])
    await context.close()
  })
})
