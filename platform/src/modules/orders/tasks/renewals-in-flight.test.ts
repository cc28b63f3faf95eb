import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { createDeadlineKeeper } from '../../../kernel/deadlines/index.ts'
import { systemRandom as random } from '../../../kernel/random.ts'
import type { OutsideStep } from '../../../kernel/tasks/definition.ts'
import { AnswerLost, StepRefused } from '../../../kernel/tasks/index.ts'
import { clock, taskBench } from '../../../kernel/tasks/testing/bench.ts'
import { type TestDatabase, testDatabase } from '../../../testing/database.ts'
import { loadCatalog } from '../../catalog/index.ts'
import { autoRenewal, createRegistryMirror, deleteUnpaidTask, type Registries } from '../../domains/index.ts'
import { balanceOf, ledgerAccounts, post } from '../../money/index.ts'
import { autoRenewDomain } from '../auto-renew.ts'
import type { PaymentChannel } from '../ports.ts'
import type { OrderTaskDeps } from './activate-task.ts'
import { giveBackSteps } from './give-back-steps.ts'
import type { LineInput } from './line-input.ts'
import { renewTask } from './renew-task.ts'

const account = '00000000-0000-4000-8000-00000000000a'
const template = '00000000-0000-4000-8000-00000000000b'
const expiresAt = '2027-11-24T02:32:05.000Z'
const price = loadCatalog().suffix('cn')?.priceFen.renew ?? 0
let database: TestDatabase
let bench: ReturnType<typeof taskBench>

beforeAll(async () => {
  database = await testDatabase()
  bench = taskBench(database)
  await database.db
    .insertInto('account')
    .values({ id: account, name: '林若溪', locale: 'zh', created_at: clock.now() })
    .execute()
})
afterEach(() => bench.stopAll())
afterAll(() => database.drop())

async function held(ascii: string, until = expiresAt): Promise<void> {
  await database.db
    .insertInto('domain')
    .values({
      id: random.uuid(),
      account,
      name: ascii,
      ascii,
      variant_key: ascii,
      suffix: 'cn',
      registry: 'cn',
      roid: null,
      template,
      holder_type: 'person',
      registered_at: new Date('2025-11-24T02:32:05Z'),
      expires_at: new Date(until),
      auth_info: Buffer.alloc(1),
      auto_renew: true,
      released_at: null,
    })
    .execute()
}

async function paidLine(ascii: string, line: string, until = expiresAt): Promise<LineInput> {
  await database.db.transaction().execute((trx) =>
    post(
      trx,
      {
        key: `test/${line}`,
        kind: 'order.paid',
        subject: '1',
        lines: [
          { account: ledgerAccounts.channel('bank'), fen: -price },
          { account: ledgerAccounts.frozen(account, line), fen: price },
        ],
      },
      clock,
    ),
  )
  return {
    order: line,
    number: '1',
    line,
    account,
    method: 'balance',
    name: ascii,
    ascii,
    key: ascii,
    suffix: 'cn',
    years: 1,
    subtotalFen: price,
    template,
    holderType: 'person',
    expectedExpiry: until,
  }
}

it('renews once for what was paid once: of two renewals of one name, one whose command never arrived does not pass for the other', async () => {
  const ascii = 'tea.cn'
  await held(ascii)
  let exDate = expiresAt
  let sent = 0
  let added = 0
  const registry = {
    async renew({ currentExpiry }: { currentExpiry: string }, { clTRID }: { clTRID: string }) {
      if (++sent === 1) throw new AnswerLost('the line was cut before the command arrived')
      const answer = { code: 1000, message: 'ok', clTRID, svTRID: 'S' }
      if (currentExpiry !== exDate.slice(0, 10)) throw new StepRefused({ code: 'registry.2306', findings: [] })
      added++
      exDate = exDate.replace(/^\d+/, (year) => String(Number(year) + 1))
      return { ...answer, exDate }
    },
    info: async () => ({ ours: true, exDate, statuses: ['ok'] }),
  }
  const registries = { registry: () => registry } as unknown as Registries
  const definition = renewTask({
    registries,
    channel: { id: 'alipay' },
    lineEnded: async () => {},
  } as unknown as OrderTaskDeps)
  const lines = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002']
  const tasks = []
  for (const line of lines) tasks.push(await bench.begin('ORDER_RENEW', await paidLine(ascii, line)))
  await bench.run([definition], { concurrency: 1 })
  for (const { id } of tasks)
    await expect
      .poll(
        async () => {
          await bench.hurry(id)
          return (await bench.task(id)).state
        },
        { timeout: 20_000, interval: 50 },
      )
      .toMatch(/^(succeeded|failed)$/)
  const ends = await Promise.all(tasks.map(async ({ id }) => (await bench.task(id)).state))
  expect(ends.toSorted()).toEqual(['failed', 'succeeded'])
  expect(added).toBe(1)
  expect(await balanceOf(database.db, ledgerAccounts.balance(account))).toBe(price)
  expect(await balanceOf(database.db, ledgerAccounts.revenue)).toBe(price)
  expect(await database.db.selectFrom('domain_claim').selectAll().execute()).toEqual([])
})

