import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemRandom } from '../../../kernel/random.ts'
import { createVault, keyFileService } from '../../../kernel/vault/index.ts'
import { type TestApi, testApi, testOrigin, type Visitor } from '../../../testing/console-api.ts'
import { temporaryFolder } from '../../../testing/temporary-folder.ts'
import { loadCatalog } from '../../catalog/index.ts'
import { registrantsRoutes } from '../../registrants/index.ts'
import { filingFormRoutes, filingRoutes, noProbe } from '../index.ts'
import { principal, registeredName, verifiedPerson } from '../testing/applicants.ts'
import { human, noBureaus, noHints } from '../testing/filing-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi(({ clock }) => {
    const vault = createVault({
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
      filingFormRoutes({ vault, company: '域名示例科技有限公司' }),
    ]
  })
})
afterAll(() => api.close())

/** An order whose draft has all that papers print. */
async function writtenOrder(site = '山月手记'): Promise<{ who: Visitor; number: string; name: string }> {
  const who = await api.customer()
  const template = await verifiedPerson(api, who)
  const name = await registeredName(api, who, template)
  const { number } = (await who.call('POST', 'v1/filings', { template, domains: [name] })).body
  const services = [{ kind: 'website', name: site, domains: [name], content: 'personal-blog', principal }]
  const saved = await who.call('PUT', `v1/filings/${number}/draft/services`, { services })
  expect(saved.status).toBe(200)
  return { who, number, name }
}
const printed = async (action: string, subject: string) =>
  (
    await api.pool.query('select count(*)::int as n from audit_entry where action = $1 and subject = $2', [
      action,
      subject,
    ])
  ).rows[0].n

describe('a paper printed from an order', () => {
  it('comes as a PDF to its owner, and that numbers of papers were read is on record (S3-23)', async () => {
    const { who, number } = await writtenOrder()
    const answer = await who.call('GET', `v1/filings/${number}/forms/verification-form.pdf`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.body.slice(0, 5)).toBe('%PDF-')
    expect(await printed('filing.form-printed', number)).toBe(1)
  })

  it('is not there for another account, nor for an operator while it is a draft', async () => {
    const { number } = await writtenOrder()
    const other = await api.customer()
    expect((await other.call('GET', `v1/filings/${number}/forms/pledge.pdf`)).status).toBe(404)
    expect((await other.call('GET', `v1/filing-reviews/${number}/forms/pledge.pdf`)).status).toBe(403)
    const reviewer = await api.operator('reviewer')
    const asReviewer = () => reviewer.call('GET', `v1/filing-reviews/${number}/forms/pledge.pdf`)
    expect((await asReviewer()).status).toBe(404)
    await api.pool.query("update filing_order set state = 'first-review' where number = $1", [number])
    expect((await asReviewer()).headers.get('content-type')).toBe('application/pdf')
    expect(await printed('filing.form-printed', number)).toBe(1)
  })

  it('is refused with what is missing, where the draft is not written that far', async () => {
    const who = await api.customer()
    const template = await verifiedPerson(api, who)
    const name = await registeredName(api, who, template)
    const { number } = (await who.call('POST', 'v1/filings', { template, domains: [name] })).body
    const { status, body } = await who.call('GET', `v1/filings/${number}/forms/pledge.pdf`)
    expect([status, body.code]).toEqual([422, 'filing.form-incomplete'])
    expect(JSON.stringify(body)).toContain('网站1的名称')
    expect((await who.call('GET', `v1/filings/${number}/forms/cheque.pdf`)).status).toBe(400)
  })

  it('is refused with the character that cannot be printed, never issued with an empty box', async () => {
    const { who, number } = await writtenOrder('山月𠮷手记')
    const { status, body } = await who.call('GET', `v1/filings/${number}/forms/pledge.pdf`)
    expect([status, body.code]).toEqual([422, 'filing.form-character'])
    expect(JSON.stringify(body)).toContain('𠮷')
  })
})

describe('a domain certificate (S3-49)', () => {
  it('is issued for a name of one’s own that is verified', async () => {
    const { who, name } = await writtenOrder()
    const answer = await who.call('GET', `v1/domains/${name}/certificate.pdf`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect(answer.body.slice(0, 5)).toBe('%PDF-')
    expect(await printed('domain.certificate-issued', name)).toBe(1)
    const other = await api.customer()
    expect((await other.call('GET', `v1/domains/${name}/certificate.pdf`)).status).toBe(404)
  })

  it('waits for the verification of the holder', async () => {
    const { who, name } = await writtenOrder()
    await api.pool.query(
      "update registrant_template set identity = 'reviewing' where id = (select template from domain where ascii = $1)",
      [name],
    )
    const { status, body } = await who.call('GET', `v1/domains/${name}/certificate.pdf`)
    expect([status, body.code]).toEqual([409, 'filing.certificate-not-verified'])
    expect(await printed('domain.certificate-issued', name)).toBe(0)
  })
})
