import type { NewFiling, PublishedFiling } from '@yuming/miit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FilingWorld, filingWorld, sentOrder, until } from './bureau-world.ts'

let world: FilingWorld

beforeAll(async () => {
  world = await filingWorld()
})
afterAll(() => world.close())

type Sent = Awaited<ReturnType<typeof sentOrder>>
const orderOf = async ({ who, number }: Pick<Sent, 'who' | 'number'>) =>
  (await who.call('GET', `v1/filings/${number}`)).body
const reaches = (one: Sent, state: string) => until(async () => (await orderOf(one)).state === state)

/** What the bureau publishes of a filing that it was sent. */
function published({ subject, services }: NewFiling, number: string): PublishedFiling {
  return {
    subject: { ...subject, bureauId: '9001', filingNumber: number },
    services: services.map((service, at) => ({
      ...service,
      bureauId: String(9100 + at),
      filingNumber: `${number}-${at + 1}`,
      domains: service.domains.map((domain, index) => ({ ...domain, bureauId: String(9200 + index) })),
      accesses: service.accesses.map((access, index) => ({
        ...access,
        bureauId: String(9300 + index),
        providerId: world.bureau.connection.ispId,
        addresses: access.addresses.map((range, place) => ({ ...range, bureauId: String(9400 + place) })),
      })),
    })),
  }
}

describe('an order on its way through its bureau', () => {
  it('is uploaded once, waits for the code by SMS, and comes back with its number and the records to set last (S1-178, S2-02, S2-32, S3-69, S3-72, S3-73, S3-76, S3-78)', async () => {
    const one = await sentOrder(world)
    await reaches(one, 'sms')
    expect(world.bureau.uploads.map(({ sequence }) => sequence)).toEqual([1])
    const [record] = world.bureau.records() as NewFiling[]
    expect(record).toMatchObject({
      subject: {
        name: '张三',
        certificate: { number: '440308198503150031' },
        address: { province: 440000, city: 440300 },
      },
      services: [{ names: ['山月手记小站'], domains: [{ name: one.name }] }],
    })
    const { sent } = (await one.who.call('GET', `v1/filings/${one.number}/preview`)).body
    const shown = new Map<string, { value: string; codes: number[] }>(
      sent.parts.flatMap(({ fields }: { fields: { field: string; value: string; codes: number[] }[] }) =>
        fields.map(({ field, value, codes }) => [field, { value, codes }] as const),
      ),
    )
    // What its owner is shown is what left: word and code of each field, and of a number its end alone.
    expect(shown.get('subject.nature')).toEqual({ value: '个人', codes: [record?.subject.nature] })
    expect(shown.get('subject.region')?.codes).toEqual([record?.subject.address.county ?? 440300])
    expect(shown.get('services.0.name')).toEqual({ value: '山月手记小站', codes: [] })
    expect(shown.get('services.0.content')?.codes).toEqual(record?.services[0]?.contents)
    expect(shown.get('services.0.access.0.ips')?.value).toBe('203.0.113.10')
    expect(shown.get('subject.certificate.number')?.value).toMatch(/^\*+0031$/)
    expect(sent.papers.map(({ kind }: { kind: string }) => kind)).toContain('verification-form')
    expect(sent.problems).toEqual([])
    const waiting = await orderOf(one)
    // Tuesday, 24 November 2026, 10:00 in China: 24 hours.
    expect(waiting).toMatchObject({
      state: 'sms',
      turn: 'you',
      dueAt: '2026-11-25T02:00:00.000Z',
      sms: { wrongCodes: 0 },
    })
    const told = await one.who.call('POST', `v1/filings/${one.number}/sms-check`, { outcome: 'confirmed' })
    expect(told.status).toBe(200)
    expect(await orderOf(one)).toMatchObject({ state: 'bureau', turn: 'bureau' })

    if (!record) throw new Error('nothing was uploaded')
    world.bureau.tell('filing-results', {
      results: [{ codes: [{ code: 1001 }], operation: 'new-filing', key: record.subject.id ?? '' }],
      opinions: [
        { reviewedAt: '2026-11-24', verdict: 'approved', operation: 'new-filing', recordId: record.subject.id ?? '' },
      ],
    })
    world.bureau.tell('published-filings', [published(record, '粤ICP备2026000001号')])
    await world.jobs.look()
    const passed = await orderOf(one)
    expect(passed).toMatchObject({
      state: 'passed',
      turn: null,
      filingNumber: '粤ICP备2026000001号-1',
      result: {
        number: '粤ICP备2026000001号-1',
        footer: { link: 'https://beian.miit.gov.cn/' },
        records: [{ name: one.name, type: 'A', value: '203.0.113.10' }],
        // Thirty days after the approval.
        publicSecurityBy: '2026-12-24',
      },
    })
    const { rows } = await world.pool.query("select channel from notice where kind = 'filing.passed'")
    expect(rows.map(({ channel }) => channel).sort()).toEqual(['mail', 'mail', 'sms'].slice(-rows.length))
    const type = await one.who.call('POST', 'v1/filing-types', { template: one.template, domains: [one.name] })
    expect(type.body.type).toBe('change-service')
  })
})
