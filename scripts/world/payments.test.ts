import { afterAll, describe, expect, it } from 'vitest'
import { type Customer, openShop, orderBody, type ShopOrder } from './shop.ts'

const shop = await openShop('payments')
const { world, sandbox, db, one, two, place, look, balance, ended, whole, pay, payAtChannel } = shop
afterAll(() => shop.close())

describe('paying', () => {
  it('tells the registry nothing before the money is there (S0-23, S1-88)', async () => {
    const order = await place(one, 'unpaid-1.cn')
    expect(await sandbox.domain('cn', 'unpaid-1.cn')).toBeUndefined()
    await pay(one, order.number)
    expect((await ended(one, order.number)).state).toBe('succeeded')
    expect(await sandbox.domain('cn', 'unpaid-1.cn')).toBeDefined()
    await expect(pay(one, order.number)).rejects.toMatchObject({ status: 409, code: 'order.not-payable' })
    await whole()
  })

  it('applies a notification that comes five times once (S0-26)', async () => {
    const before = await balance(one)
    await sandbox.paymentFaults({ copies: 5 })
    const order = await place(one, 'five-times-1.cn')
    const trade = await payAtChannel(one, order.number)
    expect((await ended(one, order.number)).state).toBe('succeeded')
    await expect
      .poll(async () => (await db.query('select 1 from payment_notice where out_trade_no = $1', [trade])).rowCount, {
        timeout: 10_000,
      })
      .toBeGreaterThanOrEqual(5)
    expect((await db.query('select 1 from ledger_posting where key = $1', [`payment/${trade}`])).rowCount).toBe(1)
    expect(await balance(one)).toBe(before)
    await sandbox.paymentFaults()
    await whole()
  })

  it.each([
    ['a bad signature', 'bad-signature-1.cn', { badSignature: true }, 'bad-signature'],
    ['an amount that the channel does not hold', 'wrong-amount-1.cn', { wrongAmount: true }, 'applied'],
  ])('does not believe %s, and learns the truth by asking (S0-26)', async (_, name, fault, outcome) => {
    const { rows } = await db.query('select coalesce(max(id), 0) as last from payment_notice')
    await sandbox.paymentFaults(fault)
    const order = await place(one, name)
    const before = await balance(one)
    const trade = await payAtChannel(one, order.number)
    await expect
      .poll(
        async () =>
          (await db.query('select outcome from payment_notice where id > $1 limit 1', [rows[0].last])).rows[0]?.outcome,
        { timeout: 10_000 },
      )
      .toBe(outcome)
    // The answer to the question is signed by the channel and tells the true amount.
    expect((await ended(one, order.number)).state).toBe('succeeded')
    expect(await balance(one)).toBe(before)
    expect((await db.query('select 1 from ledger_posting where key = $1', [`payment/${trade}`])).rowCount).toBe(1)
    await sandbox.paymentFaults()
    await whole()
  })

  it('refuses a notification that somebody else made up', async () => {
    const order = await place(one, 'forged-1.cn')
    const { outTradeNo } = await one.client.post<{ outTradeNo: string }>(`orders/${order.number}/pay`, {
      method: 'alipay',
    })
    const forged = new URLSearchParams({
      out_trade_no: outTradeNo,
      trade_no: '1',
      total_amount: '29.00',
      trade_status: 'TRADE_SUCCESS',
      app_id: '1',
      sign_type: 'RSA2',
      sign: 'AAAA',
    })
    const answer = await fetch(`${world.origin}/v1/payments/alipay/notify`, { method: 'POST', body: forged })
    expect(await answer.text()).toContain('fail')
    expect((await look(one, order.number)).state).toBe('awaiting-payment')
  })

  it('credits money that comes for an order given up, instead of keeping it', async () => {
    const before = await balance(one)
    await sandbox.paymentFaults({ silent: true })
    const order = await place(one, 'too-late-1.cn')
    const trade = await payAtChannel(one, order.number)
    await one.client.post(`orders/${order.number}/cancel`)
    await sandbox.paymentFaults()
    await sandbox.notifyAgain(trade)
    await expect.poll(() => balance(one), { timeout: 10_000 }).toBe(before + order.totalFen)
    expect((await look(one, order.number)).state).toBe('closed')
    expect(await sandbox.domain('cn', 'too-late-1.cn')).toBeUndefined()
    await whole()
  })

  describe('with another amount than the order asks', () => {
    interface Course extends ShopOrder {
      readonly timeline: readonly {
        readonly key: string
        readonly detail: { readonly zh: string; readonly en: string }
      }[]
    }
    const course = async (number: string) =>
      (await one.client.get<Course>(`orders/${number}`)).timeline.find(({ key }) => key === 'other-amount-1')
    const paidWith = async (number: string, fen: number) => {
      const { outTradeNo } = await one.client.post<{ outTradeNo: string }>(`orders/${number}/pay`, { method: 'alipay' })
      await sandbox.pay(outTradeNo, fen)
      return outTradeNo
    }
    const outcomes = async (trade: string) =>
      (await db.query('select outcome from payment_notice where out_trade_no = $1 order by id', [trade])).rows.map(
        ({ outcome }) => outcome,
      )

    it('puts what came on the balance, once, says so, and leaves the order to be paid (S0-25, S0-26, S1-87)', async () => {
      const before = await balance(one)
      const order = await place(one, 'other-amount-1.cn')
      await sandbox.paymentFaults({ copies: 3 })
      const trade = await paidWith(order.number, 1_234)
      await expect
        .poll(() => outcomes(trade), { timeout: 10_000 })
        .toEqual(['other-amount', 'already-applied', 'already-applied'])
      await sandbox.paymentFaults()
      // The channel hears "success" and repeats none of them.
      await expect
        .poll(async () => {
          const { notifications } = await sandbox.call<{
            notifications: { outTradeNo: string; acknowledgedAt: string | null }[]
          }>('GET', 'payment')
          return notifications.filter((each) => each.outTradeNo === trade && each.acknowledgedAt !== null).length
        })
        .toBe(3)
      expect(await balance(one)).toBe(before + 1_234)
      expect((await look(one, order.number)).state).toBe('awaiting-payment')
      const due = (order.totalFen / 100).toFixed(2)
      expect(await course(order.number)).toMatchObject({
        detail: {
          zh: expect.stringContaining(`支付宝到账 ¥12.34，不是应付的 ¥${due}；已转入账户余额`),
          en: expect.stringContaining('¥12.34 came'),
        },
      })
      const { messages } = await one.client.get<{ messages: { kind: string; text: { zh: string; en: string } }[] }>(
        'messages',
      )
      expect(messages.filter(({ kind }) => kind === 'payment.other-amount')).toMatchObject([
        {
          text: {
            zh: expect.stringMatching(new RegExp(`应付 ¥${due}，支付宝到账 ¥12\\.34.*已转入账户余额.*用余额付`, 's')),
            en: expect.stringMatching(/CNY 12\.34 are on your balance.*pay it in time from the balance/s),
          },
        },
      ])
      const mail = await sandbox.mail('one@yuming.example', (text) => text.includes('12.34'))
      expect(mail).toContain(`/orders/${order.number}/pay`)
      const movements = await one.client.get<{ entries: { kind: string; method?: string; fen: number }[] }>('balance')
      expect(movements.entries[0]).toMatchObject({ kind: 'payment.other-amount', method: 'alipay', fen: 1_234 })
      await pay(one, order.number)
      expect((await ended(one, order.number)).state).toBe('succeeded')
      expect(await balance(one)).toBe(before + 1_234 - order.totalFen)
      await whole()
    })

    it('goes the same road when the platform has to ask, and takes the full sum by another trade (S0-26)', async () => {
      const before = await balance(one)
      const order = await place(one, 'other-amount-2.cn')
      await sandbox.paymentFaults({ silent: true })
      const trade = await paidWith(order.number, order.totalFen + 100)
      await expect.poll(() => balance(one), { timeout: 15_000 }).toBe(before + order.totalFen + 100)
      await sandbox.paymentFaults()
      await sandbox.notifyAgain(trade)
      await expect.poll(() => outcomes(trade), { timeout: 10_000 }).toEqual(['already-applied'])
      const again = await payAtChannel(one, order.number)
      expect(again).not.toBe(trade)
      expect((await ended(one, order.number)).state).toBe('succeeded')
      expect(await balance(one)).toBe(before + order.totalFen + 100)
      expect(await course(order.number)).toMatchObject({ detail: { zh: expect.stringContaining('可以用来买别的') } })
      await whole()
    })

    it('puts a top-up of another amount on the balance as it came, and says so (S0-25)', async () => {
      const before = await balance(one)
      const { outTradeNo } = await one.client.post<{ outTradeNo: string }>('balance/top-ups', {
        amountFen: 5_000,
        method: 'alipay',
      })
      await sandbox.pay(outTradeNo, 4_999)
      await expect.poll(() => balance(one), { timeout: 10_000 }).toBe(before + 4_999)
      expect(await outcomes(outTradeNo)).toEqual(['other-amount'])
      await sandbox.mail('one@yuming.example', (text) => text.includes(outTradeNo) && text.includes('49.99'))
      await whole()
    })
  })

  it('gives money that came through the channel back through the channel (S0-26)', async () => {
    const before = await balance(one)
    const order = await place(one, 'grabbed-1.cn')
    await sandbox.grab('cn', 'grabbed-1.cn')
    await payAtChannel(one, order.number)
    const end = await ended(one, order.number)
    expect(end).toMatchObject({
      state: 'failed',
      refundedFen: order.totalFen,
      lines: [{ state: 'refunded', findings: [{ rule: 'EPP-2302' }] }],
    })
    expect(await balance(one)).toBe(before)
    await whole()
  })
})