it.each([
  { years: 1, sent: [] },
  { years: 3, sent: [{ years: 2, currentExpiry: '2027-11-20' }] },
])(
  'keeps the year of a registry that renews at expiry from being a gift to the holder, and buys it once: $years',
  async ({ years, sent }) => {
    const { db } = database
    const ascii = `late-${years}.cn`
    const line = `00000000-0000-4000-8000-0000000001${years}0`
    const [until, further] = ['2026-11-20T02:32:05.000Z', '2027-11-20T02:32:05.000Z']
    await held(ascii, until)
    const commands: unknown[] = []
    const registry = {
      async renew(command: { years: number; currentExpiry: string }, { clTRID }: { clTRID: string }) {
        commands.push({ years: command.years, currentExpiry: command.currentExpiry })
        return { code: 1000, message: 'ok', clTRID, svTRID: 'S', exDate: '2029-11-20T02:32:05.000Z' }
      },
      info: async () => ({ ascii, ours: true, exDate: further, roid: 'R', statuses: ['ok'], nameservers: [] }),
    }
    const registries = { registry: () => registry } as unknown as Registries
    const days = () =>
      db
        .selectFrom('domain')
        .select(['expires_at', 'registry_expires_at'])
        .where('ascii', '=', ascii)
        .executeTakeFirstOrThrow()
    await createRegistryMirror({ db, registries, clock, random, log: pino({ level: 'silent' }) }).look()
    expect(await days()).toEqual({ expires_at: new Date(until), registry_expires_at: new Date(further) })

    const deps = { registries, channel: { id: 'alipay' }, lineEnded: async () => {} } as unknown as OrderTaskDeps
    const { id } = await bench.begin('ORDER_RENEW', { ...(await paidLine(ascii, line, until)), years })
    await bench.run([renewTask(deps)], { concurrency: 1 })
    await expect.poll(async () => (await bench.task(id)).state, { timeout: 20_000, interval: 50 }).toBe('succeeded')
    expect(commands).toEqual(sent)
    const paid = new Date(`${2026 + years}-11-20T02:32:05.000Z`)
    expect(await days()).toEqual({ expires_at: paid, registry_expires_at: null })
  },
)

it('of a name that nobody paid for stops its deletion as long as that is not sent, and is given back afterwards', async () => {
  const { db } = database
  // The subject of the tasks of the bench.
  const ascii = 'example.cn'
  const [until, further] = ['2026-10-20T02:32:05.000Z', '2027-10-20T02:32:05.000Z']
  await held(ascii, until)
  const apart = { registry_expires_at: new Date(further) }
  await db.updateTable('domain').set(apart).where('ascii', '=', ascii).execute()
  const sent: string[] = []
  const statuses = ['clientHold']
  const answer = (clTRID: string) => ({ code: 1001, message: 'ok', clTRID, svTRID: 'S' })
  const refused = (answered: object) => new StepRefused({ code: 'registry.2304', findings: [], ...answered })
  const registry = {
    async renew(_: unknown, { clTRID }: { clTRID: string }) {
      sent.push('renew')
      if (statuses.includes('pendingDelete')) throw refused({})
      return { ...answer(clTRID), exDate: further }
    },
    async delete(_: string, { clTRID }: { clTRID: string }) {
      sent.push('delete')
      statuses.push('pendingDelete')
      return answer(clTRID)
    },
    // The registry goes on showing the year that it has added.
    info: async () => ({ ascii, ours: true, exDate: further, roid: 'R', statuses, nameservers: [] }),
  }
  const registries = { registry: () => registry } as unknown as Registries
  const deps = { registries, channel: { id: 'alipay' }, lineEnded: async () => {} } as unknown as OrderTaskDeps
  const unpaid = { ascii, account, registry: 'cn', key: ascii, expiresAt: until }
  const renewal = (n: number) => paidLine(ascii, `00000000-0000-4000-8000-0000000002${n}0`, until)
  const ended = (id: string, state: string) =>
    expect
      .poll(
        async () => {
          await bench.hurry(id)
          return (await bench.task(id)).state
        },
        { timeout: 20_000, interval: 30 },
      )
      .toBe(state)
  const before = await balanceOf(db, ledgerAccounts.balance(account))
  const definitions = [renewTask(deps), deleteUnpaidTask({ registries, catalog: loadCatalog() })]

  const [deletion, paid] = [
    await bench.begin('DOMAIN_UNPAID', unpaid),
    await bench.begin('ORDER_RENEW', await renewal(1)),
  ]
  await bench.run(definitions, { concurrency: 1 })
  await ended(paid.id, 'succeeded')
  await ended(deletion.id, 'failed')
  expect((await bench.task(deletion.id)).failure).toMatchObject({ code: 'domain.paid-meanwhile' })
  expect(sent).toEqual([])

  await db
    .updateTable('domain')
    .set({ ...apart, expires_at: new Date(until) })
    .where('ascii', '=', ascii)
    .execute()
  const again = await bench.begin('DOMAIN_UNPAID', unpaid)
  await ended(again.id, 'succeeded')
  const late = await bench.begin('ORDER_RENEW', await renewal(2))
  await ended(late.id, 'failed')
  expect(sent).toEqual(['delete', 'renew'])
  expect(await balanceOf(db, ledgerAccounts.balance(account))).toBe(before + price)
  const row = await db.selectFrom('domain').select(['statuses', 'deleted_at']).where('ascii', '=', ascii).execute()
  expect(row).toEqual([{ statuses: ['pendingDelete'], deleted_at: clock.now() }])
  expect(await db.selectFrom('domain_claim').selectAll().execute()).toEqual([])
})

