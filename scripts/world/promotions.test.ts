import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiClient } from './api-client.ts'
import { startCopiedWorld } from './copied-world.ts'
import { makeExamplePromotions, makeTrial, promotionOperator } from './example-promotions.ts'
import { organisationTemplate, signUp, topUp } from './person.ts'
import { balance, type Order, off, type Person, type Preview, pay, place } from './promotion-orders.ts'
import { SandboxControls } from './sandbox-controls.ts'
import type { World } from './start-world.ts'
import { turnClock } from './turn-clock.ts'
import { makeVerifiedTemplate } from './verified.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'yuming-promotions-test-'))
let world: World
let sandbox: SandboxControls
let db: pg.Client
let operator: ApiClient
let firstOrder: string
let firstSnow: string
let people = 0

beforeAll(async () => {
  world = await startCopiedWorld({ folder, web: { limitFactor: 10_000 }, env: { YUMING_LOG_LEVEL: 'warn' } })
  sandbox = new SandboxControls(world.sandboxOrigin)
  db = new pg.Client({ connectionString: String(world.platform.ready.database) })
  await db.connect()
  operator = await promotionOperator(world)
  ;({ firstOrder, firstSnow } = await makeExamplePromotions(operator))
})
afterAll(async () => {
  await db.end()
  await world.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function newcomer(): Promise<Person> {
  const email = `newcomer-${++people}@yuming.example`
  const client = await signUp(world.origin, email, 'a-long-enough-Password-1', '山月茶业')
  await topUp(client, sandbox, 100_000)
  return { client, templateId: await makeVerifiedTemplate(world, { client, sandbox }, organisationTemplate(email)) }
}

const make = (more: object) => makeTrial(operator, more)

async function ended({ client }: Person, number: string): Promise<string> {
  const state = async () => (await client.get<Order>(`orders/${number}`)).state
  await expect.poll(state, { timeout: 15_000 }).not.toMatch(/awaiting-payment|processing/)
  return state()
}

async function whole(): Promise<void> {
  const { rows } = await db.query('select coalesce(sum(fen), 0)::int as total from ledger_entry')
  expect(rows[0].total).toBe(0)
}

describe('a discount for the first order (S0-17)', () => {
  it('is held by one open order: the next shows the ordinary price, until that one is given up', async () => {
    const who = await newcomer()
    const first = await place(who, 'first-1.cn')
    expect(off(first)).toBe(1_000)
    const second = await place(who, 'first-2.cn')
    expect(off(second)).toBe(0)
    expect(second.totalFen).toBe(first.totalFen + 1_000)
    await who.client.post(`orders/${first.number}/cancel`)
    expect(off(await place(who, 'first-3.cn'))).toBe(1_000)
  })

  it('goes to one of many orders that are placed at the same time; who had seen the other price is asked again', async () => {
    const who = await newcomer()
    const seen = (await place(who, 'at-once-z.cn', { dryRun: true })).totalFen
    const placed = await Promise.allSettled(
      ['a', 'b', 'c', 'd', 'e', 'f'].map((each) => place(who, `at-once-${each}.cn`, { expectedTotalFen: seen })),
    )
    expect(placed.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const each of placed)
      if (each.status === 'rejected') expect(each.reason).toMatchObject({ status: 409, code: 'order.price-changed' })
    const freely = await Promise.all(['g', 'h', 'i'].map((each) => place(who, `at-once-${each}.cn`)))
    expect(freely.map(off)).toEqual([0, 0, 0])
  })

  it('is used when its order is paid, for good', async () => {
    const who = await newcomer()
    const first = await place(who, 'used-1.cn')
    await pay(who, first.number)
    expect(await ended(who, first.number)).toBe('succeeded')
    expect(off(await place(who, 'used-2.cn'))).toBe(0)
  })

  it('is there again when the time to pay is over, and when everything was given back', async () => {
    const who = await newcomer()
    const first = await place(who, 'late-1.cn')
    await turnClock(world, 31 * 60_000)
    expect(await ended(who, first.number)).toBe('closed')
    const second = await place(who, 'late-2.cn')
    expect(off(second)).toBe(1_000)
    await sandbox.grab('cn', 'late-2.cn')
    await pay(who, second.number)
    expect(await ended(who, second.number)).toBe('failed')
    expect(off(await place(who, 'late-3.cn'))).toBe(1_000)
    await whole()
  })

  it('is not had twice by a payment that comes late: its money is on the balance, never lost', async () => {
    const who = await newcomer()
    const before = await balance(who)
    await sandbox.paymentFaults({ silent: true })
    const first = await place(who, 'too-late-1.cn')
    const { outTradeNo } = await who.client.post<{ outTradeNo: string }>(`orders/${first.number}/pay`, {
      method: 'alipay',
    })
    await who.client.post(`orders/${first.number}/cancel`)
    const second = await place(who, 'too-late-2.cn')
    expect(off(second)).toBe(1_000)
    await sandbox.pay(outTradeNo)
    await sandbox.paymentFaults()
    await sandbox.notifyAgain(outTradeNo)
    await expect.poll(() => balance(who), { timeout: 15_000 }).toBe(before + first.totalFen)
    await pay(who, second.number)
    expect(await ended(who, second.number)).toBe('succeeded')
    expect((await who.client.get<Order>(`orders/${first.number}`)).state).toBe('closed')
    await whole()
  })

  it('that an open order holds no more stops its payment, from the balance and through the channel', async () => {
    const who = await newcomer()
    const order = await place(who, 'gone-1.cn')
    const before = await balance(who)
    await db.query(
      `update promotion_use set state = 'released' where line in
         (select l.id from order_line l join orders o on o.id = l.order_id where o.number = $1)`,
      [order.number],
    )
    await expect(pay(who, order.number)).rejects.toMatchObject({ status: 409, code: 'order.discount-gone' })
    const { outTradeNo } = await who.client.post<{ outTradeNo: string }>(`orders/${order.number}/pay`, {
      method: 'alipay',
    })
    await sandbox.pay(outTradeNo)
    await expect.poll(() => balance(who), { timeout: 15_000 }).toBe(before + order.totalFen)
    expect(await ended(who, order.number)).toBe('closed')
    expect(await sandbox.domain('cn', 'gone-1.cn')).toBeUndefined()
    await whole()
  })
})

describe('a promotion at checkout (S0-17)', () => {
  const dry = (who: Person, name: string, more: object = {}) =>
    place(who, name, { dryRun: true, ...more }) as Promise<Order & Preview>

  it('is shown only when one applies, and is the customer’s choice', async () => {
    const who = await newcomer()
    expect((await dry(who, 'choice-1.xyz')).offers).toEqual([])
    expect(await dry(who, 'choice-1.cn')).toMatchObject({
      totalFen: 1_900,
      offers: [{ id: firstOrder, title: { zh: '新户首年' }, discountFen: 1_000, bestFen: 1_000, declined: false }],
    })
    const without = await dry(who, 'choice-1.cn', { declined: [firstOrder] })
    expect(without).toMatchObject({ totalFen: 2_900, offers: [{ discountFen: 0, bestFen: 1_000, declined: true }] })
    const order = await place(who, 'choice-1.cn', { declined: [firstOrder], expectedTotalFen: 2_900 })
    expect(off(order)).toBe(0)
    expect(off(await place(who, 'choice-2.cn', { expectedTotalFen: 1_900 }))).toBe(1_000)
  })

  it('has limits in all and for each account, which many orders at the same time do not break', {
    timeout: 60_000,
  }, async () => {
    const promotion = await make({ suffixes: ['xyz'], value: 100, mostUses: 3, mostUsesEach: 2 })
    const [a, b] = await Promise.all([newcomer(), newcomer()])
    const orders = await Promise.all(
      [a, b, a, b, a, b].map((who, n) => place(who, `limit-${n}.xyz`).then((order) => ({ who, order }))),
    )
    const won = orders.filter(({ order }) => off(order) === 100)
    expect(won).toHaveLength(3)
    for (const who of [a, b]) expect(won.filter((one) => one.who === who).length).toBeLessThanOrEqual(2)
    const [first] = won
    if (first) await first.who.client.post(`orders/${first.order.number}/cancel`)
    const third = await newcomer()
    expect(off(await place(third, 'limit-7.xyz'))).toBe(100)
    await operator.post(`operator/promotions/${promotion}/end`)
    expect(off(await place(third, 'limit-8.xyz'))).toBe(0)
  })

  it('gives one discount a line, the largest, and each line its own while uses last', async () => {
    const fixed = await make({ suffixes: ['top'], kind: 'fixed-price', value: 500, mostUsesEach: 2 })
    const percent = await make({ suffixes: ['top'], kind: 'percent', value: 10 })
    const who = await newcomer()
    const lines = ['one', 'two', 'three'].map((each) => ({ name: `largest-${each}.top`, years: 2 }))
    const order = await who.client.post<Order>('orders', {
      lines,
      holderType: 'organisation',
      templateId: who.templateId,
      termsAccepted: true,
    })
    const { priceFen } = await who.client.get<{ priceFen: { register: number } }>('catalog/suffixes/top')
    const price = priceFen.register
    expect(order.lines.map(({ discountFen }) => discountFen).sort((a, b) => b - a)).toEqual([
      price - 500,
      price - 500,
      Math.floor(price / 10),
    ])
    for (const id of [fixed, percent]) await operator.post(`operator/promotions/${id}/end`)
  })

  it('changes from its day on, and what was ordered before keeps its price', async () => {
    const id = await make({ suffixes: ['vip'], value: 200 })
    const who = await newcomer()
    const before = await place(who, 'before-1.vip')
    const { clock } = await operator.get<{ clock: { today: string } }>('session')
    await operator.post(`operator/promotions/${id}/terms`, {
      title: { zh: '改过', en: 'changed' },
      kind: 'amount-off',
      suffixes: ['vip'],
      value: 300,
      from: clock.today,
      note: '改',
    })
    expect([off(before), off(await place(who, 'after-1.vip'))]).toEqual([200, 300])
    await pay(who, before.number)
    expect(await ended(who, before.number)).toBe('succeeded')
    await operator.post(`operator/promotions/${id}/end`)
    await whole()
  })
})

describe('a promotion code (S0-18, S0-19, S1-112)', () => {
  const issue = async (body: object = {}, promotion = firstSnow): Promise<string> => {
    const { codes } = await operator.post<{ codes: string[] }>(`operator/promotions/${promotion}/codes`, {
      validMinutes: 60,
      ...body,
    })
    return codes[0] ?? ''
  }
  const trial = (who: Person, promoCode: string, name = 'code-0.公司') =>
    place(who, name, { promoCode, dryRun: true }) as Promise<Order & Preview>
  const troubleOf = async (who: Person, code: string, name?: string) => {
    const { codeTrouble } = await trial(who, code, name)
    return codeTrouble?.code
  }

  it('that is good takes its discount off, however it is typed, and is spent by the order that is placed', {
    timeout: 60_000,
  }, async () => {
    const who = await newcomer()
    const code = await issue()
    expect(await trial(who, '')).toMatchObject({ totalFen: 6_900, offers: [], codeTrouble: null })
    expect(await trial(who, ` ${code.toLowerCase()} `)).toMatchObject({
      totalFen: 4_900,
      codeTrouble: null,
      offers: [{ id: firstSnow, byCode: true, discountFen: 2_000 }],
    })
    const order = await place(who, 'code-1.公司', { promoCode: code, expectedTotalFen: 4_900 })
    expect(off(order)).toBe(2_000)
    const other = await newcomer()
    expect(await troubleOf(other, code)).toBe('promotion.code-used-up')
    await expect(place(other, 'code-2.公司', { promoCode: code })).rejects.toMatchObject({
      status: 422,
      code: 'promotion.code-used-up',
      body: { findings: [{ field: 'promoCode', remedy: { zh: /重新取/ } }] },
    })
  })

  it('is entered by a person: a token of the API is refused it, in an order and in renewals, and orders without', async () => {
    const who = await newcomer()
    const code = await issue()
    const { token } = await who.client.post<{ token: string }>('account/tokens', { name: 'ci' })
    const script = { client: new ApiClient(world.origin, token), templateId: who.templateId }
    const refused = { status: 422, code: 'promotion.code-not-by-token' }
    for (const more of [{}, { dryRun: true }])
      await expect(place(script, 'token-1.公司', { promoCode: code, ...more })).rejects.toMatchObject(refused)
    const line = { years: 1, expectedExpiry: '2027-11-24' }
    await expect(
      script.client.post('renewals', { lines: [{ name: 'token-1.公司', ...line }], promoCode: code }),
    ).rejects.toMatchObject(refused)
    await expect(script.client.post('domains/token-1.com/renew', { ...line, promoCode: code })).rejects.toMatchObject(
      refused,
    )
    expect(off(await place(script, 'token-1.公司'))).toBe(0)
    expect(off(await place(who, 'token-2.公司', { promoCode: code }))).toBe(2_000)
  })

  it('used by many at the same moment is used as often as it may be, and is there again when an order is given up', {
    timeout: 60_000,
  }, async () => {
    const code = await issue({ uses: 2 })
    const people = await Promise.all([newcomer(), newcomer(), newcomer(), newcomer()])
    const placed = await Promise.allSettled(
      people.map((who, n) => place(who, `many-${n}.公司`, { promoCode: code }).then((order) => ({ who, order }))),
    )
    const won = placed.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
    expect(won.map(({ order }) => off(order))).toEqual([2_000, 2_000])
    for (const each of placed)
      if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'promotion.code-used-up' })
    const [first] = won
    if (first) await first.who.client.post(`orders/${first.order.number}/cancel`)
    expect(off(await place(await newcomer(), 'many-9.公司', { promoCode: code }))).toBe(2_000)
  })

  it('is given back with the money when its order could not be done', async () => {
    const who = await newcomer()
    const code = await issue()
    const order = await place(who, 'back-1.公司', { promoCode: code })
    await sandbox.grab('cn', order.lines[0]?.ascii ?? '')
    await pay(who, order.number)
    expect(await ended(who, order.number)).toBe('failed')
    expect(off(await place(who, 'back-2.公司', { promoCode: code }))).toBe(2_000)
    await whole()
  })

  it('is checked when it is used: not before its time, not after it, not when its batch or its promotion has ended', async () => {
    const who = await newcomer()
    const { clock } = await operator.get<{ clock: { now: string } }>('session')
    const soon = new Date(Date.parse(clock.now) + 30 * 60_000).toISOString()
    const later = await issue({ from: soon, validMinutes: 60 })
    expect(await troubleOf(who, later)).toBe('promotion.code-not-yet')
    const short = await issue({ validMinutes: 10 })
    expect(await troubleOf(who, short)).toBeUndefined()
    const order = await place(who, 'short-1.公司', { promoCode: await issue({ validMinutes: 10 }) })
    await turnClock(world, 29 * 60_000)
    expect(await troubleOf(who, short)).toBe('promotion.code-expired')
    await expect(place(who, 'short-2.公司', { promoCode: short })).rejects.toMatchObject({
      code: 'promotion.code-expired',
    })
    // What was confirmed stays: a code is not looked at again after that.
    await pay(who, order.number)
    expect(await ended(who, order.number)).toBe('succeeded')
    await turnClock(world, 2 * 60_000)
    expect(await troubleOf(who, later)).toBeUndefined()
    const gone = await make({ suffixes: ['公司'], value: 100, byCode: true })
    const its = await issue({}, gone)
    await operator.post(`operator/promotions/${gone}/end`)
    expect(await troubleOf(who, its)).toBe('promotion.code-expired')
  })

  it('is for its suffixes, and for accounts that have not used its promotion up', { timeout: 60_000 }, async () => {
    const who = await newcomer()
    const own = await issue({ account: `newcomer-${people}@yuming.example` })
    const code = await issue()
    expect(await troubleOf(who, code, 'suffix-1.xyz')).toBe('promotion.code-not-for-suffix')
    const once = await make({ suffixes: ['公司'], value: 100, byCode: true, mostUsesEach: 1 })
    await place(who, 'each-1.公司', { promoCode: await issue({}, once) })
    const another = await issue({}, once)
    expect(await troubleOf(who, another)).toBe('promotion.code-not-for-account')
    const other = await newcomer()
    expect(await troubleOf(other, another)).toBeUndefined()
    expect([await troubleOf(who, own), await troubleOf(other, own)]).toEqual([
      undefined,
      'promotion.code-not-for-account',
    ])
    await expect(place(other, 'each-2.公司', { promoCode: own })).rejects.toMatchObject({
      code: 'promotion.code-not-for-account',
    })
    await operator.post(`operator/promotions/${once}/end`)
  })

  it('is not guessed: after ten wrong ones an account learns nothing of a good one, for ten minutes', {
    timeout: 60_000,
  }, async () => {
    const who = await newcomer()
    const code = await issue()
    // A page asks again with each change: the same wrong code is one try.
    for (let n = 0; n < 12; n++) expect(await troubleOf(who, 'WRONG-00000')).toBe('promotion.code-unknown')
    await expect(place(who, 'guess-1.公司', { promoCode: 'WRONG-00000' })).rejects.toMatchObject({
      code: 'promotion.code-unknown',
    })
    for (let n = 1; n < 10; n++) expect(await troubleOf(who, `WRONG-0000${n}`)).toBe('promotion.code-unknown')
    expect(await troubleOf(who, code)).toBe('promotion.code-tried-too-often')
    await expect(place(who, 'guess-2.公司', { promoCode: code })).rejects.toMatchObject({ status: 429 })
    expect(off(await place(who, 'guess-3.公司'))).toBe(0)
    expect(await troubleOf(await newcomer(), code)).toBeUndefined()
    await turnClock(world, 11 * 60_000)
    expect(await troubleOf(who, code)).toBeUndefined()
  })
})

