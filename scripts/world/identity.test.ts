import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { ApiClient } from './api-client.ts'
import { startCopiedWorld } from './copied-world.ts'
import { makeTemplate, organisationTemplate, signUp, topUp } from './person.ts'
import { decideAtProvider, pendingAtProvider } from './provider-desk.ts'
import { SandboxControls } from './sandbox-controls.ts'
import type { World } from './start-world.ts'
import { handInMark } from './trademark-papers.ts'
import { turnClock } from './turn-clock.ts'
import { decideReview, makeReviewer, makeVerifiedTemplate, submitTemplate } from './verified.ts'
import { letVerifyAfter } from './verify-after.ts'

interface Order {
  readonly number: string
  readonly state: string
  readonly refundedFen: number
  readonly lines: readonly {
    readonly state: string
    readonly findings: readonly { rule: string; message: { en: string } }[]
  }[]
}
interface Verification {
  readonly identity: string
  readonly turn: string | null
  readonly cases: readonly { readonly state: string; readonly heard: string | null }[]
}

const folder = mkdtempSync(path.join(tmpdir(), 'yuming-identity-test-'))
const password = 'a-long-enough-Password-1'
const day = 86_400_000
let world: World
let sandbox: SandboxControls
let client: ApiClient
let reviewer: ApiClient
let verified: string
let emails = 0

const script = (kind: 'dnv' | 'rnv', pattern: string, decision: string, message?: string) =>
  sandbox.call('POST', 'verification/scripts', { kind, pattern, decision, ...(message ? { message } : {}) })
const demandCodes = (demand: 'none' | 'refuse' | 'hold') => sandbox.call('POST', 'registries/thin/codes', { demand })
const stateOf = (template: string) => client.get<Verification>(`templates/${template}/verification`)
const holder = (name: string) => ({
  ...organisationTemplate(`holder-${++emails}@yuming.example`),
  name: { zh: name, en: 'A Made-up Company' },
})
const body = (name: string, templateId: string) => ({
  lines: [{ name, years: 1 }],
  holderType: 'organisation',
  templateId,
  termsAccepted: true,
})

async function handedOn(name: string): Promise<string> {
  const template = await makeTemplate(client, sandbox, holder(name))
  await decideReview(reviewer, await submitTemplate(client, template))
  return template
}
async function buy(name: string, template: string): Promise<Order> {
  const order = await client.post<Order>('orders', body(name, template))
  await client.post(`orders/${order.number}/pay`, { method: 'balance' })
  return order
}
async function ended(number: string): Promise<Order> {
  const look = () => client.get<Order>(`orders/${number}`)
  await expect.poll(async () => (await look()).state, { timeout: 20_000 }).not.toMatch(/awaiting-payment|processing/)
  return look()
}
const statuses = async (name: string) =>
  (await client.get<{ registration: { statuses: string[] } }>(`domains/${name}`)).registration.statuses

beforeAll(async () => {
  world = await startCopiedWorld({ folder, web: { limitFactor: 10_000 }, env: { YUMING_LOG_LEVEL: 'warn' } })
  sandbox = new SandboxControls(world.sandboxOrigin)
  client = await signUp(world.origin, 'identity@yuming.example', password, '山月茶业')
  await topUp(client, sandbox, 5_000_000)
  reviewer = await makeReviewer(world.origin, folder, 'identity-reviewer@yuming.example')
  verified = await makeVerifiedTemplate(world, { client, sandbox }, organisationTemplate('verified@yuming.example'))
})
afterAll(async () => {
  await world.stop()
  rmSync(folder, { recursive: true, force: true })
})
afterEach(async () => {
  await sandbox.call('DELETE', 'verification/scripts')
  await sandbox.call('DELETE', 'registries/cn/reviews/scripts')
  await sandbox.call('POST', 'registries/cn/reviews/mode', { mode: 'off' })
  await demandCodes('none')
})

