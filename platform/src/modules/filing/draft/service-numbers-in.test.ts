import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemRandom } from '../../../kernel/random.ts'
import { createVault, keyFileService, type Vault } from '../../../kernel/vault/index.ts'
import { type TestApi, testApi, testOrigin, type Visitor } from '../../../testing/console-api.ts'
import { temporaryFolder } from '../../../testing/temporary-folder.ts'
import { loadCatalog } from '../../catalog/index.ts'
import { registrantsRoutes } from '../../registrants/index.ts'
import { consumeNumbers, serviceNumberRoutes } from '../../service-numbers/index.ts'
import { filingRoutes, noProbe } from '../index.ts'
import { principal, registeredName, verifiedPerson } from '../testing/applicants.ts'
import { human, noBureaus, noHints } from '../testing/filing-api.ts'

let api: TestApi
let operator: Visitor
beforeAll(async () => {
  api = await testApi(({ clock }) => {
    const vault: Vault = createVault({
      keys: keyFileService(`${temporaryFolder('keys')}/vault.key`),
      clock,
      random: systemRandom,
    })
    return [
      registrantsRoutes({ vault, origin: testOrigin }),
      filingRoutes({
        vault,
        catalog: loadCatalog(),
        register: { byDomain: async () => ({ filed: false }), byCertificate: async () => ({ filed: false }) },
        bureaus: noBureaus,
        probe: noProbe,
        knownToMinistry: async () => undefined,
        changes: noHints,
        human,
      }),
      serviceNumberRoutes,
    ]
  })
  operator = await api.operator('admin')
})
afterAll(() => api.close())

let sold = 0
const server = (more: object = {}) => ({
  id: `i-${++sold}`,
  kind: 'cloud-server',
  name: '云服务器',
  region: 'mainland',
  billing: 'prepaid',
  months: 3,
  publicIp: true,
  ips: ['203.0.113.10'],
  endsOn: '2027-06-30',
  ...more,
})
const accountOf = async (who: Visitor): Promise<string> => (await who.call('GET', 'v1/session')).body.account.id

/** A product of the visitor's account, stated by the operator. */
async function product(who: Visitor, more: object = {}): Promise<string> {
  const stated = server({ owner: await accountOf(who), ...more })
  const made = await operator.call('POST', 'v1/operator/hosting-products', { products: [stated] })
  expect(made.status).toBe(201)
  const { products } = (await who.call('GET', 'v1/hosting-products')).body
  return products.find(({ externalId }: { externalId: string }) => externalId === stated.id).id
}
const apply = (who: Visitor, id: string) => who.call('POST', 'v1/service-numbers', { product: id })
const stateOf = async (who: Visitor, number: string): Promise<string> =>
  (await who.call('GET', 'v1/service-numbers')).body.numbers.find((one: { number: string }) => one.number === number)
    ?.state

/** A draft of the visitor that names the number. */
async function draftWith(
  who: Visitor,
  number: string,
  which = 0,
): Promise<{ filing: string; findings: { rule: string }[] }> {
  const template = await verifiedPerson(api, who, which)
  const name = await registeredName(api, who, template)
  const filing = (await who.call('POST', 'v1/filings', { template, domains: [name] })).body.number
  await who.call('PUT', `v1/filings/${filing}/draft/services`, {
    services: [{ name: '山月手记', domains: [name], principal }],
  })
  const [service] = (await who.call('GET', `v1/filings/${filing}`)).body.draft.services
  const access = [{ service: service.key, access: [{ serviceNumber: number, mode: 'cloud', place: '广东省' }] }]
  const saved = await who.call('PUT', `v1/filings/${filing}/draft/access`, { access })
  expect(saved.status).toBe(200)
  return { filing, findings: saved.body.findings }
}
const rulesOf = (findings: { rule: string }[]) =>
  findings.map(({ rule }) => rule).filter((rule) => rule.startsWith('SERVER-'))

