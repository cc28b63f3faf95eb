import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Visitor } from '../../testing/console-api.ts'
import { type VerificationDesk, verificationDesk } from '../../testing/verification-desk.ts'

let desk: VerificationDesk
let fourEyed: VerificationDesk
beforeAll(async () => {
  desk = await verificationDesk()
  fourEyed = await verificationDesk({ fourEyes: true })
})
afterAll(async () => {
  await desk.api.close()
  await fourEyed.api.close()
})

describe('reviewing', () => {
  it('shows the queue by urgency, and a case with what was declared; every look is on record', async () => {
    const { number } = await desk.submitted()
    const id = await desk.caseOf(number)
    const shown = (await desk.reviewer.call('GET', `v1/operator/reviews/${id}`)).body
    expect(shown).toMatchObject({
      number,
      holder: { name: { zh: '张三' }, certificate: { kind: 'cn-resident-id', number: '1101••••••••••002X' } },
      papers: [{ kind: 'id-front' }],
    })
    const { url } = (await desk.reviewer.call('POST', `v1/operator/reviews/${id}/papers/${shown.papers[0].id}/views`))
      .body
    const look = (who: Visitor) => fetch(`${desk.api.address}${url}`, { headers: { cookie: who.cookie() } })
    const seen = await look(desk.reviewer)
    expect(seen.headers.get('content-type')).toBe('image/jpeg')
    expect(seen.headers.get('cache-control')).toBe('no-store')
    expect((await seen.arrayBuffer()).byteLength).toBeGreaterThan(10_000)
    expect((await look(await desk.api.operator('reviewer'))).status).toBe(404)
    desk.api.clock.advance(121_000)
    expect((await look(desk.reviewer)).status).toBe(404)
    const told = await desk.api.db
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
    for (let count = 0; count < 3; count++) await desk.submitted()
    const first = (await desk.reviewer.call('GET', 'v1/operator/reviews')).body
    expect(first.next).toBeNull()
    const dues = first.cases.map(({ dueAt }: { dueAt: string }) => dueAt)
    expect(dues).toEqual(dues.toSorted())
    const at = first.cases[1]
    const rest = (await desk.reviewer.call('GET', `v1/operator/reviews?after=${at.dueAt}_${at.id}`)).body
    expect(rest.cases).toEqual(first.cases.slice(2))
  })

  it('is for reviewers: customers and operators of another role see nothing', async () => {
    const { number } = await desk.submitted()
    const id = await desk.caseOf(number)
    for (const who of [
      await desk.api.customer(),
      await desk.api.operator('catalog'),
      await desk.api.operator('finance'),
    ])
      for (const [method, path] of [
        ['GET', 'v1/operator/reviews'],
        ['GET', `v1/operator/reviews/${id}`],
        ['POST', `v1/operator/reviews/${id}/decision`],
      ] as const)
        expect((await who.call(method, path, method === 'POST' ? { pass: true } : undefined)).status).toBe(403)
  })

  it('masks the number until somebody asks for it, which is on record', async () => {
    const { number } = await desk.submitted()
    const id = await desk.caseOf(number)
    expect((await desk.reviewer.call('POST', `v1/operator/reviews/${id}/number`)).body).toEqual({
      number: '11010519491231002X',
    })
    const told = await desk.api.db
      .selectFrom('audit_entry')
      .select(['subject', 'detail'])
      .where('action', '=', 'review.number-shown')
      .execute()
    expect(told).toEqual([{ subject: number, detail: {} }])
    const checks = (await desk.reviewer.call('GET', `v1/operator/reviews/${id}`)).body.checks
    expect(checks).toContainEqual({
      row: 'number',
      good: true,
      text: { zh: '校验位正确', en: 'Check digit is right' },
      rule: null,
    })
    for (const who of [await desk.api.operator('qualification-reviewer'), await desk.api.customer()])
      expect((await who.call('POST', `v1/operator/reviews/${id}/number`)).status).toBeGreaterThanOrEqual(403)
  })

  it('counts what each reviewer decided, and tells the course of a case by its number', async () => {
    const [one, another] = [await desk.api.operator('reviewer'), await desk.api.operator('reviewer')]
    const [good, bad] = [await desk.submitted(), await desk.submitted()]
    const id = await desk.caseOf(good.number, one)
    await desk.decide(id, { pass: true }, one)
    await desk.decide(await desk.caseOf(bad.number, one), { pass: false, reasons: ['rn-number-length'] }, one)
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
      expect((await (await desk.api.operator('finance')).call('GET', path)).status).toBe(403)
  })

  it('lists reasons to refuse with, each with cause and remedy in both languages (S1-171)', async () => {
    const { reasons } = (await desk.reviewer.call('GET', 'v1/operator/reasons')).body
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
    expect((await (await desk.api.customer()).call('GET', 'v1/operator/reasons')).status).toBe(403)
  })

  it('takes reasons of our own in both languages, which a refused holder reads, changed or retired later (S1-171, S4-24)', async () => {
    const words = {
      heard: { zh: '印章不清', en: 'Seal unclear' },
      cause: { zh: '公章盖得不清楚', en: 'The seal cannot be read' },
      remedy: { zh: '重新盖章再拍', en: 'Stamp it again and take another photograph' },
      field: 'paper',
      path: 'B',
    }
    const { id } = (await desk.reviewer.call('POST', 'v1/operator/reasons', words)).body
    const listed = async () => (await desk.reviewer.call('GET', 'v1/operator/reasons')).body.reasons
    expect(await listed()).toContainEqual({ id, ...words, own: true, retired: false })
    const { who, id: template, number } = await desk.submitted()
    await desk.decide(await desk.caseOf(number), { pass: false, reasons: [id, 'rn-mirror'] })
    const [why, known] = (await desk.stateOf(who, template)).cases[0].why
    expect(why).toEqual({ id, cause: words.cause, remedy: words.remedy, field: 'paper', path: 'B' })
    expect(known.id).toBe('rn-mirror')
    const later = { ...words, remedy: { zh: '换一份盖清楚的', en: 'Use one with a clear seal' }, retired: true }
    expect((await desk.reviewer.call('PUT', `v1/operator/reasons/${id}`, later)).status).toBe(204)
    expect(await listed()).toContainEqual({ id, ...later, own: true })
    expect((await desk.stateOf(who, template)).cases[0].why[0].remedy.en).toBe('Use one with a clear seal')
    const fixed = await desk.reviewer.call('PUT', 'v1/operator/reasons/rn-mirror', words)
    expect(fixed.body.code).toBe('verification.reason-not-found')
    expect(
      (await desk.reviewer.call('POST', 'v1/operator/reasons', { ...words, cause: { zh: '只有中文', en: ' ' } }))
        .status,
    ).toBe(400)
    expect((await who.call('POST', 'v1/operator/reasons', words)).status).toBe(403)
  })

  it('shows each reviewer their own queue only', async () => {
    const { number } = await desk.submitted()
    const id = await desk.caseOf(number)
    const other = await desk.api.operator('qualification-reviewer')
    expect((await other.call('GET', 'v1/operator/reviews?axis=qualification')).status).toBe(200)
    for (const path of ['v1/operator/reviews', `v1/operator/reviews/${id}`, `v1/operator/cases/${number}`])
      expect([path, (await other.call('GET', path)).status]).toEqual([path, 404])
    expect((await desk.decide(id, { pass: true }, other)).status).toBe(404)
    expect((await desk.reviewer.call('GET', 'v1/operator/reviews?axis=qualification')).status).toBe(404)
  })

  it('needs two pairs of eyes where that is configured, and two people for them', async () => {
    const { who, id, number } = await fourEyed.submitted()
    const [first, second] = [await fourEyed.api.operator('reviewer'), await fourEyed.api.operator('reviewer')]
    const reviewCase = await fourEyed.caseOf(number, first)
    expect((await fourEyed.decide(reviewCase, { pass: true }, first)).body.state).toBe('second')
    expect((await fourEyed.decide(reviewCase, { pass: true }, first)).body.code).toBe('verification.second-eyes')
    const seenBy = async (by: Visitor) => (await by.call('GET', `v1/operator/reviews/${reviewCase}`)).body
    expect(await seenBy(first)).toMatchObject({ state: 'second', fourEyes: true, firstByYou: true })
    expect(await seenBy(second)).toMatchObject({ state: 'second', fourEyes: true, firstByYou: false })
    expect((await fourEyed.stateOf(who, id)).identity).toBe('reviewing')
    expect((await fourEyed.decide(reviewCase, { pass: true }, second)).body.state).toBe('passed')
    expect((await fourEyed.stateOf(who, id)).identity).toBe('verified')
  })

  it('decides once, though two reviewers press at the same moment', async () => {
    const { number } = await desk.submitted()
    const id = await desk.caseOf(number)
    const other = await desk.api.operator('reviewer')
    await desk.lookAt(id)
    await desk.lookAt(id, other)
    const answers = await Promise.all([
      desk.press(id, { pass: true }),
      desk.press(id, { pass: false, reasons: ['rn-unclear'] }, other),
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
  })
})
