import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { ApiClient } from './api-client.ts'
import { startCopiedWorld } from './copied-world.ts'
import { makeTemplate, organisationTemplate, signUp, topUp } from './person.ts'
import { SandboxControls } from './sandbox-controls.ts'
import type { World } from './start-world.ts'
import { turnClock } from './turn-clock.ts'
import { makeReviewer, submitTemplate, verifyTemplate } from './verified.ts'
import { letVerifyAfter } from './verify-after.ts'

interface Contact {
  readonly loc: { readonly street: readonly string[] }
  readonly voice: string
  readonly email: string
  readonly cnnic: { readonly certificate: string; readonly mobile?: string }
  readonly review: { readonly state: string } | null
}

const folder = mkdtempSync(path.join(tmpdir(), 'yuming-corrected-test-'))
const password = 'a-long-enough-Password-1'
const wrongNumber = '91330106MA2R5XTEA9'
const trueNumber = '91330106MA2R5XTEBC'
let world: World
let sandbox: SandboxControls
let client: ApiClient
let reviewer: ApiClient
let holders = 0

const registryReview = (kind: string, pattern: string, decision: string, reason?: string, registry = 'cn') =>
  sandbox.call('POST', `registries/${registry}/reviews/scripts`, {
    kind,
    pattern,
    decision,
    ...(reason ? { reason } : {}),
  })
const holder = (name: string, email = `corrected-${++holders}@yuming.example`) => ({
  ...organisationTemplate(email),
  email,
  name: { zh: name, en: 'A Made-up Company' },
  certificate: { kind: 'TYDM', number: wrongNumber },
})
const corrected = (given: ReturnType<typeof holder>) => ({
  ...given,
  street: { zh: '西湖区龙井路二号', en: '2 Longjing Road, Xihu District' },
  phone: '+86.13800010077',
  certificate: { kind: 'TYDM', number: trueNumber },
})

async function buy(name: string, templateId: string): Promise<void> {
  const { number } = await client.post<{ number: string }>('orders', {
    lines: [{ name, years: 1 }],
    holderType: 'organisation',
    templateId,
    termsAccepted: true,
  })
  await client.post(`orders/${number}/pay`, { method: 'balance' })
  const state = async () => (await client.get<{ state: string }>(`orders/${number}`)).state
  await expect.poll(state, { timeout: 20_000 }).toBe('succeeded')
}
/** Our own record; the server may have been started anew meanwhile. */
async function ask(sql: string, values: readonly unknown[] = []): Promise<Record<string, unknown>[]> {
  const db = new pg.Client({ connectionString: String(world.platform.ready.database) })
  await db.connect()
  const { rows } = await db.query(sql, [...values])
  await db.end()
  return rows
}
/** Which correction the registry was told. */
const told = (template: string) => ask('select revision from registry_contact where template = $1', [template])
async function contactOf(name: string): Promise<Contact> {
  const found = (await sandbox.domain('cn', name)) as { registrant?: string } | undefined
  return sandbox.call<Contact>('GET', `registries/cn/contacts/${found?.registrant}`)
}

beforeAll(async () => {
  world = await startCopiedWorld({ folder, web: { limitFactor: 10_000 }, env: { YUMING_LOG_LEVEL: 'warn' } })
  sandbox = new SandboxControls(world.sandboxOrigin)
  client = await signUp(world.origin, 'corrected@yuming.example', password, '山月茶业')
  await topUp(client, sandbox, 5_000_000)
  reviewer = await makeReviewer(world.origin, folder, 'corrected-reviewer@yuming.example')
  await letVerifyAfter(world, ['cn'])
}, 180_000)
afterAll(async () => {
  await world.stop()
  rmSync(folder, { recursive: true, force: true })
})
afterEach(async () => {
  await sandbox.clearFaults('cn')
  for (const registry of ['cn', 'general']) {
    await sandbox.call('DELETE', `registries/${registry}/reviews/scripts`)
    await sandbox.call('POST', `registries/${registry}/reviews/mode`, { mode: 'off' })
  }
})

