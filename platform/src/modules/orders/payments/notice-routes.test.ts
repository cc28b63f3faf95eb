import { pino } from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { systemRandom as random } from '../../../kernel/random.ts'
import { type TestApi, testApi } from '../../../testing/console-api.ts'
import { balanceOf, ledgerAccounts } from '../../money/index.ts'
import { beginTopUp } from '../commands/begin-payment.ts'
import type { ChannelPayment, PaymentChannel } from '../ports.ts'
import { noticeRoutes } from './notice-routes.ts'

let held: () => Promise<ChannelPayment>
const channel = {
  readNotice: ({ trade = '', fen = '' }) => ({ outTradeNo: trade, tradeNo: 'C1', fen: Number(fen), status: 'paid' }),
  query: () => held(),
} as unknown as PaymentChannel

let api: TestApi
beforeAll(async () => {
  api = await testApi(() => [async (app) => noticeRoutes(app, { channel })])
})
afterAll(() => api.close())

it('moves nothing on an amount that the channel does not confirm, and takes the notification when it comes again (S0-26)', async () => {
  const who = await api.customer()
  const account: string = (await who.call('GET', 'v1/session')).body.account.id
  const { outTradeNo } = await api.db
    .transaction()
    .execute((trx) =>
      beginTopUp(
        { account, fen: 5_000, method: 'alipay' },
        { trx, clock: api.clock, random, actor: { kind: 'system', name: 'payment' }, log: pino({ level: 'silent' }) },
      ),
    )
  const told = async () => {
    const answer = await fetch(`${api.address}/v1/payments/alipay/notify`, {
      method: 'POST',
      body: new URLSearchParams({ trade: outTradeNo, fen: '4000' }),
    })
    return [await answer.text(), await balanceOf(api.db, ledgerAccounts.balance(account))]
  }
  held = async () => ({ state: 'waiting' })
  expect(await told()).toEqual(['fail', 0])
  held = () => Promise.reject(new Error('the channel is silent'))
  expect(await told()).toEqual(['fail', 0])
  held = async () => ({ state: 'paid', tradeNo: 'C1', fen: 4_000 })
  expect(await told()).toEqual(['success', 4_000])
  // What is known already is asked about no more.
  held = () => Promise.reject(new Error('the channel is silent'))
  expect(await told()).toEqual(['success', 4_000])
  const notices = await api.db.selectFrom('payment_notice').select('outcome').orderBy('id').execute()
  expect(notices.map(({ outcome }) => outcome)).toEqual([
    'unconfirmed',
    'unconfirmed',
    'other-amount',
    'already-applied',
  ])
})
