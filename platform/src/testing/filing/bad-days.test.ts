import type { NewFiling } from '@yuming/miit'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { bureauLines } from '../../gateways/bureau-miit/lines.ts'
import { systemRandom } from '../../kernel/random.ts'
import { createLineWatch } from '../../modules/filing/index.ts'
import { type FilingWorld, filingWorld, sentOrder, until } from './bureau-world.ts'

let world: FilingWorld

beforeAll(async () => {
  world = await filingWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  // One certificate for all of them: the order of the test before is over.
  await world.pool.query("update filing_order set state = 'withdrawn'")
})

type Sent = Awaited<ReturnType<typeof sentOrder>>
const orderOf = async ({ who, number }: Pick<Sent, 'who' | 'number'>) =>
  (await who.call('GET', `v1/filings/${number}`)).body
const reaches = (one: Sent, state: string) => until(async () => (await orderOf(one)).state === state)
const sequences = () => world.bureau.uploads.map(({ sequence }) => sequence)
const lastRecord = () => world.bureau.records().at(-1) as NewFiling
const watching = () => ({
  db: world.db,
  lines: bureauLines(world.bureaus, undefined),
  clock: world.clock,
  random: systemRandom,
  log: pino({ level: 'silent' }),
})
async function wakeTasks() {
  await world.pool.query("update task set run_at = now() where state in ('waiting', 'unknown')")
  await world.pool.query("notify task_due, ''")
}
const answer = (one: NewFiling, code: number, opinion?: string) =>
  world.bureau.tell('filing-results', {
    results: [{ codes: [{ code }], operation: 'new-filing', key: one.subject.id ?? '' }],
    ...(opinion === undefined
      ? {}
      : { opinions: [{ reviewedAt: '2026-11-24', verdict: 'refused', opinion, recordId: one.subject.id ?? '' }] }),
  })

