import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiClient } from './api-client.ts'
import { startCopiedWorld } from './copied-world.ts'
import { answerSms, fileSite, passFirstReview } from './file-site.ts'
import { makeOperator } from './operator.ts'
import { organisationTemplate, signUp, topUp } from './person.ts'
import { SandboxControls } from './sandbox-controls.ts'
import type { World } from './start-world.ts'
import { turnClock } from './turn-clock.ts'
import { makeReviewer, makeVerifiedTemplate } from './verified.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'yuming-filing-test-'))
const password = 'a-long-enough-Password-1'
const day = 24 * 3_600_000
const mobile = '13800010002'
const name = 'shanyue-filing-1.cn'
let world: World
let sandbox: SandboxControls
let client: ApiClient
let reviewer: ApiClient
let template: string
let filed: string

interface Shown {
  readonly state: string
  readonly filingNumber: string | null
  readonly revision: number
  readonly opinion: { readonly remark: string | null } | null
}

beforeAll(async () => {
  world = await startCopiedWorld({ folder, web: { limitFactor: 10_000 }, env: { YUMING_LOG_LEVEL: 'warn' } })
  sandbox = new SandboxControls(world.sandboxOrigin)
  client = await signUp(world.origin, 'filing@yuming.example', password, '山月茶业')
  await topUp(client, sandbox, 5_000_000)
  reviewer = await makeReviewer(world.origin, folder, 'filing-reviewer@yuming.example')
  template = await makeVerifiedTemplate(world, { client, sandbox }, organisationTemplate('filing@yuming.example'))
  const { number } = await client.post<{ number: string }>('orders', {
    lines: [{ name, years: 1 }],
    holderType: 'organisation',
    templateId: template,
    termsAccepted: true,
  })
  await client.post(`orders/${number}/pay`, { method: 'balance' })
  const state = async () => (await client.get<{ state: string }>(`orders/${number}`)).state
  while ((await state()) === 'processing') await new Promise((resolve) => setTimeout(resolve, 200))
  expect(await state()).toBe('succeeded')
}, 240_000)
afterAll(async () => {
  await world.stop()
  rmSync(folder, { recursive: true, force: true })
})

const shown = (number: string) => client.get<Shown>(`filings/${number}`)
const stateOf = (number: string) => async () => (await shown(number)).state

/** A service number of a server that the operator states to be the customer's. */
async function serviceNumber(): Promise<string> {
  const email = 'filing-products@yuming.example'
  await signUp(world.origin, email, password, '运营')
  makeOperator(folder, email, 'admin')
  const operator = new ApiClient(world.origin)
  await operator.post('auth/sign-in', { email, password })
  const { account } = await client.get<{ account: { id: string } }>('session')
  const server = {
    owner: account.id,
    id: 'i-filing-1',
    kind: 'cloud-server',
    name: '云服务器',
    region: 'mainland',
    billing: 'prepaid',
    months: 3,
    publicIp: true,
    ips: ['203.0.113.10'],
    endsOn: '2028-06-30',
  }
  await operator.post('operator/hosting-products', { products: [server] })
  const { products } = await client.get<{ products: { id: string }[] }>('hosting-products')
  return (await client.post<{ number: string }>('service-numbers', { product: products[0]?.id })).number
}

/** Rules that stand against an order before it is submitted. */
async function refusals(number: string): Promise<string[]> {
  const { steps } = await client.get<{ steps: { findings: { severity: string; rule: string }[] }[] }>(
    `filings/${number}/preflight`,
  )
  return steps.flatMap(({ findings }) =>
    findings.filter(({ severity }) => severity === 'refuse').map(({ rule }) => rule),
  )
}

interface BureauSide {
  readonly requests: { id: number; state: string; title: string; phones: { phone: string; confirmed: boolean }[] }[]
  readonly filed: { number: string; services: string[] }[]
}
const bureaus = () => sandbox.call<BureauSide>('GET', 'bureaus')

