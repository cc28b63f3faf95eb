import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { personNumbers } from '../../platform/src/modules/filing/testing/applicants.ts'
import { askType } from '../../platform/src/modules/filing/testing/ask-type.ts'
import { type Applicant, begin, fillIn, lookAtPapers } from '../../platform/src/modules/filing/testing/filing-api.ts'
import { type FilingBench, filingBench, guangdong } from './filing-bench.ts'

let bench: FilingBench
let one: Applicant
let two: Applicant
let five: Applicant
let number: string
/** The order whose papers the others hand in again. */
let papers: string

const identity = (which: number) => ({ name: '张三', number: personNumbers[which] ?? '' })
const wish = (who: Applicant['who'], body: object) => who.call('POST', 'v1/filings', body)
const draftOf = async ({ who }: Pick<Applicant, 'who'>, order: string) =>
  (await who.call('GET', `v1/filings/${order}`)).body.draft

type Draft = ReturnType<typeof JSON.parse>

/** Begins an order about something filed, and writes into its draft what is to be otherwise. */
async function changed(
  applicant: Applicant,
  type: string,
  filed: string,
  steps: (draft: Draft) => Readonly<Record<string, unknown>> = () => ({}),
): Promise<string> {
  const { who } = applicant
  const begun = await wish(who, { wish: type, filed })
  expect([begun.status, begun.body.type ?? begun.body]).toEqual([201, type])
  const order = begun.body.number
  for (const [step, body] of Object.entries({
    ...steps(await draftOf(applicant, order)),
    consent: { consent: true },
    ...(type.startsWith('cancel-') && { 'cancel-reason': { reason: 'not-used' } }),
  })) {
    const saved = await who.call('PUT', `v1/filings/${order}/draft/${step}`, body)
    expect([step, saved.status]).toEqual([step, 200])
  }
  return order
}
const otherName = (name: string) => (draft: Draft) => ({ services: { services: [{ ...draft.services[0], name }] } })

/** A filing that another provider made of a holder of ours. */
function filedElsewhere(
  which: number,
  domain: string,
  provider: 'other' | 'ours' = 'other',
  certificate = identity(which).number,
) {
  return bench.bureaus.office.plant(guangdong, {
    provider,
    subject: {
      name: '张三',
      nature: 5,
      certificate: { kind: 2, number: certificate, address: '广东省深圳市南山区科技园一路1号' },
      principal: '张三',
      mobile: '13700000007',
    },
    services: [{ name: '旧站', domain, ip: '198.51.100.7' }],
  })
}

beforeAll(async () => {
  bench = await filingBench()
  await bench.bureaus.office.run(() =>
    bench.bureaus.office.scripts.add({ bureau: '*', pattern: '*', decision: 'approve', days: 0 }),
  )
  one = await bench.applicant(0)
  const { body } = await begin(one.who, one.template, one.name)
  expect(body.type).toBe('first')
  papers = body.number
  await fillIn(bench.api, { ...one, person: identity(0) }, papers)
  await bench.passed(one, papers)
  number = (await bench.filed(one))[0]?.subject ?? ''
}, 120_000)
afterAll(() => bench.close())

