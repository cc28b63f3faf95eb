import { madeUpCard } from '@yuming/papers/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemRandom } from '../../kernel/random.ts'
import { createVault, keyFileService, type Vault } from '../../kernel/vault/index.ts'
import { type TestApi, testApi, testOrigin, type Visitor } from '../../testing/console-api.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { registrantsRoutes } from '../registrants/index.ts'
import { consentRoutes, paperRoutes, reviewRoutes, warnOfReviewsDue } from './index.ts'

let api: TestApi
let idCard: Buffer
let reviewer: Visitor

beforeAll(async () => {
  api = await testApi(({ clock }) => {
    const vault: Vault = createVault({
      keys: keyFileService(`${temporaryFolder('keys')}/vault.key`),
      clock,
      random: systemRandom,
    })
    return [
      registrantsRoutes({ vault, origin: testOrigin }),
      paperRoutes({ vault, origin: testOrigin }),
      consentRoutes({ vault, recipients: [] }),
      reviewRoutes({
        vault,
        policy: { fourEyes: false, provider: false },
        names: { find: () => undefined, against: () => [] },
      }),
    ]
  })
  idCard = await (await madeUpCard('id-front')).jpeg({ quality: 92 }).toBuffer()
  reviewer = await api.operator('reviewer')
})
afterAll(() => api.close())

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
  certificate: { kind: 'SFZ', number: '11010519491231002X', issuedOn: '2017-01-05', endsOn: '2027-01-05' },
}

async function submitted(who: Visitor) {
  const { id } = (await who.call('POST', 'v1/templates', person)).body
  await who.call('POST', 'v1/consents', { purpose: 'identity-papers' })
  const sent = await fetch(`${api.address}/v1/templates/${id}/papers/id-front`, {
    method: 'POST',
    headers: { 'x-yuming': '1', cookie: who.cookie(), 'content-type': 'image/jpeg' },
    body: new Uint8Array(idCard),
  })
  expect(sent.status).toBe(201)
  const answer = await who.call('POST', `v1/templates/${id}/submit`)
  expect(answer.status).toBe(201)
  const { cases } = (await reviewer.call('GET', 'v1/operator/reviews')).body
  const number = String(answer.body.number)
  return { template: String(id), number, id: cases.find((one: { number: string }) => one.number === number)?.id }
}
const at = (id: string) => `v1/operator/reviews/${id}`
const decide = (id: string, by: Visitor, body: object = { pass: true }) => by.call('POST', `${at(id)}/decision`, body)
async function lookAt(id: string, by: Visitor): Promise<void> {
  for (const paper of (await by.call('GET', at(id))).body.papers) {
    const { url } = (await by.call('POST', `${at(id)}/papers/${paper.id}/views`)).body
    expect((await fetch(`${api.address}${url}`, { headers: { cookie: by.cookie() } })).status).toBe(200)
  }
}
async function alsoReviewer(who: Visitor): Promise<void> {
  const { id, role } = (await who.call('GET', 'v1/session')).body.account
  const { auth_user } = await api.db
    .selectFrom('account_user')
    .select('auth_user')
    .where('account', '=', id)
    .where('role', '=', role)
    .executeTakeFirstOrThrow()
  const made = { auth_user, roles: ['reviewer' as const], created_at: api.clock.now() }
  await api.db.insertInto('operator').values(made).execute()
}