describe('a verification provider behind the reviewers', () => {
  it('decides after them: its turn is shown, and its pass verifies the holder', async () => {
    await script('rnv', '等人公司', 'by-hand')
    const template = await handedOn('等人公司')
    expect(await stateOf(template)).toMatchObject({
      identity: 'reviewing',
      turn: 'provider',
      cases: [{ state: 'provider' }],
    })
    await decideAtProvider(sandbox, await pendingAtProvider(sandbox, '等人公司'), true, '通过')
    await expect.poll(async () => (await stateOf(template)).identity, { timeout: 15_000 }).toBe('verified')
    expect(await stateOf(template)).toMatchObject({ turn: null, cases: [{ state: 'passed' }] })
  })

  it('refuses at once or later, and what it said is shown (S4-01, S4-24)', async () => {
    await script('rnv', '立即公司', 'refuse', '证件号码与姓名不一致')
    await script('rnv', '以后公司', 'by-hand')
    const [now, later] = [await handedOn('立即公司'), await handedOn('以后公司')]
    await decideAtProvider(sandbox, await pendingAtProvider(sandbox, '以后公司'), false, '库中无此号')
    for (const [template, heard] of [
      [now, '证件号码与姓名不一致'],
      [later, '库中无此号'],
    ] as const) {
      await expect.poll(async () => (await stateOf(template)).identity, { timeout: 15_000 }).toBe('failed')
      expect(await stateOf(template)).toMatchObject({ turn: 'you', cases: [{ state: 'failed', heard }] })
    }
  })

  it('whose answer is lost is asked again, and the holder is verified once', async () => {
    await script('rnv', '断线公司', 'lose-answer')
    const template = await handedOn('断线公司')
    await expect
      .poll(
        async () =>
          (await sandbox.call<{ verifications: { subject: string }[] }>('GET', 'verification')).verifications.filter(
            ({ subject }) => subject === '断线公司',
          ).length,
        { timeout: 15_000 },
      )
      .toBeGreaterThan(0)
    await sandbox.call('DELETE', 'verification/scripts')
    await expect.poll(async () => (await stateOf(template)).identity, { timeout: 20_000 }).toBe('verified')
    expect((await stateOf(template)).cases).toHaveLength(1)
  })
})

describe('a suffix that wants its holder verified first', () => {
  it('takes no order of another, with the rule and what to do (S0-16, S1-86)', async () => {
    const template = await makeTemplate(client, sandbox, holder('没认证公司'))
    await expect(client.post('orders', body('verify-first-1.com', template))).rejects.toMatchObject({
      status: 422,
      body: { findings: [{ rule: 'REGISTER-IDENTITY-01', severity: 'refuse' }] },
    })
  })

  it('gets the codes of holder and label with the create, where its registry refuses one without (S0-15)', async () => {
    await demandCodes('refuse')
    const order = await ended((await buy('codes-first-1.com', verified)).number)
    expect(order.state).toBe('succeeded')
    const known = await sandbox.domain('thin', 'codes-first-1.com')
    expect(known).toMatchObject({ codes: [{ type: 'domain' }, { type: 'real-name' }] })
  })

  it('waits for the naming review, and gives the money back when the label is refused', async () => {
    await script('dnv', 'naming-waits', 'by-hand')
    await script('dnv', 'naming-bad', 'by-hand')
    const waits = await buy('naming-waits-1.com', verified)
    const code = await pendingAtProvider(sandbox, 'naming-waits-1')
    expect(await sandbox.domain('thin', 'naming-waits-1.com')).toBeUndefined()
    await decideAtProvider(sandbox, code, true, '通过')
    expect((await ended(waits.number)).state).toBe('succeeded')
    const bad = await buy('naming-bad-1.com', verified)
    await decideAtProvider(sandbox, await pendingAtProvider(sandbox, 'naming-bad-1'), false, '含有禁用词')
    const refused = await ended(bad.number)
    expect(refused).toMatchObject({
      state: 'failed',
      lines: [{ state: 'refunded', findings: [{ rule: 'NAMING-REFUSED-01' }] }],
    })
    expect(refused.lines[0]?.findings[0]?.message.en).toContain('含有禁用词')
    expect(await sandbox.domain('thin', 'naming-bad-1.com')).toBeUndefined()
  })

  it('says before anybody pays that a label is prohibited, or restricted', async () => {
    await script('dnv', 'label-bad', 'refuse', '含有禁用词')
    await script('dnv', 'label-state', 'restricted')
    const confirm = async (name: string, template: string) =>
      (await client.post<{ lines: Order['lines'] }>('orders', { ...body(name, template), dryRun: true })).lines[0]
    const bad = await confirm('label-bad-1.com', verified)
    expect(bad).toMatchObject({ state: 'invalid', findings: [{ rule: 'NAMING-CHECK-01', severity: 'refuse' }] })
    expect(bad?.findings[0]?.message.en).toContain('含有禁用词')
    await expect(buy('label-bad-1.com', verified)).rejects.toMatchObject({ code: 'order.refused' })
    const fine = await confirm('label-state-1.com', verified)
    expect(fine).toMatchObject({ state: 'ok', findings: [{ rule: 'NAMING-CHECK-02', severity: 'advise' }] })
    const order = await ended((await buy('label-state-1.com', verified)).number)
    expect(order.state).toBe('succeeded')
    expect((await confirm('label-plain-1.com', verified))?.findings).toEqual([])
  })
})

