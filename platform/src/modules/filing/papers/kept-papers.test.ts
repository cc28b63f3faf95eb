import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEraser } from '../../../kernel/vault/index.ts'
import { type FilingWorld, filingWorld, until } from '../../../testing/filing/bureau-world.ts'
import { applicant, lookAtPapers, readyDraft, sendPicture, takePhoto } from '../testing/filing-api.ts'

let world: FilingWorld
beforeAll(async () => {
  world = await filingWorld()
}, 60_000)
afterAll(() => world.close())

const papersOf = async (number: string) =>
  (
    await world.pool.query<{ kind: string; item: string; days: number }>(
      `select p.kind, p.item, keep_until - $2::date as days from filing_paper p join sealed_item i on i.id = p.item
       join filing_order o on o.id = p.filing_order where o.number = $1 and removed_at is null order by p.kind`,
      [number, world.clock.today()],
    )
  ).rows
/** The days of these papers have come, and the eraser with them. */
async function erase(number: string, ...kinds: string[]) {
  const items = (await papersOf(number)).filter(({ kind }) => kinds.includes(kind)).map(({ item }) => item)
  expect(items).toHaveLength(kinds.length)
  await world.pool.query('update sealed_item set keep_until = $2 where id = any($1)', [items, world.clock.today()])
  await createEraser({ db: world.db, clock: world.clock, log: pino({ level: 'silent' }) }).look()
}

describe('papers of a filing that are kept for a time', () => {
  it('are kept 90 days with a draft, and two years from submission, the photograph that comes later too', async () => {
    const one = await applicant(world)
    const number = await readyDraft(world, one)
    expect(new Set((await papersOf(number)).map(({ days }) => days))).toEqual(new Set([90]))

    await erase(number, 'principal-front')
    const order = async () => (await one.who.call('GET', `v1/filings/${number}`)).body
    expect((await order()).papers.map(({ kind }: { kind: string }) => kind)).not.toContain('principal-front')
    const refused = await one.who.call('POST', `v1/filings/${number}/submission`)
    expect([refused.status, refused.body.code]).toEqual([422, 'filing.not-ready'])
    expect(JSON.stringify(refused.body.findings)).toContain('缺材料：负责人证件正面')
    const again = await sendPicture(world, one.who, `v1/filings/${number}/papers/principal-front`, world.idCard)
    expect(again.status).toBe(201)
    expect((await one.who.call('POST', `v1/filings/${number}/submission`)).status).toBe(201)

    const reviewer = await world.operator('reviewer')
    await lookAtPapers(reviewer, number)
    expect((await reviewer.call('POST', `v1/filing-reviews/${number}/decision`, { pass: true })).body.state).toBe(
      'photo',
    )
    expect((await takePhoto(world, one.who, number)).status).toBe(200)
    const kept = await papersOf(number)
    expect(kept.map(({ kind }) => kind)).toContain('person-photo')
    expect(new Set(kept.map(({ days }) => days))).toEqual(new Set([730]))

    // What was handed in and is there no more leaves for no bureau without it: its owner is told what is missing.
    await erase(number, 'person-photo')
    const passed = await reviewer.call('POST', `v1/filing-reviews/${number}/photo-decision`, { pass: true })
    expect(passed.body.state).toBe('ready')
    const back = await until(async () => {
      const now = await order()
      return now.state === 'returned' && now
    })
    expect(back.opinion.remark).toContain('已过保存期销毁')
    expect(world.bureau.uploads).toEqual([])
    // A paper of an order that was submitted once is kept as long as the others of it.
    await sendPicture(world, one.who, `v1/filings/${number}/papers/principal-back`, world.idCard)
    const [later] = (await papersOf(number)).filter(({ kind }) => kind === 'principal-back')
    expect(later?.days).toBe(730)
  })
})
