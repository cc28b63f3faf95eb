import { pino } from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fixedClock } from '../../kernel/clock/index.ts'
import { systemRandom as random } from '../../kernel/random.ts'
import { type TestDatabase, testDatabase } from '../../testing/database.ts'
import { balanceOf, ledgerAccounts } from '../money/index.ts'
import { createPaymentWatch } from './payment-watch.ts'
import type { PaymentChannel } from './ports.ts'

const clock = fixedClock('2026-11-24T02:00:00Z')
const account = random.uuid()
let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
  await database.db
    .insertInto('account')
    .values({ id: account, name: '林若溪', locale: 'zh', created_at: clock.now() })
    .execute()
})
afterAll(() => database.drop())

it('finds what was paid without a notification also while hundreds of trades are open that nobody will pay', async () => {
  const trade = (outTradeNo: string, minutesAgo: number) => ({
    id: random.uuid(),
    out_trade_no: outTradeNo,
    account,
    order_id: null,
    channel: 'alipay' as const,
    method: 'alipay' as const,
    fen: 5_000,
    state: 'pending' as const,
    channel_trade_no: null,
    created_at: new Date(clock.now().getTime() - minutesAgo * 60_000),
    asked_at: null,
    paid_at: null,
  })
  const given = Array.from({ length: 300 }, (_, n) => trade(`left-${n}`, 60))
  await database.db
    .insertInto('payment')
    .values([...given, trade('paid', 1)])
    .execute()
  const channel = {
    query: async (outTradeNo: string) =>
      outTradeNo === 'paid' ? { state: 'paid', tradeNo: 'C1', fen: 5_000 } : { state: 'waiting' },
  } as unknown as PaymentChannel
  const watch = createPaymentWatch({ db: database.db, channel, clock, random, log: pino({ level: 'silent' }) })
  for (let looks = 0; looks < 7; looks++) {
    await watch.look()
    clock.advance(3_000)
  }
  expect(await balanceOf(database.db, ledgerAccounts.balance(account))).toBe(5_000)
})