describe('a reviewer', () => {
  it('has opened every paper since it was handed in, or does not decide', async () => {
    const { id } = await submitted(await api.customer())
    expect((await decide(id, reviewer)).body.code).toBe('verification.look-first')
    const [paper] = (await reviewer.call('GET', at(id))).body.papers
    expect(paper.seenByYou).toBe(false)
    // An address that was asked for and not opened is no look.
    await reviewer.call('POST', `${at(id)}/papers/${paper.id}/views`)
    expect((await decide(id, reviewer)).body.code).toBe('verification.look-first')
    expect((await decide(id, reviewer, { pass: false, reasons: ['rn-unclear'] })).body.code).toBe(
      'verification.look-first',
    )
    await lookAt(id, reviewer)
    expect((await reviewer.call('GET', at(id))).body.papers[0].seenByYou).toBe(true)
    expect((await decide(id, await api.operator('reviewer'))).body.code).toBe('verification.look-first')
    expect((await decide(id, reviewer)).body.state).toBe('passed')
    const [told] = await api.db
      .selectFrom('audit_entry')
      .select('detail')
      .where('action', '=', 'review.passed')
      .orderBy('seq', 'desc')
      .limit(1)
      .execute()
    expect(told?.detail).toEqual({ seen: [paper.id] })
  })

  it('never decides, opens or claims what their own account handed in, as its owner or as a sub-user', async () => {
    const owner = await api.customer()
    const sub = await api.subUserOf(owner)
    const { id } = await submitted(owner)
    for (const who of [owner, sub]) {
      await alsoReviewer(who)
      const open = (await who.call('GET', at(id))).body
      expect(open.ownAccount).toBe(true)
      for (const [path, body] of [
        [`papers/${open.papers[0].id}/views`, undefined],
        ['number', undefined],
        ['claim', undefined],
        ['escalation', {}],
        ['decision', { pass: true }],
      ] as const)
        expect([path, (await who.call('POST', `${at(id)}/${path}`, body)).body.code]).toEqual([
          path,
          'verification.own-case',
        ])
    }
    await lookAt(id, reviewer)
    expect((await decide(id, reviewer)).status).toBe(200)
  })

  it('keeps a case that they work on, for ten minutes; others see who has it and cannot decide', async () => {
    const { id, number } = await submitted(await api.customer())
    const other = await api.operator('reviewer')
    await lookAt(id, other)
    expect((await reviewer.call('POST', `${at(id)}/claim`)).status).toBe(200)
    expect((await reviewer.call('POST', `${at(id)}/claim`)).status).toBe(200)
    for (const path of ['claim', 'decision', 'escalation'])
      expect((await other.call('POST', `${at(id)}/${path}`, path === 'decision' ? { pass: true } : {})).body.code).toBe(
        'verification.claimed',
      )
    const seen = async () => {
      const { cases } = (await other.call('GET', 'v1/operator/reviews')).body
      return cases.find((one: { number: string }) => one.number === number).claimedBy
    }
    expect(await seen()).toMatch(/^\S{8}$/)
    api.clock.advance(10 * 60_000 + 1)
    expect(await seen()).toBeNull()
    await lookAt(id, other)
    expect((await decide(id, other)).status).toBe(200)
  })

  it('asks for other eyes with a word, and then leaves the decision to them', async () => {
    const { id } = await submitted(await api.customer())
    const other = await api.operator('reviewer')
    await lookAt(id, reviewer)
    expect((await reviewer.call('POST', `${at(id)}/escalation`, { note: '印章像是后加的' })).status).toBe(204)
    expect((await decide(id, reviewer)).body.code).toBe('verification.second-eyes')
    expect((await reviewer.call('POST', `${at(id)}/claim`)).body.code).toBe('verification.second-eyes')
    const open = (await other.call('GET', at(id))).body
    expect(open.escalated).toMatchObject({ byYou: false, note: '印章像是后加的' })
    await lookAt(id, other)
    expect((await decide(id, other)).body.state).toBe('passed')
  })

  it('does not pass what they marked as different', async () => {
    const { id } = await submitted(await api.customer())
    await lookAt(id, reviewer)
    const compared = [
      { row: 'name', same: true },
      { row: 'address', same: false },
    ]
    expect((await decide(id, reviewer, { pass: true, rows: compared })).body.code).toBe('verification.row-differs')
    await decide(id, reviewer, { pass: false, reasons: ['rn-address-detail'], rows: compared })
    const [event] = await api.db
      .selectFrom('review_event')
      .select('detail')
      .where('review_case', '=', id)
      .where('kind', '=', 'failed')
      .execute()
    expect(event?.detail).toEqual({ compared, reasons: ['rn-address-detail'] })
  })
})

