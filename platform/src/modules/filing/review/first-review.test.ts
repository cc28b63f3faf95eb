import { filingReasons } from '@yuming/filing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Visitor } from '../../../testing/console-api.ts'
import {
  type Applicant,
  applicant,
  begin,
  type FilingApi,
  filingApi,
  lookAtPapers,
  readyDraft,
  sendPicture,
} from '../testing/filing-api.ts'

let api: FilingApi
let reviewer: Visitor

beforeAll(async () => {
  api = await filingApi()
  reviewer = await api.operator('reviewer')
})
afterAll(() => api.close())

async function submitted(): Promise<Applicant & { number: string }> {
  // One certificate for all of them: each is given up or given back before the next is submitted.
  await api.pool.query("update filing_order set state = 'withdrawn' where state <> 'passed'")
  const one = await applicant(api)
  const number = await readyDraft(api, one)
  const answer = await one.who.call('POST', `v1/filings/${number}/submission`)
  expect([answer.status, answer.body.findings ?? []]).toEqual([201, []])
  return { ...one, number }
}
const orderOf = async ({ who, number }: { who: Visitor; number: string }) =>
  (await who.call('GET', `v1/filings/${number}`)).body
const decide = (number: string, body: unknown, by = reviewer) =>
  by.call('POST', `v1/filing-reviews/${number}/decision`, body)

describe('papers of an order', () => {
  it('are taken by the computer and, through a QR code, by a phone (S2-23, S3-52, S3-54, S3-55)', async () => {
    const { who, template, name } = await applicant(api, 1)
    const { number } = (await begin(who, template, name)).body
    const path = `v1/filings/${number}/papers/principal-front`
    expect((await sendPicture(api, who, path, api.idCard)).body.code).toBe('filing.consent-missing')
    await who.call('PUT', `v1/filings/${number}/draft/consent`, { consent: true })
    expect((await sendPicture(api, who, path, api.idCard)).status).toBe(201)
    const { url } = (await who.call('POST', `v1/filings/${number}/upload-link`)).body
    const token = url.split('/').at(-1)
    expect((await sendPicture(api, undefined, `v1/filing-uploads/${token}/principal-back`, api.idCard)).status).toBe(
      201,
    )
    const seen = (await api.visitor().call('GET', `v1/filing-uploads/${token}`)).body
    expect(seen.have.map(({ kind }: { kind: string }) => kind)).toEqual(['principal-front', 'principal-back'])
    const { papers } = await orderOf({ who, number })
    expect(papers).toHaveLength(2)
    expect((await who.call('DELETE', `v1/filings/${number}/papers/${papers[0].id}`)).status).toBe(204)
    expect((await orderOf({ who, number })).papers).toHaveLength(1)
    api.clock.advance(31 * 60_000)
    expect((await api.visitor().call('GET', `v1/filing-uploads/${token}`)).status).toBe(404)
  })

  it('that cannot be read are refused with what is wrong, and nothing is kept (S2-26)', async () => {
    const { who, template, name } = await applicant(api, 2)
    const { number } = (await begin(who, template, name)).body
    await who.call('PUT', `v1/filings/${number}/draft/consent`, { consent: true })
    const refused = await sendPicture(
      api,
      who,
      `v1/filings/${number}/papers/principal-front`,
      Buffer.from('no picture'),
    )
    expect([refused.status, refused.body.code]).toEqual([422, 'filing.paper-refused'])
    expect(refused.body.findings.length).toBeGreaterThan(0)
    expect((await orderOf({ who, number })).papers).toEqual([])
  })

  it('of another account are not there', async () => {
    const { who, template, name } = await applicant(api, 1)
    await api.pool.query("update filing_order set state = 'withdrawn'")
    const { number } = (await begin(who, template, name)).body
    const other = await api.customer()
    const answer = await sendPicture(api, other, `v1/filings/${number}/papers/principal-front`, api.idCard)
    expect(answer.status).toBe(404)
  })
})

