import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createDeadlineKeeper } from '../../kernel/deadlines/index.ts'
import { systemRandom as random } from '../../kernel/random.ts'
import { createVault, keyFileService } from '../../kernel/vault/index.ts'
import { type TestApi, testApi, testOrigin, type Visitor } from '../../testing/console-api.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import type { Catalog } from '../catalog/index.ts'
import { autoRenewal, domainsRoutes } from '../domains/index.ts'
import { registrantsRoutes } from '../registrants/index.ts'
import { autoRenewDomain } from './auto-renew.ts'

const catalog = { suffix: () => ({ priceFen: { renew: 3_900 } }) } as unknown as Catalog
const ascii = 'by-itself.cn'
const expiry = '2027-03-10T02:00:00.000Z'
let api: TestApi
let who: Visitor

beforeAll(async () => {
  api = await testApi(({ clock }) => {
    const vault = createVault({ keys: keyFileService(`${temporaryFolder('keys')}/vault.key`), clock, random })
    const domains = {
      clock,
      catalog,
      filingFindings: () => [],
      filingOfName: async () => undefined,
    } as unknown as Parameters<typeof domainsRoutes>[0]
    return [registrantsRoutes({ vault, origin: testOrigin }), domainsRoutes(domains)]
  })
  who = await api.customer()
  const template = await who.call('POST', 'v1/templates', {
    holderType: 'person',
    name: { zh: '张三' },
    region: 'CN',
    province: { zh: '广东省' },
    city: { zh: '深圳市' },
    street: { zh: '科技园一路1号' },
    postcode: '518000',
    phone: '+86.13800000000',
    email: 'zhang@example.cn',
    certificate: { kind: 'SFZ', number: '11010519491231002X' },
  })
  const account = (await who.call('GET', 'v1/session')).body.account.id
  await api.pool.query(
    `insert into domain (id, account, name, ascii, variant_key, suffix, registry, template, holder_type, registered_at,
       expires_at, statuses, auth_info, auto_renew)
     values (gen_random_uuid(), $1, $2, $2, $2, 'cn', 'cn', $3, 'person', $4, $5, '{ok}', '\\x00', false)`,
    [account, ascii, template.body.id, '2025-03-10T02:00:00Z', expiry],
  )
})
afterAll(() => api.close())
beforeEach(async () => {
  await api.pool.query('delete from deadline where kind = $1', [autoRenewal])
  await api.pool.query('update domain set expires_at = $1, auto_renew = false', [expiry])
})

const turn = (on: boolean) => who.call('PUT', `v1/domains/${ascii}/auto-renew`, { on })
const keeper = () =>
  createDeadlineKeeper({
    db: api.db,
    clock: api.clock,
    random,
    log: api.app.log as never,
    handlers: { [autoRenewal]: autoRenewDomain({ catalog, payWithinMinutes: 60 }) },
  })
async function open(): Promise<string[]> {
  const { rows } = await api.pool.query<{ opens_at: Date }>(
    "select opens_at from deadline where kind = $1 and state = 'open' order by opens_at",
    [autoRenewal],
  )
  return rows.map(({ opens_at }) => opens_at.toISOString())
}

describe('a name that renews itself', () => {
  it('does so as well when it was switched off in between', async () => {
    api.clock.set('2026-11-24T02:00:00Z')
    for (const on of [true, false, true]) expect((await turn(on)).status).toBe(204)
    expect(await open()).toEqual(['2027-03-03T02:00:00.000Z'])
    await turn(false)
    expect(await open()).toEqual([])
  })

  it('does so at once when its days have begun, also after an attempt that was given up', async () => {
    api.clock.set('2027-03-04T02:00:00Z')
    await turn(true)
    expect(await keeper().look()).toBe(1)
    // The balance is empty: tried again a day later.
    expect(await open()).toEqual(['2027-03-05T02:00:00.000Z'])
    api.clock.set('2027-03-04T08:00:00Z')
    await turn(false)
    await turn(true)
    expect(await open()).toEqual(['2027-03-04T08:00:00.000Z'])
  })

  it('can be switched on after its end', async () => {
    api.clock.set('2027-03-12T02:00:00Z')
    expect((await turn(true)).status).toBe(204)
    expect(await keeper().look()).toBe(1)
    expect(await open()).toEqual([])
  })

  it('is not renewed once more on its old day after somebody renewed it by hand', async () => {
    api.clock.set('2026-11-24T02:00:00Z')
    await turn(true)
    await api.pool.query('update domain set expires_at = $1', ['2028-03-10T02:00:00Z'])
    api.clock.set('2027-03-03T02:00:00Z')
    expect(await keeper().look()).toBe(1)
    expect(await open()).toEqual(['2028-03-03T02:00:00.000Z'])
  })
})
