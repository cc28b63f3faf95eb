import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDeadlineKeeper } from '../../kernel/deadlines/index.ts'
import { systemRandom as random } from '../../kernel/random.ts'
import { createEraser, createVault, type Eraser, keyFileService, type Vault } from '../../kernel/vault/index.ts'
import { type TestApi, testApi, testOrigin, type Visitor } from '../../testing/console-api.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { deletionRoutes, paperOfOpenCase } from '../verification/index.ts'
import { eraseTemplate, registrantsRoutes, templateErasure } from './index.ts'

const log = pino({ level: 'silent' })
let api: TestApi
let keeper: ReturnType<typeof createDeadlineKeeper>
let eraser: Eraser

beforeAll(async () => {
  let vault: Vault | undefined
  api = await testApi(({ clock }) => {
    vault = createVault({ keys: keyFileService(`${temporaryFolder('keys')}/vault.key`), clock, random })
    return [registrantsRoutes({ vault, origin: testOrigin }), deletionRoutes()]
  })
  if (!vault) throw new Error('no vault was made')
  const { db, clock } = api
  const handlers = { [templateErasure]: eraseTemplate({ vault }) }
  keeper = createDeadlineKeeper({ db, clock, random, log, handlers })
  eraser = createEraser({ db, clock, log, held: paperOfOpenCase })
})
afterAll(() => api.close())

const person = {
  holderType: 'person',
  name: { zh: '张三' },
  region: 'CN',
  province: { zh: '广东省' },
  city: { zh: '深圳市' },
  street: { zh: '科技园一路1号' },
  postcode: '518000',
  phone: '+86.13800000000',
  email: 'zhang@example.cn',
  certificate: { kind: 'SFZ', number: '11010519491231002X' },
}

async function template(who?: Visitor, more: object = {}): Promise<{ who: Visitor; id: string; account: string }> {
  const visitor = who ?? (await api.customer())
  const { id } = (await visitor.call('POST', 'v1/templates', { ...person, ...more })).body
  return { who: visitor, id, account: (await visitor.call('GET', 'v1/session')).body.account.id }
}
let serial = 0
async function nameOf({ id, account }: { id: string; account: string }, releasedAt: Date | null = null) {
  const name = `deleted-${++serial}.cn`
  await api.pool.query(
    `insert into domain (id, account, name, ascii, variant_key, suffix, registry, template, holder_type, registered_at,
       expires_at, statuses, auth_info, auto_renew, released_at)
     values (gen_random_uuid(), $1, $2, $2, $2, 'cn', 'cn', $3, 'person', $4, $5, '{ok}', '\\x00', false, $6)`,
    [account, name, id, new Date('2026-01-20T00:00:00Z'), new Date('2027-01-20T00:00:00Z'), releasedAt],
  )
  return name
}
const rowOf = async (id: string) =>
  (await api.pool.query('select * from registrant_template where id = $1', [id])).rows[0]
const certificates = async (who: Visitor) => (await who.call('GET', 'v1/deletions')).body.certificates
const remove = (who: Visitor, id: string) => who.call('DELETE', `v1/templates/${id}`)

describe('a template that never held a name', () => {
  it('is hidden at once, emptied today, and its number leaves a certificate', async () => {
    const { who, id } = await template()
    const before = await rowOf(id)
    expect((await who.call('GET', `v1/templates/${id}/deletion`)).body).toEqual({
      findings: [],
      heldUntil: null,
      keptUntil: '2026-11-24',
    })
    expect(await remove(who, id)).toMatchObject({ status: 200, body: { heldUntil: null, keptUntil: '2026-11-24' } })
    expect((await who.call('GET', 'v1/templates')).body.templates).toEqual([])
    for (const [method, path] of [
      ['GET', ''],
      ['GET', '/deletion'],
      ['DELETE', ''],
      ['PUT', '/default'],
      ['POST', '/email'],
    ])
      expect((await who.call(String(method), `v1/templates/${id}${path}`)).status).toBe(404)
    expect((await who.call('PUT', `v1/templates/${id}`, person)).status).toBe(404)

    expect(await keeper.look()).toBe(1)
    expect(await rowOf(id)).toMatchObject({
      name_zh: '',
      name_en: '',
      contact_zh: '',
      street_zh: '',
      phone: '',
      email: '',
      certificate_tail: '',
      identity_record: null,
    })
    const { rows } = await api.pool.query('select id from identity where id = $1', [before.identity_record])
    expect(rows).toEqual([])
    expect(await eraser.look()).toBe(1)
    expect(await certificates(who)).toMatchObject([
      {
        purpose: 'registrant.certificate',
        kind: 'cn-resident-id',
        because: 'template-deleted',
        keptUntil: '2026-11-24',
      },
    ])
    const kept = await api.pool.query(
      "select 1 from sealed_item where purpose = 'registrant.certificate' and account = $1",
      [before.account],
    )
    expect(kept.rows).toEqual([])
  })

  it('leaves the number where another template stands on it, and goes with the last of them', async () => {
    const { who, id } = await template()
    const second = await template(who)
    await remove(who, id)
    await keeper.look()
    expect(await eraser.look()).toBe(0)
    expect((await who.call('GET', `v1/templates/${second.id}`)).status).toBe(200)
    await remove(who, second.id)
    await keeper.look()
    expect(await eraser.look()).toBe(1)
    expect(await certificates(who)).toHaveLength(1)
    // A letter a minute.
    api.clock.advance(61_000)
    // The same holder may come back, and is sealed anew.
    expect((await who.call('POST', 'v1/templates', person)).status).toBe(201)
  })
})

