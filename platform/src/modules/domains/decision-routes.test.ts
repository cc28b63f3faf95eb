import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemRandom as random } from '../../kernel/random.ts'
import { createVault, keyFileService, type Vault } from '../../kernel/vault/index.ts'
import { type TestApi, testApi, testOrigin, type Visitor } from '../../testing/console-api.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { loadCatalog } from '../catalog/index.ts'
import { registrantsRoutes } from '../registrants/index.ts'
import { createMessageReader, domainsRoutes } from './index.ts'
import type { Registries, RegistryMessage, RegistryReview } from './ports.ts'

const queue: RegistryMessage[] = []
const registries = {
  has: () => false,
  registry: () => ({
    async drainMessages(keep: (message: RegistryMessage) => Promise<void>) {
      const all = queue.splice(0)
      for (const message of all) await keep(message)
      return all.length
    },
  }),
} as unknown as Registries
let api: TestApi
let vault: Vault
let reviewer: Visitor

beforeAll(async () => {
  api = await testApi(({ clock }) => {
    vault = createVault({ keys: keyFileService(`${temporaryFolder('keys')}/vault.key`), clock, random })
    return [
      registrantsRoutes({ vault, origin: testOrigin }),
      domainsRoutes({
        catalog: loadCatalog(),
        registries,
        clock,
        needsQualification: () => false,
        holderFindings: () => [],
        filingFindings: () => [],
        filingOfName: async () => undefined,
      }),
    ]
  })
  reviewer = await api.operator('reviewer')
})
afterAll(() => api.close())

let serial = 0
/** A verified holder's name of which a registry says something. */
async function said(review: RegistryReview, words = '材料存疑') {
  const who = await api.customer()
  const { id } = (
    await who.call('POST', 'v1/templates', {
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
  ).body
  await api.pool.query(
    "update registrant_template set identity = 'verified', verified_at = '2026-11-20T00:00:00Z' where id = $1",
    [id],
  )
  const account = (await who.call('GET', 'v1/session')).body.account.id
  const name = `decided-${++serial}.cn`
  await api.pool.query(
    `insert into domain (id, account, name, ascii, variant_key, suffix, registry, template, holder_type, registered_at,
       expires_at, statuses, auth_info, auto_renew)
     values (gen_random_uuid(), $1, $2, $2, $2, 'cn', 'cn', $3, 'person', $4, $5, '{ok}', '\\x00', false)`,
    [account, name, id, new Date('2026-11-20T00:00:00Z'), new Date('2027-11-20T00:00:00Z')],
  )
  await hear(name, review, words)
  return { who, name }
}
async function hear(name: string, review: RegistryReview, words = '材料存疑') {
  queue.push({ id: `m-${++serial}`, text: words, about: name, review, frame: '<epp/>' })
  await createMessageReader({
    db: api.db,
    registries,
    ids: ['cn'],
    vault,
    clock: api.clock,
    random,
    log: pino({ level: 'silent' }),
  }).look()
}
const unknown = { axis: 'identity', outcome: 'unknown', deleted: false } as const
const list = async () => (await reviewer.call('GET', 'v1/operator/registry-decisions')).body
const idOf = async (name: string) => (await list()).decisions.find((one: { about: string }) => one.about === name)?.id
const settle = (id: string, outcome: string, by = reviewer) =>
  by.call('PUT', `v1/operator/registry-decisions/${id}`, { outcome })
const stateOf = async (who: Visitor, name: string) =>
  (await who.call('GET', `v1/domains/${name}`)).body.serviceState.key

describe('a decision of a registry in unknown words', () => {
  it('waits for somebody who says what was meant, and then counts as a refusal', async () => {
    const { who, name } = await said(unknown)
    expect(await stateOf(who, name)).toBe('normal')
    expect((await list()).decisions).toContainEqual(
      expect.objectContaining({ about: name, registry: 'cn', axis: 'identity', words: '材料存疑' }),
    )
    const id = await idOf(name)
    expect((await settle(id, 'failed')).status).toBe(204)
    expect(await stateOf(who, name)).toBe('identity-failed')
    expect(await idOf(name)).toBeUndefined()
    // Settled once: nobody decides anew.
    expect((await settle(id, 'passed')).status).toBe(404)
    expect(await stateOf(who, name)).toBe('identity-failed')
  })

  it('that only says that the days are over refuses nobody', async () => {
    const { who, name } = await said(unknown)
    await settle(await idOf(name), 'overdue')
    expect(await stateOf(who, name)).toBe('normal')
  })

  it('stays behind what the registry has decided since', async () => {
    const { who, name } = await said(unknown)
    api.clock.advance(60_000)
    await hear(name, { axis: 'identity', outcome: 'passed', deleted: false })
    await settle(await idOf(name), 'failed')
    const { rows } = await api.pool.query(
      "select state from registry_review r join domain d on d.id = r.domain where d.ascii = $1 and r.axis = 'identity'",
      [name],
    )
    expect(rows).toEqual([{ state: 'passed' }])
    expect(who).toBeDefined()
  })

  it('is seen and settled by reviewers alone', async () => {
    const { who, name } = await said(unknown)
    const id = await idOf(name)
    const support = await api.operator('support')
    for (const other of [who, support]) {
      expect((await other.call('GET', 'v1/operator/registry-decisions')).status).toBeGreaterThanOrEqual(403)
      expect((await settle(id, 'failed', other)).status).toBeGreaterThanOrEqual(403)
    }
    expect(await stateOf(who, name)).toBe('normal')
  })
})