describe('a promotion of renewals (S0-17)', () => {
  interface Trial extends Preview {
    readonly totalFen: number
    readonly lines: readonly { readonly discountFen: number }[]
  }

  it('applies to renewals only, with a code or without, to be used or not', { timeout: 60_000 }, async () => {
    const who = await newcomer()
    const order = await place(who, 'renewed-1.xyz')
    await pay(who, order.number)
    expect(await ended(who, order.number)).toBe('succeeded')
    const { items } = await who.client.get<{ items: { expiresOn: string }[] }>('domains?q=renewed-1')
    const lines = [{ name: 'renewed-1.xyz', years: 2, expectedExpiry: String(items[0]?.expiresOn) }]
    const trial = (more: object = {}) => who.client.post<Trial>('renewals', { lines, dryRun: true, ...more })
    const usual = (await trial()).totalFen
    const all = await make({ product: 'renew', suffixes: ['xyz'], value: 300 })
    const coded = await make({ product: 'renew', suffixes: ['xyz'], value: 500, byCode: true })
    const { codes } = await operator.post<{ codes: string[] }>(`operator/promotions/${coded}/codes`, {
      validMinutes: 60,
    })
    expect(((await place(who, 'renewed-2.xyz', { dryRun: true })) as Order & Preview).offers).toEqual([])
    expect(await trial()).toMatchObject({ totalFen: usual - 300, offers: [{ id: all, discountFen: 300 }] })
    expect(await trial({ declined: [all] })).toMatchObject({ totalFen: usual })
    expect(await trial({ promoCode: codes[0] })).toMatchObject({ totalFen: usual - 500, codeTrouble: null })
    await expect(who.client.post('renewals', { lines, promoCode: 'WRONG-CODE9' })).rejects.toMatchObject({
      code: 'promotion.code-unknown',
    })
    const renewal = await who.client.post<Order>('renewals', {
      lines,
      promoCode: codes[0],
      expectedTotalFen: usual - 500,
    })
    expect(off(renewal)).toBe(500)
    await pay(who, renewal.number)
    expect(await ended(who, renewal.number)).toBe('succeeded')
    for (const id of [all, coded]) await operator.post(`operator/promotions/${id}/end`)
    await whole()
  })
})