describe('the line to a bureau', () => {
  it('asks what became of an upload whose answer was lost, and sends nothing twice', async () => {
    let lost = 0
    world.bureau.controls.loseAnswer = (method) => method === 'isp_upload' && lost++ === 0
    const one = await sentOrder(world)
    await reaches(one, 'sms')
    expect(sequences()).toEqual([1])
    const { rows } = await world.pool.query('select state, sequence from bureau_upload')
    expect(rows).toEqual([{ state: 'accepted', sequence: 1 }])
    const kept = await world.pool.query('select i.box from bureau_upload u join sealed_item i on i.id = u.item')
    // The file is kept, and nothing of it can be read where it is kept.
    expect(kept.rows[0].box.includes('山月手记小站')).toBe(false)
  })

  it('waits two days for a bureau that is closed, loses nothing, and goes on under the next number', async () => {
    world.bureau.controls.maintenance = { upload: true }
    let asked = 0
    world.bureau.controls.loseAnswer = (method) => method === 'isp_upload' && ++asked < 0
    const one = await sentOrder(world)
    await reaches(one, 'submitting')
    await until(
      async () => (await world.pool.query('select 1 from bureau_upload where last_code = 901')).rowCount === 1,
    )
    expect((await one.who.call('POST', `v1/filings/${one.number}/withdrawal`)).body.code).toBe(
      'filing.not-withdrawable',
    )
    const kept = async () =>
      (await world.pool.query('select key, sequence, hash from bureau_upload order by sequence')).rows
    const before = await kept()
    for (let hours = 0; hours < 48; hours += 12) {
      world.clock.advance(12 * 3_600_000)
      await world.keeper.look()
      const askedBefore = asked
      await until(async () => {
        await wakeTasks()
        return asked > askedBefore
      })
      expect((await orderOf(one)).state).toBe('submitting')
    }
    expect(await kept()).toEqual(before)
    world.bureau.controls.maintenance = {}
    await until(async () => {
      await wakeTasks()
      return (await orderOf(one)).state === 'sms'
    })
    expect(sequences()).toEqual([1, 2])
    expect(await kept()).toEqual(before)
  })

  it('has nothing lost of what a bureau wanted to tell while its downloads were closed for two days', async () => {
    const one = await sentOrder(world)
    await reaches(one, 'sms')
    // Its file is there, and cannot be fetched; on the second day not even an answer comes.
    world.bureau.controls.maintenance = { download: true }
    answer(lastRecord(), 1020, '网站名称与已备案网站重复')
    for (let hours = 0; hours < 48; hours += 12) {
      world.clock.advance(12 * 3_600_000)
      world.bureau.controls.loseAnswer = (method) => method === 'isp_download' && hours >= 24
      await world.jobs.look()
      expect((await orderOf(one)).events.map(({ kind }: { kind: string }) => kind)).not.toContain('bureau-refused')
    }
    world.bureau.controls.maintenance = {}
    world.bureau.controls.loseAnswer = () => false
    await world.jobs.look()
    const { state, opinion } = await orderOf(one)
    expect([state, opinion.remark]).toEqual(['refused', '网站名称与已备案网站重复'])
    await world.jobs.look()
    const refused = (await orderOf(one)).events.filter(({ kind }: { kind: string }) => kind === 'bureau-refused')
    expect(refused).toHaveLength(1)
  })

  it('shows a file that cannot be carried out with its reason and who waits, tells the lead once, and goes on when it is set aside', async () => {
    const one = await sentOrder(world)
    await reaches(one, 'sms')
    const fileName = world.bureau.tell('filing-results', { results: [] })
    await world.bureaus.drain('440000')
    // What was taken is damaged where it is kept.
    const damaged = `(select item from bureau_download where file_name = '${fileName}')`
    const box = (await world.pool.query(`select box from sealed_item where id = ${damaged}`)).rows[0].box
    await world.pool.query(`update sealed_item set box = '\\x00' where id = ${damaged}`)
    answer(lastRecord(), 1020, '网站名称与已备案网站重复')
    await world.jobs.look()
    await world.jobs.look()
    const admin = await world.operator('admin')
    const files = async () => (await admin.call('GET', 'v1/operator/bureau-lines')).body.files
    const [standing] = await files()
    expect(standing).toMatchObject({ bureau: '440000', fileName, times: 2, behind: 1, asideAt: null })
    expect([standing.because.length > 0, standing.province.name]).toEqual([true, '广东省'])
    expect((await orderOf(one)).state).toBe('sms')

    const watch = createLineWatch({ ...watching(), lead: 'lead@example.cn' })
    expect(await watch.look()).toBe(0)
    world.clock.advance(10 * 60_000)
    expect([await watch.look(), await watch.look()]).toEqual([1, 0])
    const { rows } = await world.pool.query("select recipient, parameters from notice where kind = 'filing.file-fails'")
    expect(rows).toMatchObject([{ recipient: 'lead@example.cn', parameters: { bureau: '广东省', file: fileName } }])

    const aside = (by: typeof admin, to: boolean) =>
      by.call('POST', `v1/operator/bureau-files/${standing.file}/aside`, { aside: to })
    expect((await aside(one.reviewer, true)).status).toBe(403)
    expect([(await aside(admin, true)).status, (await aside(admin, true)).body.code]).toEqual([
      204,
      'filing.file-not-failing',
    ])
    await world.jobs.look()
    expect((await orderOf(one)).state).toBe('refused')
    expect(await files()).toMatchObject([{ fileName, behind: 0, asideAt: expect.any(String) }])
    // It is kept: mended, it is carried out after all.
    await world.pool.query(`update sealed_item set box = $1 where id = ${damaged}`, [box])
    expect((await aside(admin, false)).status).toBe(204)
    await world.jobs.look()
    expect(await files()).toEqual([])
  })

  it('takes what a bureau sends again only once', async () => {
    const one = await sentOrder(world)
    await reaches(one, 'sms')
    world.bureau.controls.redeliver = 2
    const file = answer(lastRecord(), 1004, '域名尚未完成实名认证')
    await world.jobs.look()
    world.bureau.controls.redeliver = 0
    await world.jobs.look()
    const { rows } = await world.pool.query('select processed_at from bureau_download where file_name = $1', [file])
    expect(rows).toHaveLength(1)
    const events = (await orderOf(one)).events.filter(({ kind }: { kind: string }) => kind === 'bureau-refused')
    expect(events).toHaveLength(1)
  })
})

