import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { madeUpCard } from '@yuming/papers/testing'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ApiClient } from '../scripts/world/api-client.ts'
import { startCopiedWorld } from '../scripts/world/copied-world.ts'
import { makeTemplate, organisationTemplate, signUp } from '../scripts/world/person.ts'
import { SandboxControls } from '../scripts/world/sandbox-controls.ts'
import type { World } from '../scripts/world/start-world.ts'
import { makeReviewer } from '../scripts/world/verified.ts'
import { openBrowser, openPage } from './browser.ts'

let browser: Browser
let world: World
let number = ''
let first: ApiClient
let second: ApiClient

beforeAll(async () => {
  browser = await openBrowser()
  world = await startCopiedWorld({
    folder: mkdtempSync(path.join(tmpdir(), 'yuming-eyes-')),
    web: { limitFactor: 1_000 },
    configuration: { verification: { fourEyes: true } },
  })
  const email = 'two-eyes@yuming.example'
  const customer = await signUp(world.origin, email, 'a-long-enough-Password-1', '山月茶业')
  const sandbox = new SandboxControls(world.sandboxOrigin)
  const template = await makeTemplate(customer, sandbox, organisationTemplate(email))
  await customer.post('consents', { purpose: 'identity-papers' })
  const licence = new Uint8Array(await (await madeUpCard('licence')).jpeg({ quality: 92 }).toBuffer())
  await customer.raw('POST', `templates/${template}/papers/licence`, licence, { 'content-type': 'image/jpeg' })
  number = (await customer.post<{ number: string }>(`templates/${template}/submit`)).number
  first = await makeReviewer(world.origin, world.folder, 'eyes-one@yuming.example')
  second = await makeReviewer(world.origin, world.folder, 'eyes-two@yuming.example')
})
afterAll(async () => {
  await browser.close()
  await world.stop()
  rmSync(world.folder, { recursive: true, force: true })
})

describe('where two reviewers have to agree', () => {
  it('the first is told so and cannot be the second; somebody else passes the case', async () => {
    const { origin } = world
    const one = await openPage(browser, { origin, client: first })
    await one.page.goto('/operator/reviews')
    await one.page.getByText('你通过之后，还要另一位审核员通过').waitFor()
    // Every paper has been looked at.
    await one.page.getByRole('button', { name: /^通过/, disabled: false }).waitFor()
    await one.page.keyboard.press('a')
    await one.page.getByRole('button', { name: '现在就送出' }).click()
    await one.page.getByText('你是第一位，第二位要由别人来').waitFor()
    const pass = one.page.getByRole('button', { name: /^通过/ })
    expect(await pass.getAttribute('aria-disabled')).toBe('true')
    await one.page.keyboard.press('a')
    expect(await one.page.getByRole('region', { name: '还没送出的决定' }).count()).toBe(0)

    const two = await openPage(browser, { origin, client: second, width: 390 })
    await two.page.goto('/operator/reviews')
    await two.page.getByText('第一位审核员已通过，你是第二位').waitFor()
    await two.page.getByText('等第二位审核员').waitFor()
    // Every paper has been looked at.
    await two.page.getByRole('button', { name: /^通过/, disabled: false }).waitFor()
    await two.page.getByRole('button', { name: /^通过/ }).click()
    await two.page.getByRole('button', { name: '现在就送出' }).click()
    await two.page.getByRole('heading', { level: 2, name: '都审完了' }).waitFor()
    await one.page.getByText(`${number}已经由别人审完，跳过了`).waitFor()
    expect([...one.wrong, ...two.wrong]).toEqual([])
    await one.context.close()
    await two.context.close()
  })
})
