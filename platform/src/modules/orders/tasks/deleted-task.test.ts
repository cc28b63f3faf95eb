import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createDeadlineKeeper } from '../../../kernel/deadlines/index.ts'
import { systemRandom as random } from '../../../kernel/random.ts'
import { AnswerLost, startTask } from '../../../kernel/tasks/index.ts'
import { clock, taskBench } from '../../../kernel/tasks/testing/bench.ts'
import { type TestDatabase, testDatabase } from '../../../testing/database.ts'
import { loadCatalog } from '../../catalog/index.ts'
import { deletedTaskKind, type Registries } from '../../domains/index.ts'
import { balanceOf, ledgerAccounts, post } from '../../money/index.ts'
import type { PaymentChannel, RefundAnswer } from '../ports.ts'
import { deletedTask } from './deleted-task.ts'
import { type Look, lookAgain, lookOnceMore } from './look-again.ts'

const account = '00000000-0000-4000-8000-00000000000a'
const template = '00000000-0000-4000-8000-00000000000b'
const dayMs = 86_400_000
const silent = pino({ level: 'silent' })
let database: TestDatabase
let bench: ReturnType<typeof taskBench>

beforeAll(async () => {
  database = await testDatabase()
  bench = taskBench(database)
  const { db, pool } = database
  await db
    .insertInto('account')
    .values({ id: account, name: '林若溪', locale: 'zh', created_at: clock.now() })
    .execute()
  await pool.query(
    `insert into sealed_item (id, purpose, master_key, wrapped_key, nonce, box, sealed_at) values ($1, 'x', 'k', '', '', '', now())`,
    [template],
  )
  await pool.query(
    `insert into identity (id, account, holder_type, kind, number_item, created_at)
     values ($1, $2, 'person', 'cn-resident-id', $1, now())`,
    [template, account],
  )
  await pool.query(
    `insert into registrant_template (id, account, holder_type, name_zh, name_en, contact_zh, contact_en, region, province_zh,
       province_en, city_zh, city_en, street_zh, street_en, postcode, phone, email, certificate_kind, identity_record,
       certificate_tail, identity, verified_at, is_default, created_at)
     values ($1, $2, 'person', 'x', 'x', 'x', 'x', 'CN', 'x', 'x', 'x', 'x', 'x', 'x', 'x', '+86.13800000001',
       'holder@yuming.example', 'cn-resident-id', $1, 'x', 'verified', now(), true, now())`,
    [template, account],
  )
})
afterEach(() => bench.stopAll())
afterAll(() => database.drop())

async function held(ascii: string): Promise<Look> {
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
      registered_at: clock.now(),
      expires_at: new Date(clock.now().getTime() + 730 * dayMs),
      auth_info: Buffer.alloc(1),
      released_at: null,
    })
    .execute()
  return { ascii, account, registry: 'cn', axis: 'naming', heard: '禁止词' }
}

let orders = 0
/** A line that succeeded; its money is revenue. */
async function paid(
  ascii: string,
  {
    kind,
    method,
    fen,
    daysAgo,
  }: { kind: 'register' | 'renew'; method: 'balance' | 'alipay'; fen: number; daysAgo: number },
): Promise<string> {
  const { db } = database
  const [id, line] = [random.uuid(), random.uuid()]
  const number = `20261100000000${String(++orders).padStart(2, '0')}`
  const at = new Date(clock.now().getTime() - daysAgo * dayMs)
  const order = { kind, method, number, account, state: 'succeeded', holder_type: 'person', template } as const
  await db
    .insertInto('orders')
    .values({
      ...order,
      id,
      total_fen: fen,
      terms_accepted_at: at,
      created_at: at,
      pay_by: at,
      paid_at: at,
      ended_at: at,
    })
    .execute()
  const texts = {
    name: ascii,
    ascii,
    suffix: 'cn',
    years: 1,
    unit_text: 'x',
    discount_fen: 0,
    promotion: null,
    premium: null,
  }
  const ended = { expected_expiry: null, task: null, expires_at: null, failure: null, registry_answer: null }
  await db
    .insertInto('order_line')
    .values({ ...texts, ...ended, id: line, order_id: id, position: 0, subtotal_fen: fen, state: 'succeeded' })
    .execute()
  if (method === 'alipay')
    await db
      .insertInto('payment')
      .values({
        id: random.uuid(),
        out_trade_no: `T-${number}`,
        account,
        order_id: id,
        channel: 'alipay',
        method,
        fen,
        state: 'paid',
        channel_trade_no: number,
        created_at: at,
        asked_at: null,
        paid_at: at,
      })
      .execute()
  const lines = [
    { account: ledgerAccounts.channel('alipay'), fen: -fen },
    { account: ledgerAccounts.revenue, fen },
  ]
  await db
    .transaction()
    .execute((trx) => post(trx, { key: `test/${line}`, kind: 'line.registered', subject: number, lines }, clock))
  return number
}

