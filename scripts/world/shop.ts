import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { expect } from 'vitest'
import type { ApiClient } from './api-client.ts'
import { startCopiedWorld } from './copied-world.ts'
import { organisationTemplate, signUp, topUp } from './person.ts'
import { SandboxControls } from './sandbox-controls.ts'
import type { World } from './start-world.ts'
import { makeVerifiedTemplate } from './verified.ts'

export interface ShopOrder {
  readonly number: string
  readonly state: string
  readonly totalFen: number
  readonly refundedFen: number
  readonly lines: readonly { readonly state: string; readonly findings: readonly { rule: string }[] }[]
}

export interface Customer {
  readonly client: ApiClient
  readonly templateId: string
}

export const password = 'a-long-enough-Password-1'

export const orderBody = (name: string, templateId: string, more: object = {}) => ({
  lines: [{ name, years: 1 }],
  holderType: 'organisation',
  templateId,
  termsAccepted: true,
  ...more,
})

/** A world of its own for one test file, with two verified customers and what they do. */
export async function openShop(name: string) {
  const folder = mkdtempSync(path.join(tmpdir(), `yuming-${name}-test-`))
  const world = await startCopiedWorld({ folder, web: { limitFactor: 10_000 }, env: { YUMING_LOG_LEVEL: 'warn' } })
  const db = new pg.Client({ connectionString: String(world.platform.ready.database) })
  await db.connect()
  const sandbox = new SandboxControls(world.sandboxOrigin)
  const doings = doingsIn(world, { sandbox, db })
  return {
    folder,
    world,
    sandbox,
    db,
    ...doings,
    one: await doings.person('one@yuming.example'),
    two: await doings.person('two@yuming.example'),
    async close(): Promise<void> {
      await db.end()
      await world.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function doingsIn(world: World, { sandbox, db }: { sandbox: SandboxControls; db: pg.Client }) {
  const look = (who: Customer, number: string) => who.client.get<ShopOrder>(`orders/${number}`)
  return {
    look,
    async person(email: string): Promise<Customer> {
      const client = await signUp(world.origin, email, password, '山月茶业')
      await topUp(client, sandbox, 5_000_000)
      return { client, templateId: await makeVerifiedTemplate(world, { client, sandbox }, organisationTemplate(email)) }
    },
    place: (who: Customer, name: string, more: object = {}) =>
      who.client.post<ShopOrder>('orders', orderBody(name, who.templateId, more)),
    pay: (who: Customer, number: string) => who.client.post(`orders/${number}/pay`, { method: 'balance' }),
    async payAtChannel(who: Customer, number: string): Promise<string> {
      const { outTradeNo } = await who.client.post<{ outTradeNo: string }>(`orders/${number}/pay`, { method: 'alipay' })
      await sandbox.pay(outTradeNo)
      return outTradeNo
    },
    balance: async (who: Customer) => (await who.client.get<{ balanceFen: number }>('balance')).balanceFen,
    async ended(who: Customer, number: string): Promise<ShopOrder> {
      await expect
        .poll(async () => (await look(who, number)).state, { timeout: 15_000 })
        .not.toMatch(/awaiting-payment|processing/)
      return look(who, number)
    },
    /** The ledger sums to zero. */
    async whole(): Promise<void> {
      const { rows } = await db.query('select coalesce(sum(fen), 0)::int as total from ledger_entry')
      expect(rows[0].total).toBe(0)
    },
  }
}
