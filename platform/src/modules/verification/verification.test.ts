import { madeUpCard } from '@yuming/papers/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemRandom } from '../../kernel/random.ts'
import { createVault, keyFileService, type Vault } from '../../kernel/vault/index.ts'
import { type TestApi, testApi, testOrigin, type Visitor } from '../../testing/console-api.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { registrantsRoutes } from '../registrants/index.ts'
import { consentRoutes, paperRoutes, reviewRoutes } from './index.ts'

let api: TestApi
let fourEyed: TestApi
let vault: Vault
let idCard: Buffer
let reviewer: Visitor

const openApi = (fourEyes: boolean) =>
  testApi(({ clock }) => {
    vault = createVault({ keys: keyFileService(`${temporaryFolder('keys')}/vault.key`), clock, random: systemRandom })
    return [
      registrantsRoutes({ vault, origin: testOrigin }),
      paperRoutes({ vault, origin: testOrigin }),
      consentRoutes({ vault, recipients: [{ role: 'provider', name: { zh: '核验机构', en: 'Provider' } }] }),
      reviewRoutes({
        vault,
        policy: { fourEyes, provider: false },
        names: { find: () => undefined, against: () => [] },
      }),
    ]
  })

beforeAll(async () => {
  api = await openApi(false)
  fourEyed = await openApi(true)
  idCard = await (await madeUpCard('id-front')).jpeg({ quality: 92 }).toBuffer()
  reviewer = await api.operator('reviewer')
})
afterAll(async () => {
  await api.close()
  await fourEyed.close()
})

const person = {
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
}

async function holder(at = api): Promise<{ who: Visitor; id: string }> {
  const who = await at.customer()
  const { id } = (await who.call('POST', 'v1/templates', person)).body
  return { who, id }
}
async function send(who: Visitor, path: string, picture: Uint8Array, type = 'image/jpeg', at = api) {
  const response = await fetch(`${at.address}/${path}`, {
    method: 'POST',
    headers: { 'x-yuming': '1', cookie: who.cookie(), 'content-type': type },
    body: new Uint8Array(picture),
  })
  return { status: response.status, body: (await response.json()) as ReturnType<typeof JSON.parse> }
}
const agree = (who: Visitor) => who.call('POST', 'v1/consents', { purpose: 'identity-papers' })
const stateOf = async (who: Visitor, id: string) => (await who.call('GET', `v1/templates/${id}/verification`)).body
async function submitted(at = api) {
  const { who, id } = await holder(at)
  await agree(who)
  expect((await send(who, `v1/templates/${id}/papers/id-front`, idCard, 'image/jpeg', at)).status).toBe(201)
  const { number } = (await who.call('POST', `v1/templates/${id}/submit`)).body
  return { who, id, number: String(number) }
}
async function caseOf(number: string, by = reviewer): Promise<string> {
  const { cases } = (await by.call('GET', 'v1/operator/reviews')).body
  return cases.find((one: { number: string }) => one.number === number)?.id
}
const press = (id: string, body: object, by = reviewer) => by.call('POST', `v1/operator/reviews/${id}/decision`, body)
async function lookAt(id: string, by = reviewer, at = api): Promise<void> {
  const { papers } = (await by.call('GET', `v1/operator/reviews/${id}`)).body
  for (const paper of papers ?? []) {
    const { url } = (await by.call('POST', `v1/operator/reviews/${id}/papers/${paper.id}/views`)).body
    await fetch(`${at.address}${url}`, { headers: { cookie: by.cookie() } })
  }
}
async function decide(id: string, body: object, by = reviewer, at = api) {
  await lookAt(id, by, at)
  return press(id, body, by)
}

