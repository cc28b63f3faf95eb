import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { systemRandom as random } from '../../../kernel/random.ts'
import type { Repeated } from '../../../kernel/repeated.ts'
import { boxService, boxSubject } from '../filed/filed-image.ts'
import { createDutyTeller, createFilingFollower, createNightlyScan } from '../index.ts'
import { filedBySomebody, openDuties } from '../testing/filed-sites.ts'
import { type FilingApi, filingApi } from '../testing/filing-api.ts'

let api: FilingApi
let scan: Repeated
let follower: Repeated
let teller: Repeated

beforeAll(async () => {
  api = await filingApi()
  const services = { db: api.db, clock: api.clock, random, log: pino({ level: 'silent' }) }
  scan = createNightlyScan(services)
  follower = createFilingFollower(services)
  teller = createDutyTeller(services)
  // Four in the morning in China.
  api.clock.set('2026-12-02T20:00:00Z')
})
// Each test has nights of its own.
beforeEach(() => days(1))
afterAll(() => api.close())

const later = (count: number) => new Date(api.clock.now().getTime() + count * 86_400_000)
const days = (count: number) => api.clock.set(later(count).toISOString())
const filed = (...under: string[]) => filedBySomebody(api, ...under)
const kinds = async (service: string) => (await openDuties(api.pool, service)).map(({ kind }) => kind)
const domain = (ascii: string, set: string, value: unknown) =>
  api.pool.query(`update domain set ${set} = $2 where ascii = $1`, [ascii, value])