describe('a suffix whose holder is verified afterwards', () => {
  beforeAll(async () => {
    await letVerifyAfter(world, ['net', 'xyz'])
  })

  it('is registered on hold where its registry wants codes, and released when they come (S1-54, S1-130)', async () => {
    await demandCodes('hold')
    const template = await makeTemplate(client, sandbox, holder('后认证公司'))
    expect((await ended((await buy('codes-later-1.net', template)).number)).state).toBe('succeeded')
    await expect.poll(() => statuses('codes-later-1.net'), { timeout: 15_000 }).toContain('serverHold')
    await decideReview(reviewer, await submitTemplate(client, template))
    await expect.poll(() => statuses('codes-later-1.net'), { timeout: 20_000 }).not.toContain('serverHold')
    expect(await sandbox.domain('thin', 'codes-later-1.net')).toMatchObject({
      codes: [{ type: 'domain' }, { type: 'real-name' }],
    })
  })

  it('shows why its holder failed, in words, and recommends the faster way out (S4-01…S4-06, S4-23, S4-24)', async () => {
    await script('rnv', '出路公司', 'refuse', '证件号码与姓名不一致')
    const template = await makeTemplate(client, sandbox, holder('出路公司'))
    const name = 'ways-out-1.xyz'
    await ended((await buy(name, template)).number)
    const view = () =>
      client.get<{
        recommended: string | null
        dutyBy: string | null
        axes: {
          axis: string
          state: string
          turn: string | null
          explained: { heard: { zh: string }; remedy: { en: string } }[]
        }[]
        paths: {
          path: string
          available: boolean
          templates: { id: string }[]
          blocked: { zh: string }[]
          days: { from: number }
        }[]
        timeline: { state: string; turn?: string }[]
      }>(`domains/${name}/verification`)
    expect(await view()).toMatchObject({
      recommended: null,
      paths: [],
      axes: [{ state: 'not-begun', turn: 'you' }, {}, {}],
    })
    await decideReview(reviewer, await submitTemplate(client, template))
    await expect.poll(async () => (await view()).axes[0]?.state, { timeout: 15_000 }).toBe('failed')
    const failed = await view()
    expect(failed.axes[0]?.explained[0]?.heard.zh).toBe('证件号码与姓名不一致')
    expect(failed.axes[0]?.explained[0]?.remedy.en.length).toBeGreaterThan(5)
    expect(failed).toMatchObject({
      recommended: 'A',
      paths: [
        { path: 'A', available: true, days: { from: 1, to: 3 } },
        { path: 'B', available: true, days: { from: 3, to: 5 } },
      ],
    })
    expect(failed.paths[0]?.templates.map(({ id }) => id)).toContain(verified)
    expect(failed.paths[0]?.blocked.map(({ zh }) => zh)).toEqual(['转出', '过户', '账号间转移', '实名认证', '修改信息'])
    expect(failed.timeline.at(-2)).toMatchObject({ state: 'now', turn: 'you' })
    const stranger = await signUp(world.origin, 'identity-stranger@yuming.example', password, '路人')
    await expect(stranger.get(`domains/${name}/verification`)).rejects.toMatchObject({ status: 404 })
  })

  it('has five days, with reminders, then it stops resolving until the holder is verified (S0-36, S1-54)', async () => {
    const email = 'five-days@yuming.example'
    const template = await makeTemplate(client, sandbox, { ...holder('五天公司'), email })
    expect((await ended((await buy('five-days-1.xyz', template)).number)).state).toBe('succeeded')
    const mails = async () =>
      (await sandbox.call<{ mails: { subject: string }[] }>('GET', `mailbox?to=${encodeURIComponent(email)}`)).mails
        .map(({ subject }) => subject)
        .filter((subject) => subject.includes('five-days-1.xyz') && !subject.includes('注册成功'))
    await expect.poll(mails, { timeout: 15_000 }).toHaveLength(1)
    await turnClock(world, 3.1 * day)
    await expect.poll(mails, { timeout: 15_000 }).toHaveLength(2)
    await turnClock(world, day)
    await expect.poll(mails, { timeout: 15_000 }).toHaveLength(3)
    expect(await statuses('five-days-1.xyz')).not.toContain('clientHold')
    await turnClock(world, day)
    await expect.poll(() => statuses('five-days-1.xyz'), { timeout: 15_000 }).toContain('clientHold')
    await expect.poll(mails, { timeout: 15_000 }).toHaveLength(4)
    await decideReview(reviewer, await submitTemplate(client, template))
    await expect.poll(() => statuses('five-days-1.xyz'), { timeout: 20_000 }).not.toContain('clientHold')
  })
})

