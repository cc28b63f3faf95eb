import { madeUpCard } from '@yuming/papers/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shopFronts } from '../../../kernel/http/index.ts'
import { systemRandom } from '../../../kernel/random.ts'
import { createVault, keyFileService, type Vault } from '../../../kernel/vault/index.ts'
import { type TestApi, testApi, testOrigin, type Visitor } from '../../../testing/console-api.ts'
import { temporaryFolder } from '../../../testing/temporary-folder.ts'
import { loadCatalog } from '../../catalog/index.ts'
import { registrantsRoutes } from '../../registrants/index.ts'
import { namesToQualify } from '../../search/index.ts'
import { consentRoutes, lackingProof, paperRoutes, qualificationRoutes, reviewRoutes } from '../index.ts'

let api: TestApi
let paper: Buffer
let reviewer: Visitor
let names: ReturnType<typeof namesToQualify>
const catalog = loadCatalog()
const fronts = shopFronts([{ id: 'cn', kind: 'china', url: testOrigin }])

beforeAll(async () => {
  api = await testApi(({ clock }) => {
    const vault: Vault = createVault({
      keys: keyFileService(`${temporaryFolder('keys')}/vault.key`),
      clock,
      random: systemRandom,
    })
    names = namesToQualify({ catalog, today: () => clock.today(), fronts })
    return [
      registrantsRoutes({ vault, origin: testOrigin }),
      paperRoutes({ vault, origin: testOrigin }),
      consentRoutes({ vault, recipients: [] }),
      qualificationRoutes({ vault, names, fronts }),
      reviewRoutes({ vault, policy: { fourEyes: false, provider: true }, names }),
    ]
  })
  paper = await (await madeUpCard('licence')).jpeg({ quality: 92 }).toBuffer()
  reviewer = await api.operator('qualification-reviewer')
})
afterAll(() => api.close())

const organisation = (zh: string, email: string) => ({
  holderType: 'organisation',
  name: { zh },
  region: 'CN',
  province: { zh: '浙江省' },
  city: { zh: '杭州市' },
  street: { zh: '临安区茶山路18号' },
  postcode: '310000',
  phone: '+86.13800000000',
  email,
  certificate: { kind: 'TYDM', number: '91330106MA2R5XTEA9' },
  contact: { zh: '张三' },
})
const mark = {
  kind: 'trademark',
  number: '12345678',
  owner: '杭州山月茶业有限公司',
  mark: '山月',
  class: 30,
  endsOn: '2030-01-01',
}

async function holderOf(zh: string, email = 'tea@example.cn'): Promise<{ who: Visitor; template: string }> {
  const who = await api.customer()
  const made = await who.call('POST', 'v1/templates', organisation(zh, email))
  expect(made.status).toBe(201)
  await who.call('POST', 'v1/consents', { purpose: 'identity-papers' })
  return { who, template: made.body.id }
}
const at = (name: string, template: string, rest = '') =>
  `v1/qualifications/${encodeURIComponent(name)}${rest}?template=${template}`
async function send(who: Visitor, path: string) {
  const answer = await fetch(`${api.address}/${path}`, {
    method: 'POST',
    headers: { 'x-yuming': '1', cookie: who.cookie(), 'content-type': 'image/jpeg' },
    body: new Uint8Array(paper),
  })
  return { status: answer.status, body: (await answer.json()) as ReturnType<typeof JSON.parse> }
}
async function handedIn(name: string) {
  const { who, template } = await holderOf(mark.owner)
  expect((await send(who, at(name, template, '/papers/trademark-certificate'))).status).toBe(201)
  const { number } = (await who.call('POST', at(name, template, '/submit'), mark)).body
  return { who, template, number: String(number), id: await caseOf(String(number)) }
}
async function caseOf(number: string): Promise<string> {
  const { cases } = (await reviewer.call('GET', 'v1/operator/reviews?axis=qualification')).body
  return cases.find((one: { number: string }) => one.number === number)?.id
}
async function decide(id: string, body: object): Promise<void> {
  for (const { id: one } of (await reviewer.call('GET', `v1/operator/reviews/${id}`)).body.papers) {
    const { url } = (await reviewer.call('POST', `v1/operator/reviews/${id}/papers/${one}/views`)).body
    await fetch(`${api.address}${url}`, { headers: { cookie: reviewer.cookie() } })
  }
  expect((await reviewer.call('POST', `v1/operator/reviews/${id}/decision`, body)).status).toBe(200)
}
const told = (kind: string, email: string) =>
  api.db.selectFrom('notice').select('parameters').where('kind', '=', kind).where('recipient', '=', email).execute()