describe('every type of order goes through over the bureau’s interface, and our rows follow its register', {
  timeout: 120_000,
}, () => {
  it('first filing: subject, service, domain and access, with the bureau’s numbers (S3-03)', async () => {
    expect(number).toMatch(/^粤ICP备\d{10}号$/)
    expect(await bench.filed(one)).toMatchObject([
      { subject: number, number: `${number}-1`, state: 'filed', here: true, others: 0, domains: [one.name] },
    ])
  })

  it('change of a service: begun from what is filed, full picture to the bureau, the number stays', async () => {
    const order = await changed(one, 'change-service', `${number}-1`, otherName('山月茶话小站'))
    await bench.passed(one, order)
    expect(await bench.filed(one)).toMatchObject([{ number: `${number}-1`, name: '山月茶话小站', domains: [one.name] }])
    expect(await bench.told(one, 'filing.done')).toEqual([`${number}-1`])
  })

  it('change of a service to another domain is refused here: the domain is what it is', async () => {
    const other = await bench.name(one)
    const order = await changed(one, 'change-service', `${number}-1`, (draft) => ({
      services: { services: [{ ...draft.services[0], domains: [other] }] },
    }))
    const refused = await one.who.call('POST', `v1/filings/${order}/submission`)
    expect(refused.body.findings.map(({ rule }: { rule: string }) => rule)).toContain('CHANGE-DOMAIN-01')
    await one.who.call('DELETE', `v1/filings/${order}`)
  })

  it('change of an access: the address is another one afterwards', async () => {
    const order = await changed(one, 'change-access', `${number}-1`, ({ services: [service] }) => ({
      access: { access: [{ service: service.key, access: [{ ...service.access[0], ips: ['203.0.113.77'] }] }] },
    }))
    await bench.passed(one, order)
    expect((await bench.filed(one))[0]?.ips).toEqual(['203.0.113.77'])
  })

  it('change of the subject: what is filed of it is what the next order begins with', async () => {
    const order = await changed(one, 'change-subject', number, ({ subject }) => ({
      subject: { subject: { ...subject, correspondenceAddress: '广东省深圳市南山区科技园二路2号' } },
    }))
    await bench.passed(one, order)
    const next = await changed(one, 'change-subject', number)
    expect((await draftOf(one, next)).subject.correspondenceAddress).toBe('广东省深圳市南山区科技园二路2号')
    await one.who.call('DELETE', `v1/filings/${next}`)
  })

  it('a publication that belongs to another matter does not end a change that waits', async () => {
    const order = await changed(one, 'change-service', `${number}-1`, otherName('山月茶话二站'))
    await bench.submit(one, order)
    const { office } = bench.bureaus
    const subject = office.register.subject(guangdong, { filingNumber: number })
    await office.run(() =>
      office.outbox.put(guangdong, 'published-filings', [office.register.published(Number(subject?.id))]),
    )
    await bench.jobs.look()
    expect(await bench.state(one, order)).toBe('sms')
    await bench.decided()
    expect(await bench.state(one, order)).toBe('passed')
  })

  it('new service of a subject that is filed here: prefilled from the filed record, the next number (S3-05, S2-18)', async () => {
    const name = await bench.name(one)
    const begun = await begin(one.who, one.template, name)
    expect(begun.body.type).toBe('new-service-here')
    expect((await draftOf(one, begun.body.number)).subject).toMatchObject({
      correspondenceAddress: '广东省深圳市南山区科技园二路2号',
    })
    await fillIn(bench.api, { ...one, name, person: identity(0) }, begun.body.number, papers)
    await bench.passed(one, begun.body.number)
    expect(await bench.filed(one)).toMatchObject([
      { number: `${number}-1` },
      { number: `${number}-2`, domains: [name] },
    ])
  })

  it('cancellation of the only access is refused before the bureau sees it', async () => {
    const order = await changed(one, 'cancel-access', `${number}-2`)
    const refused = await one.who.call('POST', `v1/filings/${order}/submission`)
    expect(refused.body.findings.map(({ rule }: { rule: string }) => rule)).toContain('ACCESS-ONLY-01')
    await one.who.call('DELETE', `v1/filings/${order}`)
  })

  it('new access of a site that another provider filed: numbers by the register, the site stays as it is (S3-04)', async () => {
    two = await bench.applicant(1)
    const planted = await filedElsewhere(1, two.name)
    const begun = await begin(two.who, two.template, two.name)
    expect(begun.body.type).toBe('new-access')
    await fillIn(bench.api, { ...two, person: identity(1) }, begun.body.number, papers)
    await bench.passed(two, begun.body.number)
    const filed = { subject: planted.subject.filingNumber, number: planted.services[0]?.filingNumber }
    expect(await bench.filed(two)).toMatchObject([
      { ...filed, here: true, others: 1, domains: [two.name], ips: ['203.0.113.10'] },
    ])

    // And its end leaves the service filed, without us.
    const order = await changed(two, 'cancel-access', filed.number ?? '')
    await bench.passed(two, order)
    expect(await bench.filed(two)).toMatchObject([{ ...filed, state: 'filed', here: false, ips: null }])
    expect(await bench.told(two, 'filing.access-ended')).toEqual([filed.number])
    expect(bench.bureaus.office.register.status(0, two.name)).toMatchObject({ filed: true })
  })

  it('a name under one that is filed elsewhere is a new access by the number of that one (S2-03, S2-20, S2-21)', async () => {
    const [filed] = await bench.filed(two)
    const under = `blog.${two.name}`
    const begun = await begin(two.who, two.template, under)
    expect(begun.body.type).toBe('new-access')
    await fillIn(bench.api, { ...two, name: under, person: identity(1) }, begun.body.number, papers)
    await bench.passed(two, begun.body.number)
    // What is filed is the name above; it has its access here again.
    expect(await bench.filed(two)).toMatchObject([{ number: filed?.number, here: true, domains: [two.name] }])
  })

  it('a name under one that is filed here, or by another subject, is nothing to file by itself (S2-04, S2-05)', async () => {
    const typeOf = async ({ who, template }: Applicant, name: string) =>
      (await askType(who, { template, domains: [name] })).body
    const mine = await typeOf(one, `blog.${one.name}`)
    expect(mine.findings.map(({ rule }: { rule: string }) => rule)).not.toContain('SECOND-LEVEL-01')
    expect(mine.type).toBe('change-service')
    expect((await typeOf(two, `shop.${one.name}`)).type).toBeNull()
  })

  it('new service of a subject that another provider filed (S3-06)', async () => {
    const three = await bench.applicant(2)
    const before = await filedElsewhere(2, 'elsewhere-three.top')
    const begun = await begin(three.who, three.template, three.name)
    expect(begun.body.type).toBe('new-service-elsewhere')
    await fillIn(bench.api, { ...three, person: identity(2) }, begun.body.number, papers)
    await bench.passed(three, begun.body.number)
    const subject = before.subject.filingNumber
    expect(await bench.filed(three)).toMatchObject([{ subject, number: `${subject}-2`, domains: [three.name] }])
  })

  it('claim of a filing that we give an access to: rows and ids from what the bureau published', async () => {
    const four = await bench.applicant(3)
    const { subject, services } = await filedElsewhere(3, four.name, 'ours')
    await bench.turn()
    expect(await bench.filed(four)).toEqual([])
    const begun = await wish(four.who, { wish: 'claim', template: four.template, domains: [four.name] })
    expect(begun.body.type ?? begun.body).toBe('claim')
    await fillIn(bench.api, { ...four, person: identity(3) }, begun.body.number, papers)
    await bench.submit(four, begun.body.number)
    expect(await bench.state(four, begun.body.number)).toBe('passed')
    const filed = { subject: subject.filingNumber, number: services[0]?.filingNumber }
    expect(await bench.filed(four)).toMatchObject([
      { ...filed, here: true, domains: [four.name], ips: ['198.51.100.7'] },
    ])
    expect(await bench.told(four, 'filing.done')).toEqual([filed.number])

    // It can be changed from now on as what was filed here.
    const order = await changed(four, 'cancel-service', filed.number ?? '')
    await bench.passed(four, order)
    expect(await bench.filed(four)).toMatchObject([{ ...filed, state: 'cancelled' }])
  })

  it('claim of a domain that is filed here for another account is refused, and that filing stays', async () => {
    five = await bench.applicant(4)
    const before = await bench.filed(one)
    const begun = await wish(five.who, { wish: 'claim', template: five.template, domains: [one.name] })
    await fillIn(bench.api, { ...five, name: one.name, person: identity(4) }, begun.body.number, papers)
    const refused = await five.who.call('POST', `v1/filings/${begun.body.number}/submission`)
    expect([refused.status, refused.body.code]).toEqual([409, 'filing.claim-filed-here'])
    expect(await bench.filed(one)).toEqual(before)
    await five.who.call('DELETE', `v1/filings/${begun.body.number}`)
  })

  it('claim of a domain that the bureau has under another certificate is not passed', async () => {
    const others = 'elsewhere-of-other.top'
    await filedElsewhere(5, others, 'ours', '440308199304050059')
    const begun = await wish(five.who, { wish: 'claim', template: five.template, domains: [others] })
    await fillIn(bench.api, { ...five, name: others, person: identity(4) }, begun.body.number, papers)
    expect((await five.who.call('POST', `v1/filings/${begun.body.number}/submission`)).status).toBe(201)
    await lookAtPapers(bench.reviewer, begun.body.number)
    const passed = await bench.reviewer.call('POST', `v1/filing-reviews/${begun.body.number}/decision`, { pass: true })
    expect([passed.status, passed.body.code]).toEqual([409, 'filing.claim-of-other'])
    expect(await bench.filed(five)).toEqual([])
    const back = { pass: false, reasons: [], remark: '域名备案在别的主体下' }
    expect((await bench.reviewer.call('POST', `v1/filing-reviews/${begun.body.number}/decision`, back)).status).toBe(
      200,
    )
  })

  it('cancellation of a service ends its domain and access, and its owner hears which number is gone', async () => {
    const order = await changed(one, 'cancel-service', `${number}-2`)
    await bench.passed(one, order)
    expect(await bench.filed(one)).toMatchObject([
      { number: `${number}-1`, state: 'filed' },
      { number: `${number}-2`, state: 'cancelled', domains: null, ips: null },
    ])
    expect(await bench.told(one, 'filing.cancelled')).toEqual([`${number}-2`])
    expect((await one.who.call('GET', `v1/filings/${order}`)).body.filingNumber).toBe(`${number}-2`)
  })

  it('a cancellation of another bureau with the same id ends nothing here', async () => {
    const { rows } = await bench.api.pool.query('select bureau_id from filing_service where number = $1', [
      `${number}-1`,
    ])
    await bench.bureaus.office.run(() =>
      bench.bureaus.office.outbox.put('330000', 'cancelled-filings', [
        { what: 'service', bureauId: rows[0].bureau_id },
      ]),
    )
    await bench.jobs.look()
    expect((await bench.filed(one))[0]).toMatchObject({ number: `${number}-1`, state: 'filed' })
  })

  it('cancellation of the subject takes all, and its certificate files for the first time again', async () => {
    const order = await changed(one, 'cancel-subject', number)
    await bench.passed(one, order)
    expect((await bench.filed(one)).map(({ state, subject_state }) => [state, subject_state])).toEqual([
      ['cancelled', 'cancelled'],
      ['cancelled', 'cancelled'],
    ])
    expect((await bench.told(one, 'filing.cancelled')).at(-1)).toBe(`${number}、${number}-1`)
    const { body } = await askType(one.who, { template: one.template, domains: [one.name] })
    expect(body.type).toBe('first')
  })
})