describe('reviewers of the .cn registry', () => {
  const registryReview = (kind: string, pattern: string, decision: string, reason?: string) =>
    sandbox.call('POST', 'registries/cn/reviews/scripts', { kind, pattern, decision, ...(reason ? { reason } : {}) })

  it('delete a protected name whose holder does not qualify, and the money is back without asking (S1-53, S1-55, S1-56)', async () => {
    await registryReview('naming', '*', 'pass')
    await registryReview('identity', '*', 'pass')
    await registryReview('qualification', '中华', 'fail', '申请人不是这个协会')
    await sandbox.call('POST', 'registries/cn/reviews/mode', { mode: 'after-create' })
    const { balanceFen: before } = await client.get<{ balanceFen: number }>('balance')
    const name = '中华茶叶协会.中国'
    const association = { ...holder('中华茶叶协会'), email: 'association@yuming.example' }
    const order = await buy(name, await makeVerifiedTemplate(world, { client, sandbox }, association))
    expect((await ended(order.number)).state).toBe('succeeded')
    await expect
      .poll(async () => (await client.get<Order>(`orders/${order.number}`)).lines[0]?.state, { timeout: 20_000 })
      .toBe('refunded')
    const after = await client.get<Order>(`orders/${order.number}`)
    expect(after.lines[0]?.findings[0]).toMatchObject({ rule: 'REGISTRY-DELETED-01' })
    expect(after.lines[0]?.findings[0]?.message.en).toContain('申请人不是这个协会')
    expect(after.refundedFen).toBeGreaterThan(0)
    expect((await client.get<{ balanceFen: number }>('balance')).balanceFen).toBe(before)
    await expect(client.get(`domains/${name}`)).rejects.toMatchObject({ status: 404 })
    const mail = await sandbox.mail('association@yuming.example', (text) => text.includes('注册局已删除'))
    expect(mail).toContain('已退回')
  })
})

