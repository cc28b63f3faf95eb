import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTimesLearner } from '../index.ts'
import { registeredName, verifiedPerson } from '../testing/applicants.ts'
import { begin, type FilingApi, filingApi } from '../testing/filing-api.ts'

const log = pino({ level: 'silent' })
let api: FilingApi
beforeAll(async () => {
  api = await filingApi()
})
afterAll(() => api.close())

describe('what the history of orders tells', () => {
  it('is the range of days in the course of the next order of that province and type, once enough have ended', async () => {
    api.clock.set('2026-11-24T02:00:00Z')
    const who = await api.customer()
    const account = (await who.call('GET', 'v1/session')).body.account.id as string
    const template = await verifiedPerson(api, who)
    const name = await registeredName(api, who, template)
    api.register.set(name, { filed: false })
    const { number } = (await begin(who, template, name)).body
    await api.pool.query(
      "update filing_order set state = 'bureau', bureau_at = $2, due_at = '2026-12-21T10:00:00Z' where number = $1",
      [number, api.clock.now()],
    )
    const ended = (count: number) =>
      api.pool.query(
        `with made as (
           insert into filing_order (id, number, account, wish, type, province, title, state, draft, own_id, created_at, changed_at)
           select gen_random_uuid(), 'BA-H' || gen_random_uuid(), $1, 'file', 'first', '440000', '', 'passed', '\\x00',
             'h' || gen_random_uuid(), now(), now()
           from generate_series(1, $2::int) returning id)
         insert into filing_event (filing_order, at, kind, by)
         select id, at::timestamptz, kind, 'bureau' from made, (values
           (1, '2026-11-02T02:00:00Z', 'sent-to-bureau'), (2, '2026-11-03T02:00:00Z', 'call-reached'),
           (3, '2026-11-05T02:00:00Z', 'bureau-passed')) event (n, at, kind) order by n`,
        [account, count],
      )
    const bureau = async () =>
      (await who.call('GET', `v1/filings/${number}`)).body.course.find(
        ({ step }: { step: string }) => step === 'bureau',
      )
    const learn = () => createTimesLearner({ db: api.db, clock: api.clock, log }).look()
    await ended(19)
    await learn()
    expect(await bureau()).toMatchObject({ learnt: null, until: '2026-12-21T10:00:00.000Z' })
    await ended(1)
    api.clock.set('2026-11-25T02:00:00Z')
    expect(await learn()).toBe(1)
    // From Monday to Thursday: three working days, each of twenty times.
    expect(await bureau()).toMatchObject({
      learnt: 20,
      from: '2026-11-27T10:00:00.000Z',
      until: '2026-11-27T10:00:00.000Z',
    })
    expect(await learn()).toBe(0)
  })
})
