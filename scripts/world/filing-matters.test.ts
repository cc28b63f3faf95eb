import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { wakeSubmissions } from '../../platform/src/modules/filing/index.ts'
import { personNumbers } from '../../platform/src/modules/filing/testing/applicants.ts'
import { askType } from '../../platform/src/modules/filing/testing/ask-type.ts'
import { type Applicant, begin, fillIn, readyDraft } from '../../platform/src/modules/filing/testing/filing-api.ts'
import { behaviourSchema } from '../../sandbox/src/bureaus/bureau-controls.ts'
import { type FilingBench, filingBench, guangdong } from './filing-bench.ts'

let bench: FilingBench
let one: Applicant
let number: string
/** The order whose papers the others hand in again. */
let papers: string

beforeAll(async () => {
  bench = await filingBench()
  await bench.bureaus.office.run(() =>
    bench.bureaus.office.scripts.add({ bureau: '*', pattern: '*', decision: 'approve', days: 0 }),
  )
  one = await bench.applicant(0)
  papers = await readyDraft(bench.api, one)
  await bench.passed(one, papers)
  number = (await bench.filed(one))[0]?.subject ?? ''
}, 120_000)
afterAll(() => bench.close())

const supervise = async (what: Parameters<FilingBench['bureaus']['office']['supervise']>[1]) => {
  await bench.bureaus.office.supervise(guangdong, what)
  await bench.jobs.look()
}
const matters = async () => (await bench.reviewer.call('GET', 'v1/operator/bureau-matters')).body.matters
const answer = (id: string, body: object, by = bench.reviewer) =>
  by.call('POST', `v1/operator/bureau-matters/${id}/answer`, body)
const answers = () => bench.bureaus.office.supervision.answers()
const dutiesTold = async ({ who }: Pick<Applicant, 'who'>) => {
  const { account } = (await who.call('GET', 'v1/session')).body
  const { rows } = await bench.api.pool.query(
    "select distinct parameters->>'name' as name, parameters->>'by' as by from notice where account = $1 and kind = 'filing.duty'",
    [account.id],
  )
  return rows
}
const draft = (applicant: Applicant, which: number, order: string) =>
  fillIn(bench.api, { ...applicant, person: { name: '张三', number: personNumbers[which] ?? '' } }, order, papers)

describe('a bureau’s blacklist (S2-37)', { timeout: 120_000 }, () => {
  it('stops an order that has not left, refuses new ones with the reason, and lets go when it is taken back', async () => {
    const two = await bench.applicant(1)
    const order = (await begin(two.who, two.template, two.name)).body.number
    await draft(two, 1, order)
    expect((await two.who.call('POST', `v1/filings/${order}/submission`)).status).toBe(201)
    await supervise({ kind: 'blacklisted-domain', domain: two.name, change: 'add', remark: '冒用材料' })
    const back = (await two.who.call('GET', `v1/filings/${order}`)).body
    expect(back).toMatchObject({ state: 'returned', turn: 'you', opinion: { by: 'we' } })
    expect(back.opinion.remark).toContain('冒用材料')
    const refused = await two.who.call('POST', `v1/filings/${order}/submission`)
    expect([refused.status, refused.body.findings.map(({ rule }: { rule: string }) => rule)]).toEqual([
      422,
      expect.arrayContaining(['DOMAIN-BLACK-01']),
    ])
    await supervise({ kind: 'blacklisted-domain', domain: two.name, change: 'delete' })
    expect((await two.who.call('POST', `v1/filings/${order}/submission`)).status).toBe(201)
    await two.who.call('POST', `v1/filings/${order}/withdrawal`)
    await two.who.call('DELETE', `v1/filings/${order}`)
  })

  it('is about a subject by its paper, told to whoever has filed with it, and kept without the number', async () => {
    const certificate = { kind: 2, number: personNumbers[0] ?? '' }
    await supervise({ kind: 'blacklisted-subject', name: '张三', certificate, change: 'add' })
    const { body } = await askType(one.who, { template: one.template, domains: [one.name] })
    expect(body.findings.map(({ rule }: { rule: string }) => rule)).toContain('SUBJECT-BLACK-01')
    const { rows } = await bench.api.pool.query("select 1 from notice where kind = 'filing.blacklisted'")
    expect(rows.length).toBeGreaterThan(0)
    const kept = await bench.api.pool.query('select value from bureau_blacklist where ended_at is null')
    expect(JSON.stringify(kept.rows)).not.toContain(certificate.number)
    await supervise({ kind: 'blacklisted-subject', name: '张三', certificate, change: 'delete' })
    const after = await askType(one.who, { template: one.template, domains: [one.name] })
    expect(after.body.findings.map(({ rule }: { rule: string }) => rule)).not.toContain('SUBJECT-BLACK-01')
  })
})

