import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiClient } from './api-client.ts'
import { makeTemplate, organisationTemplate, signUp, topUp } from './person.ts'
import { codeIn, SandboxControls } from './sandbox-controls.ts'
import { startWorld, type World } from './start-world.ts'
import { turnClock } from './turn-clock.ts'
import { makeReviewer, makeVerifiedTemplate, verifyTemplate } from './verified.ts'

interface Order {
  readonly number: string
  readonly state: string
  readonly totalFen: number
  readonly refundedFen: number
  readonly lines: readonly { readonly state: string; readonly findings: readonly { rule: string }[] }[]
}

const folder = mkdtempSync(path.join(tmpdir(), 'yuming-orders-test-'))
const password = 'a-long-enough-Password-1'
let world: World
let sandbox: SandboxControls
let one: { client: ApiClient; templateId: string }
let two: { client: ApiClient; templateId: string }
let db: pg.Client

async function person(email: string) {
  const client = await signUp(world.origin, email, password, '山月茶业')
  await topUp(client, sandbox, 5_000_000)
  const templateId = await makeVerifiedTemplate(world, { client, sandbox }, organisationTemplate(email))
  return { client, templateId }
}

beforeAll(async () => {
  world = await startWorld({ folder, web: { limitFactor: 10_000 }, env: { YUMING_LOG_LEVEL: 'warn' } })
  sandbox = new SandboxControls(world.sandboxOrigin)
  one = await person('one@yuming.example')
  two = await person('two@yuming.example')
  db = new pg.Client({ connectionString: String(world.platform.ready.database) })
  await db.connect()
}, 60_000)
afterAll(async () => {
  await db.end()
  await world.stop()
  rmSync(folder, { recursive: true, force: true })
})

const body = (name: string, templateId: string, more: object = {}) => ({
  lines: [{ name, years: 1 }],
  holderType: 'organisation',
  templateId,
  termsAccepted: true,
  ...more,
})
const place = (who: typeof one, name: string, more: object = {}) =>
  who.client.post<Order>('orders', body(name, who.templateId, more))
const look = (who: typeof one, number: string) => who.client.get<Order>(`orders/${number}`)
const balance = async (who: typeof one) => (await who.client.get<{ balanceFen: number }>('balance')).balanceFen

async function ended(who: typeof one, number: string): Promise<Order> {
  await expect
    .poll(async () => (await look(who, number)).state, { timeout: 15_000 })
    .not.toMatch(/awaiting-payment|processing/)
  return look(who, number)
}

async function whole(): Promise<void> {
  const { rows } = await db.query('select coalesce(sum(fen), 0)::int as total from ledger_entry')
  expect(rows[0].total).toBe(0)
}

