import type { NewFiling, PublishedFiling } from '@yuming/miit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askType } from '../../modules/filing/testing/ask-type.ts'
import type { Visitor } from '../console-api.ts'
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

describe('an order on its way through its bureau', { timeout: 120_000 }, () => {
  it('is uploaded once, waits for the code by SMS, and comes back with its number and the records to set last (S1-178, S2-02, S2-32, S3-67, S3-69, S3-72, S3-73, S3-76, S3-78)', async () => {
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
    // Its zone is hosted here, so that the name leads to its server without anybody's doing (S3-78).
    await until(async () => (await orderOf(one)).result.records[0].hosted === 'set')
    expect(world.nameServer.records.get(`${one.name} 1`)).toEqual(['cb00710a'])
    const { rows } = await world.pool.query("select channel from notice where kind = 'filing.passed'")
    expect(rows.map(({ channel }) => channel).sort()).toEqual(['mail', 'mail', 'sms'].slice(-rows.length))
    const type = await askType(one.who, { template: one.template, domains: [one.name] })
    expect(type.body.type).toBe('change-service')
  })
})

interface ShownFile {
  content: string
  kinds: string[]
  hidden: boolean
  fields: { at: string; shown: string; value: string; bytes: number | null }[]
  total: number
}

describe('files of a line', () => {
  const path = 'v1/operator/bureau-files'
  const listed = async (who: Visitor, query = '') => {
    const { status, body } = await who.call('GET', `${path}${query}`)
    expect([status, body]).toEqual([200, expect.anything()])
    return body.files
  }
  const audited = async (action: string) =>
    (await world.pool.query('select subject, detail from audit_entry where action = $1', [action])).rows

  it('are all kept and listed, each with its number, state and hash; one is shown decoded, on record', async () => {
    const reviewer = await world.operator('reviewer')
    const [file] = await listed(reviewer, '?bureau=440000')
    expect(file).toMatchObject({
      direction: 'sent',
      province: { code: '440000' },
      sequence: 1,
      state: 'accepted',
      filing: expect.stringMatching(/^BA-/),
      hash: expect.stringMatching(/^[\w+/]{22}==$/),
    })
    const received = await listed(reviewer, '?direction=received')
    expect(received.map(({ state }: { state: string }) => state)).toContain('processed')

    const one = await reviewer.call('GET', `${path}/sent/${file.id}`)
    const shown = one.body as ShownFile
    expect(shown).toMatchObject({ content: 'read', kinds: ['new-filing'], hidden: true })
    const value = (from: ShownFile, end: string) => from.fields.find(({ at }) => at.endsWith(end))?.value
    expect(value(shown, 'Zt_xx.Dwmc')).toBe('**')
    expect(value(shown, 'Zt_xx.Zj.Zjhm')).toBe('********')
    expect(value(shown, 'Wz_xx.Wzmc')).toBe('山月手记小站')
    expect(shown.fields.filter(({ shown }) => shown === 'file').every(({ bytes }) => (bytes ?? 0) > 1_000)).toBe(true)
    expect(JSON.stringify(shown)).not.toContain('440308198503150031')
    expect(await audited('filing.file-shown')).toEqual([
      { subject: `sent/${file.id}`, detail: { bureau: '440000', file: file.fileName } },
    ])

    expect(await audited('filing.file-opened')).toEqual([])
    const opened = await reviewer.call('POST', `${path}/sent/${file.id}/views`)
    expect(opened.status).toBe(201)
    expect(value(opened.body, 'Zt_xx.Zj.Zjhm')).toBe('440308198503150031')
    expect(await audited('filing.file-opened')).toHaveLength(1)

    const rest = await reviewer.call('GET', `${path}/sent/${file.id}?from=${shown.total - 1}`)
    expect(rest.body.fields).toEqual(shown.fields.slice(-1))
    const published = received.find(({ fileName }: { fileName: string }) => fileName.endsWith('0003.xml'))
    expect((await reviewer.call('GET', `${path}/received/${published.id}`)).body.kinds).toEqual(['published-filings'])
  })

  it('are shown to nobody else, and an order of one’s own is not opened', async () => {
    const customer = await world.customer()
    const support = await world.operator('support')
    for (const [method, url] of [
      ['GET', path],
      ['GET', `${path}/sent/1`],
      ['POST', `${path}/sent/1/views`],
    ] as const) {
      expect((await world.visitor().call(method, url)).status).toBe(401)
      for (const who of [customer, support]) expect((await who.call(method, url)).status).toBe(403)
    }
    const reviewer = await world.operator('reviewer')
    expect((await reviewer.call('GET', `${path}/sent/999999`)).body.code).toBe('filing.file-not-found')
    expect((await reviewer.call('GET', `${path}/sent/1%20or%201`)).status).toBe(400)
    const [file] = await listed(reviewer)
    const { account } = (await reviewer.call('GET', 'v1/session')).body
    await world.pool.query('update filing_order set account = $1 where number = $2', [account.id, file.filing])
    expect((await reviewer.call('GET', `${path}/sent/${file.id}`)).status).toBe(200)
    const own = await reviewer.call('POST', `${path}/sent/${file.id}/views`)
    expect(own.body.code).toBe('filing.file-of-own-order')
    expect(own.body.fields).toBeUndefined()
  })

  it('whose keeping has ended says so', async () => {
    const reviewer = await world.operator('reviewer')
    const [file] = await listed(reviewer, '?direction=received')
    await world.pool.query(
      'update sealed_item set erased_at = now() where id = (select item from bureau_download where id = $1)',
      [file.id],
    )
    const shown = await reviewer.call('GET', `${path}/received/${file.id}`)
    expect(shown.body).toMatchObject({ content: 'erased', fields: [], total: 0 })
  })
})
