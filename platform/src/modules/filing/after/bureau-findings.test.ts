import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemRandom as random } from '../../../kernel/random.ts'
import { boxDraft } from '../draft/draft-box.ts'
import { recordPublished } from '../filed/record-published.ts'
import { createDutyTeller, createNightlyScan } from '../index.ts'
import { registeredName, verifiedPerson } from '../testing/applicants.ts'
import { filedSite, openDuties } from '../testing/filed-sites.ts'
import { type FilingApi, filingApi, site } from '../testing/filing-api.ts'
import { noteDuty } from './duties.ts'

let api: FilingApi
const log = pino({ level: 'silent' })
beforeAll(async () => {
  api = await filingApi()
})
afterAll(() => api.close())

const bureau = '440000'
type Found = 'shell-site' | 'dead-site' | 'access-differs' | 'subject-data'

/** A filed site, and another one of the same subject. */
async function filed() {
  const who = await api.customer()
  const account = (await who.call('GET', 'v1/session')).body.account.id as string
  const template = await verifiedPerson(api, who)
  const name = await registeredName(api, who, template)
  const one = await filedSite(api, { account, template, domains: [name] })
  const subjectNumber = one.number.replace(/-1$/, '')
  await api.pool.query('update filing_subject set bureau_id = $2 where id = $1', [one.subject, `S${one.subject}`])
  return { who, account, template, name, subjectNumber, ...one }
}
type Filed = Awaited<ReturnType<typeof filed>>

const tell = ({ number, subject }: Filed, kind: Found, words = 'found') =>
  api.db
    .transaction()
    .execute((trx) =>
      noteDuty(
        bureau,
        { what: 'notice', kind, about: kind === 'subject-data' ? { bureauId: `S${subject}` } : { number }, words },
        { trx, clock: api.clock, random },
      ),
    )
const kinds = async (service: string) => (await openDuties(api.pool, service)).map(({ kind }) => kind)
const listed = async ({ who }: Filed) =>
  (await who.call('GET', 'v1/filing-duties')).body.duties as {
    id: string
    kind: string
    words: string
    dueOn: string
    again: { on: string; words: string }[]
    endsBySaying: boolean
  }[]

let passed = 100
/** Published as its bureau does it after its yes to this order. */
async function passes(of: Filed, type: string): Promise<void> {
  const [order, key] = [random.uuid(), String(Date.now()) + String(passed++)]
  const services = [{ ...site(of.name), key }]
  const draft = await boxDraft(api.vault, { subject: {}, services } as never)
  await api.pool.query(
    `insert into filing_order (id, number, account, wish, type, province, template, subject, service, title, state, draft,
       own_id, created_at, changed_at)
     values ($1, $2, $3, 'change-service', $4, $5, $6, $7, $8, '', 'bureau', $9, $10, now(), now())`,
    [order, `BA-${order}`, of.account, type, bureau, of.template, of.subject, of.service, draft, `o${order}`],
  )
  const kept = { purpose: 'filing.submission', until: '2030-01-01', account: of.account }
  const item = await api.db.transaction().execute((trx) => api.vault.seal(trx, Buffer.from('<xml/>'), kept))
  await api.pool.query(
    `insert into filing_submission (filing_order, attempt, bureau, kind, item, keys, made_at, approved_at)
     values ($1, 1, $2, 'change-filing', $4, $3, now(), now())`,
    [order, bureau, [key], item],
  )
  const none = { bureauId: undefined }
  const filing = {
    subject: { ...none, ownId: undefined, number: of.subjectNumber },
    services: [
      {
        ...none,
        ownId: key,
        number: of.number,
        name: '山月手记小站',
        homeUrl: undefined,
        domains: [{ ...none, ownId: undefined, name: of.name }],
        accesses: [{ ...none, ownId: undefined, number: undefined, ours: true, ips: ['203.0.113.10'] }],
      },
    ],
  }
  await api.db
    .transaction()
    .execute((trx) =>
      recordPublished(bureau, filing as never, { trx, clock: api.clock, random }, { vault: api.vault, log }),
    )
  const { rows } = await api.pool.query('select state from filing_order where id = $1', [order])
  expect(rows[0].state).toBe('passed')
}