describe('holder data that was corrected', () => {
  it('reaches the registry, whose reviewers look at the holder anew and pass (S0-34, S4-05, S4-27)', async () => {
    await registryReview('naming', '*', 'pass')
    await registryReview('identity', '*', 'fail', '证件号码与名称不一致')
    await sandbox.call('POST', 'registries/cn/reviews/mode', { mode: 'after-create' })
    const given = holder('更正公司')
    const template = await makeTemplate(client, sandbox, given)
    await buy('corrected-1.cn', template)
    await expect
      .poll(() => contactOf('corrected-1.cn'), { timeout: 15_000 })
      .toMatchObject({ cnnic: { certificate: wrongNumber }, review: { state: 'failed' } })
    await sandbox.call('DELETE', 'registries/cn/reviews/scripts')
    await registryReview('identity', '*', 'pass')
    await client.put(`templates/${template}`, corrected(given))
    await expect
      .poll(() => contactOf('corrected-1.cn'), { timeout: 15_000 })
      .toMatchObject({
        voice: '+86.13800010077',
        email: given.email,
        loc: { street: ['西湖区龙井路二号'] },
        cnnic: { certificate: trueNumber, mobile: '+86.13800010077' },
        review: { state: 'passed' },
      })
    await verifyTemplate(client, reviewer, template)
    // The registry's own review passed at the registry; our side hears of it by poll.
    const serviceState = async () =>
      (await client.get<{ serviceState: { key: string } }>('domains/corrected-1.cn')).serviceState.key
    await expect.poll(serviceState, { timeout: 15_000 }).toBe('normal')
  })

  it('is not sent where the registry has it so already', async () => {
    const given = holder('再存公司')
    const template = await makeTemplate(client, sandbox, given)
    await buy('corrected-same.cn', template)
    await client.put(`templates/${template}`, given)
    await expect.poll(() => told(template), { timeout: 15_000 }).toEqual([{ revision: 2 }])
    expect(await contactOf('corrected-same.cn')).not.toHaveProperty('upDate')
  })

  it('is what stands at the registry in the end, though the answer is lost', async () => {
    const given = holder('断线公司')
    const template = await makeTemplate(client, sandbox, given)
    await buy('corrected-lost.cn', template)
    await sandbox.fault('cn', { kind: 'commit-then-drop', verb: 'contact:update', times: 1 })
    await client.put(`templates/${template}`, corrected(given))
    await expect.poll(() => told(template), { timeout: 20_000 }).toEqual([{ revision: 2 }])
    expect(await contactOf('corrected-lost.cn')).toMatchObject({ cnnic: { certificate: trueNumber } })
  })

  it.each(['CONTACT_UPDATE:update:sent', 'CONTACT_UPDATE:record:within'])(
    'is what stands at the registry in the end, though the platform is killed at %s',
    async (point) => {
      const given = holder('断电公司')
      const template = await makeTemplate(client, sandbox, given)
      const name = `corrected-${point.replace(/[^a-z]/gi, '').toLowerCase()}.cn`
      await buy(name, template)
      await world.restartPlatform({ YUMING_KILL_AT: point })
      await client.put(`templates/${template}`, corrected(given))
      await world.platform.ended
      await world.restartPlatform()
      await expect.poll(() => told(template), { timeout: 30_000 }).toEqual([{ revision: 2 }])
      expect(await contactOf(name)).toMatchObject({ cnnic: { certificate: trueNumber }, voice: '+86.13800010077' })
    },
    60_000,
  )
})

describe('a contact at the registry whose template was deleted', () => {
  interface LetGo {
    readonly contacts: readonly {
      readonly handle: string
      readonly removedAt: string | null
      readonly keptBecause: string | null
    }[]
  }
  const letGo = async (handle: string) =>
    (await client.get<LetGo>('deletions')).contacts.find((one) => one.handle === handle)
  /** A name under a template of its own, and the handle of that template's contact. */
  async function held(name: string) {
    const template = await makeTemplate(client, sandbox, holder('去留公司'))
    await buy(name, template)
    const [contact] = await ask('select handle from registry_contact where template = $1', [template])
    return { template, handle: String(contact?.handle) }
  }

  it('goes though the answer is lost, once no name needs it', async () => {
    await registryReview('naming', '*', 'fail', '命名审核未通过')
    await sandbox.call('POST', 'registries/cn/reviews/mode', { mode: 'after-create' })
    const { template, handle } = await held('let-go.cn')
    const may = async () => (await client.get<{ findings: unknown[] }>(`templates/${template}/deletion`)).findings
    await expect.poll(may, { timeout: 30_000 }).toEqual([])
    await sandbox.fault('cn', { kind: 'commit-then-drop', verb: 'contact:delete', times: 1 })
    await client.delete(`templates/${template}`)
    await expect.poll(() => letGo(handle), { timeout: 30_000 }).toMatchObject({ removedAt: expect.any(String) })
    await expect(sandbox.call('GET', `registries/cn/contacts/${handle}`)).rejects.toThrow('404')
  }, 90_000)

  it('stays where a name refers to it (2305), and its owner reads so', async () => {
    const { template, handle } = await held('kept-there.cn')
    // We have let the name go; the registry has it in redemption.
    await ask(`update domain set released_at = now() where ascii = 'kept-there.cn'`)
    await client.delete(`templates/${template}`)
    await expect
      .poll(() => letGo(handle), { timeout: 30_000 })
      .toMatchObject({ removedAt: null, keptBecause: expect.stringMatching(/^2305 /) })
    expect(await sandbox.call('GET', `registries/cn/contacts/${handle}`)).toMatchObject({ email: expect.any(String) })
  }, 60_000)
})

