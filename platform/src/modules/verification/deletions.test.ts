import { madeUpCard } from '@yuming/papers/testing'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemRandom } from '../../kernel/random.ts'
import { createEraser, createVault, type Eraser, keyFileService, type Vault } from '../../kernel/vault/index.ts'
import { type TestApi, testApi, testOrigin, type Visitor } from '../../testing/console-api.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { registrantsRoutes } from '../registrants/index.ts'
import { consentRoutes, deletionRoutes, paperOfOpenCase, paperRoutes, reviewRoutes } from './index.ts'

let api: TestApi
let eraser: Eraser
let idCard: Buffer
let reviewer: Visitor

beforeAll(async () => {
  let vault: Vault
  api = await testApi(({ clock }) => {
    vault = createVault({ keys: keyFileService(`${temporaryFolder('keys')}/vault.key`), clock, random: systemRandom })
    return [
      registrantsRoutes({ vault, origin: testOrigin }),
      paperRoutes({ vault, origin: testOrigin }),
      consentRoutes({ vault, recipients: [{ role: 'provider', name: { zh: '核验机构', en: 'Provider' } }] }),
      reviewRoutes({
        vault,
        policy: { fourEyes: false, provider: false },
        names: { find: () => undefined, against: () => [] },
      }),
      deletionRoutes(),
    ]
  })
  eraser = createEraser({ db: api.db, clock: api.clock, log: pino({ level: 'silent' }), held: paperOfOpenCase })
  idCard = await (await madeUpCard('id-front')).jpeg({ quality: 92 }).toBuffer()
  reviewer = await api.operator('reviewer')
})
afterAll(() => api.close())

async function withPhotograph(): Promise<{ who: Visitor; id: string }> {
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
  await who.call('POST', 'v1/consents', { purpose: 'identity-papers' })
  const response = await fetch(`${api.address}/v1/templates/${id}/papers/id-front`, {
    method: 'POST',
    headers: { 'x-yuming': '1', cookie: who.cookie(), 'content-type': 'image/jpeg' },
    body: new Uint8Array(idCard),
  })
  expect(response.status).toBe(201)
  return { who, id }
}
const certificates = async (who: Visitor) => (await who.call('GET', 'v1/deletions')).body.certificates
const papersOf = async (who: Visitor, id: string) =>
  (await who.call('GET', `v1/templates/${id}/verification`)).body.papers

describe('a photograph whose keeping has ended', () => {
  it('is destroyed, and its owner alone can read the certificate, which names its entry in the audit chain', async () => {
    const { who, id } = await withPhotograph()
    await who.call('DELETE', `v1/templates/${id}/papers/id-front`)
    expect(await certificates(who)).toEqual([])
    expect(await eraser.look()).toBe(1)
    const [certificate] = await certificates(who)
    expect(certificate).toMatchObject({ purpose: 'identity.paper', kind: 'id-front', because: 'taken-back' })
    const entry = await api.db
      .selectFrom('audit_entry')
      .select(['action', 'detail', 'hash'])
      .where('seq', '=', certificate.entry.seq)
      .executeTakeFirstOrThrow()
    expect(entry).toMatchObject({ action: 'vault.erased', hash: certificate.entry.hash })
    expect(JSON.stringify(entry.detail)).toContain(certificate.item)
    const other = await api.customer()
    expect(await certificates(other)).toEqual([])
    expect((await other.call('GET', `v1/deletions?after=${certificate.item}`)).body.certificates).toEqual([])
    expect((await who.call('GET', `v1/deletions?after=${certificate.item}`)).body.certificates).toEqual([])
  })

  it('cannot have its certificate changed or removed', async () => {
    await expect(api.pool.query("update deletion set because = 'kept-long-enough'")).rejects.toThrow()
    await expect(api.pool.query('delete from deletion')).rejects.toThrow()
  })
})

describe('a consent that is withdrawn', () => {
  it('takes the photographs with it, and nothing can be submitted with them', async () => {
    const { who, id } = await withPhotograph()
    expect((await who.call('DELETE', 'v1/consents/identity-papers')).status).toBe(204)
    expect(await papersOf(who, id)).toEqual([])
    expect((await who.call('POST', `v1/templates/${id}/submit`)).body.code).toBe('verification.consent-needed')
    expect(await eraser.look()).toBe(1)
    expect(await certificates(who)).toMatchObject([{ because: 'consent-withdrawn' }])
  })

  it('leaves what is under review until it is decided, and not a day longer', async () => {
    const { who, id } = await withPhotograph()
    const { number } = (await who.call('POST', `v1/templates/${id}/submit`)).body
    await who.call('DELETE', 'v1/consents/identity-papers')
    expect(await eraser.look()).toBe(0)
    const { cases } = (await reviewer.call('GET', 'v1/operator/reviews')).body
    const open = cases.find((one: { number: string }) => one.number === number).id
    expect((await reviewer.call('GET', `v1/operator/reviews/${open}`)).body.papers).toHaveLength(1)
    const { papers } = (await reviewer.call('GET', `v1/operator/reviews/${open}`)).body
    for (const { id } of papers) {
      const { url } = (await reviewer.call('POST', `v1/operator/reviews/${open}/papers/${id}/views`)).body
      await fetch(`${api.address}${url}`, { headers: { cookie: reviewer.cookie() } })
    }
    expect((await reviewer.call('POST', `v1/operator/reviews/${open}/decision`, { pass: true })).status).toBe(200)
    expect(await eraser.look()).toBe(1)
    expect(await certificates(who)).toHaveLength(1)
  })
})
