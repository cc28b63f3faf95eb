import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemRandom as random } from '../../kernel/random.ts'
import { createVault, keyFileService } from '../../kernel/vault/index.ts'
import { type TestApi, testApi, testOrigin, testPassword, type Visitor } from '../../testing/console-api.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { loadCatalog } from '../catalog/index.ts'
import { circumstancesOf, registrantsRoutes } from '../registrants/index.ts'
import { newHolderFindings } from '../search/index.ts'
import { domainsRoutes, type Registries } from './index.ts'

const registries: Registries = {
  has: () => false,
  registry: () => {
    throw new Error('no registry is asked before the task runs')
  },
}
let api: TestApi
beforeAll(async () => {
  const catalog = loadCatalog()
  api = await testApi(({ clock }) => {
    const vault = createVault({ keys: keyFileService(`${temporaryFolder('keys')}/vault.key`), clock, random })
    return [
      registrantsRoutes({ vault, origin: testOrigin }),
      domainsRoutes({
        catalog,
        registries,
        clock,
        needsQualification: () => false,
        filingFindings: () => [],
        filingOfName: async () => undefined,
        holderFindings: ({ name, suffix, front }, template) =>
          newHolderFindings(
            catalog,
            { name, suffix, holder: { ...(front && { site: front }), ...circumstancesOf(template) } },
            clock.today(),
          ),
      }),
    ]
  })
})
afterAll(() => api.close())

const resident = {
  holderType: 'person',
  name: { zh: '沈知行' },
  region: 'CN',
  province: { zh: '广东省' },
  city: { zh: '深圳市' },
  street: { zh: '科技园一路1号' },
  postcode: '518000',
  phone: '+86.13800000000',
  email: 'shen@example.cn',
  certificate: { kind: 'SFZ', number: '11010519491231002X' },
}
const hongKong = {
  ...resident,
  name: { zh: '陈大文' },
  region: 'HK',
  province: { zh: '香港' },
  city: { zh: '香港' },
  phone: '+852.98765432',
  certificate: { kind: 'passport', number: 'K12345678' },
}
let serial = 0
let phones = 0

/** An account with a phone, a name, and a verified template to which it could go. */
async function ready(to: object): Promise<{ who: Visitor; name: string; to: string }> {
  const who = await api.customer()
  const { account } = (await who.call('GET', 'v1/session')).body
  const made = async (template: object) => {
    const answer = await who.call('POST', 'v1/templates', template)
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
    return String(answer.body.id)
  }
  const [from, target] = [await made(resident), await made(to)]
  await api.pool.query("update registrant_template set identity = 'verified', verified_at = now() where account = $1", [
    account.id,
  ])
  await api.pool.query('update email_verification set verified_at = now() where account = $1', [account.id])
  const name = `path-a-${++serial}.cn`
  await api.pool.query(
    `insert into domain (id, account, name, ascii, variant_key, suffix, registry, template, holder_type, registered_at,
       expires_at, statuses, auth_info, auto_renew)
     values (gen_random_uuid(), $1, $2, $2, $2, 'cn', 'cn', $3, 'person', $4, $5, '{ok}', '\\x00', false)`,
    [account.id, name, from, new Date('2026-11-20T00:00:00Z'), new Date('2027-11-20T00:00:00Z')],
  )
  return { who, name, to: target }
}
async function newestCode(): Promise<string> {
  const { rows } = await api.pool.query(
    "select parameters ->> 'code' as code from notice where kind = 'phone.code' order by created_at desc limit 1",
  )
  return String(rows[0]?.code)
}
async function code(who: Visitor): Promise<string> {
  api.clock.advance(61_000)
  await who.call('POST', 'v1/account/phone', { phone: `+86.1380001${1000 + ++phones}`, password: testPassword })
  await who.call('PUT', 'v1/account/phone', { code: await newestCode() })
  api.clock.advance(61_000)
  await who.call('POST', 'v1/account/confirmations', { purpose: 'holder-change' })
  return newestCode()
}
const move = async (who: Visitor, name: string, templateId: string) =>
  who.call('POST', `v1/domains/${name}/holder-change`, { templateId, code: await code(who) })
const begun = async (name: string) =>
  (await api.pool.query("select 1 from task where kind = 'CHG_HOLDER' and subject = $1", [name])).rows.length

describe('path A, a move to a verified template (S4-03, S4-08, S4-09, S4-11)', () => {
  it('is begun by the owner with the code of the phone', async () => {
    const { who, name, to } = await ready({ ...resident, name: { zh: '李四' } })
    expect(await move(who, name, to)).toMatchObject({ status: 201, body: { task: expect.stringMatching(/^\d+$/) } })
    expect(await begun(name)).toBe(1)
  })

  it('is refused to another account, which learns nothing of name and templates', async () => {
    const { who, name, to } = await ready({ ...resident, name: { zh: '李四' } })
    const other = await ready({ ...resident, name: { zh: '王五' } })
    expect((await other.who.call('GET', `v1/domains/${name}/holder-candidates`)).status).toBe(404)
    const refused = await move(other.who, name, other.to)
    expect(refused).toMatchObject({ status: 404, body: { code: 'domain.not-found' } })
    // And no name goes to a template of somebody else.
    const foreign = await move(who, name, other.to)
    expect(foreign).toMatchObject({ status: 404, body: { code: 'registrant.template-not-found' } })
    expect(await begun(name)).toBe(0)
    expect((await api.visitor().call('GET', `v1/domains/${name}/holder-candidates`)).status).toBe(401)
    expect(to).not.toBe(other.to)
  })

  it('is judged by the shop front where the name was registered (S1-14)', async () => {
    const { who, name, to } = await ready(hongKong)
    const candidates = async (front: string) => {
      await api.pool.query('update domain set front = $1 where ascii = $2', [front, name])
      return (await who.call('GET', `v1/domains/${name}/holder-candidates`)).body
    }
    expect((await candidates('international')).fit).toEqual([to])
    const china = await candidates('china')
    expect(china.fit).toEqual([])
    expect(china.unfit.map(({ id }: { id: string }) => id)).toEqual([to])
    const refused = await move(who, name, to)
    expect(refused).toMatchObject({ status: 409, body: { findings: china.unfit[0]?.findings } })
  })
})