describe('a submission', () => {
  it('is refused as a whole while anything stands against it, with every finding', async () => {
    await api.pool.query("update filing_order set state = 'withdrawn'")
    const { who, template, name } = await applicant(api)
    const { number } = (await begin(who, template, name)).body
    expect((await who.call('POST', `v1/filings/${number}/submission`)).body.code).toBe('filing.consent-missing')
    await who.call('PUT', `v1/filings/${number}/draft/consent`, { consent: true })
    await api.pool.query('update domain set expires_at = $2 where ascii = $1', [name, new Date('2026-11-26T00:00:00Z')])
    const refused = await who.call('POST', `v1/filings/${number}/submission`)
    expect([refused.status, refused.body.code]).toEqual([422, 'filing.not-ready'])
    expect(refused.body.findings.map(({ field }: { field: string }) => field)).toContain('domains.0.expiresOn')
    expect((await orderOf({ who, number })).state).toBe('draft')
  })

  it('waits for our review until the end of the next working day, and cannot be changed meanwhile (S3-56)', async () => {
    const one = await submitted()
    // Tuesday, 24 November 2026.
    expect(await orderOf(one)).toMatchObject({
      state: 'first-review',
      turn: 'we',
      attempt: 1,
      dueAt: '2026-11-25T10:00:00.000Z',
      open: false,
    })
    const changed = await one.who.call('PUT', `v1/filings/${one.number}/draft/subject`, { subject: {} })
    expect([changed.status, changed.body.code]).toEqual([409, 'filing.not-open'])
    const { reviews } = (await reviewer.call('GET', 'v1/filing-reviews')).body
    expect(reviews.map(({ number }: { number: string }) => number)).toContain(one.number)
  })

  it('can be taken back while nobody outside has it', async () => {
    const one = await submitted()
    expect((await one.who.call('POST', `v1/filings/${one.number}/withdrawal`)).status).toBe(200)
    expect(await orderOf(one)).toMatchObject({ state: 'returned', open: true, turn: 'you' })
    expect((await one.who.call('POST', `v1/filings/${one.number}/withdrawal`)).body.code).toBe(
      'filing.not-withdrawable',
    )
    expect((await one.who.call('POST', `v1/filings/${one.number}/submission`)).status).toBe(201)
    expect((await orderOf(one)).attempt).toBe(2)
  })

  it('for a certificate that another account has submitted is refused', async () => {
    const one = await submitted()
    const second = await applicant(api)
    const number = await readyDraft(api, second)
    const answer = await second.who.call('POST', `v1/filings/${number}/submission`)
    expect([answer.status, ['filing.running-order', 'filing.not-ready'].includes(answer.body.code)]).toEqual([
      answer.status,
      true,
    ])
    expect((await orderOf(one)).state).toBe('first-review')
    expect((await orderOf({ who: second.who, number })).state).toBe('draft')
  })
})

describe('the first review (S2-27, S3-56, S3-57)', () => {
  it('passes nothing that was not looked at, and sets what passed on its way to the bureau', async () => {
    const one = await submitted()
    expect((await decide(one.number, { pass: true })).body.code).toBe('filing.look-first')
    await lookAtPapers(reviewer, one.number)
    const answer = await decide(one.number, { pass: true })
    expect([answer.status, ['ready', 'photo'].includes(answer.body.state)]).toEqual([200, true])
    expect((await decide(one.number, { pass: true })).body.code).toBe('filing.review-moved-on')
  })

  it('gives an order back with reasons of the dictionary and a word of its own, and tells the applicant', async () => {
    const one = await submitted()
    const [reason] = filingReasons
    if (!reason) throw new Error('the dictionary is empty')
    expect((await decide(one.number, { pass: false, reasons: [] })).body.code).toBe('filing.reason-needed')
    expect((await decide(one.number, { pass: false, reasons: ['made-up'] })).body.code).toBe('filing.reason-unknown')
    const remark = '核验单第二行没有签名'
    expect((await decide(one.number, { pass: false, reasons: [reason.id], remark })).body.state).toBe('returned')
    const order = await orderOf(one)
    expect(order).toMatchObject({
      state: 'returned',
      turn: 'you',
      open: true,
      opinion: { by: 'we', remark, reasons: [{ id: reason.id, cause: reason.cause, remedy: reason.remedy }] },
    })
    const { rows } = await api.pool.query('select channel, kind from notice where kind = $1 order by channel', [
      'filing.returned',
    ])
    expect(rows.map(({ channel }) => channel)).toEqual(expect.arrayContaining(['mail', 'sms']))
  })

  it('is one reviewer’s at a time, with the call to the applicant on record', async () => {
    const one = await submitted()
    const other = await api.operator('reviewer')
    expect((await reviewer.call('POST', `v1/filing-reviews/${one.number}/claim`)).status).toBe(200)
    expect((await other.call('POST', `v1/filing-reviews/${one.number}/claim`)).body.code).toBe('filing.claimed')
    const call = { reached: true, words: '本人接听，确认网站用途' }
    expect((await other.call('POST', `v1/filing-reviews/${one.number}/call`, call)).status).toBe(409)
    expect((await reviewer.call('POST', `v1/filing-reviews/${one.number}/call`, call)).status).toBe(204)
    const seen = (await reviewer.call('GET', `v1/filing-reviews/${one.number}`)).body
    expect(seen.events).toContainEqual(expect.objectContaining({ kind: 'call-reached', words: call.words }))
    // What was said is the reviewers' alone.
    expect(JSON.stringify(await orderOf(one))).not.toContain(call.words)
    api.clock.advance(11 * 60_000)
    expect((await other.call('POST', `v1/filing-reviews/${one.number}/claim`)).status).toBe(200)
  })

  it('is closed to customers, and to reviewers for orders of their own account', async () => {
    const one = await submitted()
    for (const [method, path] of [
      ['GET', 'v1/filing-reviews'],
      ['GET', `v1/filing-reviews/${one.number}`],
      ['POST', `v1/filing-reviews/${one.number}/claim`],
    ] as const)
      expect([path, [403, 404].includes((await one.who.call(method, path)).status)]).toEqual([path, true])
    const drafted = await applicant(api, 1)
    const { number } = (await begin(drafted.who, drafted.template, drafted.name)).body
    expect((await reviewer.call('GET', `v1/filing-reviews/${number}`)).status).toBe(404)
  })
})