describe('who hands papers in', () => {
  it('takes them back while they wait, as no attempt; not once they are decided, and nobody else’s', async () => {
    const who = await api.customer()
    const { template, number } = await submitted(who)
    const back = `v1/templates/${template}/withdrawal`
    expect((await (await api.customer()).call('POST', back)).status).toBe(404)
    expect((await who.call('POST', back)).body).toEqual({ number })
    expect((await who.call('POST', back)).body.code).toBe('verification.not-withdrawable')
    const state = (await who.call('GET', `v1/templates/${template}/verification`)).body
    expect(state).toMatchObject({ identity: 'unverified', turn: 'you', cases: [{ number, state: 'withdrawn' }] })
    const { cases } = (await reviewer.call('GET', 'v1/operator/reviews')).body
    expect(cases.map((one: { number: string }) => one.number)).not.toContain(number)
    api.clock.advance(1_000)
    const again = (await who.call('POST', `v1/templates/${template}/submit`)).body.number
    const later = (await who.call('GET', `v1/templates/${template}/verification`)).body.cases
    expect(later[0]).toMatchObject({ number: again, attempt: 1 })
  })

  it('is asked by the rules again at the submission: a paper that ended since is told, and not handed in', async () => {
    const who = await api.customer()
    const { template } = await submitted(who)
    await who.call('POST', `v1/templates/${template}/withdrawal`)
    const now = api.clock.now()
    api.clock.set('2027-01-06T02:00:00Z')
    const told = (await who.call('GET', `v1/templates/${template}/verification`)).body.findings
    expect(told).toMatchObject([{ severity: 'refuse', field: 'certificate.endsOn' }])
    const refused = await who.call('POST', `v1/templates/${template}/submit`)
    expect(refused).toMatchObject({ status: 422, body: { code: 'verification.holder-unfit', findings: told } })
    expect((await who.call('GET', `v1/templates/${template}/verification`)).body.identity).toBe('unverified')
    api.clock.set(now.toISOString())
  })
})

describe('an hour before cases are due', () => {
  it('who leads the reviewers is told once, with how many wait and which', async () => {
    const one = await submitted(await api.customer())
    const two = await submitted(await api.customer())
    const due = await api.db
      .selectFrom('deadline')
      .select(['subject', 'opens_at'])
      .where('kind', '=', 'review.due-soon')
      .where('subject', '=', '2026-11-25T10:00:00.000Z')
      .execute()
    expect(due).toEqual([{ subject: '2026-11-25T10:00:00.000Z', opens_at: new Date('2026-11-25T09:00:00Z') }])
    const warn = (lead: string | undefined) =>
      api.db.transaction().execute((trx) =>
        warnOfReviewsDue({ lead })(
          {
            kind: 'review.due-soon',
            subject: '2026-11-25T10:00:00.000Z',
            opensAt: new Date('2026-11-25T09:00:00Z'),
            closesAt: new Date('2026-11-25T09:00:00Z'),
            payload: {},
            late: false,
          },
          {
            trx,
            clock: api.clock,
            random: systemRandom,
            actor: { kind: 'system', name: 'test' },
            log: api.app.services.log,
          },
        ),
      )
    await warn(undefined)
    await warn('lead@yuming.example')
    const sent = await api.db
      .selectFrom('notice')
      .select(['recipient', 'parameters'])
      .where('kind', '=', 'review.due-soon')
      .execute()
    expect(sent).toHaveLength(1)
    expect(sent[0]?.recipient).toBe('lead@yuming.example')
    expect(JSON.stringify(sent[0]?.parameters)).toContain(one.number)
    expect(JSON.stringify(sent[0]?.parameters)).toContain(two.number)
  })
})