describe('which product gives a number (S3-11…S3-15, S3-29)', () => {
  it.each([
    ['a server bought for three months', {}, true],
    ['a server bought for two', { months: 2 }, false],
    ['a server abroad', { region: 'abroad' }, false],
    ['a server that has ended', { endsOn: '2026-11-23' }, false],
    ['a light server paid by use', { kind: 'light-server', billing: 'pay-as-you-go' }, false],
    ['a site builder for a year and 99 yuan', { kind: 'site-builder', months: 12, fen: 9_900 }, true],
    ['a site builder for 98 yuan', { kind: 'site-builder', months: 12, fen: 9_800 }, false],
    ['elastic hosting for six months', { kind: 'elastic-hosting', months: 6 }, true],
    ['elastic hosting for five', { kind: 'elastic-hosting', months: 5 }, false],
    ['a virtual host', { kind: 'virtual-host', months: 1 }, true],
  ])('%s', async (_, more, open) => {
    const who = await api.customer()
    const answer = await apply(who, await product(who, more))
    expect(answer.status).toBe(open ? 201 : 422)
    if (!open) {
      expect(answer.body.code).toBe('service-number.not-eligible')
      expect(answer.body.findings[0]).toMatchObject({ severity: 'refuse', rule: expect.stringMatching(/^SERVER-/) })
    }
  })

  it('gives five at most, however they are asked for, and those given away count (S3-31)', async () => {
    const who = await api.customer()
    const id = await product(who)
    const first = (await apply(who, id)).body.number
    const other = await api.customer()
    await who.call('POST', `v1/service-numbers/${first}/transfer`, { to: await accountOf(other) })
    const answers = await Promise.all(Array.from({ length: 8 }, () => apply(who, id)))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(4)
    expect(answers.filter(({ body }) => body.code === 'service-number.not-eligible')).toHaveLength(4)
  })
})

describe('a number', () => {
  it('is given to another account, which files with it and the giver no longer', async () => {
    const giver = await api.customer()
    const { number } = (await apply(giver, await product(giver))).body
    const friend = await api.customer()
    const give = (who: Visitor, to: string) => who.call('POST', `v1/service-numbers/${number}/transfer`, { to })
    expect((await give(friend, await accountOf(friend))).status).toBe(404)
    expect((await give(giver, await accountOf(giver))).body.code).toBe('service-number.own-receiver')
    expect((await give(giver, '00000000-0000-4000-8000-000000000000')).body.code).toBe(
      'service-number.receiver-not-found',
    )
    expect((await give(giver, await accountOf(friend))).status).toBe(204)
    expect([await stateOf(giver, number), await stateOf(friend, number)]).toEqual(['given-away', 'free'])
    expect((await give(giver, await accountOf(friend))).status).toBe(404)
    expect(rulesOf((await draftWith(giver, number)).findings)).toEqual(['SERVER-NUMBER-01'])
    expect(rulesOf((await draftWith(friend, number, 1)).findings)).toEqual([])
  })

  it('is kept by a draft while it runs, and free again when the draft is given up', async () => {
    const who = await api.customer()
    const { number } = (await apply(who, await product(who))).body
    const { filing, findings } = await draftWith(who, number)
    expect([rulesOf(findings), await stateOf(who, number)]).toEqual([[], 'reserved'])
    const second = await draftWith(who, number, 1)
    expect(rulesOf(second.findings)).toEqual(['SERVER-NUMBER-01'])
    const other = await api.customer()
    const to = await accountOf(other)
    expect((await who.call('POST', `v1/service-numbers/${number}/transfer`, { to })).body.code).toBe(
      'service-number.not-free',
    )
    await who.call('DELETE', `v1/filings/${filing}`)
    expect(await stateOf(who, number)).toBe('free')
  })

  it('is used up by the order that is submitted, stays so when it is withdrawn, and serves no second order', async () => {
    const who = await api.customer()
    const { number } = (await apply(who, await product(who))).body
    const { filing } = await draftWith(who, number)
    const account = await accountOf(who)
    const orders = (await api.pool.query('select id from filing_order where number = $1', [filing])).rows
    const consume = (order: string) =>
      api.db
        .transaction()
        .execute((trx) => consumeNumbers({ order, account, numbers: [number] }, { trx, clock: api.clock }))
    await consume(orders[0].id)
    // Submitted again after a correction, it is the same order.
    await consume(orders[0].id)
    await api.pool.query("update filing_order set state = 'withdrawn' where number = $1", [filing])
    expect(await stateOf(who, number)).toBe('used')
    const second = await draftWith(who, number, 1)
    expect(rulesOf(second.findings)).toEqual(['SERVER-NUMBER-01'])
    const next = (await api.pool.query('select id from filing_order where number = $1', [second.filing])).rows[0].id
    await expect(consume(next)).rejects.toMatchObject({ code: 'service-number.not-free' })
  })

  it('of another account is neither seen nor applied for', async () => {
    const owner = await api.customer()
    const id = await product(owner)
    await apply(owner, id)
    const other = await api.customer()
    expect((await apply(other, id)).status).toBe(404)
    expect((await other.call('GET', 'v1/service-numbers')).body.numbers).toEqual([])
    expect((await other.call('GET', 'v1/hosting-products')).body.products).toEqual([])
  })
})