describe('a request that is sent again with its Idempotency-Key', () => {
  let keys = 0
  const keyed = async (who: Customer, where: string, what: object, key: string) => {
    const answer = await who.client.raw('POST', where, what, { 'idempotency-key': key })
    return { status: answer.status, body: (await answer.json()) as ShopOrder & { code: string; outTradeNo: string } }
  }
  const fresh = () => `order-test-key-${++keys}`

  it('places one order, however often and however close together', async () => {
    const key = fresh()
    const wanted = orderBody('again-1.cn', one.templateId)
    const first = await Promise.all([1, 2, 3, 4].map(() => keyed(one, 'orders', wanted, key)))
    expect(first.map(({ status }) => status)).toEqual([201, 201, 201, 201])
    expect(new Set(first.map(({ body }) => body.number)).size).toBe(1)
    const number = String(first[0]?.body.number)
    await pay(one, number)
    await ended(one, number)
    // Asked as new, the name would be refused: it is registered now.
    expect(await keyed(one, 'orders', wanted, key)).toMatchObject({ status: 201, body: { number, state: 'succeeded' } })
    expect((await db.query("select 1 from order_line where ascii = 'again-1.cn'")).rowCount).toBe(1)
  })

  it('is refused with another body, and is another request for another account', async () => {
    const key = fresh()
    const mine = await keyed(one, 'orders', orderBody('again-2.cn', one.templateId), key)
    expect(await keyed(one, 'orders', orderBody('again-3.cn', one.templateId), key)).toMatchObject({
      status: 422,
      body: { code: 'request.key-reused' },
    })
    expect(await keyed(one, `orders/${mine.body.number}/pay`, { method: 'balance' }, key)).toMatchObject({
      status: 422,
    })
    const theirs = await keyed(two, 'orders', orderBody('again-2.cn', two.templateId), key)
    expect(theirs.status).toBe(201)
    expect(theirs.body.number).not.toBe(mine.body.number)
  })

  it('pays once, tops up through one trade, and renews once', async () => {
    const order = await place(one, 'again-4.cn')
    const before = await balance(one)
    const key = fresh()
    const paid = await Promise.all(
      [1, 2, 3].map(() => keyed(one, `orders/${order.number}/pay`, { method: 'balance' }, key)),
    )
    expect(paid.map(({ status }) => status)).toEqual([200, 200, 200])
    await ended(one, order.number)
    expect(await balance(one)).toBe(before - order.totalFen)
    const topUps = [fresh(), fresh()].flatMap((each) => [each, each])
    const trades = await Promise.all(
      topUps.map((each) => keyed(one, 'balance/top-ups', { amountFen: 100, method: 'alipay' }, each)),
    )
    expect(new Set(trades.map(({ body }) => body.outTradeNo)).size).toBe(2)
    const { items } = await one.client.get<{ items: { expiresOn: string }[] }>('domains?q=again-4')
    const renewal = { years: 1, expectedExpiry: String(items[0]?.expiresOn) }
    const renewKey = fresh()
    const [once, twice] = [
      await keyed(one, 'domains/again-4.cn/renew', renewal, renewKey),
      await keyed(one, 'domains/again-4.cn/renew', renewal, renewKey),
    ]
    expect(once.status).toBe(201)
    expect(twice.body.number).toBe(once.body.number)
    await whole()
  })

  it('leaves no trace when it was refused: the same key may be used when the reason is gone', async () => {
    const key = fresh()
    const order = await place(one, 'again-5.cn')
    await sandbox.grab('cn', 'again-5-taken.cn')
    expect(await keyed(one, 'orders', orderBody('again-5-taken.cn', one.templateId), key)).toMatchObject({
      status: 422,
    })
    expect((await db.query('select 1 from request_key where key = $1', [key])).rowCount).toBe(0)
    expect(await keyed(one, `orders/${order.number}/pay`, { method: 'balance' }, key)).toMatchObject({ status: 200 })
  })

  it('tells of a name that waits for payment in an order of one’s own', async () => {
    const dry = (who: Customer) =>
      who.client.post<{ lines: { openOrder?: string; state: string; findings: { rule: string }[] }[] }>('orders', {
        ...orderBody('again-6.cn', who.templateId),
        dryRun: true,
      })
    const { number } = await place(one, 'again-6.cn')
    expect((await dry(one)).lines[0]).toMatchObject({
      state: 'ok',
      openOrder: number,
      findings: expect.arrayContaining([expect.objectContaining({ rule: 'ORDER-OPEN-01', severity: 'advise' })]),
    })
    expect((await dry(two)).lines[0]).not.toHaveProperty('openOrder')
    await one.client.post(`orders/${number}/cancel`)
    expect((await dry(one)).lines[0]).not.toHaveProperty('openOrder')
  })
})

