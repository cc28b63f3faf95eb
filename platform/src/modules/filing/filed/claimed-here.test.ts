import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Visitor } from '../../../testing/console-api.ts'
import type { Bureaus, FilingRegister, RegisteredFiling } from '../ports.ts'
import { registeredName, verifiedPerson } from '../testing/applicants.ts'
import { filedSite } from '../testing/filed-sites.ts'
import { type FilingApi, filingApi, lookAtPapers, noBureaus, sendPicture } from '../testing/filing-api.ts'

const registered = new Map<string, RegisteredFiling>()
/** Bureaus that cannot be asked by a certificate of a unified code. */
const bureaus: Bureaus & FilingRegister = {
  ...noBureaus,
  byDomain: async (_, ascii) => registered.get(ascii) ?? { filed: false },
  byCertificate: async () => undefined,
}

let api: FilingApi
let reviewer: Visitor
let owner: { account: string; template: string }
let company: { who: Visitor; account: string; template: string }
let turn = 0

const accountOf = async (who: Visitor): Promise<string> => (await who.call('GET', 'v1/session')).body.account.id

beforeAll(async () => {
  api = await filingApi(() => bureaus)
  reviewer = await api.operator('reviewer')
  const first = await api.customer()
  owner = { account: await accountOf(first), template: await verifiedPerson(api, first) }
  const who = await api.customer()
  const made = await who.call('POST', 'v1/templates', {
    holderType: 'organisation',
    name: { zh: '杭州山月茶业有限公司' },
    region: 'CN',
    province: { zh: '浙江省' },
    city: { zh: '杭州市' },
    street: { zh: '临安区茶山路18号' },
    postcode: '310000',
    phone: '+86.13800000000',
    email: 'tea@example.cn',
    certificate: { kind: 'TYDM', number: '91330106MA2R5XTEA9' },
    contact: { zh: '张三' },
  })
  expect(made.status).toBe(201)
  await api.pool.query("update registrant_template set identity = 'verified', verified_at = now() where id = $1", [
    made.body.id,
  ])
  company = { who, account: await accountOf(who), template: made.body.id }
})
afterAll(() => api.close())
beforeEach(async () => {
  turn++
})

/** A site of the other account, as it is filed here. */
const ofOther = (domain: string) => filedSite(api, { ...owner, domains: [domain] })
const subjectOf = (service: string) => service.slice(0, service.lastIndexOf('-'))

async function claim(domain: string, stated?: object): Promise<string> {
  const { who, template } = company
  // One certificate for all of them: each is given up before the next is begun.
  await api.pool.query("update filing_order set state = 'withdrawn', ended_at = now() where state <> 'passed'")
  await api.pool.query('update filing_order_domain set running = false, submitted = false')
  const begun = await who.call('POST', 'v1/filings', { wish: 'claim', template, domains: [domain], stated })
  expect([begun.status, begun.body.type ?? begun.body]).toEqual([201, 'claim'])
  await who.call('PUT', `v1/filings/${begun.body.number}/draft/consent`, { consent: true })
  return begun.body.number
}
async function inReview(number: string): Promise<void> {
  await api.pool.query(
    "update filing_order set state = 'first-review', attempt = 1, submitted_at = $2, due_at = $2 where number = $1",
    [number, api.clock.now()],
  )
}
const submit = (number: string) => company.who.call('POST', `v1/filings/${number}/submission`)
const pass = (number: string) => reviewer.call('POST', `v1/filing-reviews/${number}/decision`, { pass: true })
const handIn = (number: string) =>
  sendPicture(api, company.who, `v1/filings/${number}/papers/principal-front`, api.idCard)
async function filedFor(account: string): Promise<string[]> {
  const { rows } = await api.pool.query(
    `select ascii from filing_domain d join filing_service v on v.id = d.service join filing_subject s on s.id = v.subject
     where s.account = $1 and d.ended_at is null and s.state = 'filed' order by ascii`,
    [account],
  )
  return rows.map(({ ascii }) => ascii)
}

