import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fixedClock } from '../../kernel/clock/index.ts'
import { type TestDatabase, testDatabase } from '../../testing/database.ts'
import { balanceOf, entriesOf, ledgerAccounts, ledgerSum, type Posting, post } from './index.ts'

let database: TestDatabase
const clock = fixedClock('2026-11-24T02:32:00Z')

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

let worlds = 0
/** Three customers of their own for each example, so that examples do not see each other. */
const newWorld = () => {
  const id = ++worlds
  return { customer: (n: number) => `w${id}c${n}`, key: (n: number) => `w${id}-${n}` }
}
type World = ReturnType<typeof newWorld>

type Move = {
  readonly key: number
  readonly from: number
  readonly to: number
  readonly fen: number
  readonly kind: 'top-up' | 'freeze' | 'release' | 'capture' | 'pass-on'
}

const move: fc.Arbitrary<Move> = fc.record({
  key: fc.nat(11),
  from: fc.nat(2),
  to: fc.nat(2),
  fen: fc.integer({ min: 1, max: 5_000 }),
  kind: fc.constantFrom('top-up', 'top-up', 'freeze', 'release', 'capture', 'pass-on'),
})

function linesOf(world: World, { kind, from, to, fen }: Move): Posting['lines'] {
  const balance = ledgerAccounts.balance(world.customer(from))
  const frozen = ledgerAccounts.frozen(world.customer(from), 'line')
  const [payer, payee] = {
    'top-up': [ledgerAccounts.channel('alipay'), balance],
    freeze: [balance, frozen],
    release: [frozen, balance],
    capture: [frozen, ledgerAccounts.revenue],
    'pass-on': [balance, ledgerAccounts.balance(world.customer(to))],
  }[kind] as [string, string]
  return [
    { account: payee, fen },
    { account: payer, fen: -fen },
  ]
}

const postingOf = (world: World, made: Move): Posting => ({
  key: world.key(made.key),
  kind: made.kind,
  subject: 'order-1',
  lines: linesOf(world, made),
})
const postAlone = (posting: Posting) => database.db.transaction().execute((trx) => post(trx, posting, clock))

async function topUp(customer: string, fen: number): Promise<string> {
  const balance = ledgerAccounts.balance(customer)
  await postAlone({
    key: `top-up/${customer}`,
    kind: 'top-up',
    subject: customer,
    lines: [
      { account: ledgerAccounts.channel('alipay'), fen: -fen },
      { account: balance, fen },
    ],
  })
  return balance
}

async function expectBalances(world: World, applied: readonly Move[]): Promise<void> {
  const expected = new Map<string, number>()
  for (const made of applied)
    for (const { account, fen } of linesOf(world, made)) expected.set(account, (expected.get(account) ?? 0) + fen)
  for (const n of [0, 1, 2])
    for (const account of [
      ledgerAccounts.balance(world.customer(n)),
      ledgerAccounts.frozen(world.customer(n), 'line'),
    ]) {
      expect(await balanceOf(database.db, account)).toBe(expected.get(account) ?? 0)
    }
}

/** Whatever happened, the ledger says the same thing in all of its places. */
async function expectWhole(): Promise<void> {
  expect(await ledgerSum(database.db)).toBe(0)
  const { rows } = await sql<{ id: string }>`
    select a.id from ledger_account a left join ledger_entry e on e.account = a.id
    where not a.may_be_negative
    group by a.id having a.balance_fen <> coalesce(sum(e.fen), 0) or (a.id like 'customer/%' and a.balance_fen < 0)
    union all
    select account from (select account, balance_after_fen, sum(fen) over (partition by account order by id) as running from ledger_entry) e where balance_after_fen <> running
    union all
    select key from ledger_posting p where not exists (select 1 from ledger_entry e where e.posting = p.id)`.execute(
    database.db,
  )
  expect(rows).toEqual([])
}

class GivenUp extends Error {}