const pay = (who: typeof one, number: string) => who.client.post(`orders/${number}/pay`, { method: 'balance' })
const payAtChannel = async (who: typeof one, number: string) => {
  const { outTradeNo } = await who.client.post<{ outTradeNo: string }>(`orders/${number}/pay`, { method: 'alipay' })
  await sandbox.pay(outTradeNo)
  return outTradeNo
}

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
    ['a bad signature', { badSignature: true }, 'bad-signature'],
    ['a wrong amount', { wrongAmount: true }, 'wrong-amount'],
  ])('does not believe %s, and learns the truth by asking', async (_, fault, outcome) => {
    await sandbox.paymentFaults(fault)
    const order = await place(one, `${outcome}-1.cn`)
    const trade = await payAtChannel(one, order.number)
    await expect
      .poll(async () => (await db.query('select outcome from payment_notice where outcome = $1', [outcome])).rowCount, {
        timeout: 10_000,
      })
      .toBeGreaterThan(0)
    // The query that follows is signed by the channel and tells the true amount.
    expect((await ended(one, order.number)).state).toBe('succeeded')
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
  const keyed = async (who: typeof one, where: string, what: object, key: string) => {
    const answer = await who.client.raw('POST', where, what, { 'idempotency-key': key })
    return { status: answer.status, body: (await answer.json()) as Order & { code: string; outTradeNo: string } }
  }
  const fresh = () => `order-test-key-${++keys}`

  it('places one order, however often and however close together', async () => {
    const key = fresh()
    const wanted = body('again-1.cn', one.templateId)
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
    const mine = await keyed(one, 'orders', body('again-2.cn', one.templateId), key)
    expect(await keyed(one, 'orders', body('again-3.cn', one.templateId), key)).toMatchObject({
      status: 422,
      body: { code: 'request.key-reused' },
    })
    expect(await keyed(one, `orders/${mine.body.number}/pay`, { method: 'balance' }, key)).toMatchObject({
      status: 422,
    })
    const theirs = await keyed(two, 'orders', body('again-2.cn', two.templateId), key)
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
    expect(await keyed(one, 'orders', body('again-5-taken.cn', one.templateId), key)).toMatchObject({ status: 422 })
    expect((await db.query('select 1 from request_key where key = $1', [key])).rowCount).toBe(0)
    expect(await keyed(one, `orders/${order.number}/pay`, { method: 'balance' }, key)).toMatchObject({ status: 200 })
  })

  it('tells of a name that waits for payment in an order of one’s own', async () => {
    const dry = (who: typeof one) =>
      who.client.post<{ lines: { openOrder?: string; state: string; findings: { rule: string }[] }[] }>('orders', {
        ...body('again-6.cn', who.templateId),
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
  interface Paid extends Order {
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
    const numbers = await walk('orders', ({ orders }: { orders: Order[] }) => orders.map((each) => each.number))
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

describe('the same name twice at the same time', () => {
  it('goes to one, and the other gets the money back', async () => {
    for (let round = 0; round < 5; round++) {
      const name = `twice-${round}.cn`
      const [first, second] = await Promise.all([place(one, name), place(two, name)])
      const before = (await balance(one)) + (await balance(two))
      await Promise.all([pay(one, first.number), pay(two, second.number)])
      const ends = [await ended(one, first.number), await ended(two, second.number)]
      expect(ends.map(({ state }) => state).sort()).toEqual(['failed', 'succeeded'])
      expect((await balance(one)) + (await balance(two))).toBe(
        before - (ends[0]?.state === 'succeeded' ? first : second).totalFen,
      )
      expect((await db.query('select 1 from domain where ascii = $1', [name])).rowCount).toBe(1)
    }
    await whole()
  })

  it('goes to one when the other writes it in traditional characters (S1-30)', async () => {
    const [first, second] = await Promise.all([place(one, '龙门7茶.中国'), place(two, '龍門7茶.中国')])
    await Promise.all([pay(one, first.number), pay(two, second.number)])
    const ends = [await ended(one, first.number), await ended(two, second.number)]
    expect(ends.map(({ state }) => state).sort()).toEqual(['failed', 'succeeded'])
    await expect(place(one, '龍门7茶.中国')).rejects.toMatchObject({ code: 'order.refused' })
    expect((await db.query("select 1 from domain where name in ('龙门7茶.中国', '龍門7茶.中国')")).rowCount).toBe(1)
    await whole()
  })

  it('registers once though the registry drops its answer after committing', async () => {
    await sandbox.fault('cn', { kind: 'commit-then-drop', verb: 'domain:create', times: 1 })
    const order = await place(one, 'dropped-1.cn')
    await pay(one, order.number)
    expect((await ended(one, order.number)).state).toBe('succeeded')
    expect(
      (await db.query("select state from intent where step = 'create' and request->>'ascii' = $1", ['dropped-1.cn']))
        .rows,
    ).toEqual([{ state: 'answered' }])
    await whole()
  })
})

describe('confirming', () => {
  it('freezes what was seen: another sum stops the order and shows both (S0-09)', async () => {
    await expect(place(one, 'price-1.cn', { expectedTotalFen: 1 })).rejects.toMatchObject({
      status: 409,
      code: 'order.price-changed',
    })
  })

  it('wants the terms, a template, and a verified address (S0-20, S1-110, S1-127)', async () => {
    await expect(place(one, 'terms-1.cn', { termsAccepted: false })).rejects.toMatchObject({
      code: 'order.terms-not-accepted',
    })
    await expect(place(one, 'template-1.cn', { templateId: undefined })).rejects.toMatchObject({
      code: 'order.template-needed',
    })
    const { id } = await one.client.post<{ id: string }>(
      'templates',
      organisationTemplate('never-verified@yuming.example'),
    )
    await expect(place(one, 'email-1.cn', { templateId: id })).rejects.toMatchObject({
      code: 'order.email-not-verified',
    })
  })

  it.each([
    ['HK', 'GAJMTX', 'H12345678'],
    ['TW', 'TWJMTX', '12345678'],
  ])(
    'refuses .cn to a person of %s on the China site, and points to the other (S1-14, S1-18, S1-80)',
    async (region, kind, number) => {
      const { id } = await one.client.post<{ id: string }>('templates', {
        ...organisationTemplate('one@yuming.example'),
        holderType: 'person',
        name: { zh: '陈山月', en: 'Chan Shan Yuet' },
        region,
        postcode: '999077',
        certificate: { kind, number },
        default: false,
      })
      const refused = place(one, `region-${region.toLowerCase()}-1.cn`, { templateId: id, holderType: 'person' })
      await expect(refused).rejects.toThrow(/order\.refused/)
      await refused.catch((problem: { body?: { findings?: { rule: string; remedy: { zh: string } }[] } }) => {
        expect(problem.body?.findings?.[0]).toMatchObject({
          rule: 'CN-REGION-01',
          remedy: { zh: '建议前往国际站注册' },
        })
      })
    },
  )

  it('prices years and promotions: the code only while it is good (S0-17, S0-18, S0-19, S1-102)', async () => {
    const dry = (more: object) =>
      one.client.post<{ totalFen: number; lines: { discountFen: number }[]; missing: { zh: string }[] }>('orders', {
        ...body('promo-1.公司', one.templateId),
        dryRun: true,
        ...more,
      })
    expect(await dry({ lines: [{ name: 'promo-1.公司', years: 3 }] })).toMatchObject({ totalFen: 3 * 6_900 })
    expect(await dry({ promoCode: '茶山初雪' })).toMatchObject({ totalFen: 4_900, lines: [{ discountFen: 2_000 }] })
    expect((await dry({ promoCode: '不存在' })).missing.map(({ zh }) => zh)).toContain('优惠口令无效或已过期')
    await expect(place(one, 'promo-2.公司', { promoCode: '不存在' })).rejects.toMatchObject({
      code: 'order.promotion-refused',
    })
  })

  it('says which line was taken meanwhile, before anybody pays', async () => {
    await sandbox.grab('cn', 'meanwhile-1.cn')
    await expect(place(one, 'meanwhile-1.cn')).rejects.toMatchObject({
      code: 'order.refused',
      body: { findings: [{ rule: 'NAME-TAKEN-01' }] },
    })
  })
})

describe('what belongs to another account', () => {
  it('is not found, whatever one asks', async () => {
    const order = await place(one, 'mine-1.cn')
    await pay(one, order.number)
    await ended(one, order.number)
    const { lines } = await one.client.get<{ lines: { task: string }[] }>(`orders/${order.number}`)
    const { client } = two
    for (const ask of [
      () => client.get(`orders/${order.number}`),
      () => client.post(`orders/${order.number}/pay`, { method: 'balance' }),
      () => client.post(`orders/${order.number}/cancel`),
      () => client.get(`tasks/${lines[0]?.task}`),
      () => client.get('domains/mine-1.cn'),
      () => client.put('domains/mine-1.cn/auto-renew', { on: true }),
      () => client.post('domains/mine-1.cn/renew', { years: 1, expectedExpiry: '2027-11-24' }),
      () => client.get(`templates/${one.templateId}`),
      () => place({ client, templateId: one.templateId }, 'stolen-1.cn'),
    ])
      await expect(ask()).rejects.toMatchObject({ status: 404 })
  })

  it('is closed to those who have not signed in', async () => {
    const nobody = new ApiClient(world.origin)
    for (const path of ['orders', 'domains', 'templates', 'list', 'balance'])
      await expect(nobody.get(path)).rejects.toMatchObject({ status: 401 })
  })
})

describe('renewing', () => {
  it('moves the expiry once, though the answer was lost', async () => {
    const order = await place(one, 'renew-1.cn')
    await pay(one, order.number)
    await ended(one, order.number)
    const { items } = await one.client.get<{ items: { ascii: string; expiresOn: string }[] }>('domains?q=renew-1')
    const before = String(items[0]?.expiresOn)
    await sandbox.fault('cn', { kind: 'commit-then-drop', verb: 'domain:renew', times: 1 })
    const renewal = await one.client.post<Order>('domains/renew-1.cn/renew', { years: 2, expectedExpiry: before })
    await pay(one, renewal.number)
    expect((await ended(one, renewal.number)).state).toBe('succeeded')
    const after = await one.client.get<{ items: { expiresOn: string }[] }>('domains?q=renew-1')
    expect(after.items[0]?.expiresOn).toBe(`${Number(before.slice(0, 4)) + 2}${before.slice(4)}`)
    await whole()
  })
})

describe('a name that goes to another holder (过户)', () => {
  const codeTo = async (phone: string, before: string | undefined) => {
    let code: string | undefined
    await expect
      .poll(
        async () => {
          code = await sandbox.phoneCode(phone)
          return code !== undefined && code !== before
        },
        { timeout: 10_000 },
      )
      .toBe(true)
    return String(code)
  }

  it('goes to a verified template by a code to the phone, at the registry too, and to no other; what is registered with it needs no more papers (S0-15, S1-86, S1-128, S4-03, S4-08, S4-09, S4-10, S4-11, S4-13, S4-15)', async () => {
    const who = await person('holder-change@yuming.example')
    const order = await place(who, 'holder-change-1.cn')
    await pay(who, order.number)
    await ended(who, order.number)
    const reviewer = await makeReviewer(world.origin, folder, 'holder-change-reviewer@yuming.example')
    const target = await makeTemplate(who.client, sandbox, {
      ...organisationTemplate('holder-change@yuming.example'),
      name: { zh: '杭州山月文化有限公司', en: 'Hangzhou Shanyue Culture Co., Ltd.' },
      default: false,
    })
    const change = (templateId: string, code: string) =>
      who.client.post<{ task: string }>('domains/holder-change-1.cn/holder-change', { templateId, code })
    await expect(who.client.post('account/confirmations', { purpose: 'holder-change' })).rejects.toThrow(
      'account.phone-needed',
    )
    await who.client.post('account/phone', { phone: '+86.13800019901', password })
    const bound = await codeTo('13800019901', undefined)
    await expect(who.client.put('account/phone', { code: bound === '000000' ? '000001' : '000000' })).rejects.toThrow(
      'account.confirmation-refused',
    )
    await who.client.put('account/phone', { code: bound })
    await who.client.post('account/confirmations', { purpose: 'holder-change' })
    const first = await codeTo('13800019901', bound)
    await expect(change(target, first)).rejects.toThrow('domain.holder-change-refused')
    await verifyTemplate(who.client, reviewer, target)
    await expect(change(target, first)).rejects.toThrow('account.confirmation-refused')
    await turnClock(world, 61_000)
    await who.client.post('account/confirmations', { purpose: 'holder-change' })
    await change(target, await codeTo('13800019901', first))
    const shown = () =>
      who.client.get<{ registration: { template: string; identity: string } }>('domains/holder-change-1.cn')
    await expect
      .poll(async () => (await shown()).registration, { timeout: 15_000 })
      .toMatchObject({
        template: target,
        identity: 'verified',
      })
    const { rows } = await db.query('select handle from registry_contact where template = $1', [target])
    expect(JSON.stringify(await sandbox.domain('cn', 'holder-change-1.cn'))).toContain(rows[0].handle)
    const next = await who.client.post<Order>('orders', body('holder-change-2.cn', target))
    await pay(who, next.number)
    await ended(who, next.number)
    const fresh = await who.client.get<{ registration: { identity: string } }>('domains/holder-change-2.cn')
    expect(fresh.registration.identity).toBe('verified')
    await whole()
  })
})

describe('renewing by itself', () => {
  it('renews one year from the balance seven days before expiry, and is ready for the next time', async () => {
    const order = await place(two, 'by-itself-1.cn')
    await pay(two, order.number)
    await ended(two, order.number)
    await two.client.put('domains/by-itself-1.cn/auto-renew', { on: true })
    const expiry = async () =>
      String((await two.client.get<{ items: { expiresOn: string }[] }>('domains?q=by-itself-1')).items[0]?.expiresOn)
    const before = await expiry()
    await turnClock(world, 359 * 86_400_000)
    await expect.poll(expiry, { timeout: 10_000 }).toBe(`${Number(before.slice(0, 4)) + 1}${before.slice(4)}`)
    expect(
      (
        await db.query(
          "select state from deadline where subject = 'by-itself-1.cn' and kind = 'domain.auto-renewal' order by opens_at",
        )
      ).rows,
    ).toEqual([{ state: 'done' }, { state: 'open' }])
    await whole()
  })
})

describe('bad input', () => {
  it.each([
    ['nothing', ''],
    ['64 characters', 'a'.repeat(64)],
    ['mixed scripts', 'pаypal茶'],
    ['an emoji', '😀'],
    ['broken Punycode', 'xn--zzzzzzz99999'],
    ['a space', 'a b'],
    ['an ideographic space inside', 'a　b'],
    ['SQL', "x'; drop table domain; --"],
    ['HTML', '<script>alert(1)</script>'],
  ])('%s gets a finding with field, rule and remedy', async (_, q) => {
    const found = await new ApiClient(world.origin).get<{
      rows: unknown[]
      findings: { field: string; rule: string; remedy: { zh: string } }[]
    }>(`search?q=${encodeURIComponent(q)}`)
    expect(found.rows).toEqual([])
    expect(found.findings[0]).toMatchObject({
      field: 'label',
      rule: expect.any(String),
      remedy: { zh: expect.any(String) },
    })
  })

  it('refuses ten thousand names at once, unknown fields and nonsense, and writes nothing', async () => {
    const count = async () =>
      (
        await db.query(
          'select (select count(*) from orders) + (select count(*) from order_line) + (select count(*) from payment) as n',
        )
      ).rows[0].n
    const before = await count()
    const bad: [string, unknown][] = [
      ['search', { names: Array.from({ length: 10_000 }, (_, n) => `n${n}.cn`) }],
      ['orders', { ...body('a.cn', one.templateId), surprise: 1 }],
      [
        'orders',
        {
          ...body('a.cn', one.templateId),
          lines: Array.from({ length: 10_000 }, (_, n) => ({ name: `n${n}.cn`, years: 1 })),
        },
      ],
      ['orders', { ...body('a.cn', one.templateId), lines: [{ name: 'a.cn', years: 99 }] }],
      ['orders', body("x'; drop table domain; --.cn", one.templateId)],
      ['orders', []],
      ['orders', 'text'],
    ]
    for (const [where, what] of bad) {
      const answer = await one.client.raw('POST', where, what)
      expect(answer.status, where).toBeGreaterThanOrEqual(400)
      expect(answer.status, where).toBeLessThan(500)
      expect(await answer.json()).toMatchObject({ code: expect.any(String), title: expect.any(String) })
    }
    expect(await count()).toBe(before)
  })
})

describe('a registry that does not answer in time', () => {
  it('leaves its rows unanswered, never free, and holds nobody else up (S1-27)', async () => {
    await sandbox.fault('thin', { kind: 'delay', verb: 'domain:check', delayMs: 8_000, times: 1 })
    const rows: Record<string, string> = {}
    const order: string[] = []
    await new ApiClient(world.origin).events(`search?q=slow-word-1&suffixes=com,cn,xyz`, (event, data) => {
      if (event === 'row') {
        const { id, state } = data as { id: string; state: string }
        rows[id] = state
        order.push(id)
      }
      return event === 'done'
    })
    expect(rows).toEqual({ 0: 'unanswered', 1: 'free', 2: 'free' })
    expect(order.at(-1)).toBe('0')
    await sandbox.clearFaults('thin')
  })
})

describe('the copy of what a registry holds', () => {
  it('learns the repository id after a registration, and from a message of the registry what it changed by itself', async () => {
    const order = await place(one, 'mirror-1.com')
    await pay(one, order.number)
    await ended(one, order.number)
    const registration = async () =>
      (await one.client.get<{ registration: { roid: string; statuses: string[] } }>('domains/mirror-1.com'))
        .registration
    await expect.poll(async () => (await registration()).roid, { timeout: 15_000 }).not.toBe('')
    await sandbox.setStatuses('thin', 'mirror-1.com', { add: ['serverHold'], reason: 'a test' })
    await expect.poll(async () => (await registration()).statuses, { timeout: 15_000 }).toContain('serverHold')
    const { rows } = await db.query(
      "select detail from audit_entry where action = 'domain.changed-at-registry' and subject = 'mirror-1.com'",
    )
    expect(rows).toEqual([{ detail: { changed: ['statuses'] } }])
    const told = await db.query("select registry, text from registry_message where about = 'mirror-1.com'")
    expect(told.rows).not.toEqual([])
  })
})

describe('a holder whose new address is not proved', () => {
  it('has fifteen days and two reminders, then the name is put on clientHold, until the address is proved (S1-110)', async () => {
    // Nobody is verified under .org, so that the template can still be corrected.
    const name = 'email-duty-1.org'
    const templateId = await makeTemplate(one.client, sandbox, organisationTemplate('duty@yuming.example'))
    const order = await place({ ...one, templateId }, name)
    await pay(one, order.number)
    await ended(one, order.number)
    const moved = 'duty-moved@yuming.example'
    await one.client.put(`templates/${templateId}`, organisationTemplate(moved))
    const first = codeIn(await sandbox.mail(moved, (text) => codeIn(text) !== undefined))
    const statuses = async () =>
      (await one.client.get<{ registration: { statuses: string[] } }>(`domains/${name}`)).registration.statuses
    const reminders = async () =>
      (await sandbox.call<{ mails: { subject: string }[] }>('GET', `mailbox?to=${moved}`)).mails.filter(
        ({ subject }) => subject === '请验证持有者邮箱',
      ).length
    await turnClock(world, 10.5 * 86_400_000)
    await expect.poll(reminders, { timeout: 20_000 }).toBe(1)
    expect(await statuses()).not.toContain('clientHold')
    await turnClock(world, 4 * 86_400_000)
    await expect.poll(reminders, { timeout: 20_000 }).toBe(2)
    await turnClock(world, 86_400_000)
    await expect.poll(statuses, { timeout: 20_000 }).toContain('clientHold')
    expect(JSON.stringify(await sandbox.domain('general', name))).toContain('clientHold')
    await one.client.post(`templates/${templateId}/email`)
    const mail = await sandbox.mail(moved, (text) => codeIn(text) !== undefined && codeIn(text) !== first)
    await one.client.post('email-verifications', { templateId, code: codeIn(mail) })
    await expect.poll(statuses, { timeout: 20_000 }).not.toContain('clientHold')
    await whole()
  })
})

describe('a bulk search', () => {
  const bulk = async (who: typeof one, body: string, type = 'text/plain') => {
    const response = await who.client.raw('POST', 'search/bulk', body, { 'content-type': type })
    const lines = (await response.text()).trim().split('\n')
    return { status: response.status, events: lines.map((line) => JSON.parse(line) as Record<string, unknown>) }
  }

  it('streams one answer for a file of names, duplicates and variants folded (S1-30)', async () => {
    const { events } = await bulk(one, '龙门9.中国\n龍門9.中国\n-bad.cn\nbulk-9.com\n')
    expect(events.at(-1)).toEqual({
      type: 'done',
      total: 4,
      counts: { free: 2, duplicate: 1, refused: 1 },
    })
  })

  it('says what is wrong with a file, to whom, and that strangers may not', async () => {
    expect((await bulk(one, '{"name":', 'application/x-ndjson')).events).toMatchObject([
      { type: 'problem', code: 'search.file-unreadable' },
    ])
    expect(await bulk(one, '{}', 'application/json')).toMatchObject({
      status: 415,
      events: [{ code: 'search.bulk-type' }],
    })
    expect((await bulk({ ...one, client: new ApiClient(world.origin) }, 'a.cn')).status).toBe(401)
  })
})

describe('suggestions', () => {
  it.each(['山月茶', 'teahouse'])(
    'for %s are free names near it, and none that was searched (S1-58, S1-59)',
    async (word) => {
      const { suggestions } = await new ApiClient(world.origin).get<{
        suggestions: { name: string; price: { registerFen: number } }[]
      }>(`search/suggestions?q=${encodeURIComponent(word)}&suffixes=cn,com`)
      expect(suggestions.length).toBeGreaterThan(5)
      const names = suggestions.map(({ name }) => name)
      expect(new Set(names).size).toBe(names.length)
      expect(names).not.toContain(`${word}.cn`)
      const { rows } = await new ApiClient(world.origin).post<{ rows: { state: string }[] }>('search', { names })
      expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['free']))
    },
  )
})
