import { pino } from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fixedClock } from '../../kernel/clock/index.ts'
import { systemRandom as random } from '../../kernel/random.ts'
import { type TestDatabase, testDatabase } from '../../testing/database.ts'
import type { Registries } from './ports.ts'
import { createRegistryMirror } from './registry-mirror.ts'
import './tables.ts'

const clock = fixedClock('2026-11-24T00:00:00Z')
const account = random.uuid()
const ascii = 'looked-at.cn'
let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

async function work(state: 'executing' | 'succeeded', id = random.uuid()): Promise<string> {
  const now = clock.now()
  await database.pool.query(
    `insert into task (id, number, kind, subject, actor, input, state, created_at, updated_at)
     values ($1, $1::uuid::text, 'ORDER_ACTIVATE', $2, '{}', '{}', $3, $4, $4) on conflict (id) do update set state = $3`,
    [id, ascii, state, now],
  )
  return id
}

it('is not asked about while a task works on it, and at once when that is over, also when it began meanwhile', async () => {
  const { db, pool } = database
  await pool.query("insert into account (id, name, locale, created_at) values ($1, '山月', 'zh', $2)", [
    account,
    clock.now(),
  ])
  await db
    .insertInto('domain')
    .values({
      id: random.uuid(),
      account,
      name: ascii,
      ascii,
      variant_key: ascii,
      suffix: 'cn',
      registry: 'cn',
      template: random.uuid(),
      holder_type: 'organisation',
      registered_at: clock.now(),
      expires_at: new Date('2027-11-24T00:00:00Z'),
      auth_info: Buffer.alloc(1),
    })
    .execute()
  let asked = 0
  let meanwhile = async () => {}
  const registry = {
    async info() {
      asked++
      await meanwhile()
      return { ascii, ours: true, exDate: '2027-11-24T00:00:00Z', roid: 'R', statuses: ['serverHold'], nameservers: [] }
    },
  }
  const registries = { registry: () => registry } as unknown as Registries
  const mirror = createRegistryMirror({ db, registries, clock, random, log: pino({ level: 'silent' }) })
  const statuses = async () =>
    (await db.selectFrom('domain').select('statuses').where('ascii', '=', ascii).executeTakeFirstOrThrow()).statuses

  const first = await work('executing')
  await mirror.look()
  expect([asked, await statuses()]).toEqual([0, []])

  await work('succeeded', first)
  let second = ''
  meanwhile = async () => {
    second = await work('executing')
  }
  await mirror.look()
  expect([asked, await statuses()]).toEqual([1, []])

  meanwhile = async () => {}
  await work('succeeded', second)
  await mirror.look()
  expect([asked, await statuses()]).toEqual([2, ['serverHold']])
})

it('lets a name go that was pending delete and that its registry does not know any more, and no other', async () => {
  const { db } = database
  const names = ['gone.cn', 'missing.cn']
  for (const [at, name] of names.entries())
    await db
      .insertInto('domain')
      .values({
        id: random.uuid(),
        account,
        name,
        ascii: name,
        variant_key: name,
        suffix: 'cn',
        registry: 'cn',
        template: random.uuid(),
        holder_type: 'organisation',
        registered_at: clock.now(),
        expires_at: clock.now(),
        auth_info: Buffer.alloc(1),
        statuses: at === 0 ? ['clientHold', 'pendingDelete'] : ['ok'],
      })
      .execute()
  const registries = { registry: () => ({ info: async () => undefined }) } as unknown as Registries
  await createRegistryMirror({ db, registries, clock, random, log: pino({ level: 'silent' }) }).look()
  const left = await db
    .selectFrom('domain')
    .select('ascii')
    .where('released_at', 'is', null)
    .where('ascii', 'in', names)
  expect(await left.execute()).toEqual([{ ascii: 'missing.cn' }])
})