describe('a task to check a filing (S2-43)', { timeout: 120_000 }, () => {
  it('has a day, is told to its owner, and is answered to the bureau by the interface', async () => {
    await supervise({ kind: 'check-task', number })
    const [task] = await matters()
    // Five working days after Tuesday, 24 November 2026.
    expect(task).toMatchObject({
      kind: 'check-task',
      title: '张三',
      ofAccount: true,
      state: 'open',
      dueOn: '2026-12-01',
    })
    expect(await dutiesTold(one)).toEqual([{ name: '张三', by: '2026-12-01' }])
    expect((await answer(task.id, { outcome: 'filed', words: '已备案' })).body.code).toBe('filing.answer-of-other-kind')
    expect((await answer(task.id, { verdict: 'passed', words: '𠮷' })).body.code).toBe('filing.answer-refused')
    expect((await answer(task.id, { verdict: 'passed', words: '电话核实，信息属实' })).status).toBe(204)
    await bench.hurried(async () => (await matters()).length === 0)
    await bench.bureaus.turn()
    expect(answers()).toMatchObject([
      {
        name: 'check-answer',
        record: {
          verdict: 'passed',
          checkedBy: '张三',
          opinion: '电话核实，信息属实',
          filing: { subject: { name: '张三' } },
        },
      },
    ])
    expect((await answer(task.id, { verdict: 'passed', words: '再答一次' })).body.code).toBe('filing.matter-answered')
  })
})

describe('sites that a bureau found', { timeout: 120_000 }, () => {
  it('without a filing are told to whose server it is; that the access was cut goes to the bureau', async () => {
    const { account } = (await one.who.call('GET', 'v1/session')).body
    await bench.api.pool.query(
      `insert into hosting_product (id, account, external_id, kind, name, region, ips, stated_at)
       values (gen_random_uuid(), $1, 'i-9', 'cloud-server', '云服务器', 'mainland', '{198.51.100.99}', now())`,
      [account.id],
    )
    const site = { domain: 'nobody-filed.top', address: '198.51.100.99' }
    await supervise({ kind: 'unfiled-site', provider: 'ours', ...site })
    const [found] = await matters()
    expect(found).toMatchObject({ kind: 'unfiled-site', title: site.domain, address: site.address, ofAccount: true })
    expect(await dutiesTold(one)).toContainEqual({ name: site.domain, by: found.dueOn })
    expect((await answer(found.id, { outcome: 'access-cut', words: '已断开接入' })).status).toBe(204)
    await bench.hurried(async () => (await matters()).length === 0)
    await bench.bureaus.turn()
    expect(answers()[0]).toMatchObject({
      name: 'unfiled-site-handling',
      record: { ...site, result: 1, opinion: '已断开接入', dueOn: found.dueOn },
    })
  })

  it('as illegal accesses are ours only where they name us; what was done stays on record here', async () => {
    await supervise({ kind: 'illegal-access', provider: 'other', domain: 'somebody-else.top', address: '192.0.2.1' })
    expect(await matters()).toEqual([])
    await supervise({ kind: 'illegal-access', provider: 'ours', domain: one.name, address: '192.0.2.2' })
    const [found] = await matters()
    expect(found).toMatchObject({ kind: 'illegal-access', title: one.name, ofAccount: true })
    const before = answers().length
    expect((await answer(found.id, { outcome: 'access-cut', words: '已断开' })).status).toBe(204)
    expect([await matters(), answers().length]).toEqual([[], before])
  })

  it('are no customer’s to see or to answer', async () => {
    await supervise({ kind: 'check-task', number })
    const [task] = await matters()
    expect((await one.who.call('GET', 'v1/operator/bureau-matters')).status).toBe(403)
    expect((await answer(task.id, { verdict: 'passed', words: '属实' }, one.who)).status).toBe(403)
    expect((await answer('00000000-0000-4000-8000-000000000000', { verdict: 'passed', words: 'x' })).status).toBe(404)
    expect((await matters())[0]).toMatchObject({ state: 'open' })
  })
})