describe('products that are sold elsewhere', () => {
  it('come from an admitted hoster by its API token, for its own customers', async () => {
    const hoster = await api.customer()
    const authorization = `Bearer ${await api.tokenOf(hoster)}`
    const customer = await api.customer()
    const products = [server({ owner: await accountOf(customer) }), server()]
    const send = (body: unknown) => api.visitor().call('POST', 'v1/hosting-products', body, { authorization })
    expect((await send({ products })).body.code).toBe('hosting-product.not-a-hoster')
    const admit = { name: '示例接入商', networks: ['203.0.113.0/24'] }
    const url = `v1/operator/hosters/${await accountOf(hoster)}`
    expect((await hoster.call('PUT', url, admit)).status).toBe(403)
    expect((await operator.call('PUT', url, admit)).status).toBe(204)
    expect(await send({ products })).toMatchObject({ status: 201, body: { products: 2 } })
    expect((await send({ products: [{ ...products[0], months: 12 }] })).status).toBe(201)
    expect((await customer.call('GET', 'v1/hosting-products')).body.products).toHaveLength(1)
    expect((await send({ products: [server({ owner: '00000000-0000-4000-8000-000000000000' })] })).body.code).toBe(
      'hosting-product.owner-not-found',
    )
  })

  it('of a virtual host are proven by the hoster’s own console: a code, once and in time; nobody else’s product moves (S3-32)', async () => {
    const hoster = await api.customer()
    const admit = { name: '示例主机商', networks: [] }
    expect((await operator.call('PUT', `v1/operator/hosters/${await accountOf(hoster)}`, admit)).status).toBe(204)
    const host = server({ id: `万网/${randomUUID()}`, kind: 'virtual-host', months: 1 })
    expect((await hoster.call('POST', 'v1/hosting-products', { products: [host] })).status).toBe(201)
    const show = (by: Visitor) => by.call('POST', `v1/hosting-products/${encodeURIComponent(host.id)}/console-codes`)
    const claim = (by: Visitor, code: string) => by.call('POST', 'v1/hosting-products/claim', { code })
    const [who, other] = [await api.customer(), await api.customer()]
    expect((await show(who)).body.code).toBe('hosting-product.not-a-hoster')
    const old = (await show(hoster)).body.code
    const late = (await show(hoster)).body.code
    api.clock.advance(16 * 60_000)
    for (const code of [old, late, 'HC-0000000000000000'])
      expect([(await claim(who, code)).status, (await claim(who, code)).body.code]).toEqual([
        404,
        'hosting-product.console-code',
      ])
    const { code } = (await show(hoster)).body
    const answers = await Promise.all([claim(who, code), claim(other, code)])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 404])
    const winner = answers[0]?.status === 201 ? who : other
    const [mine] = (await winner.call('GET', 'v1/hosting-products')).body.products
    expect(mine).toMatchObject({ externalId: host.id, open: true })
    expect((await apply(winner, mine.id)).status).toBe(201)
    expect((await show(hoster)).body.code).toBe('hosting-product.taken')
    // Brought up to date by its hoster, it stays whose it is.
    expect((await hoster.call('POST', 'v1/hosting-products', { products: [{ ...host, months: 3 }] })).status).toBe(201)
    expect((await winner.call('GET', 'v1/hosting-products')).body.products).toHaveLength(1)
    const { rows } = await api.pool.query('select digest::text from hosting_console_code')
    expect(JSON.stringify(rows)).not.toContain(code.slice(3))
  })

  it('come as CSV, whole or not at all', async () => {
    const who = await api.customer()
    const owner = await accountOf(who)
    const csv = (rows: string) =>
      operator.call('POST', 'v1/operator/hosting-products', {
        csv: `id,owner,kind,name,region,billing,months,publicIp,ips\n${rows}`,
      })
    const good = `c-1,${owner},cloud-server,云服务器,mainland,prepaid,3,true,203.0.113.7 203.0.113.8\n`
    const bad = await csv(`${good}c-2,${owner},toaster,云服务器,mainland,prepaid,3,true,\n`)
    expect([bad.status, bad.body.code]).toEqual([422, 'hosting-product.csv-unreadable'])
    expect(JSON.stringify(bad.body)).toContain('第3行')
    expect((await who.call('GET', 'v1/hosting-products')).body.products).toEqual([])
    expect((await csv(good)).status).toBe(201)
    const [kept] = (await who.call('GET', 'v1/hosting-products')).body.products
    expect(kept).toMatchObject({ ips: ['203.0.113.7', '203.0.113.8'], open: true, allowance: 5 })
    expect((await who.call('POST', 'v1/operator/hosting-products', { products: [server()] })).status).toBe(403)
  })
})