const begin = (input: Look) =>
  database.db
    .transaction()
    .execute((trx) =>
      startTask(
        trx,
        { kind: deletedTaskKind, subject: input.ascii, account, actor: { kind: 'system', name: 'test' }, input },
        { clock, random },
      ),
    )

/** A registry that shows the name or not, and a channel that does a refund of one number once. */
function world(shows: { ours: boolean }, refused: Readonly<Record<number, RefundAnswer>> = {}) {
  const made = new Map<string, number>()
  let asked = 0
  let lose = 0
  const channel = {
    id: 'alipay',
    async refund({ requestNo, fen }: { requestNo: string; fen: number }) {
      asked++
      const no = refused[fen]
      if (no) return no
      made.set(requestNo, fen)
      if (lose-- > 0) throw new AnswerLost('the line was cut')
      return { made: true, tradeNo: requestNo }
    },
    refundMade: async ({ requestNo }: { requestNo: string }) =>
      made.has(requestNo) ? { fen: made.get(requestNo) } : undefined,
  } as unknown as PaymentChannel
  const info = async () => (shows.ours ? { ours: true } : undefined)
  const registries = { registry: () => ({ info }) } as unknown as Registries
  return {
    definition: deletedTask({ registries, channel, catalog: loadCatalog() }),
    made,
    asked: () => asked,
    loseAnswers: (count: number) => {
      lose = count
    },
  }
}

const told = (ascii: string) =>
  database.db
    .selectFrom('message')
    .select('parameters')
    .where('kind', '=', 'domain.deleted')
    .where('subject', '=', ascii)
    .execute()
const released = async (ascii: string) =>
  (await database.db.selectFrom('domain').select('released_at').where('ascii', '=', ascii).executeTakeFirstOrThrow())
    .released_at