describe('the ledger', () => {
  it('stays whole and covered whatever is posted or given up at once, and moves money once for a key (S0-25)', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ made: move, givenUp: fc.boolean() }), { minLength: 1, maxLength: 14 }),
        async (attempts) => {
          const world = newWorld()
          const outcomes = await Promise.allSettled(
            attempts.map(({ made, givenUp }) =>
              database.db.transaction().execute(async (trx) => {
                const applied = await post(trx, postingOf(world, made), clock)
                if (givenUp) throw new GivenUp()
                return applied ? [made] : []
              }),
            ),
          )
          for (const outcome of outcomes)
            if (outcome.status === 'rejected' && !(outcome.reason instanceof GivenUp))
              expect(outcome.reason).toMatchObject({ code: 'money.balance-too-low' })
          const applied = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? outcome.value : []))
          expect(new Set(applied.map(({ key }) => key)).size).toBe(applied.length)
          await expectBalances(world, applied)
          await expectWhole()
        },
      ),
      { numRuns: 40 },
    )
  })

  it('does what a plain sum does, one posting after another in one transaction, and goes on after a refusal', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 1, maxLength: 14 }), async (moves) => {
        const world = newWorld()
        const model = new Map<string, number>()
        const keys = new Set<number>()
        const applied: Move[] = []
        await database.db.transaction().execute(async (trx) => {
          for (const made of moves) {
            const lines = linesOf(world, made)
            const covered = lines.every(
              ({ account, fen }) =>
                !account.startsWith('customer/') ||
                lines[0]?.account === lines[1]?.account ||
                (model.get(account) ?? 0) + fen >= 0,
            )
            const posting = post(trx, postingOf(world, made), clock)
            if (keys.has(made.key)) expect(await posting).toBe(false)
            else if (!covered) await expect(posting).rejects.toMatchObject({ code: 'money.balance-too-low' })
            else {
              expect(await posting).toBe(true)
              keys.add(made.key)
              applied.push(made)
              for (const { account, fen } of lines) model.set(account, (model.get(account) ?? 0) + fen)
            }
          }
        })
        await expectBalances(world, applied)
        await expectWhole()
      }),
      { numRuns: 40 },
    )
  })

  it('pays twenty orders from one balance at once: none is lost, none waits in a circle, the last fen is not spent twice (S0-25)', async () => {
    const balance = await topUp('busy', 1_500)
    const frozen = ledgerAccounts.frozen('busy', 'line')
    const paid = await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) => {
        const lines = [
          { account: balance, fen: -100 },
          { account: frozen, fen: 100 },
        ]
        return postAlone({
          key: `pay/busy/${n}`,
          kind: 'freeze',
          subject: `order-${n}`,
          lines: n % 2 ? lines : lines.toReversed(),
        })
      }),
    )
    expect(paid.filter(({ status }) => status === 'fulfilled')).toHaveLength(15)
    for (const outcome of paid)
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'money.balance-too-low' })
    expect([await balanceOf(database.db, balance), await balanceOf(database.db, frozen)]).toEqual([0, 1_500])
    expect((await entriesOf(database.db, { ledgerAccount: balance, limit: 100 })).entries).toHaveLength(16)
    await expectWhole()
  })

  it('has in the balance of a new account everything that came to it at its first moment (S0-25)', async () => {
    for (let round = 0; round < 60; round++) {
      const balance = ledgerAccounts.balance(`first-${round}`)
      await Promise.all(
        Array.from({ length: 10 }, (_, n) =>
          postAlone({
            key: `first/${round}/${n}`,
            kind: 'top-up',
            subject: 'payment-1',
            lines: [
              { account: ledgerAccounts.channel('alipay'), fen: -100 },
              { account: balance, fen: 100 },
            ],
          }),
        ),
      )
      expect(await balanceOf(database.db, balance)).toBe(1_000)
    }
    await expectWhole()
  })

  it('hears of one payment twenty times at once and adds it once (S0-26)', async () => {
    const balance = ledgerAccounts.balance('repeated')
    const posting = {
      key: 'alipay/trade-1',
      kind: 'top-up',
      subject: 'repeated',
      lines: [
        { account: balance, fen: 2_900 },
        { account: ledgerAccounts.channel('alipay'), fen: -2_900 },
      ],
    }
    const heard = await Promise.all(Array.from({ length: 20 }, () => postAlone(posting)))
    expect(heard.filter(Boolean)).toHaveLength(1)
    expect(await balanceOf(database.db, balance)).toBe(2_900)
  })

  it('lets an order be paid under the same key once the balance has been topped up (S0-25)', async () => {
    const balance = ledgerAccounts.balance('a-late')
    const payment = {
      key: 'pay/late',
      kind: 'freeze',
      subject: 'order-late',
      lines: [
        { account: balance, fen: -100 },
        { account: ledgerAccounts.frozen('a-late', 'line'), fen: 100 },
      ],
    }
    // The refusal is answered inside the transaction, as a command that goes on with other lines does.
    await database.db.transaction().execute(async (trx) => {
      await expect(post(trx, payment, clock)).rejects.toMatchObject({ code: 'money.balance-too-low' })
    })
    await topUp('a-late', 100)
    expect(await postAlone(payment)).toBe(true)
    expect(await balanceOf(database.db, balance)).toBe(0)
    await expectWhole()
  })

  it('lists the latest movements first, with the balance after each', async () => {
    const balance = await topUp('reader', 500)
    await postAlone({
      key: 'pay/reader',
      kind: 'capture',
      subject: 'order-r',
      lines: [
        { account: balance, fen: -200 },
        { account: ledgerAccounts.revenue, fen: 200 },
      ],
    })
    expect((await entriesOf(database.db, { ledgerAccount: balance, limit: 10 })).entries).toMatchObject([
      { kind: 'capture', subject: 'order-r', fen: -200, balance_after_fen: 300 },
      { kind: 'top-up', subject: 'reader', fen: 500, balance_after_fen: 500 },
    ])
    const first = await entriesOf(database.db, { ledgerAccount: balance, limit: 1 })
    expect(first.entries).toHaveLength(1)
    const second = await entriesOf(database.db, { ledgerAccount: balance, limit: 1, cursor: String(first.next) })
    expect(Number(second.entries[0]?.id)).toBeLessThan(Number(first.entries[0]?.id))
  })

  it.each([
    ['does not sum to zero', [5, -4], /sums to zero/],
    ['has a part of a fen', [0.5, -0.5], /whole number/],
    ['is too large to be exact', [2 ** 53, -(2 ** 53)], /whole number/],
  ])('refuses a posting that %s', async (_, [to = 0, from = 0], reason) => {
    const lines = [
      { account: ledgerAccounts.revenue, fen: to },
      { account: ledgerAccounts.channel('alipay'), fen: from },
    ]
    await expect(postAlone({ key: 'wrong', kind: 'test', subject: 'none', lines })).rejects.toThrow(reason)
  })
})

