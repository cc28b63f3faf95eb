import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../testing/database.ts'
import { createPool } from '../database/index.ts'
import { defineTask, localStep, outsideStep, type TaskDefinition } from './index.ts'
import { door, taskBench } from './testing/bench.ts'

let database: TestDatabase
let bench: ReturnType<typeof taskBench>

beforeAll(async () => {
  database = await testDatabase()
  bench = taskBench(database)
})
const doors: ReturnType<typeof door>[] = []
afterEach(async () => {
  for (const each of doors.splice(0)) each.open()
  await bench.stopAll()
})
afterAll(() => database.drop())

/** Opened at the end of its test at the latest, so that a failure does not hang. */
function newDoor() {
  const made = door()
  doors.push(made)
  return made
}

const never = 3_600_000
let kinds = 0

/** A party that applies a command under its transaction id, and knows afterwards what it applied. */
function withParty(before: (trid: string) => Promise<void> = async () => {}) {
  const kind = `RUN_${++kinds}`
  const applied: string[] = []
  const definition = defineTask(
    kind,
    [
      outsideStep('create', {
        party: () => 'registry',
        prepare: async () => ({ name: 'example.cn' }),
        async send(_, { trid }) {
          await before(trid)
          applied.push(trid)
          return { trid }
        },
        reconcile: async (_, { trid }) =>
          applied.includes(trid) ? { known: 'applied', answer: { trid } } : { known: 'not-applied' },
      }),
      localStep('record', async ({ results }) => results.create),
    ],
    { failed: [] },
  )
  return { kind, applied, definition }
}

function counting(body: (id: string) => Promise<void> = async () => {}) {
  const kind = `RUN_${++kinds}`
  const ran: string[] = []
  const definition: TaskDefinition = defineTask(
    kind,
    [
      localStep('count', async ({ task }) => {
        ran.push(task.id)
        await body(task.id)
      }),
    ],
    { failed: [] },
  )
  return { kind, ran, definition }
}

/** What happens to a worker that stood still for longer than its lease. */
const takeLease = (id: string) =>
  sql`update task set lease_until = now() - interval '1 second' where id = ${id}`.execute(database.db)

describe('a worker whose lease was taken', () => {
  it('sends nothing when it wakes up before sending', async () => {
    const { kind, applied, definition } = withParty()
    const stall = newDoor()
    await bench.run([definition], {
      onPoint: (point) => (point.endsWith(':prepared') ? stall.pass() : undefined),
      sweepMs: never,
    })
    const { id } = await bench.begin(kind)
    await stall.reached
    await takeLease(id)
    await bench.run([definition])
    await bench.becomes(id, 'succeeded')
    stall.open()
    await bench.stopAll()
    expect(applied).toHaveLength(1)
    expect(await bench.steps(id)).toHaveLength(2)
  })

  it('writes nothing when it wakes up with an answer', async () => {
    const { kind, applied, definition } = withParty()
    const stall = newDoor()
    await bench.run([definition], {
      onPoint: (point) => (point.endsWith(':answered') ? stall.pass() : undefined),
      sweepMs: never,
    })
    const { id } = await bench.begin(kind)
    await stall.reached
    await takeLease(id)
    await bench.run([definition])
    await bench.becomes(id, 'succeeded')
    const before = [await bench.task(id), await bench.steps(id), await bench.intents(id)]
    stall.open()
    await bench.stopAll()
    expect([await bench.task(id), await bench.steps(id), await bench.intents(id)]).toEqual(before)
    expect(applied).toHaveLength(1)
  })
})

describe('leases', () => {
  it('go on while one step takes longer than they last', async () => {
    const slow = newDoor()
    const waiting = newDoor()
    const long = counting(() => slow.pass())
    const outside = withParty(() => waiting.pass())
    await bench.run([long.definition, outside.definition], { leaseMs: 150 })
    const [first, second] = [await bench.begin(long.kind), await bench.begin(outside.kind)]
    await Promise.all([slow.reached, waiting.reached])
    const until = async () => (await bench.task(second.id)).lease_until?.getTime() ?? 0
    const start = await until()
    await expect.poll(until, { timeout: 5_000 }).toBeGreaterThan(start + 600)
    slow.open()
    waiting.open()
    await bench.becomes(first.id, 'succeeded')
    await bench.becomes(second.id, 'succeeded')
    expect([long.ran.length, outside.applied.length]).toEqual([1, 1])
  })
})

