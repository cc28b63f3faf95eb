import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { makeOperator } from '../scripts/world/operator.ts'
import { makeTemplate, organisationTemplate, signUp } from '../scripts/world/person.ts'
import { SandboxControls } from '../scripts/world/sandbox-controls.ts'
import { axeFindings } from './axe-findings.ts'
import { openBrowser, openPage } from './browser.ts'

const origin = inject('origin')
const password = 'a-long-enough-Password-1'
let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

describe('what cannot be taken back', () => {
  it('is asked once more: a consent that is withdrawn, a template that is deleted', async () => {
    const email = 'asked-again@yuming.example'
    const client = await signUp(origin, email, password, '山月茶业')
    await makeTemplate(client, new SandboxControls(inject('sandboxOrigin')), organisationTemplate(email))
    await client.post('consents', { purpose: 'identity-papers' })
    const { page, context, wrong } = await openPage(browser, { origin, client })
    const sure = page.getByRole('alertdialog')
    await page.goto('/account')
    await page.getByRole('button', { name: '撤回同意' }).click()
    expect(await axeFindings(page)).toEqual([])
    await sure.getByRole('button', { name: '取消' }).click()
    await sure.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: '撤回同意' }).click()
    await sure.getByRole('button', { name: '撤回同意' }).click()
    await sure.waitFor({ state: 'detached' })
    await expect.poll(() => page.getByRole('button', { name: '撤回同意' }).count()).toBe(0)

    await page.goto('/templates')
    await page.getByRole('button', { name: /^删除/ }).click()
    await sure.getByRole('listitem').first().waitFor()
    expect(await axeFindings(page)).toEqual([])
    await sure.getByRole('button', { name: '删除模板' }).click()
    await sure.waitFor({ state: 'detached' })
    await expect.poll(() => page.getByRole('button', { name: /^删除/ }).count()).toBe(0)
    expect((await client.get<{ templates: unknown[] }>('templates')).templates).toEqual([])

    // One's orders are no part of the search.
    await page.goto('/orders')
    await page.getByRole('heading', { level: 1 }).waitFor()
    const here = page.locator('header [aria-current="page"]')
    await expect.poll(() => here.allTextContents()).toEqual(['订单'])
    expect(wrong).toEqual([])
    await context.close()
  })

  it('an address of the desk that names no case speaks of none; a ticket there leads back to the others', async () => {
    const client = await signUp(origin, 'asked-again-desk@yuming.example', password, '值班')
    makeOperator(inject('folder'), 'asked-again-desk@yuming.example', 'admin')
    const { page, context, wrong } = await openPage(browser, { origin, client })
    await page.goto('/operator/reviews?case=undefined')
    await page.locator('.desk').or(page.getByText('都审完了')).first().waitFor()
    expect(await page.locator('main').textContent()).not.toContain('undefined')
    await page.goto('/operator/tickets/GD-99999')
    await page.locator('.crumb').getByRole('link').click()
    await page.waitForURL((url) => url.pathname === '/operator/tickets')
    expect(wrong).toEqual([])
    await context.close()
  })
})