describe('a .商标 name', () => {
  const registryReview = (decision: string, reason?: string) =>
    sandbox.call('POST', 'registries/wangzhi/reviews/scripts', {
      kind: '*',
      pattern: '*',
      decision,
      ...(reason ? { reason } : {}),
    })
  const axis = async (name: string) =>
    (
      await client.get<{ axes: { axis: string; state: string; turn: string | null; heard: string | null }[] }>(
        `domains/${encodeURIComponent(name)}/verification`,
      )
    ).axes[2]

  let qualified: ApiClient

  beforeAll(async () => {
    qualified = await makeReviewer(world.origin, folder, 'qualification@yuming.example', 'qualification-reviewer')
  })
  afterAll(async () => {
    await sandbox.call('DELETE', 'registries/wangzhi/reviews/scripts')
    await sandbox.call('POST', 'registries/wangzhi/reviews/mode', { mode: 'off' })
  })

  it('is sold only after the certificate was handed in and passed, then the registry decides, and it works (S1-94, S1-113)', async () => {
    const [owner, name] = ['听雨文化公司', '听雨茶舍.商标']
    const template = await makeVerifiedTemplate(world, { client, sandbox }, holder(owner))
    const refused = { code: 'order.refused' }
    const quoted = await client.post<{ lines: Order['lines'] }>('orders', { ...body(name, template), dryRun: true })
    expect(quoted.lines[0]?.findings.map(({ rule }) => rule)).toContain('TRADEMARK-CERT-02')
    await expect(buy(name, template)).rejects.toMatchObject(refused)
    const number = await handInMark(client, { name, owner, template })
    await expect(buy(name, template)).rejects.toMatchObject(refused)
    await decideReview(qualified, number, { pass: true }, 'qualification')
    // Another holder has not proved anything.
    await expect(buy(name, verified)).rejects.toMatchObject(refused)
    const again = await client.post<{ lines: Order['lines'] }>('orders', { ...body(name, template), dryRun: true })
    expect(again.lines).toMatchObject([{ state: 'ok' }])
    await sandbox.call('POST', 'registries/wangzhi/reviews/mode', { mode: 'after-create' })
    expect((await ended((await buy(name, template)).number)).state).toBe('succeeded')
    await expect.poll(() => statuses(name), { timeout: 15_000 }).toContain('serverHold')
    expect(await axis(name)).toMatchObject({ state: 'reviewing', turn: 'registry' })
    const { reviews } = await sandbox.call<{ reviews: { id: string; kind: string; subject: string }[] }>(
      'GET',
      'registries/wangzhi/reviews?state=pending',
    )
    for (const { id } of reviews) await sandbox.call('POST', `registries/wangzhi/reviews/${id}`, { decision: 'pass' })
    await expect.poll(async () => (await axis(name))?.state, { timeout: 20_000 }).toBe('passed')
    await expect.poll(() => statuses(name), { timeout: 20_000 }).not.toContain('serverHold')
  })

  it('is not registered when its certificate holds no more once the order is paid, and the money comes back (S1-94)', async () => {
    const [owner, name] = ['松风茶业公司', '松风.商标']
    const template = await makeVerifiedTemplate(world, { client, sandbox }, holder(owner))
    const number = await handInMark(client, { name, owner, template })
    await decideReview(qualified, number, { pass: true }, 'qualification')
    const order = await client.post<Order>('orders', body(name, template))
    const before = (await client.get<{ balanceFen: number }>('balance')).balanceFen
    const db = new pg.Client({ connectionString: String(world.platform.ready.database) })
    await db.connect()
    await db.query("update review_case set state = 'withdrawn' where number = $1", [number])
    await db.end()
    await client.post(`orders/${order.number}/pay`, { method: 'balance' })
    const after = await ended(order.number)
    expect(after.lines).toMatchObject([{ state: 'refunded', findings: [{ rule: 'TRADEMARK-CERT-02' }] }])
    expect((await client.get<{ balanceFen: number }>('balance')).balanceFen).toBe(before)
    expect(await sandbox.domain('wangzhi', name)).toBeUndefined()
  })

  it('is deleted when the registry finds that the certificate does not qualify, and the holder is told (S1-95)', async () => {
    const [owner, name] = ['镜湖茶业公司', '镜湖.商标']
    const email = 'jinghu@yuming.example'
    const template = await makeVerifiedTemplate(world, { client, sandbox }, { ...holder(owner), email })
    await decideReview(qualified, await handInMark(client, { name, owner, template }), { pass: true }, 'qualification')
    await sandbox.call('POST', 'registries/wangzhi/reviews/mode', { mode: 'after-create' })
    await registryReview('fail', '商标已被撤销')
    const { number } = await buy(name, template)
    await ended(number)
    const mail = await sandbox.mail(email, (text) => text.includes('注册局已删除'))
    expect(mail).toContain('商标已被撤销')
    await expect(client.get(`domains/${encodeURIComponent(name)}`)).rejects.toMatchObject({ status: 404 })
  })
})
