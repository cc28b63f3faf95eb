import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemRandom as random } from '../../kernel/random.ts'
import { createTaskRunner, StepRefused, startTask, type TaskRunner } from '../../kernel/tasks/index.ts'
import { createVault, keyFileService, type Vault } from '../../kernel/vault/index.ts'
import { type TestApi, testApi, testOrigin, type Visitor } from '../../testing/console-api.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { createNoticeSender, noticesRoutes } from '../notices/index.ts'
import { registrantsRoutes } from '../registrants/index.ts'
import { changeHolderTask, createMessageReader } from './index.ts'
import type { Registries, RegistryMessage } from './ports.ts'

const log = pino({ level: 'silent' })
let api: TestApi
let vault: Vault
let runner: TaskRunner
/** What the registry answers to a change of holder; a refusal of its own, or nothing against it. */
let refusal: StepRefused | undefined
const queue: RegistryMessage[] = []
const registries = {
  has: () => true,
  registry: () => ({
    keepsContacts: false,
    async drainMessages(keep: (message: RegistryMessage) => Promise<void>) {
      const all = queue.splice(0)
      for (const message of all) await keep(message)
      return all.length
    },
  }),
} as unknown as Registries

beforeAll(async () => {
  api = await testApi(({ clock }) => {
    vault = createVault({ keys: keyFileService(`${temporaryFolder('keys')}/vault.key`), clock, random })
    return [registrantsRoutes({ vault, origin: testOrigin }), noticesRoutes]
  })
  const definition = changeHolderTask({
    registries,
    registrant: () => Promise.reject(new Error('a registry without contacts asks for no holder')),
  })
  runner = createTaskRunner({
    db: api.db,
    pool: api.pool,
    clock: api.clock,
    random,
    log,
    definitions: [definition],
    concurrency: 1,
    settleMs: 0,
    elapsed: () => performance.now(),
    onPoint: async (point) => {
      if (refusal && point === 'CHG_HOLDER:record:before') throw refusal
    },
  })
  await runner.start()
})
afterAll(async () => {
  await runner.stop()
  await api.close()
})

const holder = (name: string, email: string, phone: string) => ({
  holderType: 'person',
  name: { zh: name },
  region: 'CN',
  province: { zh: '广东省' },
  city: { zh: '深圳市' },
  street: { zh: '科技园一路1号' },
  postcode: '518000',
  phone,
  email,
  certificate: { kind: 'SFZ', number: '11010519491231002X' },
})
let serial = 0

/** An account with two holders; the first has names. */
async function withNames(count: number) {
  const who = await api.customer()
  const mark = ++serial
  const [from, to] = [
    (await who.call('POST', 'v1/templates', holder('张三', `from${mark}@example.cn`, '+86.13800000001'))).body.id,
    (await who.call('POST', 'v1/templates', holder('李四', `to${mark}@example.cn`, '+86.13800000002'))).body.id,
  ]
  const account: string = (await who.call('GET', 'v1/session')).body.account.id
  const names = Array.from({ length: count }, (_, n) => `told-${mark}-${n}.cn`)
  for (const name of names)
    await api.pool.query(
      `insert into domain (id, account, name, ascii, variant_key, suffix, registry, template, holder_type, registered_at,
         expires_at, statuses, auth_info, auto_renew)
       values (gen_random_uuid(), $1, $2, $2, $2, 'cn', 'cn', $3, 'person', $4, $5, '{ok}', '\\x00', false)`,
      [account, name, from, new Date('2026-11-23T00:00:00Z'), new Date('2027-11-23T00:00:00Z')],
    )
  await api.pool.query(
    `insert into registry_contact (template, registry, handle, created_at) values ($1, 'cn', $2, now())`,
    [from, `holder-${mark}`],
  )
  return { who, account, from, to, names, handle: `holder-${mark}`, mark }
}
const told = async (who: Visitor, kind: string) =>
  (await who.call('GET', 'v1/messages')).body.messages.filter((one: { kind: string }) => one.kind === kind)
const sent: { to: string; text: string }[] = []
async function send(): Promise<void> {
  sent.length = 0
  const keep = async ({ to, text }: { to: string; text: string }) => {
    sent.push({ to, text })
    return '250'
  }
  await createNoticeSender({
    db: api.db,
    mail: { send: keep },
    sms: { send: keep },
    clock: api.clock,
    log,
    origin: 'https://names.example',
  }).sendDue()
}
const read = () =>
  createMessageReader({ db: api.db, registries, ids: ['cn'], vault, clock: api.clock, random, log }).look()