interface Shown {
  readonly serviceState: { readonly key: string }
  readonly axes: readonly { readonly key: string; readonly shape: string }[]
  readonly closed: readonly { readonly operations: readonly string[] }[]
  readonly registration: { readonly identity: string; readonly statuses: readonly string[] }
}
interface Verification {
  readonly axes: readonly {
    readonly axis: string
    readonly state: string
    readonly turn: string | null
    readonly heard: string | null
  }[]
  readonly paths: readonly { readonly path: string; readonly available: boolean }[]
}
const shown = (name: string) => client.get<Shown>(`domains/${name}`)
const stateOf = async (name: string) => (await shown(name)).serviceState.key
const listed = async (name: string) =>
  (await client.get<{ items: { serviceState: { key: string } }[] }>(`domains?tab=unverified&q=${name}`)).items.map(
    ({ serviceState }) => serviceState.key,
  )
const identityOf = async (name: string) => (await client.get<Verification>(`domains/${name}/verification`)).axes[0]

describe('a registry that refuses the identity of a holder whom we had verified', () => {
  it('is believed for its names alike in page, list and locks, and path B leads out of it (S4-01, S4-02, S4-05, S4-25, S4-32)', async () => {
    const given = holder('退回公司')
    const template = await makeTemplate(client, sandbox, given)
    await verifyTemplate(client, reviewer, template)
    await buy('refused-elsewhere.xyz', template)
    await registryReview('naming', '*', 'pass')
    await registryReview('identity', '*', 'fail', '证件号码与名称不一致')
    await sandbox.call('POST', 'registries/cn/reviews/mode', { mode: 'after-create' })
    const name = 'refused-1.cn'
    await buy(name, template)
    await expect.poll(() => stateOf(name), { timeout: 30_000 }).toBe('identity-failed')
    expect(await listed(name)).toEqual(['identity-failed'])
    const page = await shown(name)
    expect(page.registration.identity).toBe('failed')
    expect(page.closed.flatMap(({ operations }) => operations)).toContain('renew')
    const { expiresOn } = (await client.get<{ items: { expiresOn: string }[] }>(`domains?q=${name}`)).items[0] ?? {}
    await expect(client.post(`domains/${name}/renew`, { years: 1, expectedExpiry: expiresOn })).rejects.toMatchObject({
      body: { findings: [{ rule: 'BLOCK-UNVERIFIED-CN' }] },
    })
    const verification = await client.get<Verification>(`domains/${name}/verification`)
    expect(verification.axes[0]).toMatchObject({ state: 'failed', turn: 'you' })
    expect(verification.axes[0]?.heard).toContain('证件号码与名称不一致')
    expect(verification.paths).toContainEqual(expect.objectContaining({ path: 'B', available: true }))
    expect(await stateOf('refused-elsewhere.xyz')).toBe('normal')

    await sandbox.call('DELETE', 'registries/cn/reviews/scripts')
    await registryReview('identity', '*', 'by-hand')
    await verifyTemplate(client, reviewer, template)
    expect(await identityOf(name)).toMatchObject({ state: 'reviewing', turn: 'registry' })
    await expect.poll(() => contactOf(name), { timeout: 20_000 }).toMatchObject({ review: { state: 'pending' } })
    expect(await stateOf(name)).toBe('identity-reviewing')
    const { reviews } = await sandbox.call<{ reviews: { id: number }[] }>(
      'GET',
      'registries/cn/reviews?kind=identity&state=pending',
    )
    await sandbox.call('POST', `registries/cn/reviews/${reviews[0]?.id}`, { decision: 'pass' })
    await expect.poll(() => stateOf(name), { timeout: 30_000 }).toBe('normal')
    expect(await listed(name)).toEqual([])
  }, 120_000)

  it('takes corrected data as well, and nobody who is verified is photographed without need (S4-26, S4-27)', async () => {
    const given = holder('再退公司')
    const template = await makeTemplate(client, sandbox, given)
    await verifyTemplate(client, reviewer, template)
    await expect(submitTemplate(client, template)).rejects.toThrow('409')
    await expect(client.put(`templates/${template}`, corrected(given))).rejects.toThrow('registrant.template-locked')
    await registryReview('identity', '*', 'fail', '证件号码与名称不一致')
    await sandbox.call('POST', 'registries/cn/reviews/mode', { mode: 'after-create' })
    const name = 'refused-2.cn'
    await buy(name, template)
    await expect.poll(() => stateOf(name), { timeout: 30_000 }).toBe('identity-failed')
    await sandbox.call('DELETE', 'registries/cn/reviews/scripts')
    await registryReview('identity', '*', 'pass')
    await client.put(`templates/${template}`, corrected(given))
    expect(await client.get(`templates/${template}`)).toMatchObject({ identity: 'failed' })
    await verifyTemplate(client, reviewer, template)
    await expect.poll(() => stateOf(name), { timeout: 30_000 }).toBe('normal')
    expect(await contactOf(name)).toMatchObject({ cnnic: { certificate: trueNumber } })
  }, 120_000)
})

