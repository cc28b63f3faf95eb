import { afterAll, describe, expect, it } from 'vitest'
import { makeOperator } from './operator.ts'
import { signUp } from './person.ts'
import { openShop, password, type ShopOrder } from './shop.ts'

const shop = await openShop('refunds')
const { world, folder, sandbox, db, one, place, look, balance, ended, whole, payAtChannel } = shop
afterAll(() => shop.close())

interface Order extends ShopOrder {
  readonly lines: readonly (ShopOrder['lines'][number] & {
    readonly id: string
    readonly refundTo: string | null
    readonly detail: { readonly zh: string; readonly en: string }
  })[]
  readonly timeline: readonly {
    readonly key: string
    readonly state: string
    readonly detail: { readonly zh: string }
  }[]
}

/** A name that somebody else takes once the order is placed: it is paid at the channel, and the refund is due. */
async function lose(name: string): Promise<{ order: ShopOrder; trade: string }> {
  const order = await place(one, name)
  await sandbox.grab('cn', name)
  return { order, trade: await payAtChannel(one, order.number) }
}
/** A name that its registry deletes after a failed naming review, once its refund is settled. */
async function loseRegistered(name: string, refundRefusal: string): Promise<{ order: ShopOrder; trade: string }> {
  const reviews = (what: string, wanted: object) => sandbox.call('POST', `registries/cn/reviews/${what}`, wanted)
  for (const kind of ['naming', 'identity']) await reviews('scripts', { kind, pattern: '*', decision: 'pass' })
  await reviews('scripts', { kind: 'naming', pattern: name.split('.')[0], decision: 'fail' })
  await reviews('mode', { mode: 'after-create' })
  await sandbox.paymentFaults({ refundRefusal })
  const order = await place(one, name)
  const trade = await payAtChannel(one, order.number)
  await expect
    .poll(async () => (await shown(order.number)).lines[0]?.refundTo, { timeout: 20_000 })
    .toMatch(/balance|operator/)
  await sandbox.paymentFaults()
  await reviews('mode', { mode: 'off' })
  return { order, trade }
}
const atChannel = (trade: string) =>
  sandbox.call<{ refundedFen: number }>('GET', `payment/trades/${trade}`).then(({ refundedFen }) => refundedFen)
const ledger = async (account: string) =>
  Number(
    (await db.query('select coalesce(sum(fen), 0) as fen from ledger_entry where account = $1', [account])).rows[0].fen,
  )
const shown = (number: string) => one.client.get<Order>(`orders/${number}`)
const yuan = (fen: number) => (fen / 100).toFixed(2)

describe('a refund that the channel refuses for good', () => {
  it.each(['ACQ.TRADE_NOT_ALLOW_REFUND', 'ACQ.TRADE_HAS_FINISHED', 'ACQ.BUYER_NOT_EXIST'])(
    'and surely never makes (%s) goes to the balance, and the order says so (S0-25, S0-26, S1-161)',
    async (refundRefusal) => {
      const [before, channel] = [await balance(one), await ledger('channel/alipay')]
      await sandbox.paymentFaults({ refundRefusal })
      const name = `${refundRefusal.slice(4).replaceAll('_', '-').toLowerCase()}.cn`
      const { order, trade } = await lose(name)
      expect(await ended(one, order.number)).toMatchObject({ state: 'failed', refundedFen: order.totalFen })
      await sandbox.paymentFaults()
      expect(await balance(one)).toBe(before + order.totalFen)
      expect(await atChannel(trade)).toBe(0)
      expect(await ledger('channel/alipay')).toBe(channel - order.totalFen)
      const sum = yuan(order.totalFen)
      const { lines, timeline } = await shown(order.number)
      expect(lines).toMatchObject([
        {
          state: 'refunded',
          refundTo: 'balance',
          detail: {
            zh: expect.stringContaining(`支付宝不能退这笔款，¥${sum} 已转入账户余额`),
            en: expect.stringContaining(`Alipay cannot take the refund; ¥${sum} is on the balance`),
          },
        },
      ])
      expect(timeline.find(({ key }) => key === 'refunded')).toMatchObject({
        state: 'done',
        detail: { zh: expect.stringContaining('已转入账户余额') },
      })
      const mail = await sandbox.mail('one@yuming.example', (text) => text.includes(name) && text.includes('未能注册'))
      expect(mail).toContain(`付款渠道不能退这笔款，¥${sum} 已转入账户余额`)
      expect(mail).not.toContain('原路')
      await whole()
    },
  )

  it('goes to the balance too when the registry deleted the name (S1-56, S1-161)', async () => {
    const before = await balance(one)
    const { order, trade } = await loseRegistered('deleted-1.cn', 'ACQ.TRADE_HAS_FINISHED')
    expect(await shown(order.number)).toMatchObject({
      state: 'succeeded',
      refundedFen: order.totalFen,
      lines: [{ state: 'refunded', refundTo: 'balance', detail: { zh: expect.stringContaining('已转入账户余额') } }],
    })
    expect(await balance(one)).toBe(before + order.totalFen)
    expect(await atChannel(trade)).toBe(0)
    const mail = await sandbox.mail(
      'one@yuming.example',
      (text) => text.includes('deleted-1.cn') && text.includes('注册局已删除'),
    )
    expect(mail).toContain('付款渠道不能退这笔款')
    await whole()
  })
})

