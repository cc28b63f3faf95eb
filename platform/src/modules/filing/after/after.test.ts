import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { systemRandom as random } from '../../../kernel/random.ts'
import type { Repeated } from '../../../kernel/repeated.ts'
import { createDutyTeller, createFilingFollower, createNightlyScan } from '../index.ts'
import { registeredName, verifiedPerson } from '../testing/applicants.ts'
import { filedBySomebody, filedSite, openDuties } from '../testing/filed-sites.ts'
import { type FilingApi, filingApi } from '../testing/filing-api.ts'

let api: FilingApi
let scan: Repeated
let follower: Repeated
let teller: Repeated
const log = pino({ level: 'silent' })

beforeAll(async () => {
  api = await filingApi()
  const services = { db: api.db, clock: api.clock, random, log }
  scan = createNightlyScan(services)
  follower = createFilingFollower(services)
  teller = createDutyTeller(services)
})
// Each test has nights of its own; each begins at four in the morning in China.
let night = Date.parse('2026-12-01T20:00:00Z')
const nextNight = () => {
  night += 86_400_000
  api.clock.set(new Date(night).toISOString())
}
beforeEach(async () => {
  await api.pool.query("update filing_service set state = 'cancelled'")
  await api.pool.query("update filing_subject set state = 'cancelled'")
  await api.pool.query('update filing_domain set ended_at = now() where ended_at is null')
  await api.pool.query('update filing_duty set done_at = now(), told_at = now()')
  await api.pool.query('truncate filing_recheck')
  nextNight()
  await follower.look()
})
afterAll(() => api.close())

const tonight = () => api.clock.today()
const later = (days: number) => new Date(api.clock.now().getTime() + days * 86_400_000)

const filed = (...under: string[]) => filedBySomebody(api, ...under)
const kinds = async (service: string) => (await openDuties(api.pool, service)).map(({ kind }) => kind)
const domain = (ascii: string, set: string, value: unknown) =>
  api.pool.query(`update domain set ${set} = $2 where ascii = $1`, [ascii, value])