describe('an upload line that stands', { timeout: 120_000 }, () => {
  it('is shown with its reason, and goes on when an administrator has looked; on record', async () => {
    const behave = (change: object) => bench.bureaus.behave(guangdong, behaviourSchema.parse(change))
    const lines = async (by = bench.reviewer) => by.call('GET', 'v1/operator/bureau-lines')
    const release = (key: string, by = bench.reviewer) =>
      by.call('POST', `v1/operator/bureau-lines/${guangdong}/release`, { key })
    const three = await bench.applicant(2)
    const order = (await begin(three.who, three.template, three.name)).body.number
    await draft(three, 2, order)
    behave({ answerInstead: { method: 'isp_upload', code: 19 } })
    await bench.handIn(three, order)
    await bench.hurried(async () => (await lines()).body.lines.length === 1)
    const [line] = (await lines()).body.lines
    expect(line).toMatchObject({ bureau: guangdong, province: { name: '广东省' }, because: 'right-not-open', code: 19 })

    const reviewer = await bench.api.operator('reviewer')
    expect((await lines(reviewer)).status).toBe(200)
    expect((await release(line.key, reviewer)).status).toBe(403)
    expect([(await lines(one.who)).status, (await release(line.key, one.who)).status]).toEqual([403, 403])
    expect((await release('no/such')).body.code).toBe('filing.line-not-stopped')
    expect((await release(line.key)).body).toEqual({ outcome: 'stopped' })
    behave({})
    expect((await release(line.key)).body).toEqual({ outcome: 'accepted' })
    expect((await lines()).body.lines).toEqual([])
    // Not hurried: the release woke it.
    await expect.poll(() => bench.state(three, order), { timeout: 30_000 }).toBe('sms')
    const { rows } = await bench.api.pool.query("select subject from audit_entry where action = 'filing.line-released'")
    expect(rows).toEqual([{ subject: guangdong }, { subject: guangdong }])
  })
})

describe('a name that the ministry does not know yet', { timeout: 120_000 }, () => {
  it('holds its order, which goes on with the acknowledgement and not with the next look', async () => {
    const four = await bench.applicant(3)
    const order = (await begin(four.who, four.template, four.name)).body.number
    await draft(four, 3, order)
    bench.unknown.add(four.name)
    await bench.handIn(four, order)
    const waits = async () => {
      const { rows } = await bench.api.pool.query('select state from task where subject = $1', [order])
      return rows[0]?.state
    }
    await expect.poll(waits, { timeout: 30_000 }).toBe('waiting')
    expect(await bench.state(four, order)).toBe('ready')
    bench.unknown.delete(four.name)
    await bench.api.db.transaction().execute((trx) => wakeSubmissions([four.name], trx))
    await expect.poll(() => bench.state(four, order), { timeout: 30_000 }).toBe('sms')
  })
})
