import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../testing/database.ts'
import { fixedClock } from '../clock/index.ts'
import { systemRandom as random } from '../random.ts'
import { createDeadlineKeeper, type DeadlineHandler, liftDeadlines, setDeadline, setDeadlines } from './index.ts'

let database: TestDatabase
const log = pino({ level: 'silent' })
const clock = fixedClock('2026-11-24T00:00:00Z')
const at = (hours: number) => new Date(Date.parse('2026-11-24T00:00:00Z') + hours * 3_600_000)

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  clock.set('2026-11-24T00:00:00Z')
  await database.db.deleteFrom('deadline').execute()
})

const set = (subject: string, opens: number, closes?: number) =>
  database.db
    .transaction()
    .execute((trx) =>
      setDeadline(
        { kind: 'test', subject, opensAt: at(opens), ...(closes === undefined ? {} : { closesAt: at(closes) }) },
        { trx, random },
      ),
    )
const keeper = (handler: DeadlineHandler) =>
  createDeadlineKeeper({ db: database.db, clock, random, log, handlers: { test: handler } })

describe('deadlines', () => {
  it('are acted upon once, by whoever comes first, and not before they open', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, n) => set(`s${n}`, 1)))
    const seen: string[] = []
    const keepers = [
      keeper(async ({ subject }) => void seen.push(subject)),
      keeper(async ({ subject }) => void seen.push(subject)),
    ]
    expect(await keepers[0]?.look()).toBe(0)
    clock.advance(3_600_000)
    await Promise.all(keepers.map((each) => each.look()))
    expect(seen.sort()).toEqual(Array.from({ length: 20 }, (_, n) => `s${n}`).sort())
  })

  it('are caught up with after downtime, and told apart from those in time', async () => {
    await set('in-window', 1, 48)
    await set('missed', 1, 2)
    clock.advance(24 * 3_600_000)
    const late: Record<string, boolean> = {}
    await keeper(async (due) => {
      late[due.subject] = due.late
    }).look()
    expect(late).toEqual({ 'in-window': false, missed: true })
  })

  it('leave no half: a handler that fails is tried again, and holds nobody up', async () => {
    await set('bad', 1)
    await set('good', 2)
    clock.advance(5 * 3_600_000)
    let broken = true
    const done: string[] = []
    const one = keeper(async ({ subject }) => {
      if (subject === 'bad' && broken) throw new Error('not yet')
      done.push(subject)
    })
    await one.look()
    expect(done).toEqual(['good'])
    broken = false
    clock.advance(1_000)
    await one.look()
    expect(done).toEqual(['good', 'bad'])
  })

  it('that always fail are tried less and less often, and any number of them hold nobody up', async () => {
    const opensAt = at(1)
    await database.db.transaction().execute((trx) =>
      setDeadlines(
        Array.from({ length: 130 }, (_, n) => ({ kind: 'test', subject: `bad${n}`, opensAt })),
        { trx, random },
      ),
    )
    await set('good', 2)
    clock.advance(5 * 3_600_000)
    let tries = 0
    const done: string[] = []
    const one = keeper(async ({ subject }) => {
      if (subject !== 'good') {
        tries++
        throw new Error('never')
      }
      done.push(subject)
    })
    expect(await one.look()).toBe(1)
    expect([done, tries]).toEqual([['good'], 130])
    const triesAfter = async (ms: number) => {
      const before = tries
      clock.advance(ms)
      await one.look()
      return tries - before
    }
    expect([await triesAfter(1_000), await triesAfter(1_000), await triesAfter(1_000)]).toEqual([130, 0, 130])
    // Ten minutes are the longest wait: what is mended by then is not left for long.
    for (let n = 0; n < 12; n++) await triesAfter(600_000)
    const { failures, retry_at } = await database.db
      .selectFrom('deadline')
      .select(['failures', 'retry_at'])
      .where('subject', '=', 'bad7')
      .executeTakeFirstOrThrow()
    expect([failures, (retry_at?.getTime() ?? 0) - clock.now().getTime()]).toEqual([15, 600_000])
  })

  it('are not acted upon once lifted, and the same one twice is one', async () => {
    await set('same', 1)
    await set('same', 1)
    await set('lifted', 1)
    await database.db.transaction().execute((trx) => liftDeadlines({ kind: 'test', subject: 'lifted' }, { trx, clock }))
    clock.advance(2 * 3_600_000)
    const seen: string[] = []
    await keeper(async ({ subject }) => void seen.push(subject)).look()
    expect(seen).toEqual(['same'])
  })

  it('are open again when they are set anew after they were lifted, but not after they were acted upon', async () => {
    const seen: string[] = []
    const one = keeper(async ({ subject }) => void seen.push(subject))
    await set('again', 1)
    await database.db.transaction().execute((trx) => liftDeadlines({ kind: 'test', subject: 'again' }, { trx, clock }))
    await set('again', 1, 3)
    clock.advance(2 * 3_600_000)
    await one.look()
    await set('again', 1)
    await one.look()
    expect(seen).toEqual(['again'])
    const row = await database.db.selectFrom('deadline').selectAll().executeTakeFirstOrThrow()
    expect(row).toMatchObject({ state: 'done', in_time: true, closes_at: at(3) })
  })

  it('of which one statement sets the same twice are one', async () => {
    const same = { kind: 'test', subject: 'same', opensAt: at(1) }
    await database.db.transaction().execute((trx) => setDeadlines([same, same], { trx, random }))
    expect(await database.db.selectFrom('deadline').select('subject').execute()).toEqual([{ subject: 'same' }])
  })
})
