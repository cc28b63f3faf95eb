import fc from 'fast-check'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fixedClock } from '../../../kernel/clock/index.ts'
import { systemRandom as random } from '../../../kernel/random.ts'
import { type TestDatabase, testDatabase } from '../../../testing/database.ts'
import { balanceOf, ledgerAccounts, ledgerSum } from '../../money/index.ts'
import { applyPayment, type PaymentOutcome } from './apply-payment.ts'
import { beginTopUp } from './begin-payment.ts'

const clock = fixedClock('2026-11-24T02:00:00Z')
let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

class Killed extends Error {}

it('has on the balance what really came for each trade, once, whatever is told, how often, and where it is killed (S0-25, S0-26)', async () => {
  const inTrx = <T>(work: (context: Parameters<typeof applyPayment>[1]) => Promise<T>) =>
    database.db.transaction().execute((trx) =>
      work({
        trx,
        clock,
        random,
        actor: { kind: 'system', name: 'payment' },
        log: pino({ level: 'silent' }),
      }),
    )
  const told = fc.record({ trade: fc.nat(2), fen: fc.constantFrom(999, 1_000, 1_001), killed: fc.boolean() })
  await fc.assert(
    fc.asyncProperty(fc.array(told, { minLength: 1, maxLength: 8 }), async (all) => {
      const account = random.uuid()
      await database.db
        .insertInto('account')
        .values({ id: account, name: '林若溪', locale: 'zh', created_at: clock.now() })
        .execute()
      const trades: string[] = []
      for (let n = 0; n < 3; n++)
        trades.push(
          (await inTrx((context) => beginTopUp({ account, fen: 1_000, method: 'alipay' }, context))).outTradeNo,
        )
      const came = new Map<number, number>()
      for (const { trade, fen, killed } of all) {
        let outcome: PaymentOutcome | undefined
        const telling = inTrx(async (context) => {
          outcome = await applyPayment({ outTradeNo: trades[trade] ?? '', tradeNo: 'C1', fen }, context)
          if (killed) throw new Killed()
        })
        if (killed) await expect(telling).rejects.toThrow(Killed)
        else await telling
        expect(outcome).toBe(came.has(trade) ? 'already-applied' : fen === 1_000 ? 'credited' : 'other-amount')
        if (!killed && !came.has(trade)) came.set(trade, fen)
      }
      expect(await balanceOf(database.db, ledgerAccounts.balance(account))).toBe(
        [...came.values()].reduce((sum, fen) => sum + fen, 0),
      )
      expect(await ledgerSum(database.db)).toBe(0)
      const { length } = await database.db.selectFrom('message').select('id').where('account', '=', account).execute()
      expect(length).toBe([...came.values()].filter((fen) => fen !== 1_000).length)
    }),
    { numRuns: 30 },
  )
})