async function smsAnswered(): Promise<void> {
  await expect.poll(async () => (await bureaus()).requests[0]?.state, { timeout: 30_000 }).toBe('sms')
  await answerSms(world.sandboxOrigin, sandbox, mobile)
}

describe('a company’s first filing, by the bureau’s real interface', () => {
  it('is returned once, corrected, and ends with a number (S1-173, S3-30, S2-27, S2-28, S2-31, S2-32, S3-03, S3-56, S3-67, S3-76)', async () => {
    await sandbox.call('POST', 'bureaus/scripts', {
      bureau: '330000',
      pattern: name,
      decision: 'refuse',
      days: 1,
      opinion: '网站名称与主体不符',
    })
    const { number, type } = await client.post<{ number: string; type: string }>('filings', {
      wish: 'file',
      template,
      domains: [name],
      // The interface cannot be asked by a unified code: the applicant says that nothing is filed yet.
      stated: { subjectFiled: false },
    })
    expect(type).toBe('first')
    const usedUp = await serviceNumber()
    const numberState = async () =>
      (await client.get<{ numbers: { number: string; state: string }[] }>('service-numbers')).numbers.map((one) => [
        one.number,
        one.state,
      ])
    await fileSite(client, number, { domain: name, mobile, email: 'filing@yuming.example', serviceNumber: usedUp })
    expect(await numberState()).toEqual([[usedUp, 'reserved']])
    // The registrar's report of the name is on its way: the ministry knows it when it has acknowledged.
    await expect.poll(() => refusals(number), { timeout: 60_000 }).toEqual([])
    await client.post(`filings/${number}/submission`)
    expect(await numberState()).toEqual([[usedUp, 'used']])
    await passFirstReview({ client, reviewer }, number)
    await expect.poll(stateOf(number), { timeout: 30_000 }).toBe('sms')
    await smsAnswered()
    await turnClock(world, 2 * day)
    await expect.poll(stateOf(number), { timeout: 30_000 }).toBe('refused')
    expect((await shown(number)).opinion?.remark).toContain('网站名称与主体不符')

    await sandbox.call('DELETE', 'bureaus/scripts')
    await client.post(`filings/${number}/submission`)
    await passFirstReview({ client, reviewer }, number)
    await expect.poll(stateOf(number), { timeout: 30_000 }).toBe('sms')
    await smsAnswered()
    await turnClock(world, 6 * day)
    await expect.poll(stateOf(number), { timeout: 30_000 }).toBe('passed')
    const { filingNumber } = await shown(number)
    expect(filingNumber).toMatch(/^浙ICP备\d{10}号-1$/)
    expect((await bureaus()).filed.map(({ services }) => services)).toEqual([[filingNumber]])
    filed = filingNumber ?? ''
  }, 180_000)
})

describe('the filed site, looked at from outside every day', () => {
  const publish = (foot: string, address = '203.0.113.10') =>
    sandbox.call('PUT', `sites/${name}`, {
      addresses: [address],
      body: `<!doctype html><html lang="zh-CN"><body><h1>山月茶业</h1><footer>${foot}</footer></body></html>`,
    })
  const found = async () => {
    const { duties } = await client.get<{ duties: { foundBy: string; kind: string }[] }>('filing-duties')
    return duties.flatMap(({ foundBy, kind }) => (foundBy === 'probe' ? [kind] : [])).toSorted()
  }
  /** Another day, on which every filed name is looked at once. */
  const nextDay = (kinds: string[]) =>
    turnClock(world, day).then(() => expect.poll(found, { timeout: 30_000 }).toEqual(kinds))

  it('has a finding while its footer has no number or its record leads elsewhere, and none when they are put right', async () => {
    await publish('')
    await nextDay(['footer'])
    await publish(`<a href="https://beian.miit.gov.cn/">${filed}</a>`, '198.51.100.7')
    await nextDay(['access-differs'])
    await publish(`<a href="https://beian.miit.gov.cn/">${filed}</a>`)
    await nextDay([])
  }, 120_000)
})