describe('the database itself', () => {
  const inOne = (...statements: string[]) =>
    database.db.transaction().execute(async (trx) => {
      for (const statement of statements) await sql.raw(statement).execute(trx)
    })

  beforeAll(() => topUp('raw', 100))

  it('refuses a posting that does not sum to zero', async () => {
    const posting = "insert into ledger_posting (key, kind, subject, at) values ('raw-1', 'test', 'none', now())"
    const entries = (...fen: number[]) =>
      `insert into ledger_entry (posting, account, fen, balance_after_fen) select id, 'customer/raw', fen, 0 from ledger_posting, unnest(array[${fen.join()}]) as e (fen) where key = 'raw-1'`
    await expect(inOne(posting, entries(7))).rejects.toThrow(/sums to 7/)
    await expect(inOne(posting, entries(7, -6))).rejects.toThrow(/sums to 1/)
    await expect(inOne(posting, entries(7), entries(-7))).rejects.toThrow(/sums to 7/)
    // One entry more on a posting of yesterday is found too.
    await expect(
      inOne(
        "insert into ledger_entry (posting, account, fen, balance_after_fen) select id, 'customer/raw', 5, 5 from ledger_posting where key = 'top-up/raw'",
      ),
    ).rejects.toThrow(/sums to 5/)
  })

  it.each([
    ['update ledger_entry set fen = fen + 1'],
    ['delete from ledger_entry'],
    ['truncate ledger_entry'],
    ["update ledger_posting set subject = 'other'"],
    ['delete from ledger_posting'],
    ['truncate ledger_posting cascade'],
  ])('refuses to rewrite history: %s', async (statement) => {
    await expect(inOne(statement)).rejects.toThrow(/append-only/)
  })

  it('refuses a customer below zero, and a key that was used', async () => {
    await expect(inOne("update ledger_account set balance_fen = -1 where id = 'customer/raw'")).rejects.toThrow(
      /ledger_account_covered/,
    )
    await expect(
      inOne("insert into ledger_posting (key, kind, subject, at) values ('top-up/raw', 'test', 'none', now())"),
    ).rejects.toThrow(/ledger_posting_key_key/)
    await expectWhole()
  })
})