describe('the night’s look at what is filed', () => {
  it('finds nothing where all is as it was filed, and is one look a night', async () => {
    const { service } = await filed()
    expect(await scan.look()).toBeGreaterThan(0)
    expect(await kinds(service)).toEqual([])
    expect(await scan.look()).toBe(0)
    const run = await api.db
      .selectFrom('filing_scan')
      .selectAll()
      .where('day', '=', tonight())
      .executeTakeFirstOrThrow()
    expect(run).toMatchObject({ looked: 1, found: 0, ended: 0 })
    expect(run.finished_at).not.toBeNull()
  })

  it('does not begin before two in the morning in China', async () => {
    await filed()
    nextNight()
    const before = new Date(night - 2 * 3_600_000 - 1_000)
    api.clock.set(before.toISOString())
    expect(await scan.look()).toBe(0)
    api.clock.advance(1_000)
    expect(await scan.look()).toBe(2)
  })

  it('finds each thing that is not true any more, with its day, its rule and its source, and ends it when it is put right', async () => {
    const { service, subject, name } = await filed()
    await domain(name, 'expires_at', later(-1))
    await api.pool.query('truncate filing_recheck')
    await api.pool.query('update filing_access set ended_at = now() where service = $1', [service])
    await api.pool.query("update filing_subject set phones_confirmed_on = '2025-01-01' where id = $1", [subject])
    await scan.look()
    const found = await openDuties(api.pool, service)
    expect(found.map(({ kind, ascii }) => [kind, ascii])).toEqual([
      ['cancel-expired-domain', name],
      ['confirm-phone', null],
      ['no-access', null],
    ])
    for (const { due_on: due, found_by: by } of found) expect([due > tonight(), by]).toEqual([true, 'scan'])
    const { finding } = await api.db
      .selectFrom('filing_duty')
      .select('finding')
      .where('service', '=', service)
      .where('kind', '=', 'no-access')
      .executeTakeFirstOrThrow()
    expect(finding).toMatchObject({ rule: 'SITE-ACCESS-01', severity: 'refuse' })
    expect(finding?.source.document).not.toBe('')

    await domain(name, 'expires_at', later(300))
    await api.pool.query('truncate filing_recheck')
    await api.pool.query('update filing_access set ended_at = null where service = $1', [service])
    nextNight()
    await scan.look()
    expect(await kinds(service)).toEqual(['confirm-phone'])
  })

  it('finds a subject that has no service left (空壳主体), tells its owner a day, and ends with its next service', async () => {
    const { service, account } = await filed()
    await scan.look()
    expect(await kinds(service)).toEqual([])
    await api.pool.query("update filing_service set state = 'cancelled' where id = $1", [service])
    nextNight()
    await scan.look()
    const [empty] = await openDuties(api.pool, service)
    expect(empty?.kind).toBe('empty-subject')
    expect(Date.parse(empty?.due_on ?? '')).toBeGreaterThan(api.clock.now().getTime())
    expect(await teller.look()).toBe(1)
    const { rows } = await api.pool.query('select kind from message where account = $1', [account])
    expect(rows).toEqual([{ kind: 'filing.duty' }])
    await api.pool.query("update filing_service set state = 'filed' where id = $1", [service])
    nextNight()
    await scan.look()
    expect(await kinds(service)).toEqual([])
  })

  it('goes on where it was killed: every site is looked at once, every finding is there once', async () => {
    const { who, account, template, ...first } = await filed()
    const sites: { subject: string }[] = [first]
    while (sites.length < 12) {
      const domains = [await registeredName(api, who, template)]
      sites.push(await filedSite(api, { account, template, domains }))
    }
    // One certificate is filed once; here each is to stay.
    await api.pool.query(
      "update filing_subject set state = 'filed', number_digest = sha256(id::text::bytea) where id = any($1)",
      [sites.map(({ subject }) => subject)],
    )
    await api.pool.query('update filing_access set ended_at = now()')
    const child = spawn(process.execPath, [path.join(import.meta.dirname, '../testing/scan-process.ts')], {
      env: { ...process.env, DATABASE_URL: api.url, NOW: api.clock.now().toISOString() },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let turns = 0
    child.stdout.on('data', (words: Buffer) => {
      turns += words.length
      if (turns >= 4) child.kill('SIGKILL')
    })
    await once(child, 'exit')
    const before = await api.db
      .selectFrom('filing_scan')
      .selectAll()
      .where('day', '=', tonight())
      .executeTakeFirstOrThrow()
    expect([before.looked > 0, before.looked < 12, before.finished_at]).toEqual([true, true, null])
    // No access, and another holder.
    expect(before.found).toBe(before.looked * 2)
    await scan.look()
    const after = await api.db
      .selectFrom('filing_scan')
      .selectAll()
      .where('day', '=', tonight())
      .executeTakeFirstOrThrow()
    expect(after).toMatchObject({ looked: 12, found: 12 * 2 })
  })
})

describe('what happens to a domain reaches its filings at once (S2-04, S2-35)', () => {
  it('of the name, and of names under it: another holder, deleted, ended, and all that again', async () => {
    const { service, name, who } = await filed('blog', 'a.shop')
    const other = await verifiedPerson(api, who, 1)
    await domain(name, 'template', other)
    expect(await follower.look()).toBeGreaterThan(0)
    expect((await openDuties(api.pool, service)).map(({ kind, ascii, found_by: by }) => [kind, ascii, by])).toEqual(
      expect.arrayContaining([
        ['cancel-other-holder', `blog.${name}`, 'event'],
        ['cancel-other-holder', `a.shop.${name}`, 'event'],
      ]),
    )
    await domain(name, 'released_at', api.clock.now())
    await follower.look()
    expect(await kinds(service)).toEqual(['cancel-gone-domain', 'cancel-gone-domain'])
    await domain(name, 'released_at', null)
    await follower.look()
    expect(await kinds(service)).toEqual(['cancel-other-holder', 'cancel-other-holder'])
  })

  it('is not about a name that only looks alike, nor about one that nothing is filed for', async () => {
    const { service, name, who, template } = await filed()
    const alike = await registeredName(api, who, template)
    await domain(alike, 'ascii', `x${name}`)
    await api.pool.query('truncate filing_recheck')
    await domain(`x${name}`, 'expires_at', later(-1))
    const { rows } = await api.pool.query('select count(*)::int as n from filing_recheck')
    expect(rows[0].n).toBe(0)
    await follower.look()
    expect(await kinds(service)).toEqual([])
  })

  it('is seen when the hour of its end comes, which nothing but the clock tells; renewed, it is over', async () => {
    const { service, name } = await filed()
    await domain(name, 'expires_at', later(1 / 24))
    await follower.look()
    expect(await kinds(service)).toEqual(['domain-ends-soon'])
    api.clock.advance(2 * 3_600_000)
    await follower.look()
    expect(await kinds(service)).toEqual(['cancel-expired-domain'])
    await domain(name, 'expires_at', later(365))
    await follower.look()
    expect(await kinds(service)).toEqual([])
  })

  it('goes in batches after a long stop: those that were seen stay seen when a later one fails', async () => {
    const three = [await filed(), await filed(), await filed()]
    for (const [at, { name }] of three.entries()) await domain(name, 'expires_at', later((at + 1) / 24))
    await api.pool.query(
      "update filing_subject set state = 'filed', number_digest = sha256(id::text::bytea) where id = any($1)",
      [three.map(({ subject }) => subject)],
    )
    await api.pool.query('truncate filing_recheck')
    await follower.look()
    api.clock.advance(6 * 3_600_000)
    const last = three.at(-1)?.service
    await api.pool.query(`create function fail_last() returns trigger language plpgsql as
      $f$ begin if new.service = '${last}' then raise exception 'made to fail'; end if; return new; end $f$`)
    await api.pool.query(
      'create trigger fail_last before insert on filing_duty for each row execute function fail_last()',
    )
    const inBatches = createFilingFollower({ db: api.db, clock: api.clock, random, log, batch: 1 })
    const expired = async () =>
      (await Promise.all(three.map(({ service }) => kinds(service)))).map((all) =>
        all.includes('cancel-expired-domain'),
      )
    await expect(inBatches.look()).rejects.toThrow('made to fail')
    await api.pool.query('drop trigger fail_last on filing_duty')
    expect(await expired()).toEqual([true, true, false])
    await inBatches.look()
    expect(await expired()).toEqual([true, true, true])
  })
})

describe('who is told', () => {
  it('is the account and the holder, once, however much was found, and only when the night’s look is over', async () => {
    const { account, service, name } = await filed()
    await domain(name, 'expires_at', later(-2))
    await api.pool.query('truncate filing_recheck')
    await api.pool.query('update filing_access set ended_at = now() where service = $1', [service])
    await scan.look()
    await api.pool.query('update filing_scan set finished_at = null where day = $1', [tonight()])
    expect(await teller.look()).toBe(0)
    await api.pool.query('update filing_scan set finished_at = now() where day = $1', [tonight()])
    expect(await teller.look()).toBe(2)
    expect(await teller.look()).toBe(0)
    const { rows } = await api.pool.query('select kind, parameters from message where account = $1', [account])
    expect(rows).toMatchObject([{ kind: 'filing.duties', parameters: { count: '2' } }])
    const { rows: left } = await api.pool.query(
      "select channel from notice where account = $1 and kind = 'filing.duties' order by channel",
      [account],
    )
    expect(left.map(({ channel }) => channel)).toEqual(['mail', 'mail', 'sms'])
  })
})

describe('the owner’s list', () => {
  it('shows what is open with its day and remedy; his word ends what only he can know, and nobody else’s', async () => {
    const { who, subject, service } = await filed()
    await api.pool.query("update filing_subject set phones_confirmed_on = '2025-01-01' where id = $1", [subject])
    await api.pool.query('update filing_access set ended_at = now() where service = $1', [service])
    await scan.look()
    const { duties } = (await who.call('GET', 'v1/filing-duties')).body
    expect(
      duties.map(({ kind, finding }: { kind: string; finding: { rule: string } }) => [kind, finding.rule]).sort(),
    ).toEqual([
      ['confirm-phone', 'SITE-PHONE-01'],
      ['no-access', 'SITE-ACCESS-01'],
    ])
    const idOf = (kind: string) => duties.find((one: { kind: string }) => one.kind === kind).id
    const other = await api.customer()
    expect((await other.call('GET', 'v1/filing-duties')).body.duties).toEqual([])
    expect((await other.call('POST', `v1/filing-duties/${idOf('confirm-phone')}/done`)).status).toBe(404)
    const refused = await who.call('POST', `v1/filing-duties/${idOf('no-access')}/done`)
    expect([refused.status, refused.body.code]).toEqual([409, 'filing.duty-ends-by-itself'])
    expect((await who.call('POST', `v1/filing-duties/${idOf('confirm-phone')}/done`)).status).toBe(204)
    expect((await who.call('POST', `v1/filing-duties/${idOf('confirm-phone')}/done`)).status).toBe(404)
    nextNight()
    await scan.look()
    expect(await kinds(service)).toEqual(['no-access'])
  })

  it('leads its owner to the order that filed it and to the name, while that is his, and nobody else there', async () => {
    const { who, account, subject, service, name } = await filed()
    await api.pool.query(
      `insert into filing_order (id, number, account, wish, type, subject, title, state, draft, own_id, created_at, changed_at, filing_number)
       select gen_random_uuid(), n.number, $1, 'file', n.type, $2, $3, 'passed', '\\x00', n.own_id, now(), now(), s.number
       from filing_service s, (values ('BA-900001', 'first', '900001'), ('BA-900002', 'cancel-access', '900002')) n (number, type, own_id)
       where s.id = $4`,
      [account, subject, name, service],
    )
    await domain(name, 'expires_at', later(-2))
    await api.pool.query('truncate filing_recheck')
    await scan.look()
    const mine = async () => (await who.call('GET', 'v1/filing-duties')).body.duties
    expect(await mine()).toMatchObject([{ kind: 'cancel-expired-domain', order: 'BA-900001', domain: name }])
    const { duties } = (await (await api.operator('reviewer')).call('GET', 'v1/filing-findings')).body
    expect(duties.find(({ about }: { about: string }) => about === name)).toMatchObject({ order: null, domain: null })
    await api.pool.query('update domain set released_at = now() where ascii = $1', [name])
    expect(await mine()).toMatchObject([{ order: 'BA-900001', domain: null }])
  })

  it('is everybody’s for a reviewer, with how the night went, and nobody’s for others', async () => {
    const { who, service } = await filed()
    await api.pool.query('update filing_access set ended_at = now() where service = $1', [service])
    await scan.look()
    const reviewer = await api.operator('reviewer')
    const { status, body } = await reviewer.call('GET', 'v1/filing-findings')
    expect(status).toBe(200)
    expect(body).toMatchObject({ open: 1, late: 0, scan: { day: tonight(), looked: 1, found: 1 } })
    expect(body.duties[0]).toMatchObject({ kind: 'no-access', foundBy: 'scan', foundOn: tonight() })
    expect((await reviewer.call('GET', 'v1/filing-findings?late=true')).body.duties).toEqual([])
    expect((await who.call('GET', 'v1/filing-findings')).status).toBe(403)
  })
})
