import { madeUpCard } from '@yuming/papers/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { person, type VerificationDesk, verificationDesk } from '../../testing/verification-desk.ts'

let desk: VerificationDesk
beforeAll(async () => {
  desk = await verificationDesk()
})
afterAll(() => desk.api.close())

describe('being verified', () => {
  it('needs a consent of its own before the first photograph, which is on record', async () => {
    const { who, id } = await desk.holder()
    const path = `v1/templates/${id}/papers/id-front`
    expect((await desk.send(who, path, desk.idCard)).body.code).toBe('verification.consent-needed')
    expect((await desk.agree(who)).status).toBe(204)
    expect((await desk.agree(who)).status).toBe(204)
    expect((await desk.send(who, path, desk.idCard)).status).toBe(201)
    expect((await who.call('DELETE', 'v1/consents/identity-papers')).status).toBe(204)
    expect((await desk.send(who, path, desk.idCard)).body.code).toBe('verification.consent-needed')
    const account = (await who.call('GET', 'v1/session')).body.account.id
    const told = await desk.api.db
      .selectFrom('audit_entry')
      .select('action')
      .where('subject', '=', account)
      .orderBy('seq')
      .execute()
    expect(told.map(({ action }) => action)).toEqual(['consent.given', 'consent.withdrawn'])
  })

  it('goes from papers to a verified template, and says at each step whose turn it is (S0-34, S1-170, S4-31, S4-32)', async () => {
    const { who, id } = await desk.holder()
    await desk.agree(who)
    expect(await desk.stateOf(who, id)).toMatchObject({ identity: 'unverified', turn: 'you', needed: ['id-front'] })
    const missing = await who.call('POST', `v1/templates/${id}/submit`)
    expect(missing.body).toMatchObject({
      code: 'verification.papers-missing',
      findings: [{ rule: 'PAPER-MISSING-01', field: 'papers.id-front' }],
    })
    await desk.send(who, `v1/templates/${id}/papers/id-front`, desk.idCard)
    const { number } = (await who.call('POST', `v1/templates/${id}/submit`)).body
    const reviewing = await desk.stateOf(who, id)
    // The day after 24 November 2026, a Tuesday, at six in the evening in China.
    expect(reviewing).toMatchObject({
      identity: 'reviewing',
      turn: 'we',
      cases: [{ number, state: 'waiting', attempt: 1, dueAt: '2026-11-25T10:00:00.000Z' }],
    })
    expect((await desk.decide(await desk.caseOf(number), { pass: true })).body).toEqual({ number, state: 'passed' })
    const done = await desk.stateOf(who, id)
    expect(done).toMatchObject({ identity: 'verified', turn: null })
    expect(done.timeline.map(({ kind }: { kind: string }) => kind)).toEqual(['submitted', 'passed'])
    expect(done.timeline[1].title).toEqual({ zh: '审核通过', en: 'Passed' })
    expect((await who.call('POST', `v1/templates/${id}/submit`)).body.code).toBe('verification.not-submittable')
  })

  it('fails with reasons and a word for the customer, and can be tried again as the second attempt (S1-171, S4-01, S4-02, S4-24, S4-25)', async () => {
    const { who, id, number } = await desk.submitted()
    const reviewCase = await desk.caseOf(number)
    expect((await desk.decide(reviewCase, { pass: false, reasons: [] })).body.code).toBe('verification.reason-needed')
    expect((await desk.decide(reviewCase, { pass: false, reasons: ['made-up'] })).body.code).toBe(
      'verification.reason-unknown',
    )
    await desk.decide(reviewCase, { pass: false, reasons: ['rn-address-detail'], remark: '住所少了“2幢301室”' })
    expect(await desk.stateOf(who, id)).toMatchObject({
      identity: 'failed',
      turn: 'you',
      cases: [{ state: 'failed', reasons: ['rn-address-detail'], remark: '住所少了“2幢301室”' }],
    })
    expect((await desk.decide(reviewCase, { pass: true })).body.code).toBe('verification.review-moved-on')
    const again = (await who.call('POST', `v1/templates/${id}/submit`)).body.number
    await desk.decide(await desk.caseOf(again), { pass: false, reasons: ['rn-number-length'] })
    expect((await desk.stateOf(who, id)).cases[0].why).toEqual([
      {
        id: 'rn-number-length',
        cause: { zh: '号码多填、漏填或含空格', en: 'Number has missing, extra or blank characters' },
        remedy: { zh: '按证件重新录入号码', en: 'Retype the number exactly' },
        field: 'certificate.number',
        path: 'B',
      },
    ])
    expect((await desk.stateOf(who, id)).cases).toMatchObject([
      { number: again, attempt: 2, state: 'failed' },
      { number, attempt: 1, state: 'failed' },
    ])
  })

  it('changes nothing while it is under review (S4-34)', async () => {
    const { who, id } = await desk.submitted()
    const path = `v1/templates/${id}/papers/id-front`
    expect((await desk.send(who, path, desk.idCard)).body.code).toBe('verification.under-review')
    expect((await who.call('DELETE', path)).body.code).toBe('verification.under-review')
    expect((await who.call('PUT', `v1/templates/${id}`, person)).body.code).toBe('registrant.template-locked')
    expect((await who.call('POST', `v1/templates/${id}/submit`)).body.code).toBe('verification.not-submittable')
  })

  it('keeps one photograph a kind, sealed, with an end; one taken back is gone today', async () => {
    const { who, id } = await desk.holder()
    await desk.agree(who)
    const path = `v1/templates/${id}/papers/id-front`
    const first = (await desk.send(who, path, desk.idCard)).body
    const second = (await desk.send(who, path, desk.idCard)).body
    expect((await desk.stateOf(who, id)).papers).toMatchObject([{ id: second.id, kind: 'id-front' }])
    expect(first.id).not.toBe(second.id)
    const kept = () =>
      desk.api.db
        .selectFrom('identity_paper')
        .innerJoin('sealed_item', 'sealed_item.id', 'identity_paper.item')
        .select(['sealed_item.keep_until', 'sealed_item.box'])
        .where('identity_paper.id', '=', second.id)
        .executeTakeFirstOrThrow()
    expect(String((await kept()).keep_until)).toContain('2026-12-24')
    expect((await kept()).box.includes(desk.idCard.subarray(0, 64))).toBe(false)
    expect((await who.call('DELETE', path)).status).toBe(204)
    expect(String((await kept()).keep_until)).toContain('2026-11-24')
    expect((await desk.stateOf(who, id)).papers).toEqual([])
  })

  it.each([
    ['an empty body', Buffer.alloc(0)],
    ['a text', Buffer.from('not a picture at all')],
    ['a PDF by another name', Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n')],
    ['one pixel', Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAA=', 'base64')],
  ])('refuses %s with findings and keeps nothing', async (_, picture) => {
    const { who, id } = await desk.holder()
    await desk.agree(who)
    const answer = await desk.send(who, `v1/templates/${id}/papers/id-front`, picture)
    expect(answer.status).toBe(422)
    expect(answer.body.findings[0]).toMatchObject({ severity: 'refuse', remedy: { zh: expect.any(String) } })
    expect((await desk.stateOf(who, id)).papers).toEqual([])
  })

  it('takes a photograph from a phone that came by the QR code, for this template only, for half an hour', async () => {
    const { who, id } = await desk.holder()
    await desk.agree(who)
    const { url } = (await who.call('POST', `v1/templates/${id}/upload-link`)).body
    const token = String(url).split('/').at(-1)
    const phone = desk.api.visitor()
    expect((await phone.call('GET', `v1/uploads/${token}`)).body).toEqual({
      needed: ['id-front'],
      offered: [],
      have: [],
      consent: true,
    })
    expect((await desk.send(phone, `v1/uploads/${token}/id-front`, desk.idCard)).status).toBe(201)
    expect((await phone.call('GET', `v1/uploads/${token}`)).body.have).toEqual(['id-front'])
    expect((await desk.stateOf(who, id)).papers).toMatchObject([{ kind: 'id-front' }])
    expect((await phone.call('GET', `v1/uploads/${'x'.repeat(32)}`)).status).toBe(404)
    const newer = (await who.call('POST', `v1/templates/${id}/upload-link`)).body.url
    expect((await phone.call('GET', `v1/uploads/${token}`)).body.code).toBe('verification.upload-link-gone')
    desk.api.clock.advance(31 * 60_000)
    expect((await desk.send(phone, `v1/uploads/${String(newer).split('/').at(-1)}/id-front`, desk.idCard)).status).toBe(
      404,
    )
  })

  it('names once who represents an organisation, whom the reviewer compares; their letter may come besides', async () => {
    const who = await desk.api.customer()
    const company = {
      holderType: 'organisation',
      name: { zh: '杭州山月茶业有限公司' },
      contact: { zh: '张三' },
      legalRepresentative: '林若溪',
      region: 'CN',
      province: { zh: '浙江省' },
      city: { zh: '杭州市' },
      street: { zh: '临安区茶山路18号' },
      postcode: '310000',
      phone: '+86.13800000000',
      email: 'tea@example.cn',
      certificate: { kind: 'TYDM', number: '91330106MA2R5XTEA9' },
    }
    const made = await who.call('POST', 'v1/templates', company)
    expect(made).toMatchObject({ status: 201, body: { legalRepresentative: '林若溪' } })
    const { id } = made.body
    await desk.agree(who)
    expect(await desk.stateOf(who, id)).toMatchObject({ needed: ['licence'], offered: ['authorisation'] })
    const paper = await (await madeUpCard('licence')).jpeg({ quality: 92 }).toBuffer()
    for (const kind of ['licence', 'authorisation'])
      expect((await desk.send(who, `v1/templates/${id}/papers/${kind}`, paper)).status).toBe(201)
    const { number } = (await who.call('POST', `v1/templates/${id}/submit`)).body
    const open = (await desk.reviewer.call('GET', `v1/operator/reviews/${await desk.caseOf(number)}`)).body
    expect(open.holder.legalRepresentative).toBe('林若溪')
    expect(open.papers.map(({ kind }: { kind: string }) => kind).toSorted()).toEqual(['authorisation', 'licence'])
    const wrong = await who.call('POST', 'v1/templates/check', { holderType: 'person', legalRepresentative: '林若溪' })
    expect(wrong.body.findings).toMatchObject([
      { rule: 'registrant.legal-representative.of-organisation', field: 'legalRepresentative' },
    ])
  })

  it('is nobody else’s: templates, papers and links of another account are not found', async () => {
    const { id } = await desk.submitted()
    const stranger = await desk.api.customer()
    await desk.agree(stranger)
    for (const [method, path] of [
      ['GET', `v1/templates/${id}/verification`],
      ['DELETE', `v1/templates/${id}/papers/id-front`],
      ['POST', `v1/templates/${id}/upload-link`],
      ['POST', `v1/templates/${id}/submit`],
    ] as const)
      expect((await stranger.call(method, path)).status).toBe(404)
    expect((await desk.send(stranger, `v1/templates/${id}/papers/id-front`, desk.idCard)).status).toBe(404)
    expect((await desk.api.visitor().call('GET', `v1/templates/${id}/verification`)).status).toBe(401)
  })
})
