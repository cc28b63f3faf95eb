import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApi, testApi, type Visitor } from '../../testing/console-api.ts'
import { balanceOf, ledgerAccounts, ledgerSum, remittanceRoutes } from './index.ts'

const to = { payee: '示例域名服务有限公司', bank: '示例银行北京分行', account: '1100 0000 0000 0001' }
let api: TestApi
let owner: Visitor
let finance: Visitor

beforeAll(async () => {
  api = await testApi(() => [remittanceRoutes({ to })])
  owner = await api.customer()
  finance = await api.operator('finance')
})
afterAll(() => api.close())

const announce = async (who: Visitor, amountFen: number) =>
  (await who.call('POST', 'v1/balance/remittances', { amountFen })).body as { id: string; reference: string }
const receive = (id: string, body: object, who = finance) =>
  who.call('POST', `v1/operator/remittances/${id}/receive`, body)
const account = async () =>
  (await api.db.selectFrom('remittance').select('account').limit(1).executeTakeFirstOrThrow()).account

describe('money sent by bank (S0-28)', () => {
  it('is announced with a reference, found by finance staff, and credited once', async () => {
    const { id, reference } = await announce(owner, 50_000)
    expect(reference).toMatch(/^YM[2-9A-HJKMNP-Z]{8}$/)
    const waiting = (await finance.call('GET', 'v1/operator/remittances')).body.remittances
    expect(waiting).toMatchObject([{ id, reference, fen: 50_000, state: 'announced' }])
    const entry = { amountFen: 49_900, bankReference: 'B-20261124-7', receivedOn: '2026-11-24' }
    expect((await receive(id, entry)).status).toBe(204)
    expect(await balanceOf(api.db, ledgerAccounts.balance(await account()))).toBe(49_900)
    expect((await receive(id, { ...entry, bankReference: 'B-20261124-8' })).body.code).toBe('remittance.ended')
    expect((await owner.call('GET', 'v1/balance/remittances')).body).toMatchObject({
      to,
      remittances: [{ reference, state: 'received', receivedFen: 49_900, receivedOn: '2026-11-24' }],
    })
    const again = await announce(owner, 1_000)
    expect((await receive(again.id, { ...entry, amountFen: 1_000 })).body.code).toBe('remittance.bank-entry-used')
    expect(await ledgerSum(api.db)).toBe(0)
    expect(await balanceOf(api.db, ledgerAccounts.balance(await account()))).toBe(49_900)
    expect((await owner.call('DELETE', `v1/balance/remittances/${again.id}`)).status).toBe(204)
    expect((await receive(again.id, { ...entry, bankReference: 'B-9999' })).body.code).toBe('remittance.ended')
  })

  it('is credited once when two people confirm it at the same moment', async () => {
    const { id } = await announce(owner, 2_000)
    const before = await balanceOf(api.db, ledgerAccounts.balance(await account()))
    const answers = await Promise.all(
      ['B-one', 'B-two'].map((bankReference) =>
        receive(id, { amountFen: 2_000, bankReference, receivedOn: '2026-11-24' }),
      ),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 409])
    expect(await balanceOf(api.db, ledgerAccounts.balance(await account()))).toBe(before + 2_000)
  })

  it('is nobody else’s: other accounts, sub-users and other operators are refused', async () => {
    const { id } = await announce(owner, 3_000)
    const other = await api.customer('other@example.cn')
    expect((await other.call('DELETE', `v1/balance/remittances/${id}`)).status).toBe(404)
    expect((await other.call('GET', 'v1/balance/remittances')).body.remittances).toEqual([])
    const sub = await api.subUserOf(owner)
    expect((await sub.call('GET', 'v1/balance/remittances')).status).toBe(403)
    const entry = { amountFen: 3_000, bankReference: 'B-other', receivedOn: '2026-11-24' }
    expect((await receive(id, entry, owner)).status).toBeGreaterThanOrEqual(403)
    const catalog = await api.operator('catalog')
    expect((await receive(id, entry, catalog)).status).toBeGreaterThanOrEqual(403)
    expect((await api.visitor().call('GET', 'v1/operator/remittances')).status).toBe(401)
  })

  it.each([[{ amountFen: 0 }], [{ amountFen: 1.5 }], [{ amountFen: '100' }], [{ amountFen: 100, more: true }]])(
    'refuses what is no amount: %j',
    async (body) => {
      expect((await owner.call('POST', 'v1/balance/remittances', body)).status).toBe(400)
    },
  )

  it('lets no more than twenty wait', async () => {
    const many = await api.customer('many@example.cn')
    for (let count = 0; count < 20; count++) await announce(many, 100)
    expect((await many.call('POST', 'v1/balance/remittances', { amountFen: 100 })).body.code).toBe(
      'remittance.too-many',
    )
  })
})