describe('a naming review that fails outside the .cn family', () => {
  it('holds the name, and the page says what the registry said', async () => {
    const template = await makeTemplate(client, sandbox, holder('命名公司'))
    await verifyTemplate(client, reviewer, template)
    await registryReview('identity', '*', 'pass', undefined, 'general')
    await registryReview('naming', 'naming-held', 'fail', '含有禁用词', 'general')
    await sandbox.call('POST', 'registries/general/reviews/mode', { mode: 'after-create' })
    const name = 'naming-held-1.xyz'
    await buy(name, template)
    await expect.poll(() => stateOf(name), { timeout: 30_000 }).toBe('held')
    expect((await shown(name)).registration.statuses).toContain('serverHold')
    const naming = async () => (await client.get<Verification>(`domains/${name}/verification`)).axes[1]
    // The hold is seen at once; why, when the registry's message is read.
    await expect
      .poll(naming, { timeout: 20_000 })
      .toMatchObject({ axis: 'naming', state: 'failed', turn: 'you', heard: expect.stringContaining('含有禁用词') })
  }, 60_000)
})

describe('a change of holder that the registry looks at first (过户资料审核中)', () => {
  const phone = '13800019955'
  async function codeAfter(before: string | undefined): Promise<string> {
    let code: string | undefined
    const fresh = async () => {
      code = await sandbox.phoneCode(phone)
      return code !== undefined && code !== before
    }
    await expect.poll(fresh, { timeout: 10_000 }).toBe(true)
    return code ?? ''
  }
  async function move(name: string, templateId: string, before: string | undefined): Promise<string> {
    await turnClock(world, 61_000)
    await client.post('account/confirmations', { purpose: 'holder-change' })
    const code = await codeAfter(before)
    await client.post(`domains/${name}/holder-change`, { templateId, code })
    return code
  }
  async function decideChange(decision: 'pass' | 'fail', reason?: string): Promise<void> {
    const pending = async () =>
      (
        await sandbox.call<{ reviews: { id: number }[] }>(
          'GET',
          'registries/cn/reviews?kind=holder-change&state=pending',
        )
      ).reviews
    await expect.poll(async () => (await pending()).length, { timeout: 15_000 }).toBe(1)
    await sandbox.call('POST', `registries/cn/reviews/${(await pending())[0]?.id}`, {
      decision,
      ...(reason ? { reason } : {}),
    })
  }
  const page = (name: string) =>
    client.get<{
      serviceState: { key: string; next: { zh: string } }
      axes: { key: string; state: { zh: string }; detail: { zh: string } }[]
      closed: { operations: string[]; finding: { rule: string } }[]
      registration: { template: string }
    }>(`domains/${name}`)
  const axisOf = async (name: string) => (await page(name)).axes.find(({ key }) => key === 'holder-change')
  const moving = async () =>
    (await client.get<{ items: { ascii: string }[] }>('domains?tab=holder-change')).items.map(({ ascii }) => ascii)

  it('is shown as such, closes five operations, and fails with the reason and whose turn, or is done (S4-14, S4-15, S4-16, S4-17, S4-18, S4-19, S4-20, S4-21, S4-22)', async () => {
    const [from, to] = [
      await makeTemplate(client, sandbox, holder('过户前公司')),
      await makeTemplate(client, sandbox, holder('过户后公司')),
    ]
    for (const template of [from, to]) await verifyTemplate(client, reviewer, template)
    const name = 'moving-1.cn'
    await buy(name, from)
    await client.post('account/phone', { phone: `+86.${phone}`, password })
    const bound = await codeAfter(undefined)
    await client.put('account/phone', { code: bound })
    await sandbox.call('POST', 'registries/cn/reviews/holder-changes', { reviewed: true })

    const first = await move(name, to, bound)
    await expect.poll(() => stateOf(name), { timeout: 15_000 }).toBe('holder-change-reviewing')
    expect(await moving()).toEqual([name])
    const locked = (await page(name)).closed.find(({ finding }) => finding.rule === 'BLOCK-HOLDER-CHANGE')
    expect(locked?.operations).toEqual([
      'transfer-out',
      'holder-change',
      'account-move',
      'verify',
      'information-change',
    ])
    await decideChange('fail', '新持有者的授权书没有盖章')
    await expect.poll(() => stateOf(name), { timeout: 30_000 }).toBe('holder-change-failed')
    const failed = await page(name)
    expect(failed.serviceState.next.zh).toContain('轮到你')
    // The registry's words come by its queue, maybe after its record has told how it ended.
    const next = async () => (await page(name)).serviceState.next.zh
    await expect.poll(next, { timeout: 15_000 }).toContain('新持有者的授权书没有盖章')
    expect(failed.registration.template).toBe(from)
    expect(failed.closed.filter(({ finding }) => finding.rule === 'BLOCK-HOLDER-CHANGE')).toEqual([])
    expect((await axisOf(name))?.state.zh).toBe('过户失败')

    await move(name, to, first)
    await decideChange('pass')
    await expect.poll(() => stateOf(name), { timeout: 30_000 }).toBe('holder-change-done')
    expect(await page(name)).toMatchObject({ registration: { template: to } })
    expect((await axisOf(name))?.state.zh).toBe('过户成功')
    expect(await moving()).toEqual([])
    await sandbox.call('POST', 'registries/cn/reviews/holder-changes', { reviewed: false })
  }, 120_000)
})