describe('a template that held a name', () => {
  it('is kept two years from the day on which the last one ended, and then erased', async () => {
    const held = await template()
    await nameOf(held, new Date('2026-02-28T18:00:00Z'))
    await nameOf(held, new Date('2026-01-10T00:00:00Z'))
    expect((await remove(held.who, held.id)).body).toEqual({ heldUntil: '2026-03-01', keptUntil: '2028-03-01' })
    await keeper.look()
    expect(await eraser.look()).toBe(0)
    expect(await rowOf(held.id)).toMatchObject({ name_zh: '张三', erased_at: null })
    const today = api.clock.now().toISOString()
    api.clock.set('2028-02-29T15:59:00Z')
    await keeper.look()
    expect(await rowOf(held.id)).toMatchObject({ erased_at: null })
    api.clock.set('2028-02-29T16:00:00Z')
    await keeper.look()
    expect(await eraser.look()).toBe(1)
    expect(await rowOf(held.id)).toMatchObject({ name_zh: '' })
    api.clock.set(today)
  })

  it('counts from the day on which a change of holder took its last name away', async () => {
    const held = await template()
    await api.pool.query('update registrant_template set let_go_at = $1 where id = $2', [
      '2026-06-05T03:00:00Z',
      held.id,
    ])
    expect((await remove(held.who, held.id)).body).toEqual({ heldUntil: '2026-06-05', keptUntil: '2028-06-05' })
  })

  it('long ago goes today', async () => {
    const held = await template()
    await nameOf(held, new Date('2023-05-01T00:00:00Z'))
    expect((await remove(held.who, held.id)).body).toEqual({ heldUntil: '2023-05-01', keptUntil: '2026-11-24' })
  })
})

describe('a template in use', () => {
  it.each([
    {
      by: 'a live name',
      rule: 'TEMPLATE-IN-USE-01',
      use: nameOf,
      says: '的持有者是它',
    },
    {
      by: 'an order under way',
      rule: 'TEMPLATE-IN-USE-02',
      use: ({ id, account }: { id: string; account: string }) =>
        api.pool.query(
          `insert into orders (id, number, account, kind, state, template, total_fen, terms_accepted_at, created_at, pay_by)
           values (gen_random_uuid(), 'D-1', $1, 'register', 'awaiting-payment', $2, 100, now(), now(), now())`,
          [account, id],
        ),
      says: '订单 D-1',
    },
    {
      by: 'an open review',
      rule: 'TEMPLATE-IN-USE-03',
      use: ({ id, account }: { id: string; account: string }) =>
        api.pool.query(
          `insert into review_case (id, number, account, template, axis, attempt, state, papers, submitted_at, due_at)
           values (gen_random_uuid(), 'SM-1', $1, $2, 'identity', 1, 'waiting', '{}', now(), now())`,
          [account, id],
        ),
      says: '审核 SM-1',
    },
    {
      by: 'a change of holder to it',
      rule: 'TEMPLATE-IN-USE-04',
      use: ({ id, account }: { id: string; account: string }) =>
        api.pool.query(
          `insert into task (id, number, kind, subject, account, actor, input, created_at, updated_at)
           values (gen_random_uuid(), 'T-1', 'CHG_HOLDER', 'moved.cn', $1, '{}', $2, now(), now())`,
          [account, JSON.stringify({ template: id })],
        ),
      says: 'moved.cn 正在过户给它',
    },
  ])('by $by is not deleted, and the refusal says what rests on it and what to do', async ({ rule, use, says }) => {
    const used = await template()
    await use(used)
    const refused = await remove(used.who, used.id)
    expect(refused).toMatchObject({
      status: 409,
      body: {
        code: 'registrant.template-in-use',
        findings: [{ rule, field: 'template', message: { zh: expect.stringContaining(says) }, remedy: { zh: /./ } }],
      },
    })
    expect((await used.who.call('GET', `v1/templates/${used.id}/deletion`)).body.findings).toMatchObject([{ rule }])
    expect((await used.who.call('GET', `v1/templates/${used.id}`)).status).toBe(200)
  })

  it('names three of many names, and how many there are', async () => {
    const used = await template()
    for (let n = 0; n < 5; n++) await nameOf(used)
    const { findings } = (await remove(used.who, used.id)).body
    expect(findings[0].message.zh).toContain('等 5 个')
    expect(findings[0].message.en).toContain('and 2 more')
  })
})

it('another account can neither delete a template nor learn of it', async () => {
  const { id } = await template()
  const other = await api.customer()
  expect((await remove(other, id)).body.code).toBe('registrant.template-not-found')
  expect((await other.call('GET', `v1/templates/${id}/deletion`)).status).toBe(404)
  expect((await api.visitor().call('DELETE', `v1/templates/${id}`)).status).toBe(401)
  expect(await rowOf(id)).toMatchObject({ deleted_at: null })
})