describe('what an account looks back at', () => {
  interface Paid extends ShopOrder {
    readonly method: string
    readonly timeline: readonly { readonly key: string; readonly detail: { readonly zh: string } }[]
  }

  it('says by which method each order was really paid, also when another was begun first (S0-26, S0-27)', async () => {
    const order = await place(one, 'method-1.cn')
    const begin = (method: string) =>
      one.client.post<{ outTradeNo: string; redirect: string }>(`orders/${order.number}/pay`, { method })
    const scanned = await begin('alipay')
    const bank = await begin('online-banking')
    expect(bank.outTradeNo).not.toBe(scanned.outTradeNo)
    // The cashier knows the trade once the payer's browser is there.
    expect((await fetch(bank.redirect)).status).toBe(200)
    await sandbox.pay(bank.outTradeNo)
    await ended(one, order.number)
    const shown = await one.client.get<Paid>(`orders/${order.number}`)
    expect(shown.method).toBe('online-banking')
    expect(shown.timeline.find(({ key }) => key === 'paid')?.detail.zh).toContain('网银')
    await whole()
  })

  it('tells of an order that was paid twice: the second payment is on the balance, and the order says so', async () => {
    const order = await place(one, 'paid-twice-1.cn')
    const begin = (method: string) =>
      one.client.post<{ outTradeNo: string; redirect: string }>(`orders/${order.number}/pay`, { method })
    const scanned = await begin('alipay')
    const bank = await begin('online-banking')
    await fetch(bank.redirect)
    await sandbox.pay(scanned.outTradeNo)
    expect((await ended(one, order.number)).state).toBe('succeeded')
    const paidTwice = async () =>
      (await one.client.get<Paid>(`orders/${order.number}`)).timeline.find(({ key }) => key === 'paid-twice')
    expect(await paidTwice()).toBeUndefined()
    const before = await balance(one)
    await sandbox.pay(bank.outTradeNo)
    await expect.poll(() => balance(one), { timeout: 10_000 }).toBe(before + order.totalFen)
    const sum = `¥${(order.totalFen / 100).toFixed(2)}`
    expect(await paidTwice()).toMatchObject({ detail: { zh: expect.stringContaining(`${sum} 已转入账户余额`) } })
    const { orders } = await one.client.get<{ orders: Paid[] }>('orders')
    expect(orders.find(({ number }) => number === order.number)?.timeline.map(({ key }) => key)).toContain('paid-twice')
    await whole()
  })

  it('goes back page by page to the first order and the first movement, none twice', async () => {
    const walk = async <T>(where: string, of: (page: never) => readonly T[]) => {
      const found: T[] = []
      let cursor = ''
      for (let pages = 0; pages < 200; pages++) {
        const page = await one.client.get<{ next: string | null }>(`${where}?limit=3${cursor}`)
        expect(of(page as never).length).toBeLessThanOrEqual(3)
        found.push(...of(page as never))
        if (page.next === null) break
        cursor = `&cursor=${page.next}`
      }
      return found
    }
    const numbers = await walk('orders', ({ orders }: { orders: ShopOrder[] }) => orders.map((each) => each.number))
    const { rows } = await db.query(
      'select number from orders where account = (select account from orders where number = $1) order by created_at desc, number desc',
      [numbers[0]],
    )
    expect(numbers).toEqual(rows.map(({ number }) => number))
    const left = await walk('balance', ({ entries }: { entries: { fen: number }[] }) => entries.map(({ fen }) => fen))
    expect(left.reduce((sum, fen) => sum + fen, 0)).toBe(await balance(one))
    expect(await one.client.get('orders?cursor=made-up&limit=1')).toMatchObject({ orders: [{ number: numbers[0] }] })
  })
})