describe('a shell site (空壳网站)', () => {
  const seenAway = (service: string, ascii: string, kind = 'access-differs') =>
    api.pool.query(
      `insert into filing_duty (id, account, subject, service, ascii, kind, made_at, due_on, found_by, told_at)
       select gen_random_uuid(), sub.account, sub.id, s.id, $2, $3, $4, ($4::timestamptz at time zone 'Asia/Shanghai' + interval '14 days')::date, 'probe', $4
       from filing_service s join filing_subject sub on sub.id = s.subject where s.id = $1`,
      [service, ascii, kind, api.clock.now()],
    )
  const backHome = (service: string) =>
    api.pool.query("update filing_duty set done_at = now() where service = $1 and found_by = 'probe'", [service])

  it('is one whose names are all away past the day of that finding: its owner has a notice with a day, and no word ends it', async () => {
    const { who, account, service, name } = await filed('blog', 'shop')
    await seenAway(service, `blog.${name}`)
    await seenAway(service, `shop.${name}`, 'dead-site')
    days(14)
    await scan.look()
    expect(await kinds(service)).not.toContain('shell-site')
    days(2)
    await scan.look()
    const [shell] = (await openDuties(api.pool, service)).filter(({ kind }) => kind === 'shell-site')
    expect(shell).toMatchObject({ ascii: null, found_by: 'scan' })
    expect(Date.parse(shell?.due_on ?? '')).toBeGreaterThan(api.clock.now().getTime() + 9 * 86_400_000)
    expect(await teller.look()).toBe(1)
    const { rows } = await api.pool.query(
      'select parameters from message where account = $1 order by created_at desc, id desc limit 1',
      [account],
    )
    expect(JSON.stringify(rows[0].parameters)).toContain('空壳网站')
    const { rows: reminders } = await api.pool.query(
      "select closes_at from deadline where kind = 'filing.duty-soon' and subject = (select id::text from filing_duty where service = $1 and kind = 'shell-site')",
      [service],
    )
    expect(reminders.map(({ closes_at: at }) => at.toISOString())).toEqual([`${shell?.due_on}T10:00:00.000Z`])
    const listed = (await who.call('GET', 'v1/filing-duties')).body.duties as {
      id: string
      kind: string
      finding: { rule: string; message: { zh: string } }
    }[]
    const duty = listed.find(({ kind }) => kind === 'shell-site')
    expect(duty?.finding).toMatchObject({ rule: 'SITE-SHELL-01' })
    expect(duty?.finding.message.zh).toContain(`${shell?.due_on}前不改就取消接入`)
    expect((await who.call('POST', `v1/filing-duties/${duty?.id}/done`)).status).toBe(409)
    // The day stays what it was, night after night, and goes by.
    days(40)
    await scan.look()
    expect((await openDuties(api.pool, service)).find(({ kind }) => kind === 'shell-site')?.due_on).toBe(shell?.due_on)
    const reviewer = await api.operator('reviewer')
    const { duties } = (await reviewer.call('GET', 'v1/filing-findings?late=true')).body
    expect(duties.map(({ kind }: { kind: string }) => kind)).toContain('shell-site')
  })

  it('is none while one of its names is with us, and is over as soon as one is again', async () => {
    const { service, name } = await filed('blog', 'shop')
    await seenAway(service, `blog.${name}`)
    days(20)
    await scan.look()
    expect(await kinds(service)).toEqual(['access-differs'])
    await seenAway(service, `shop.${name}`)
    days(20)
    await scan.look()
    expect(await kinds(service)).toContain('shell-site')
    await backHome(service)
    await api.pool.query('insert into filing_recheck (service) values ($1)', [service])
    await follower.look()
    expect(await kinds(service)).toEqual([])
  })

  it('is given up by an operator once its notice has run out: the access, or the site where it has no other; its owner hears of it', async () => {
    const { who, account, service, subject, name } = await filed()
    await seenAway(service, name)
    days(20)
    await scan.look()
    const { rows } = await api.pool.query("select id from filing_duty where service = $1 and kind = 'shell-site'", [
      service,
    ])
    const reviewer = await api.operator('reviewer')
    const end = (by: typeof who) => by.call('POST', `v1/filing-findings/${rows[0].id}/cancellation`)
    expect((await end(who)).status).toBe(403)
    expect((await end(reviewer)).body.code).toBe('filing.notice-runs')
    days(20)
    const access = [
      { product: 'cloud-server', ips: ['203.0.113.10'], mode: 'cloud' as const, place: '广东省' },
      { product: 'cloud-server', ips: ['203.0.113.11'], mode: 'cloud' as const, place: '广东省' },
    ]
    await api.pool.query('update filing_subject set filed = $2 where id = $1', [
      subject,
      await boxSubject(api.vault, { name: '张三' }),
    ])
    await api.pool.query('update filing_service set filed = $2, other_accesses = 1 where id = $1', [
      service,
      await boxService(api.vault, { kind: 'website', name: '山月手记小站', domains: [name], access }),
    ])
    const ended = await end(reviewer)
    expect([ended.status, ended.body.type]).toEqual([201, 'cancel-access'])
    const { number } = ended.body
    const order = (await who.call('GET', `v1/filings/${number}`)).body
    expect(order).toMatchObject({ type: 'cancel-access', state: 'ready', turn: 'we', attempt: 1 })
    expect(order.draft.services[0].access).toMatchObject([{ ips: ['203.0.113.10'] }])
    const told = await api.pool.query("select 1 from message where account = $1 and kind = 'filing.shell-ends'", [
      account,
    ])
    const tasks = await api.pool.query("select 1 from task where kind = 'FILING_SUBMIT' and subject = $1", [number])
    expect([told.rowCount, tasks.rowCount]).toEqual([1, 1])
    expect((await end(reviewer)).body.code).toBe('filing.running-order')

    await api.pool.query("update filing_order set state = 'withdrawn' where number = $1", [number])
    await api.pool.query('update filing_order_domain set running = false, submitted = false')
    await api.pool.query('update filing_service set other_accesses = 0 where id = $1', [service])
    expect((await end(reviewer)).body.type).toBe('cancel-service')
  })

  it('is one whose domain has ended, until it is renewed', async () => {
    const { service, name } = await filed()
    await domain(name, 'expires_at', later(-1))
    await scan.look()
    days(20)
    await scan.look()
    expect(await kinds(service)).toEqual(['cancel-expired-domain', 'shell-site'])
    await domain(name, 'expires_at', later(365))
    await follower.look()
    expect(await kinds(service)).toEqual([])
  })

  it('is one without access anywhere, and not one of which nobody knows whether it has one elsewhere', async () => {
    const known = await filed()
    const unknown = await filed()
    await api.pool.query(
      "update filing_subject set state = 'filed', number_digest = sha256(id::text::bytea) where id = any($1)",
      [[known.subject, unknown.subject]],
    )
    await api.pool.query('update filing_access set ended_at = now() where service = any($1)', [
      [known.service, unknown.service],
    ])
    await api.pool.query('update filing_service set other_accesses = 0 where id = $1', [known.service])
    await scan.look()
    days(20)
    await scan.look()
    expect(await kinds(known.service)).toEqual(expect.arrayContaining(['no-access', 'shell-site']))
    expect(await kinds(unknown.service)).toContain('no-access')
    expect(await kinds(unknown.service)).not.toContain('shell-site')
    await api.pool.query('update filing_access set ended_at = null where service = $1', [known.service])
    days(1)
    await scan.look()
    expect(await kinds(known.service)).not.toContain('shell-site')
  })
})