describe('a name of .cn that was renewed, and that its registry deletes then', () => {
  it('costs nothing: the registration and the renewal are given back, once each (S1-56)', async () => {
    const name = 'renewed-deleted.cn'
    const balance = async () => (await client.get<{ balanceFen: number }>('balance')).balanceFen
    const registrysBalance = async () => (await sandbox.call<{ balanceFen: number }>('GET', 'registries/cn')).balanceFen
    const template = await makeTemplate(client, sandbox, holder('续后公司'))
    await verifyTemplate(client, reviewer, template)
    const before = [await balance(), await registrysBalance()]
    await registryReview('identity', '*', 'pass')
    await registryReview('naming', '*', 'by-hand')
    await sandbox.call('POST', 'registries/cn/reviews/mode', { mode: 'after-create' })
    await buy(name, template)
    const { expiresOn } = (await client.get<{ items: { expiresOn: string }[] }>(`domains?q=${name}`)).items[0] ?? {}
    await expect.poll(() => stateOf(name), { timeout: 30_000 }).toBe('normal')
    const { number } = await client.post<{ number: string }>(`domains/${name}/renew`, {
      years: 1,
      expectedExpiry: expiresOn,
    })
    await client.post(`orders/${number}/pay`, { method: 'balance' })
    const order = () =>
      client.get<{ state: string; refundedFen: number; lines: { state: string }[]; totalFen: number }>(
        `orders/${number}`,
      )
    await expect.poll(async () => (await order()).state, { timeout: 20_000 }).toBe('succeeded')
    const { reviews } = await sandbox.call<{ reviews: { id: number; subject: string }[] }>(
      'GET',
      'registries/cn/reviews?kind=naming',
    )
    const review = reviews.find(({ subject }) => subject === name)
    await sandbox.call('POST', `registries/cn/reviews/${review?.id}`, { decision: 'fail', reason: '禁止词' })
    await expect
      .poll(async () => (await order()).lines, { timeout: 30_000 })
      .toMatchObject([{ state: 'refunded', findings: [{ rule: 'REGISTRY-DELETED-01' }] }])
    expect((await order()).refundedFen).toBe((await order()).totalFen)
    expect([await balance(), await registrysBalance()]).toEqual(before)
    await expect(shown(name)).rejects.toMatchObject({ status: 404 })
  }, 120_000)
})