/** Rules against each of the names, for that holder on that day. */
const lacking = async (account: string, template: string, asked: string[], today = '2026-11-24') =>
  api.db.transaction().execute(async (trx) => {
    const about = asked.flatMap((name) => names.find(name) ?? [])
    const found = await lackingProof(trx, { account, template, names: about, today })
    return [...found].map(([ascii, findings]) => [ascii, findings.map(({ rule }) => rule)])
  })

describe('the qualification of a name (S0-35)', () => {
  it('is asked of .商标 and of names that begin with a word of state, and of no other (S1-53, S1-94)', async () => {
    const { who, template } = await holderOf(mark.owner)
    expect((await who.call('GET', at('山月.商标', template))).body).toMatchObject({
      kind: 'trademark',
      registered: false,
      needed: ['trademark-certificate'],
      papers: [],
      turn: 'you',
      findings: [],
    })
    const nation = (await who.call('GET', at('中国律师协会.中国', template))).body
    expect(nation).toMatchObject({ kind: 'organisation', needed: ['organisation-proof'] })
    expect(nation.findings).toMatchObject([{ rule: 'NAME-NATION-04', severity: 'refuse' }])
    for (const name of ['山月.cn', '山月.com', 'not a name'])
      expect((await who.call('GET', at(name, template))).body.code).toBe('verification.no-qualification')
  })

  it('is asked of .gov.cn before the order: the sealed form and the proof of a body of class 3 (S1-144…S1-147, S1-156, S1-157)', async () => {
    const { who, template } = await holderOf('山月县林业局', 'forest@example.cn')
    const name = 'shanyue.gov.cn'
    const state = (await who.call('GET', at(name, template))).body
    expect(state).toMatchObject({
      kind: 'government',
      needed: ['application-form', 'organisation-proof'],
      further: [],
      turn: 'you',
    })
    for (const kind of state.needed) expect((await send(who, at(name, template, `/papers/${kind}`))).status).toBe(201)
    const said = {
      kind: 'government',
      govClass: 3,
      organisation: '山月县林业局',
      unit: '机关法人',
      document: '统一社会信用代码证书',
    }
    for (const [change, rule, field] of [
      [{ govClass: 1 }, 'GOV-CLASS-01', 'declared.govClass'],
      [{ govClass: 2 }, 'GOV-CLASS-01', 'declared.govClass'],
      [{ unit: '企业法人' }, 'GOV-CERT-01', 'declared.unit'],
      [{ organisation: '别的局' }, 'QUAL-GOV-01', 'declared.organisation'],
    ] as const) {
      const refused = await who.call('POST', at(name, template, '/submit'), { ...said, ...change })
      const against = refused.body.findings.filter(({ severity }: { severity: string }) => severity === 'refuse')
      expect([refused.status, against]).toMatchObject([422, [{ rule, field }]])
    }
    const account = (await who.call('GET', 'v1/session')).body.account.id
    expect(await lacking(account, template, [name])).toEqual([[name, ['GOV-PAPERS-01']]])
    const { number } = (await who.call('POST', at(name, template, '/submit'), said)).body
    await decide(await caseOf(number), { pass: true })
    expect(await lacking(account, template, [name])).toEqual([])
  })

  it('is handed in for a suffix of one trade as well, before the order or after it (S1-113)', async () => {
    const { who, template } = await holderOf('杭州山月律师事务所')
    for (const name of ['shanyue.law', '山月.餐厅', 'shanyue.ac.cn'])
      expect((await who.call('GET', at(name, template))).body).toMatchObject({
        kind: 'licence',
        needed: ['licence-proof'],
      })
    expect((await who.call('GET', at('zhangsan.name', template))).body.code).toBe('verification.no-qualification')
    await send(who, at('shanyue.law', template, '/papers/licence-proof'))
    const handed = await who.call('POST', at('shanyue.law', template, '/submit'), {
      kind: 'licence',
      licensee: '张三',
      document: '律师执业证 13301202010000000',
    })
    expect(handed.body).toMatchObject({ findings: [{ rule: 'QUAL-LICENCE-01', severity: 'advise' }] })
    const other = await api.customer()
    expect((await other.call('GET', at('shanyue.law', template))).status).toBe(404)
  })

  it('is proved by its papers and what they say, reviewed by whose queue it is, and told (S0-35, S1-94)', async () => {
    const { who, template } = await holderOf(mark.owner)
    const name = '山月茶.商标'
    const missing = await who.call('POST', at(name, template, '/submit'), { ...mark, mark: '山月茶' })
    expect(missing.body).toMatchObject({
      code: 'verification.papers-missing',
      findings: [{ field: 'papers.trademark-certificate' }],
    })
    const { id, ascii } = {
      id: (await send(who, at(name, template, '/papers/trademark-certificate'))).body.id,
      ascii: (await who.call('GET', at(name, template))).body.ascii,
    }
    for (const [change, rule] of [
      [{ owner: '别人公司' }, 'QUAL-OWNER-01'],
      [{ endsOn: '2026-11-23' }, 'QUAL-ENDED-01'],
      [{ number: '第三十类' }, 'QUAL-NUMBER-01'],
    ] as const) {
      const refused = await who.call('POST', at(name, template, '/submit'), { ...mark, ...change })
      const against = refused.body.findings.filter(({ severity }: { severity: string }) => severity === 'refuse')
      expect([refused.status, against.map((finding: { rule: string }) => finding.rule)]).toEqual([422, [rule]])
    }
    const handed = await who.call('POST', at(name, template, '/submit'), mark)
    expect(handed.body).toMatchObject({ findings: [{ rule: 'QUAL-MARK-01', severity: 'advise' }] })
    const { number } = handed.body
    expect(number).toMatch(/^ZZ-/)
    expect((await who.call('POST', at(name, template, '/submit'), mark)).body.code).toBe(
      'verification.qualification-done',
    )
    expect((await send(who, at(name, template, '/papers/trademark-certificate'))).body.code).toBe(
      'verification.under-review',
    )
    const account = (await who.call('GET', 'v1/session')).body.account.id
    expect(await lacking(account, template, [ascii])).toEqual([[ascii, ['TRADEMARK-CERT-02']]])
    const open = (await reviewer.call('GET', `v1/operator/reviews/${await caseOf(number)}`)).body
    expect(open).toMatchObject({
      number,
      axis: 'qualification',
      about: { name, registered: false, declared: mark },
      holder: { name: { zh: mark.owner } },
      papers: [{ id, kind: 'trademark-certificate' }],
    })
    await decide(open.id, { pass: true })
    const asked = [ascii, '听雨.商标', '山月.cn']
    expect(await lacking(account, template, asked)).toEqual([['xn--9qry66m.xn--czr694b', ['TRADEMARK-CERT-02']]])
    // Once passed, it holds as long as the mark does.
    expect(await lacking(account, template, [ascii], '2030-01-01')).toEqual([])
    expect(await lacking(account, template, [ascii], '2030-01-02')).toEqual([[ascii, ['QUAL-ENDED-01']]])
    // The name is not registered yet: the holder's own identity is another matter and has not moved.
    expect((await who.call('GET', `v1/templates/${template}`)).body.identity).toBe('unverified')
    expect(await told('qualification.may-register', 'tea@example.cn')).toHaveLength(1)
  })

  it('is handed in anew when the mark that has passed is over and was renewed (S1-94)', async () => {
    const { who, template } = await holderOf(mark.owner)
    const name = '山月茶.商标'
    const { ascii } = (await who.call('GET', at(name, template))).body
    const account = (await who.call('GET', 'v1/session')).body.account.id
    const pass = async (declared: object) => {
      await send(who, at(name, template, '/papers/trademark-certificate'))
      const { status, body } = await who.call('POST', at(name, template, '/submit'), declared)
      expect(status).toBe(201)
      const open = (await reviewer.call('GET', `v1/operator/reviews/${await caseOf(body.number)}`)).body
      await decide(open.id, { pass: true })
    }
    await pass({ ...mark, endsOn: '2026-11-24' })
    const again = () => who.call('POST', at(name, template, '/submit'), mark)
    expect((await again()).body.code).toBe('verification.qualification-done')
    const before = api.clock.now().toISOString()
    api.clock.set('2026-11-25T02:00:00Z')
    expect(await lacking(account, template, [ascii], '2026-11-25')).toEqual([[ascii, ['QUAL-ENDED-01']]])
    await pass({ ...mark, endsOn: '2036-11-24' })
    expect(await lacking(account, template, [ascii], '2026-11-25')).toEqual([])
    expect((await again()).body.code).toBe('verification.qualification-done')
    api.clock.set(before)
  })

  it('fails with reasons that the holder reads and is written to, and may be tried again (S0-35)', async () => {
    const name = '镜湖.商标'
    const { who, template, id, number } = await handedIn(name)
    await decide(id, { pass: false, reasons: ['rn-unclear'], remark: '证书页不全' })
    const state = (await who.call('GET', at(name, template))).body
    expect(state).toMatchObject({
      turn: 'you',
      cases: [{ number, state: 'failed', remark: '证书页不全', declared: mark }],
    })
    expect(state.cases[0].why[0].remedy.zh.length).toBeGreaterThan(2)
    const [letter] = await told('qualification.failed', 'tea@example.cn')
    expect(JSON.stringify(letter?.parameters)).toContain('证书页不全')
    api.clock.advance(1_000)
    const again = await who.call('POST', at(name, template, '/submit'), mark)
    expect(again.status).toBe(201)
    expect((await who.call('GET', at(name, template))).body.cases[0]).toMatchObject({ attempt: 2, state: 'waiting' })
  })

  it('can be withdrawn while it waits, and is nobody else’s', async () => {
    const name = '听雨.商标'
    const { who, template, number } = await handedIn(name)
    const stranger = await api.customer()
    await stranger.call('POST', 'v1/consents', { purpose: 'identity-papers' })
    for (const [method, rest, body] of [
      ['GET', '', undefined],
      ['POST', '/submit', mark],
      ['POST', '/withdrawal', undefined],
      ['DELETE', '/papers/trademark-certificate', undefined],
    ] as const)
      expect([rest, (await stranger.call(method, at(name, template, rest), body)).status]).toEqual([rest, 404])
    expect((await send(stranger, at(name, template, '/papers/trademark-certificate'))).status).toBe(404)
    expect((await who.call('POST', at(name, template, '/withdrawal'))).body).toEqual({ number })
    expect((await who.call('DELETE', at(name, template, '/papers/trademark-certificate'))).status).toBe(204)
    expect((await who.call('GET', at(name, template))).body.papers).toEqual([])
  })

  it('has a desk of its own: reasons and figures are open to its reviewers, the papers of identities are not', async () => {
    for (const path of ['operator/reasons', 'operator/reviews/figures', 'operator/reviews?axis=qualification'])
      expect([path, (await reviewer.call('GET', `v1/${path}`)).status]).toEqual([path, 200])
    const { id } = await handedIn('月湖.商标')
    const other = await api.operator('reviewer')
    expect((await other.call('GET', `v1/operator/reviews/${id}`)).status).toBe(404)
    expect((await other.call('GET', 'v1/operator/reviews?axis=qualification')).status).toBe(404)
    expect((await other.call('GET', 'v1/operator/reviews?axis=naming')).status).toBe(400)
  })

  it('takes what it cannot read with a sentence, never half', async () => {
    const { who, template } = await holderOf(mark.owner)
    const path = at('山月.商标', template, '/submit')
    for (const body of [{}, { ...mark, class: 46 }, { ...mark, endsOn: '2026-02-30' }, { ...mark, extra: 1 }, 'x'])
      expect((await who.call('POST', path, body)).status).toBe(400)
    const other = { kind: 'organisation', organisation: mark.owner, document: '批复' }
    expect((await who.call('POST', path, other)).status).toBe(404)
    expect((await who.call('GET', at('山月.商标', template))).body.cases).toEqual([])
  })
})