const message = (id: string, more: Partial<RegistryMessage>): RegistryMessage => ({
  id: `${++serial}-${id}`,
  text: '证件电子信息核验不合格',
  frame: '<epp/>',
  ...more,
})
const refused = { axis: 'identity', outcome: 'failed', deleted: false } as const

async function move({ account, to, names: [ascii = ''] }: Awaited<ReturnType<typeof withNames>>): Promise<string> {
  const actor = { kind: 'system', name: 'test' } as const
  const input = { ascii, account, template: to, registry: 'cn' }
  const { id } = await api.db
    .transaction()
    .execute((trx) =>
      startTask(trx, { kind: 'CHG_HOLDER', subject: ascii, account, actor, input }, { clock: api.clock, random }),
    )
  const state = async () =>
    (await api.db.selectFrom('task').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state
  await expect.poll(state, { timeout: 10_000 }).toMatch(/succeeded|failed/)
  return state()
}

describe('a change of holder that has ended', () => {
  it('well is told to the new holder, to the old one and to the account, by mail, SMS and inbox (S4-15)', async () => {
    const moved = await withNames(1)
    expect(await move(moved)).toBe('succeeded')
    const [name] = moved.names
    expect(await told(moved.who, 'domain.holder-changed')).toMatchObject([
      {
        subject: { zh: `${name} 过户成功`, en: `The holder of ${name} has changed` },
        text: { zh: `${name} 已过户给 李四。` },
        link: `/domains/${name}`,
        readAt: null,
      },
    ])
    await send()
    const about = sent.filter(({ text }) => text.includes(`${name} 已过户给 李四`)).map(({ to }) => to)
    expect(about).toEqual(
      expect.arrayContaining([
        `from${moved.mark}@example.cn`,
        `to${moved.mark}@example.cn`,
        '+8613800000001',
        '+8613800000002',
      ]),
    )
    expect(about).toHaveLength(5)
  })

  it('without effect is told to the holder who stays, with the reason; the other hears nothing (S4-16)', async () => {
    const moved = await withNames(1)
    const [name] = moved.names
    const finding = { message: { zh: '授权书没有盖章', en: 'The authorisation has no seal' } }
    refusal = new StepRefused({ code: 'holder-change.refused', findings: [finding as never] })
    expect(await move(moved)).toBe('failed')
    refusal = undefined
    expect(await told(moved.who, 'domain.holder-changed')).toEqual([])
    expect(await told(moved.who, 'domain.holder-change-failed')).toMatchObject([
      { text: { zh: `${name} 过户没有成功，持有者不变：授权书没有盖章` }, link: `/domains/${name}` },
    ])
    await send()
    const about = sent.filter(({ text }) => text.includes(`${name} 过户没有成功`)).map(({ to }) => to)
    expect(about).toEqual(expect.arrayContaining([`from${moved.mark}@example.cn`, '+8613800000001']))
    expect(about).not.toContain(`to${moved.mark}@example.cn`)
  })
})

describe('a review that a registry has refused', () => {
  it('is told by mail, SMS and inbox, in its words with cause and remedy, once though it comes again (S4-24, S4-32)', async () => {
    const { who, names, mark } = await withNames(1)
    const [name = ''] = names
    const once = message('n', { about: name, review: refused })
    queue.push(once, once)
    await read()
    expect(await told(who, 'domain.review-failed')).toMatchObject([
      {
        subject: { zh: `${name} 的实名审核没有通过` },
        text: { zh: expect.stringMatching(/注册局的原话：“证件电子信息核验不合格”。原因：.+。怎么办：.+。轮到您/) },
        link: `/domains/${name}/verification`,
      },
    ])
    await send()
    const about = sent.filter(({ text }) => text.includes(name)).map(({ to }) => to)
    expect(about).toEqual(expect.arrayContaining([`from${mark}@example.cn`, '+8613800000001']))
  })

  it('of a holder is one message, however many names rest on it', async () => {
    const { who, handle } = await withNames(5)
    queue.push(message('h', { contact: handle, review: refused }))
    await read()
    const messages = await told(who, 'domain.review-failed')
    expect(messages).toHaveLength(1)
    expect(messages[0].subject.zh).toContain('等 5 个域名')
    expect(messages[0].subject.en).toContain('and 2 more names')
  })

  it.each([
    { outcome: 'passed', deleted: false },
    { outcome: 'unknown', deleted: false },
    { outcome: 'overdue', deleted: false },
    { outcome: 'failed', deleted: true },
  ] as const)('is not told of one that is $outcome, deleted $deleted', async (decided) => {
    const { who, names } = await withNames(1)
    queue.push(message('x', { about: names[0] ?? '', review: { axis: 'naming', ...decided } }))
    await read()
    expect(await told(who, 'domain.review-failed')).toEqual([])
  })
})