describe('a claim of what is filed here for another account', () => {
  it('is refused at submission by its domain, with the rule, the field and what to do', async () => {
    const domain = `taken-${turn}.top`
    await ofOther(domain)
    const refused = await submit(await claim(domain))
    expect([refused.status, refused.body.code]).toEqual([409, 'filing.claim-filed-here'])
    const [finding] = refused.body.findings
    expect(finding).toMatchObject({ rule: 'CLAIM-HERE-01', field: 'domains.0.name', severity: 'refuse' })
    for (const text of [finding.message, finding.remedy]) expect([text.zh !== '', text.en !== '']).toEqual([true, true])
    expect(await filedFor(owner.account)).toEqual([domain])
  })

  it('is refused by the number of a subject or a service, whoever told it and however it is written', async () => {
    const { number } = await ofOther(`numbered-${turn}.top`)
    const name = await registeredName(api, company.who, company.template)
    registered.set(name, { filed: true, subjectNumber: subjectOf(number), serviceNumber: `${subjectOf(number)}-9` })
    const told = await submit(await claim(name))
    expect([told.body.code, told.body.findings?.[0]?.field]).toEqual(['filing.claim-filed-here', 'domains.0.number'])
    const wide = number.toLowerCase().replace('-', '－')
    const said = await submit(await claim(`said-${turn}.top`, { serviceNumber: wide }))
    expect([said.body.code, said.body.findings?.[0]?.field]).toEqual([
      'filing.claim-filed-here',
      'stated.serviceNumber',
    ])
  })

  it('is refused again when it is recorded: the rows of the other account stay, and nothing is filed twice', async () => {
    const name = await registeredName(api, company.who, company.template)
    const subjectNumber = `浙ICP备2026${String(turn).padStart(4, '0')}号`
    registered.set(name, { filed: true, subjectNumber, serviceNumber: `${subjectNumber}-1` })
    const number = await claim(name, { serviceNumber: `${subjectNumber}-7` })
    expect((await handIn(number)).status).toBe(201)
    await inReview(number)
    await lookAtPapers(reviewer, number)
    expect((await reviewer.call('GET', `v1/filing-reviews/${number}`)).body.claim).toEqual({
      stated: { subjectNumber: null, serviceNumbers: [`${subjectNumber}-7`] },
      registered: { subjectNumber, serviceNumbers: [`${subjectNumber}-1`] },
    })
    await ofOther(name)
    const refused = await pass(number)
    expect([refused.status, refused.body.code]).toEqual([409, 'filing.claim-filed-here'])
    expect(await filedFor(owner.account)).toEqual([name])
    expect(await filedFor(company.account)).toEqual([])
    expect((await company.who.call('GET', `v1/filings/${number}`)).body.state).toBe('first-review')
  })
})

describe('a claim by a certificate that the bureaus cannot be asked about', () => {
  it('is not passed without papers, and is recorded with them', async () => {
    const name = await registeredName(api, company.who, company.template)
    const subjectNumber = `浙ICP备2027${String(turn).padStart(4, '0')}号`
    registered.set(name, { filed: true, subjectNumber, serviceNumber: `${subjectNumber}-1` })
    const bare = await claim(name)
    await inReview(bare)
    expect((await pass(bare)).body.code).toBe('filing.claim-without-papers')
    expect(await filedFor(company.account)).toEqual([])
    await api.pool.query("update filing_order set state = 'draft', submitted_at = null where number = $1", [bare])
    expect((await handIn(bare)).status).toBe(201)
    await inReview(bare)
    await lookAtPapers(reviewer, bare)
    const passed = await pass(bare)
    expect([passed.status, passed.body.state]).toEqual([200, 'passed'])
    expect(await filedFor(company.account)).toEqual([name])
  })
})