describe('being verified', () => {
  it('needs a consent of its own before the first photograph, which is on record', async () => {
    const { who, id } = await holder()
    const path = `v1/templates/${id}/papers/id-front`
    expect((await send(who, path, idCard)).body.code).toBe('verification.consent-needed')
    expect((await agree(who)).status).toBe(204)
    expect((await agree(who)).status).toBe(204)
    expect((await send(who, path, idCard)).status).toBe(201)
    expect((await who.call('DELETE', 'v1/consents/identity-papers')).status).toBe(204)
    expect((await send(who, path, idCard)).body.code).toBe('verification.consent-needed')
    const account = (await who.call('GET', 'v1/session')).body.account.id
    const told = await api.db
      .selectFrom('audit_entry')
      .select('action')
      .where('subject', '=', account)
      .orderBy('seq')
      .execute()
    expect(told.map(({ action }) => action)).toEqual(['consent.given', 'consent.withdrawn'])
  })

  it('goes from papers to a verified template, and says at each step whose turn it is (S0-34, S1-170, S4-31, S4-32)', async () => {
    const { who, id } = await holder()
    await agree(who)
    expect(await stateOf(who, id)).toMatchObject({ identity: 'unverified', turn: 'you', needed: ['id-front'] })
    const missing = await who.call('POST', `v1/templates/${id}/submit`)
    expect(missing.body).toMatchObject({
      code: 'verification.papers-missing',
      findings: [{ rule: 'PAPER-MISSING-01', field: 'papers.id-front' }],
    })
    await send(who, `v1/templates/${id}/papers/id-front`, idCard)
    const { number } = (await who.call('POST', `v1/templates/${id}/submit`)).body
    const reviewing = await stateOf(who, id)
    // The day after 24 November 2026, a Tuesday, at six in the evening in China.
    expect(reviewing).toMatchObject({
      identity: 'reviewing',
      turn: 'we',
      cases: [{ number, state: 'waiting', attempt: 1, dueAt: '2026-11-25T10:00:00.000Z' }],
    })
    expect((await decide(await caseOf(number), { pass: true })).body).toEqual({ number, state: 'passed' })
    const done = await stateOf(who, id)
    expect(done).toMatchObject({ identity: 'verified', turn: null })
    expect(done.timeline.map(({ kind }: { kind: string }) => kind)).toEqual(['submitted', 'passed'])
    expect((await who.call('POST', `v1/templates/${id}/submit`)).body.code).toBe('verification.not-submittable')
  })

  it('fails with reasons and a word for the customer, and can be tried again as the second attempt (S1-171, S4-01, S4-02, S4-24, S4-25)', async () => {
    const { who, id, number } = await submitted()
    const reviewCase = await caseOf(number)
    expect((await decide(reviewCase, { pass: false, reasons: [] })).body.code).toBe('verification.reason-needed')
    expect((await decide(reviewCase, { pass: false, reasons: ['made-up'] })).body.code).toBe(
      'verification.reason-unknown',
    )
    await decide(reviewCase, { pass: false, reasons: ['rn-address-detail'], remark: '住所少了“2幢301室”' })
    expect(await stateOf(who, id)).toMatchObject({
      identity: 'failed',
      turn: 'you',
      cases: [{ state: 'failed', reasons: ['rn-address-detail'], remark: '住所少了“2幢301室”' }],
    })
    expect((await decide(reviewCase, { pass: true })).body.code).toBe('verification.review-moved-on')
    const again = (await who.call('POST', `v1/templates/${id}/submit`)).body.number
    await decide(await caseOf(again), { pass: false, reasons: ['rn-number-length'] })
    expect((await stateOf(who, id)).cases[0].why).toEqual([
      {
        id: 'rn-number-length',
        cause: { zh: '号码多填、漏填或含空格', en: 'Number has missing, extra or blank characters' },
        remedy: { zh: '按证件重新录入号码', en: 'Retype the number exactly' },
        field: 'certificate.number',
        path: 'B',
      },
    ])
    expect((await stateOf(who, id)).cases).toMatchObject([
      { number: again, attempt: 2, state: 'failed' },
      { number, attempt: 1, state: 'failed' },
    ])
  })

  it('changes nothing while it is under review (S4-34)', async () => {
    const { who, id } = await submitted()
    const path = `v1/templates/${id}/papers/id-front`
    expect((await send(who, path, idCard)).body.code).toBe('verification.under-review')
    expect((await who.call('DELETE', path)).body.code).toBe('verification.under-review')
    expect((await who.call('PUT', `v1/templates/${id}`, person)).body.code).toBe('registrant.template-locked')
    expect((await who.call('POST', `v1/templates/${id}/submit`)).body.code).toBe('verification.not-submittable')
  })

  it('keeps one photograph a kind, sealed, with an end; one taken back is gone today', async () => {
    const { who, id } = await holder()
    await agree(who)
    const path = `v1/templates/${id}/papers/id-front`
    const first = (await send(who, path, idCard)).body
    const second = (await send(who, path, idCard)).body
    expect((await stateOf(who, id)).papers).toMatchObject([{ id: second.id, kind: 'id-front' }])
    expect(first.id).not.toBe(second.id)
    const kept = () =>
      api.db
        .selectFrom('identity_paper')
        .innerJoin('sealed_item', 'sealed_item.id', 'identity_paper.item')
        .select(['sealed_item.keep_until', 'sealed_item.box'])
        .where('identity_paper.id', '=', second.id)
        .executeTakeFirstOrThrow()
    expect(String((await kept()).keep_until)).toContain('2026-12-24')
    expect((await kept()).box.includes(idCard.subarray(0, 64))).toBe(false)
    expect((await who.call('DELETE', path)).status).toBe(204)
    expect(String((await kept()).keep_until)).toContain('2026-11-24')
    expect((await stateOf(who, id)).papers).toEqual([])
  })

  it.each([
    ['an empty body', Buffer.alloc(0)],
    ['a text', Buffer.from('not a picture at all')],
    ['a PDF by another name', Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n')],
    ['one pixel', Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAA=', 'base64')],
  ])('refuses %s with findings and keeps nothing', async (_, picture) => {
    const { who, id } = await holder()
    await agree(who)
    const answer = await send(who, `v1/templates/${id}/papers/id-front`, picture)
    expect(answer.status).toBe(422)
    expect(answer.body.findings[0]).toMatchObject({ severity: 'refuse', remedy: { zh: expect.any(String) } })
    expect((await stateOf(who, id)).papers).toEqual([])
  })

  it('takes a photograph from a phone that came by the QR code, for this template only, for half an hour', async () => {
    const { who, id } = await holder()
    await agree(who)
    const { url } = (await who.call('POST', `v1/templates/${id}/upload-link`)).body
    const token = String(url).split('/').at(-1)
    const phone = api.visitor()
    expect((await phone.call('GET', `v1/uploads/${token}`)).body).toEqual({
      needed: ['id-front'],
      have: [],
      consent: true,
    })
    expect((await send(phone, `v1/uploads/${token}/id-front`, idCard)).status).toBe(201)
    expect((await phone.call('GET', `v1/uploads/${token}`)).body.have).toEqual(['id-front'])
    expect((await stateOf(who, id)).papers).toMatchObject([{ kind: 'id-front' }])
    expect((await phone.call('GET', `v1/uploads/${'x'.repeat(32)}`)).status).toBe(404)
    const newer = (await who.call('POST', `v1/templates/${id}/upload-link`)).body.url
    expect((await phone.call('GET', `v1/uploads/${token}`)).body.code).toBe('verification.upload-link-gone')
    api.clock.advance(31 * 60_000)
    expect((await send(phone, `v1/uploads/${String(newer).split('/').at(-1)}/id-front`, idCard)).status).toBe(404)
  })

  it('is nobody else’s: templates, papers and links of another account are not found', async () => {
    const { id } = await submitted()
    const stranger = await api.customer()
    await agree(stranger)
    for (const [method, path] of [
      ['GET', `v1/templates/${id}/verification`],
      ['DELETE', `v1/templates/${id}/papers/id-front`],
      ['POST', `v1/templates/${id}/upload-link`],
      ['POST', `v1/templates/${id}/submit`],
    ] as const)
      expect((await stranger.call(method, path)).status).toBe(404)
    expect((await send(stranger, `v1/templates/${id}/papers/id-front`, idCard)).status).toBe(404)
    expect((await api.visitor().call('GET', `v1/templates/${id}/verification`)).status).toBe(401)
  })
})

describe('reviewing', () => {
  it('shows the queue by urgency, and a case with what was declared; every look is on record', async () => {
    const { number } = await submitted()
    const id = await caseOf(number)
    const shown = (await reviewer.call('GET', `v1/operator/reviews/${id}`)).body
    expect(shown).toMatchObject({
      number,
      holder: { name: { zh: '张三' }, certificate: { kind: 'cn-resident-id', number: '1101••••••••••002X' } },
      papers: [{ kind: 'id-front' }],
    })
    const { url } = (await reviewer.call('POST', `v1/operator/reviews/${id}/papers/${shown.papers[0].id}/views`)).body
    const look = (who: Visitor) => fetch(`${api.address}${url}`, { headers: { cookie: who.cookie() } })
    const seen = await look(reviewer)
    expect(seen.headers.get('content-type')).toBe('image/jpeg')
    expect(seen.headers.get('cache-control')).toBe('no-store')
    expect((await seen.arrayBuffer()).byteLength).toBeGreaterThan(10_000)
    expect((await look(await api.operator('reviewer'))).status).toBe(404)
    api.clock.advance(121_000)
    expect((await look(reviewer)).status).toBe(404)
    const told = await api.db
      .selectFrom('audit_entry')
      .select(['action', 'detail'])
      .where('action', 'in', ['review.opened', 'paper.viewed'])
      .orderBy('seq', 'desc')
      .limit(2)
      .execute()
    expect(told).toMatchObject([{ action: 'paper.viewed', detail: { review: number } }, { action: 'review.opened' }])
    expect(JSON.stringify(told)).not.toContain('11010519')
  })

  it('pages through the queue without gaps or doubles', async () => {
    for (let count = 0; count < 3; count++) await submitted()
    const first = (await reviewer.call('GET', 'v1/operator/reviews')).body
    expect(first.next).toBeNull()
    const dues = first.cases.map(({ dueAt }: { dueAt: string }) => dueAt)
    expect(dues).toEqual(dues.toSorted())
    const at = first.cases[1]
    const rest = (await reviewer.call('GET', `v1/operator/reviews?after=${at.dueAt}_${at.id}`)).body
    expect(rest.cases).toEqual(first.cases.slice(2))
  })

  it('is for reviewers: customers and operators of another role see nothing', async () => {
    const { number } = await submitted()
    const id = await caseOf(number)
    for (const who of [await api.customer(), await api.operator('catalog'), await api.operator('finance')])
      for (const [method, path] of [
        ['GET', 'v1/operator/reviews'],
        ['GET', `v1/operator/reviews/${id}`],
        ['POST', `v1/operator/reviews/${id}/decision`],
      ] as const)
        expect((await who.call(method, path, method === 'POST' ? { pass: true } : undefined)).status).toBe(403)
  })

  it('masks the number until somebody asks for it, which is on record', async () => {
    const { number } = await submitted()
    const id = await caseOf(number)
    expect((await reviewer.call('POST', `v1/operator/reviews/${id}/number`)).body).toEqual({
      number: '11010519491231002X',
    })
    const told = await api.db
      .selectFrom('audit_entry')
      .select(['subject', 'detail'])
      .where('action', '=', 'review.number-shown')
      .execute()
    expect(told).toEqual([{ subject: number, detail: {} }])
    const checks = (await reviewer.call('GET', `v1/operator/reviews/${id}`)).body.checks
    expect(checks).toContainEqual({
      row: 'number',
      good: true,
      text: { zh: '校验位正确', en: 'Check digit is right' },
      rule: null,
    })
    for (const who of [await api.operator('qualification-reviewer'), await api.customer()])
      expect((await who.call('POST', `v1/operator/reviews/${id}/number`)).status).toBeGreaterThanOrEqual(403)
  })

  it('counts what each reviewer decided, and tells the course of a case by its number', async () => {
    const [one, another] = [await api.operator('reviewer'), await api.operator('reviewer')]
    const [good, bad] = [await submitted(), await submitted()]
    const id = await caseOf(good.number, one)
    await decide(id, { pass: true }, one)
    await decide(await caseOf(bad.number, one), { pass: false, reasons: ['rn-number-length'] }, one)
    const { reviewers } = (await one.call('GET', 'v1/operator/reviews/figures')).body
    expect(reviewers).toContainEqual({
      reviewer: expect.any(String),
      you: true,
      passed: 1,
      passedFirst: 0,
      refused: 1,
      medianMinutes: 0,
      longestMinutes: 0,
      medianLookSeconds: 0,
    })
    const before = (await another.call('GET', 'v1/operator/reviews/figures?from=2020-01-01&until=2020-12-31')).body
    expect(before).toEqual({ from: '2020-01-01', until: '2020-12-31', reviewers: [] })
    const course = (await another.call('GET', `v1/operator/cases/${good.number}`)).body
    expect(course).toMatchObject({ number: good.number, state: 'passed', others: [] })
    const kinds = course.timeline.map(({ kind, by }: { kind: string; by: string }) => `${by}: ${kind}`)
    expect(kinds).toEqual(
      expect.arrayContaining(['customer: paper', 'customer: submitted', 'reviewer: looked', 'reviewer: passed']),
    )
    expect((await another.call('GET', `v1/operator/cases/${bad.number}`)).body).toMatchObject({
      state: 'failed',
      why: [{ id: 'rn-number-length' }],
    })
    expect((await another.call('GET', 'v1/operator/cases/SM-99999999')).body.code).toBe('verification.review-not-found')
    for (const path of ['v1/operator/reviews/figures', `v1/operator/cases/${good.number}`])
      expect((await (await api.operator('finance')).call('GET', path)).status).toBe(403)
  })

  it('lists reasons to refuse with, each with cause and remedy in both languages (S1-171)', async () => {
    const { reasons } = (await reviewer.call('GET', 'v1/operator/reasons')).body
    expect(reasons.length).toBeGreaterThan(40)
    expect(reasons).toContainEqual({
      id: 'rn-number-length',
      heard: { zh: '证件号码位数不正确', en: '' },
      cause: { zh: '号码多填、漏填或含空格', en: 'Number has missing, extra or blank characters' },
      field: 'certificate.number',
      remedy: { zh: '按证件重新录入号码', en: 'Retype the number exactly' },
      path: 'B',
      own: false,
      retired: false,
    })
    expect((await (await api.customer()).call('GET', 'v1/operator/reasons')).status).toBe(403)
  })

  it('takes reasons of our own in both languages, which a refused holder reads, changed or retired later (S1-171, S4-24)', async () => {
    const words = {
      heard: { zh: '印章不清', en: 'Seal unclear' },
      cause: { zh: '公章盖得不清楚', en: 'The seal cannot be read' },
      remedy: { zh: '重新盖章再拍', en: 'Stamp it again and take another photograph' },
      field: 'paper',
      path: 'B',
    }
    const { id } = (await reviewer.call('POST', 'v1/operator/reasons', words)).body
    const listed = async () => (await reviewer.call('GET', 'v1/operator/reasons')).body.reasons
    expect(await listed()).toContainEqual({ id, ...words, own: true, retired: false })
    const { who, id: template, number } = await submitted()
    await decide(await caseOf(number), { pass: false, reasons: [id, 'rn-mirror'] })
    const [why, known] = (await stateOf(who, template)).cases[0].why
    expect(why).toEqual({ id, cause: words.cause, remedy: words.remedy, field: 'paper', path: 'B' })
    expect(known.id).toBe('rn-mirror')
    const later = { ...words, remedy: { zh: '换一份盖清楚的', en: 'Use one with a clear seal' }, retired: true }
    expect((await reviewer.call('PUT', `v1/operator/reasons/${id}`, later)).status).toBe(204)
    expect(await listed()).toContainEqual({ id, ...later, own: true })
    expect((await stateOf(who, template)).cases[0].why[0].remedy.en).toBe('Use one with a clear seal')
    const fixed = await reviewer.call('PUT', 'v1/operator/reasons/rn-mirror', words)
    expect(fixed.body.code).toBe('verification.reason-not-found')
    expect(
      (await reviewer.call('POST', 'v1/operator/reasons', { ...words, cause: { zh: '只有中文', en: ' ' } })).status,
    ).toBe(400)
    expect((await who.call('POST', 'v1/operator/reasons', words)).status).toBe(403)
  })

  it('shows each reviewer their own queue only', async () => {
    const { number } = await submitted()
    const id = await caseOf(number)
    const other = await api.operator('qualification-reviewer')
    expect((await other.call('GET', 'v1/operator/reviews?axis=qualification')).status).toBe(200)
    for (const path of ['v1/operator/reviews', `v1/operator/reviews/${id}`, `v1/operator/cases/${number}`])
      expect([path, (await other.call('GET', path)).status]).toEqual([path, 404])
    expect((await decide(id, { pass: true }, other)).status).toBe(404)
    expect((await reviewer.call('GET', 'v1/operator/reviews?axis=qualification')).status).toBe(404)
  })

  it('needs two pairs of eyes where that is configured, and two people for them', async () => {
    const { who, id, number } = await submitted(fourEyed)
    const [first, second] = [await fourEyed.operator('reviewer'), await fourEyed.operator('reviewer')]
    const reviewCase = await caseOf(number, first)
    expect((await decide(reviewCase, { pass: true }, first, fourEyed)).body.state).toBe('second')
    expect((await decide(reviewCase, { pass: true }, first, fourEyed)).body.code).toBe('verification.second-eyes')
    const seenBy = async (by: Visitor) => (await by.call('GET', `v1/operator/reviews/${reviewCase}`)).body
    expect(await seenBy(first)).toMatchObject({ state: 'second', fourEyes: true, firstByYou: true })
    expect(await seenBy(second)).toMatchObject({ state: 'second', fourEyes: true, firstByYou: false })
    expect((await stateOf(who, id)).identity).toBe('reviewing')
    expect((await decide(reviewCase, { pass: true }, second, fourEyed)).body.state).toBe('passed')
    expect((await stateOf(who, id)).identity).toBe('verified')
  })

  it('decides once, though two reviewers press at the same moment', async () => {
    const { number } = await submitted()
    const id = await caseOf(number)
    const other = await api.operator('reviewer')
    await lookAt(id)
    await lookAt(id, other)
    const answers = await Promise.all([
      press(id, { pass: true }),
      press(id, { pass: false, reasons: ['rn-unclear'] }, other),
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
  })
})