describe('a phone that takes the papers of a qualification', () => {
  it('is led by a link of its own to these papers only, which appear with the name', async () => {
    const { who, template } = await holderOf(mark.owner)
    const { url } = (await who.call('POST', at('山月.商标', template, '/upload-link'))).body
    const token = new URL(url).pathname.replace('/upload/', '')
    const phone = api.visitor()
    expect((await phone.call('GET', `v1/uploads/${token}`)).body).toMatchObject({
      needed: expect.arrayContaining(['trademark-certificate']),
      have: [],
      consent: true,
    })
    expect((await send(phone, `v1/uploads/${token}/trademark-certificate`)).status).toBe(201)
    expect((await send(phone, `v1/uploads/${token}/licence`)).status).toBe(404)
    expect((await who.call('GET', at('山月.商标', template))).body.papers).toMatchObject([
      { kind: 'trademark-certificate' },
    ])
    expect((await who.call('GET', `v1/templates/${template}/verification`)).body.papers).toEqual([])
    // A link for the holder's own papers goes beside it, and neither takes the other's.
    const own = (await who.call('POST', `v1/templates/${template}/upload-link`)).body.url
    const ownToken = new URL(own).pathname.replace('/upload/', '')
    expect((await send(phone, `v1/uploads/${ownToken}/trademark-certificate`)).status).toBe(404)
    expect((await phone.call('GET', `v1/uploads/${token}`)).body.have).toEqual(['trademark-certificate'])
    const other = await api.customer()
    expect((await other.call('POST', at('山月.商标', template, '/upload-link'))).status).toBe(404)
    api.clock.advance(31 * 60_000)
    expect((await phone.call('GET', `v1/uploads/${token}`)).status).toBe(404)
  })
})