describe('what a bureau found', () => {
  it('ends by its owner’s word, for each kind; the bureau’s next notice of that kind is a new one', async () => {
    const one = await filed()
    for (const kind of ['shell-site', 'dead-site', 'access-differs', 'subject-data'] as const) {
      await tell(one, kind, 'first')
      const [duty] = await listed(one)
      expect(duty).toMatchObject({ kind, words: 'first', endsBySaying: true })
      const other = await api.customer()
      expect((await other.call('POST', `v1/filing-duties/${duty?.id}/done`)).status).toBe(404)
      expect((await one.who.call('POST', `v1/filing-duties/${duty?.id}/done`)).status).toBe(204)
      expect(await listed(one)).toEqual([])
      await tell(one, kind, 'second')
      const [again] = await listed(one)
      expect(again).toMatchObject({ kind, words: 'second' })
      expect(again?.id).not.toBe(duty?.id)
      expect((await one.who.call('POST', `v1/filing-duties/${again?.id}/done`)).status).toBe(204)
    }
  })

  it('told again while it is open is kept with the first, each with its day, and its owner hears of it again', async () => {
    const one = await filed()
    const teller = createDutyTeller({ db: api.db, clock: api.clock, random, log })
    await tell(one, 'shell-site', 'first')
    expect(await teller.look()).toBe(1)
    const [first] = await listed(one)
    api.clock.advance(2 * 86_400_000)
    await tell(one, 'shell-site', 'second')
    await tell(one, 'shell-site', '')
    const all = await listed(one)
    const on = api.clock.today()
    const again = [
      { on, words: 'second' },
      { on, words: '' },
    ]
    expect(all).toMatchObject([{ id: first?.id, words: 'first', dueOn: first?.dueOn, again }])
    expect(await teller.look()).toBe(1)
    expect(await teller.look()).toBe(0)
    // Of another site of the same subject, and of the subject itself, it is another matter.
    await tell(one, 'subject-data', 'other')
    expect((await listed(one)).map(({ again: { length } }) => length).sort()).toEqual([0, 2])
    expect((await one.who.call('POST', `v1/filing-duties/${first?.id}/done`)).status).toBe(204)
    await tell(one, 'shell-site', 'third')
    expect((await listed(one)).find(({ kind }) => kind === 'shell-site')).toMatchObject({ words: 'third', again: [] })
  })

  it('is kept beside what we found of the same kind before', async () => {
    const one = await filed()
    await api.pool.query(
      `insert into filing_duty (id, account, subject, service, kind, made_at, due_on, found_by, told_at)
       values ($1, $2, $3, $4, 'shell-site', '2026-11-01', '2027-01-01', 'scan', now())`,
      [random.uuid(), one.account, one.subject, one.service],
    )
    await tell(one, 'shell-site', 'theirs')
    expect((await openDuties(api.pool, one.service)).map(({ found_by: by }) => by).sort()).toEqual(['bureau', 'scan'])
  })

  it('is left to the bureau by the night’s look; ended by word, it does not hide what the look finds itself', async () => {
    const one = await filed()
    await api.pool.query(
      `insert into filing_duty (id, account, subject, service, kind, made_at, due_on, found_by)
       values ($1, $2, $3, $4, 'no-access', '2026-11-01', '2027-01-01', 'bureau')`,
      [random.uuid(), one.account, one.subject, one.service],
    )
    const scan = createNightlyScan({ db: api.db, clock: api.clock, random, log })
    api.clock.set('2026-12-01T20:00:00Z')
    await scan.look()
    expect(await openDuties(api.pool, one.service)).toMatchObject([{ kind: 'no-access', found_by: 'bureau' }])
    const [duty] = await listed(one)
    expect((await one.who.call('POST', `v1/filing-duties/${duty?.id}/done`)).status).toBe(204)
    await api.pool.query('update filing_access set ended_at = now() where service = $1', [one.service])
    api.clock.set('2026-12-02T20:00:00Z')
    await scan.look()
    expect(await openDuties(api.pool, one.service)).toMatchObject([{ kind: 'no-access', found_by: 'scan' }])
  })

  it.each([
    ['change-subject', ['access-differs', 'dead-site', 'shell-site']],
    ['change-service', ['access-differs', 'change', 'subject-data']],
    ['change-access', ['change', 'dead-site', 'subject-data']],
    ['new-access', ['change', 'dead-site', 'subject-data']],
  ])('about the part that a passed %s concerned is over, with the duty to file that change', async (type, left) => {
    const one = await filed()
    for (const kind of ['shell-site', 'dead-site', 'access-differs', 'subject-data'] as const) await tell(one, kind)
    await api.pool.query(
      `insert into filing_duty (id, account, subject, kind, made_at, due_on, found_by)
       values ($1, $2, $3, 'change', '2026-11-01', '2027-01-01', 'event')`,
      [random.uuid(), one.account, one.subject],
    )
    await passes(one, type)
    expect(await kinds(one.service)).toEqual(left)
    const { rows } = await api.pool.query(
      'select distinct ended_because from filing_duty where subject = $1 and done_at is not null',
      [one.subject],
    )
    expect(rows).toEqual([{ ended_because: 'changed' }])
  })

  it('by a look of our own stays until that look sees it put right, whatever order passes', async () => {
    const one = await filed()
    await api.pool.query(
      `insert into filing_duty (id, account, subject, service, ascii, kind, made_at, due_on, found_by)
       values ($1, $2, $3, $4, $5, 'dead-site', '2026-11-01', '2027-01-01', 'probe')`,
      [random.uuid(), one.account, one.subject, one.service, one.name],
    )
    await passes(one, 'change-service')
    expect(await kinds(one.service)).toEqual(['dead-site'])
    const [duty] = await listed(one)
    expect(duty?.endsBySaying).toBe(false)
    expect((await one.who.call('POST', `v1/filing-duties/${duty?.id}/done`)).status).toBe(409)
  })
})