describe('what a bureau sends back (S2-31, S2-40)', () => {
  it('is told with its code, its field and the reviewer’s words, and is corrected and sent as a new attempt', async () => {
    const one = await sentOrder(world)
    await reaches(one, 'sms')
    const before = sequences().length
    answer(lastRecord(), 1020, '网站名称与已备案网站重复')
    await world.jobs.look()
    const order = await orderOf(one)
    expect(order).toMatchObject({ state: 'refused', turn: 'you', open: true })
    expect(order.opinion).toMatchObject({ by: 'bureau', remark: '网站名称与已备案网站重复' })
    expect(order.opinion.reasons).toContainEqual(
      expect.objectContaining({ id: 'bureau-1020', field: 'services.0.name', step: 'services' }),
    )
    const again = await one.who.call('POST', `v1/filings/${one.number}/submission`)
    expect([again.status, again.body.findings ?? []]).toEqual([201, []])
    expect((await orderOf(one)).attempt).toBe(2)
    expect(sequences()).toHaveLength(before)
  })

  it('for a reason of ours is held for us, not laid at the applicant’s door', async () => {
    const one = await sentOrder(world)
    await reaches(one, 'sms')
    answer(lastRecord(), 5003)
    await world.jobs.look()
    expect(await orderOf(one)).toMatchObject({ state: 'held', turn: 'we', open: false })
    expect((await one.reviewer.call('POST', `v1/filing-reviews/${one.number}/resubmission`)).status).toBe(204)
    await reaches(one, 'sms')
    expect((await orderOf(one)).attempt).toBe(2)
  })
})

describe('the check by SMS (S3-70, S3-72, S3-74)', () => {
  it('that is missed sends the order back, which is sent again unchanged in one action', async () => {
    const one = await sentOrder(world)
    await reaches(one, 'sms')
    world.clock.advance(13 * 3_600_000)
    await world.keeper.look()
    const soon = await world.pool.query("select 1 from notice where kind = 'filing.sms-soon'")
    expect(soon.rowCount).toBeGreaterThan(0)
    world.clock.advance(12 * 3_600_000)
    await world.keeper.look()
    expect(await orderOf(one)).toMatchObject({ state: 'lapsed', turn: 'you' })
    const before = sequences().length
    expect((await one.who.call('POST', `v1/filings/${one.number}/resubmission`)).status).toBe(200)
    await reaches(one, 'sms')
    expect(sequences()).toHaveLength(before + 1)
    expect(lastRecord().services[0]?.names).toEqual(['山月手记小站'])
  })

  it('counts wrong codes: the sixth sends the order back', async () => {
    const one = await sentOrder(world)
    await reaches(one, 'sms')
    const wrong = () => one.who.call('POST', `v1/filings/${one.number}/sms-check`, { outcome: 'wrong-code' })
    for (let count = 1; count <= 5; count++) expect((await wrong()).body).toEqual({ wrongCodes: count })
    expect((await orderOf(one)).state).toBe('sms')
    await wrong()
    expect((await orderOf(one)).state).toBe('lapsed')
    expect((await wrong()).body.code).toBe('filing.no-sms-check')
  })

  it('of another account’s order is nobody else’s to tell of', async () => {
    const one = await sentOrder(world)
    await reaches(one, 'sms')
    const other = await world.customer()
    for (const [path, body] of [
      ['sms-check', { outcome: 'confirmed' }],
      ['resubmission', undefined],
      ['photo', undefined],
    ] as const)
      expect([path, (await other.call('POST', `v1/filings/${one.number}/${path}`, body)).status]).toEqual([path, 404])
    expect((await orderOf(one)).state).toBe('sms')
  })
})
