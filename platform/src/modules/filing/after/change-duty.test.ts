import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { systemRandom as random } from '../../../kernel/random.ts'
import type { Repeated } from '../../../kernel/repeated.ts'
import { createDutyTeller, createFilingFollower } from '../index.ts'
import { filedBySomebody, openDuties } from '../testing/filed-sites.ts'
import { type FilingApi, filingApi } from '../testing/filing-api.ts'
import { endPassed } from './duties.ts'

let api: FilingApi
let follower: Repeated
let teller: Repeated

beforeAll(async () => {
  api = await filingApi()
  const services = { db: api.db, clock: api.clock, random, log: pino({ level: 'silent' }) }
  follower = createFilingFollower(services)
  teller = createDutyTeller(services)
})
// What the test before it left to be told is over.
beforeEach(() => api.pool.query('update filing_duty set done_at = now(), told_at = now()'))
afterAll(() => api.close())

const filed = () => filedBySomebody(api)
const kinds = async (service: string) => (await openDuties(api.pool, service)).map(({ kind }) => kind)

describe('facts of a filed subject that change (S2-42)', () => {
  it('start ten working days in which the change is filed, and say which facts they are', async () => {
    const { who, service, template, subject } = await filed()
    api.clock.set('2027-03-03T02:00:00Z')
    await api.pool.query(
      "update registrant_template set phone = '+86.13900000009', street_zh = '新路2号', revision = revision + 1 where id = $1",
      [template],
    )
    await follower.look()
    expect(await openDuties(api.pool, service)).toMatchObject([
      { kind: 'change', due_on: '2027-03-17', found_by: 'event' },
    ])
    const { duties } = (await who.call('GET', 'v1/filing-duties')).body
    expect(duties).toMatchObject([{ kind: 'change', fields: ['phone', 'address'], endsBySaying: true, late: false }])
    expect(duties[0].source.section).toContain('10个工作日')
    // Another change while it is open is the same duty; a revision that changes nothing filed is none.
    await api.pool.query('update registrant_template set revision = revision + 1 where id = $1', [template])
    await follower.look()
    expect(await kinds(service)).toEqual(['change'])
    api.clock.set('2027-03-18T02:00:00Z')
    expect((await who.call('GET', 'v1/filing-duties')).body.duties[0].late).toBe(true)
    await api.pool.query("update filing_subject set state = 'cancelled' where id = $1", [subject])
  })
})

describe('a change that its owner tells of (S2-42)', () => {
  it('has its day from the day of the change, begins with what is filed, and is nobody else’s to tell', async () => {
    const { who, service, subject } = await filed()
    api.clock.set('2027-03-03T02:00:00Z')
    const { rows } = await api.pool.query('select number from filing_service where id = $1', [service])
    const number: string = rows[0].number
    const of = number.replace(/-1$/, '')
    const tell = (by: typeof who, body: object) => by.call('POST', 'v1/filing-duties', body)
    const told = await tell(who, { filed: number, what: 'service', changedOn: '2027-03-01' })
    expect([told.status, told.body.dueOn]).toEqual([201, '2027-03-15'])
    expect(told.body.source.section).toContain('10个工作日')
    // Told again with an earlier day the earlier one counts, a later one changes nothing.
    for (const [changedOn, dueOn] of [
      ['2027-02-26', '2027-03-12'],
      ['2027-03-03', '2027-03-12'],
    ])
      expect((await tell(who, { filed: number, what: 'service', changedOn })).body.dueOn).toBe(dueOn)
    expect(await openDuties(api.pool, service)).toMatchObject([
      { kind: 'change', due_on: '2027-03-12', found_by: 'owner' },
    ])
    expect((await tell(who, { filed: of, what: 'subject', changedOn: '2027-03-03' })).body.dueOn).toBe('2027-03-17')
    expect(await kinds(service)).toEqual(['change', 'change'])
    // Who said it needs no letter that says it.
    expect(await teller.look()).toBe(0)
    const ahead = await tell(who, { filed: number, what: 'service', changedOn: '2027-03-04' })
    expect([ahead.status, ahead.body.code]).toEqual([422, 'filing.change-ahead'])
    const other = await api.customer()
    for (const [by, body] of [
      [other, { filed: number, what: 'service', changedOn: '2027-03-01' }],
      [who, { filed: of, what: 'service', changedOn: '2027-03-01' }],
      [who, { filed: '粤ICP备99999999号', what: 'subject', changedOn: '2027-03-01' }],
    ] as const)
      expect((await tell(by, body)).status).toBe(404)
    // Approved, the change of the site is over, and that of the subject is not.
    await api.db
      .transaction()
      .execute((trx) =>
        endPassed({ type: 'change-service' }, { subject, services: [service] }, { trx, clock: api.clock }),
      )
    expect(await openDuties(api.pool, service)).toMatchObject([{ kind: 'change', due_on: '2027-03-17' }])
  })
})