describe('a name of .cn that its registry has deleted', () => {
  it('gives back what was paid for its registration and its renewals, each the way it came, once (S1-56)', async () => {
    const ascii = 'renewed.cn'
    const { db } = database
    // Of an earlier registration, which ended by itself: its years were had.
    const earlier = await paid(ascii, { kind: 'register', method: 'balance', fen: 1_000, daysAgo: 900 })
    const registration = await paid(ascii, { kind: 'register', method: 'alipay', fen: 3_600, daysAgo: 30 })
    const byChannel = await paid(ascii, { kind: 'renew', method: 'alipay', fen: 7_600, daysAgo: 20 })
    const byBalance = await paid(ascii, { kind: 'renew', method: 'balance', fen: 3_800, daysAgo: 10 })
    const [revenue, balance, channel] = [
      await balanceOf(db, ledgerAccounts.revenue),
      await balanceOf(db, ledgerAccounts.balance(account)),
      await balanceOf(db, ledgerAccounts.channel('alipay')),
    ]
    const look = await held(ascii)
    const outside = world({ ours: false })
    outside.loseAnswers(1)
    const tasks = [await begin(look), await begin(look)]
    await bench.run([outside.definition], { concurrency: 1 })
    for (const { id } of tasks)
      await expect
        .poll(
          async () => {
            await bench.hurry(id)
            return (await bench.task(id)).state
          },
          { timeout: 20_000, interval: 50 },
        )
        .toBe('succeeded')
    expect(await balanceOf(db, ledgerAccounts.revenue)).toBe(revenue - 15_000)
    expect(await balanceOf(db, ledgerAccounts.balance(account))).toBe(balance + 3_800)
    expect(await balanceOf(db, ledgerAccounts.channel('alipay'))).toBe(channel + 11_200)
    expect([...outside.made.values()].toSorted()).toEqual([3_600, 7_600])
    const { rows } = await database.pool.query(
      `select number, refunded_fen, (select state from order_line where order_id = orders.id) as line from orders
       where number = any($1) order by number`,
      [[earlier, registration, byChannel, byBalance]],
    )
    expect(rows).toEqual([
      { number: earlier, refunded_fen: 0, line: 'succeeded' },
      { number: registration, refunded_fen: 3_600, line: 'refunded' },
      { number: byChannel, refunded_fen: 7_600, line: 'refunded' },
      { number: byBalance, refunded_fen: 3_800, line: 'refunded' },
    ])
    const messages = await told(ascii)
    expect(messages).toMatchObject([{ parameters: { money: { zh: '¥112.00 已原路退回。¥38.00 已退回账户余额。' } } }])
  }, 40_000)

  it('gives back what the channel refuses by the balance or by finance staff, and the rest by the channel (S1-56, S1-161)', async () => {
    const ascii = 'refused.cn'
    const { db } = database
    await paid(ascii, { kind: 'register', method: 'alipay', fen: 3_601, daysAgo: 30 })
    await paid(ascii, { kind: 'renew', method: 'alipay', fen: 7_602, daysAgo: 20 })
    await paid(ascii, { kind: 'renew', method: 'alipay', fen: 3_803, daysAgo: 10 })
    const [revenue, balance, channel] = [
      await balanceOf(db, ledgerAccounts.revenue),
      await balanceOf(db, ledgerAccounts.balance(account)),
      await balanceOf(db, ledgerAccounts.channel('alipay')),
    ]
    const look = await held(ascii)
    const outside = world(
      { ours: false },
      {
        3601: { made: false, code: 'ACQ.TRADE_HAS_FINISHED', sure: true },
        7602: { made: false, code: 'ACQ.TRADE_HAS_CLOSE', sure: false },
      },
    )
    const { id } = await begin(look)
    await bench.run([outside.definition])
    await bench.becomes(id, 'succeeded')
    expect(await balanceOf(db, ledgerAccounts.revenue)).toBe(revenue - 3_601 - 3_803)
    expect(await balanceOf(db, ledgerAccounts.balance(account))).toBe(balance + 3_601)
    expect(await balanceOf(db, ledgerAccounts.channel('alipay'))).toBe(channel + 3_803)
    const { rows } = await database.pool.query(
      `select subtotal_fen::int as fen, state, refund_to, code from order_line
       left join refund_matter on refund_matter.line = order_line.id where ascii = $1 order by subtotal_fen`,
      [ascii],
    )
    expect(rows).toEqual([
      { fen: 3_601, state: 'refunded', refund_to: 'balance', code: null },
      { fen: 3_803, state: 'refunded', refund_to: 'channel', code: null },
      { fen: 7_602, state: 'failed', refund_to: 'operator', code: 'ACQ.TRADE_HAS_CLOSE' },
    ])
    const [message] = (await told(ascii)) as unknown as { parameters: { money: { zh: string } } }[]
    expect(message?.parameters.money.zh).toMatch(/¥36\.01 已转入账户余额.*¥76\.02 的退款.*财务人工.*¥38\.03 已原路退回/)
  }, 40_000)

  it('and is still shown by it is looked at again later, and let go once it is gone', async () => {
    const ascii = 'still-there.cn'
    const number = await paid(ascii, { kind: 'register', method: 'balance', fen: 3_600, daysAgo: 30 })
    const look = await held(ascii)
    const shows = { ours: true }
    const outside = world(shows)
    const first = await begin(look)
    await bench.run([outside.definition])
    await bench.becomes(first.id, 'failed')
    expect(await released(ascii)).toBeNull()
    const open = () =>
      database.db
        .selectFrom('deadline')
        .select(['opens_at', 'payload'])
        .where('kind', '=', lookAgain)
        .where('subject', '=', ascii)
        .where('state', '=', 'open')
        .execute()
    const [again] = await open()
    expect(again?.opens_at.getTime()).toBeGreaterThan(clock.now().getTime())
    const later = (afterMs: number) => ({ ...clock, now: () => new Date(clock.now().getTime() + afterMs) })
    const keep = (afterMs: number) =>
      createDeadlineKeeper({
        db: database.db,
        clock: later(afterMs) as typeof clock,
        random,
        log: silent,
        handlers: { [lookAgain]: lookOnceMore },
      }).look()
    shows.ours = false
    expect(await keep(60_000)).toBe(1)
    const task = async () =>
      database.db
        .selectFrom('task')
        .select(['id', 'state'])
        .where('subject', '=', ascii)
        .where('id', '<>', first.id)
        .executeTakeFirst()
    await expect.poll(async () => (await task())?.state, { timeout: 20_000 }).toBe('succeeded')
    expect(await released(ascii)).not.toBeNull()
    expect(await open()).toEqual([])
    const { rows } = await database.pool.query('select refunded_fen from orders where number = $1', [number])
    expect(rows).toEqual([{ refunded_fen: 3_600 }])
  }, 40_000)

  it('is asked for sixty days after its word, more and more rarely, and then no longer', async () => {
    const ascii = 'never-gone.cn'
    const look = { ...(await held(ascii)), since: new Date(clock.now().getTime() - 61 * dayMs).toISOString() }
    const outside = world({ ours: true })
    const { id } = await begin(look)
    await bench.run([outside.definition])
    await bench.becomes(id, 'failed')
    const rows = await database.db.selectFrom('deadline').select('id').where('subject', '=', ascii).execute()
    expect(rows).toEqual([])
  }, 40_000)
})