describe('two runners', () => {
  it('share the work and run nothing twice', async () => {
    const shared = counting()
    const by = { one: 0, two: 0 }
    // Tasks at once are few, so that neither can take everything before the other looks.
    await bench.run([shared.definition], {
      concurrency: 2,
      onPoint: (point) => void (point.endsWith(':before') && by.one++),
    })
    await bench.run([shared.definition], {
      concurrency: 2,
      onPoint: (point) => void (point.endsWith(':before') && by.two++),
    })
    const tasks = await Promise.all(Array.from({ length: 60 }, () => bench.begin(shared.kind)))
    for (const { id } of tasks) await bench.becomes(id, 'succeeded')
    expect(shared.ran.toSorted()).toEqual(tasks.map(({ id }) => id).toSorted())
    expect(by.one + by.two).toBe(60)
    expect(Math.min(by.one, by.two)).toBeGreaterThan(0)
  })
})

describe('a wake-up', () => {
  it('makes a runner look at once', async () => {
    const { kind, definition } = counting()
    await bench.run([definition], { sweepMs: never })
    const { id } = await bench.begin(kind)
    await bench.becomes(id, 'succeeded')
    expect(await bench.steps(id)).toHaveLength(1)
  })

  it('that is lost costs one sweep and nothing more', async () => {
    const { kind, ran, definition } = counting()
    await bench.run([definition])
    const id = crypto.randomUUID()
    await sql`insert into task (id, number, kind, subject, actor, input, created_at, updated_at) values (${id}, 'quiet', ${kind}, 'example.cn', '{}', '{}', now(), now())`.execute(
      database.db,
    )
    await bench.becomes(id, 'succeeded')
    expect(ran).toEqual([id])
  })
})

describe('a runner', () => {
  const sessions = async () => {
    const { rows } = await sql<{
      pid: number
    }>`select pid from pg_locks where locktype = 'advisory' and classid = 7209116 and database = (select oid from pg_database where datname = current_database())`.execute(
      database.db,
    )
    return rows.map(({ pid }) => pid)
  }

  it('comes back when the database ends its session, and leaves no other behind', async () => {
    const { kind, definition } = counting()
    await bench.run([definition], { sweepMs: never })
    const [first] = await sessions()
    await sql`select pg_terminate_backend(${first})`.execute(database.db)
    await expect.poll(sessions, { timeout: 5_000 }).not.toEqual([first])
    await expect.poll(sessions, { timeout: 5_000 }).toHaveLength(1)
    const { id } = await bench.begin(kind)
    await bench.becomes(id, 'succeeded')
    await bench.stopAll()
    expect(await sessions()).toEqual([])
  })

  it('stops only when what it was about to take has been done too', async () => {
    const { kind, ran, definition } = counting()
    const pool = createPool(database.url, { max: 4 })
    const runner = await bench.run([definition], { pool, sweepMs: never })
    let id = ''
    let stopped: Promise<void> | undefined
    await database.db.transaction().execute(async (trx) => {
      await sql`lock table task in share row exclusive mode`.execute(trx)
      id = crypto.randomUUID()
      await sql`insert into task (id, number, kind, subject, actor, input, created_at, updated_at) values (${id}, 'late', ${kind}, 'example.cn', '{}', '{}', now(), now())`.execute(
        trx,
      )
      await sql`select pg_notify('task_due', '')`.execute(database.db)
      // The runner is looking now, and waits for this lock.
      await expect
        .poll(
          async () =>
            (
              await sql`select 1 from pg_locks l join pg_class c on c.oid = l.relation where c.relname = 'task' and not l.granted`.execute(
                database.db,
              )
            ).rows.length,
          { timeout: 5_000 },
        )
        .toBe(1)
      stopped = runner.stop()
    })
    await stopped
    const after = await bench.task(id)
    expect([after.state, ran.length]).toEqual(['succeeded', 1])
    await pool.end()
  })

  it('leaves a task of a kind that it does not know to those who do', async () => {
    const known = counting()
    const unknown = counting()
    await bench.run([known.definition])
    const { id } = await bench.begin(unknown.kind)
    await bench.run([unknown.definition])
    await bench.becomes(id, 'succeeded')
    expect(unknown.ran).toEqual([id])
  })
})