describe('a refund that contradicts what the channel knows', async () => {
  const finance = await signUp(world.origin, 'finance-of-refunds@yuming.example', password, '财务')
  makeOperator(folder, 'finance-of-refunds@yuming.example', 'finance')
  const matters = async () =>
    (
      await finance.get<{
        refunds: { line: string; number: string; name: string; code: string; outTradeNo: string }[]
      }>('operator/refunds')
    ).refunds

  it.each([
    ['ACQ.DISCORDANT_REPEAT_REQUEST', 'balance'],
    ['ACQ.TRADE_HAS_CLOSE', 'channel'],
    ['ACQ.REFUND_AMT_NOT_EQUAL_TOTAL', 'balance'],
    ['ACQ.TRADE_STATUS_ERROR', 'channel'],
  ] as const)('(%s) is handed to finance staff, who end it once: %s (S0-26, S1-161)', async (refundRefusal, to) => {
    const [before, channel] = [await balance(one), await ledger('channel/alipay')]
    await sandbox.paymentFaults({ refundRefusal })
    const name = `${refundRefusal.slice(4).replaceAll('_', '-').toLowerCase()}.cn`
    const { order, trade } = await lose(name)
    const sum = yuan(order.totalFen)
    // The order ends for its customer, who reads who has the money.
    expect(await ended(one, order.number)).toMatchObject({ state: 'failed', refundedFen: 0 })
    await sandbox.paymentFaults()
    const held = await shown(order.number)
    expect(held.lines).toMatchObject([
      {
        state: 'failed',
        refundTo: 'operator',
        detail: {
          zh: expect.stringContaining(`¥${sum} 的退款支付宝没有办成，我们的财务在处理，要比平时久`),
          en: expect.stringContaining('our finance staff have it, it takes longer than usual'),
        },
      },
    ])
    expect(held.timeline.find(({ key }) => key === 'refunded')?.state).toBe('now')
    const mail = await sandbox.mail('one@yuming.example', (text) => text.includes(name) && text.includes('未能注册'))
    expect(mail).toContain('已交我们的财务人工处理，要比平时久')
    expect(await balance(one)).toBe(before)
    await whole()

    const [matter] = await matters()
    expect(await matters()).toMatchObject([{ number: order.number, name, code: refundRefusal, outTradeNo: trade }])
    const path = `operator/refunds/${matter?.line}`
    await expect(one.client.post(path, { to: 'balance' })).rejects.toMatchObject({ status: 403 })
    await expect(finance.post(path, { to: 'channel' })).rejects.toMatchObject({ status: 400 })
    const decision = to === 'channel' ? { to, reference: '2026112422001' } : { to }
    const answers = await Promise.allSettled([finance.post(path, decision), finance.post(path, decision)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await expect(finance.post(path, decision)).rejects.toMatchObject({ status: 409, code: 'refund.decided' })
    expect(await matters()).toEqual([])
    expect(await balance(one)).toBe(before + (to === 'balance' ? order.totalFen : 0))
    expect(await ledger('channel/alipay')).toBe(channel - (to === 'balance' ? order.totalFen : 0))
    expect(await shown(order.number)).toMatchObject({
      state: 'failed',
      refundedFen: order.totalFen,
      lines: [{ state: 'refunded', refundTo: to }],
    })
    const done = await sandbox.mail('one@yuming.example', (text) => text.includes(name) && text.includes('财务已处理'))
    expect(done).toContain(to === 'balance' ? `¥${sum} 已转入账户余额` : `¥${sum} 已原路退回`)
    await whole()
  })

  it('is handed to them also when the registry deleted the name (S1-56, S1-161)', async () => {
    const before = await balance(one)
    const { order } = await loseRegistered('deleted-2.cn', 'ACQ.TRADE_HAS_CLOSE')
    expect(await shown(order.number)).toMatchObject({
      state: 'succeeded',
      refundedFen: 0,
      lines: [{ state: 'failed', refundTo: 'operator' }],
    })
    const mail = await sandbox.mail(
      'one@yuming.example',
      (text) => text.includes('deleted-2.cn') && text.includes('注册局已删除'),
    )
    expect(mail).toContain('已交我们的财务人工处理')
    const [matter] = await matters()
    await finance.post(`operator/refunds/${matter?.line}`, { to: 'balance' })
    expect(await shown(order.number)).toMatchObject({
      refundedFen: order.totalFen,
      lines: [{ state: 'refunded', refundTo: 'balance' }],
    })
    expect(await balance(one)).toBe(before + order.totalFen)
    await whole()
  })

  it('holds nothing else of the order up (S1-161)', async () => {
    await sandbox.paymentFaults({ refundRefusal: 'ACQ.TRADE_STATUS_ERROR' })
    const order = await place(one, 'won-1.cn', { lines: ['won-1.cn', 'lost-1.cn'].map((name) => ({ name, years: 1 })) })
    await sandbox.grab('cn', 'lost-1.cn')
    await payAtChannel(one, order.number)
    expect((await ended(one, order.number)).state).toBe('partly-succeeded')
    await sandbox.paymentFaults()
    expect(await sandbox.domain('cn', 'won-1.cn')).toBeDefined()
    const [matter] = await matters()
    await finance.post(`operator/refunds/${matter?.line}`, { to: 'balance' })
    const { lines, refundedFen } = await shown(order.number)
    expect(lines.map(({ state }) => state)).toEqual(['succeeded', 'refunded'])
    expect(refundedFen).toBe(order.totalFen / 2)
    await expect(finance.post(`operator/refunds/${lines[0]?.id}`, { to: 'balance' })).rejects.toMatchObject({
      status: 404,
      code: 'refund.not-found',
    })
    await whole()
  })
})

it('is asked for again while the channel does not know, and then made once (S0-26)', async () => {
  const before = await balance(one)
  await sandbox.paymentFaults({ refundRefusal: 'ACQ.SYSTEM_ERROR' })
  const { order, trade } = await lose('system-error.cn')
  await expect
    .poll(
      async () =>
        (
          await db.query(
            `select 1 from intent join task on task.id = intent.task
               where task.subject = 'system-error.cn' and intent.step = 'refund' and intent.state = 'not-applied'`,
          )
        ).rowCount,
      { timeout: 20_000 },
    )
    .toBeGreaterThan(0)
  expect((await look(one, order.number)).state).toBe('processing')
  await sandbox.paymentFaults()
  expect(await ended(one, order.number)).toMatchObject({ state: 'failed', refundedFen: order.totalFen })
  expect((await shown(order.number)).lines).toMatchObject([
    { refundTo: 'channel', detail: { zh: expect.stringContaining('已原路退回支付宝') } },
  ])
  expect([await balance(one), await atChannel(trade)]).toEqual([before, order.totalFen])
  await whole()
})