it('leaves no order that counts as paid when the balance goes while a name renews itself; it is tried again', async () => {
  const { db, pool } = database
  const ascii = 'by-itself.cn'
  const until = '2026-11-28T02:32:05.000Z'
  await held(ascii, until)
  const identity = random.uuid()
  await pool.query(
    `insert into sealed_item (id, purpose, master_key, wrapped_key, nonce, box, sealed_at)
     values ($1, 'x', 'k', '', '', '', now())`,
    [identity],
  )
  await pool.query(
    `insert into identity (id, account, holder_type, kind, number_item, created_at)
     values ($1, $2, 'person', 'cn-resident-id', $1, now())`,
    [identity, account],
  )
  await pool.query(
    `insert into registrant_template (id, account, holder_type, name_zh, name_en, contact_zh, contact_en, region, province_zh,
       province_en, city_zh, city_en, street_zh, street_en, postcode, phone, email, certificate_kind, identity_record,
       certificate_tail, identity, verified_at, is_default, created_at)
     values ($1, $2, 'person', 'x', 'x', 'x', 'x', 'CN', 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'cn-resident-id', $3,
       'x', 'verified', now(), true, now())`,
    [template, account, identity],
  )
  const opensAt = new Date('2026-11-24T00:00:00Z')
  await pool.query(
    `insert into deadline (id, kind, subject, opens_at, closes_at, payload) values ($1, $2, $3, $4, $5, '{}')`,
    [random.uuid(), autoRenewal, ascii, opensAt, until],
  )
  const has = await balanceOf(db, ledgerAccounts.balance(account))
  const spend = (fen: number, key: string) => ({
    key,
    kind: 'test',
    subject: 'x',
    lines: [
      { account: ledgerAccounts.balance(account), fen: -fen },
      { account: ledgerAccounts.channel('bank'), fen },
    ],
  })
  await db.transaction().execute((trx) => post(trx, spend(has - price, 'test/exactly'), clock))
  const keeper = createDeadlineKeeper({
    db,
    clock,
    random,
    log: pino({ level: 'silent' }),
    handlers: { [autoRenewal]: autoRenewDomain({ catalog: loadCatalog(), payWithinMinutes: 60 }) },
  })
  let looked: Promise<number> | undefined
  await db.transaction().execute(async (trx) => {
    await post(trx, spend(price, 'test/meanwhile'), clock)
    looked = keeper.look()
    const waits = async () =>
      (
        await pool.query(
          "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
        )
      ).rows.length
    await expect.poll(waits, { timeout: 20_000, interval: 20 }).toBe(1)
  })
  expect(await looked).toBe(1)
  expect(await db.selectFrom('orders').select('state').where('account', '=', account).execute()).toEqual([])
  const { rows } = await pool.query("select opens_at from deadline where subject = $1 and state = 'open'", [ascii])
  expect(rows).toEqual([{ opens_at: new Date(clock.now().getTime() + 86_400_000) }])
})

it('gives back from the trade that paid the order, not from one that was paid after it and is on the balance', async () => {
  const { db } = database
  const order = random.uuid()
  const at = clock.now()
  const later = new Date(at.getTime() + 60_000)
  await db
    .insertInto('orders')
    .values({
      id: order,
      number: '2026110000000001',
      account,
      kind: 'renew',
      state: 'processing',
      holder_type: null,
      template: null,
      method: 'alipay',
      total_fen: price,
      terms_accepted_at: at,
      created_at: at,
      pay_by: later,
      paid_at: at,
      ended_at: null,
    })
    .execute()
  const trade = (outTradeNo: string, paid: Date) => ({
    id: random.uuid(),
    out_trade_no: outTradeNo,
    account,
    order_id: order,
    channel: 'alipay' as const,
    method: 'alipay' as const,
    fen: price,
    state: 'paid' as const,
    channel_trade_no: outTradeNo,
    created_at: at,
    asked_at: null,
    paid_at: paid,
  })
  await db
    .insertInto('payment')
    .values([trade('came-later', later), trade('paid-for-it', at)])
    .execute()
  const refund = giveBackSteps({ id: 'alipay' } as PaymentChannel).find(({ name }) => name === 'refund')
  const { prepare } = refund as OutsideStep<LineInput, { outTradeNo: string }, unknown>
  const request = await db.transaction().execute(async (trx) => {
    const input = { order, line: order, method: 'alipay', subtotalFen: price } as LineInput
    return prepare({ trx, input, task: { failure: null } } as unknown as Parameters<typeof prepare>[0])
  })
  expect(request?.outTradeNo).toBe('paid-for-it')
})
