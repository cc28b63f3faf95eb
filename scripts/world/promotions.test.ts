import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ApiClient } from './api-client.ts'
import { organisationTemplate, signUp, topUp } from './person.ts'
import { SandboxControls } from './sandbox-controls.ts'
import { startWorld, type World } from './start-world.ts'
import { turnClock } from './turn-clock.ts'
import { makeVerifiedTemplate } from './verified.ts'

interface Order {
  readonly number: string
  readonly state: string
  readonly totalFen: number
  readonly lines: readonly { readonly discountFen: number }[]
}

const folder = mkdtempSync(path.join(tmpdir(), 'yuming-promotions-test-'))
let world: World
let sandbox: SandboxControls
let db: pg.Client
let people = 0

beforeAll(async () => {
  world = await startWorld({ folder, web: { limitFactor: 10_000 }, env: { YUMING_LOG_LEVEL: 'warn' } })
  sandbox = new SandboxControls(world.sandboxOrigin)
  db = new pg.Client({ connectionString: String(world.platform.ready.database) })
  await db.connect()
}, 60_000)
afterAll(async () => {
  await db.end()
  await world.stop()
  rmSync(folder, { recursive: true, force: true })
})

interface Person {
  readonly client: ApiClient
  readonly templateId: string
}

async function newcomer(): Promise<Person> {
  const email = `newcomer-${++people}@yuming.example`
  const client = await signUp(world.origin, email, 'a-long-enough-Password-1', '山月茶业')
  await topUp(client, sandbox, 100_000)
  return { client, templateId: await makeVerifiedTemplate(world, { client, sandbox }, organisationTemplate(email)) }
}

const place = ({ client, templateId }: Person, name: string, more: object = {}) =>
  client.post<Order>('orders', {
    lines: [{ name, years: 1 }],
    holderType: 'organisation',
    templateId,
    termsAccepted: true,
    ...more,
  })
const off = ({ lines }: Order) => lines.reduce((sum, { discountFen }) => sum + discountFen, 0)
const pay = ({ client }: Person, number: string) => client.post(`orders/${number}/pay`, { method: 'balance' })
const balance = async ({ client }: Person) => (await client.get<{ balanceFen: number }>('balance')).balanceFen

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
