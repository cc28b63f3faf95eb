import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../testing/database.ts'
import type { Trx } from '../database/index.ts'
import { sharedTransactions } from './shared-transactions.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
  await sql`create table written (n integer primary key, tx text not null default txid_current()::text)`.execute(
    database.db,
  )
  await sql`create table pair (n integer primary key, other integer references pair (n) deferrable initially deferred)`.execute(
    database.db,
  )
})
afterAll(() => database.drop())

const write = (n: number) => async (trx: Trx) => {
  await sql`insert into written (n) values (${n})`.execute(trx)
  return n
}
const written = async (from: number) =>
  (
    await sql<{
      n: number
      tx: string
    }>`select n, tx from written where n >= ${from} and n < ${from + 100} order by n`.execute(database.db)
  ).rows
const endsOf = async (work: Promise<unknown>[]) =>
  (await Promise.allSettled(work)).map((end) => (end.status === 'fulfilled' ? end.value : String(end.reason)))

describe('transactions that are shared', () => {
  it('are one for those who are ready in the same turn, and another for who comes later', async () => {
    const { run } = sharedTransactions(database.db)
    expect(await Promise.all([run(write(1)), run(write(2)), run(write(3))])).toEqual([1, 2, 3])
    await run(write(4))
    const [one, two, three, four] = await written(1)
    expect(new Set([one?.tx, two?.tx, three?.tx]).size).toBe(1)
    expect(four?.tx).not.toBe(one?.tx)
  })

  it('join those who come while as many as may are under way, and hold no more than the most', async () => {
    const { run } = sharedTransactions(database.db, { atOnce: 1, most: 4 })
    await Promise.all(Array.from({ length: 10 }, (_, at) => run(write(100 + at))))
    const groups = [...Map.groupBy(await written(100), ({ tx }) => tx).values()]
    expect(groups.map((group) => group.length)).toEqual([4, 4, 2])
  })

  it('take nobody along with a member that gives up, and keep nothing of what it wrote', async () => {
    const { run } = sharedTransactions(database.db)
    const givesUp = run(async (trx) => {
      await write(201)(trx)
      throw new Error('refused')
    })
    expect(await endsOf([run(write(200)), givesUp, run(write(202))])).toEqual([200, 'Error: refused', 202])
    expect((await written(200)).map(({ n }) => n)).toEqual([200, 202])
  })

  it('take nobody along with a member whose statement the database refuses', async () => {
    const { run } = sharedTransactions(database.db)
    const ends = await endsOf([run(write(300)), run(write(301)), run(write(300)), run(write(302))])
    expect(ends.toSorted()).toEqual([300, 301, 302, expect.stringMatching(/duplicate key/)].toSorted())
    expect((await written(300)).map(({ n }) => n)).toEqual([300, 301, 302])
  })

  it('take nobody along with a member whose writing is refused at the commit', async () => {
    const { run } = sharedTransactions(database.db)
    const orphan = run(async (trx) => {
      await sql`insert into pair values (1, 2)`.execute(trx)
    })
    expect(await endsOf([run(write(400)), orphan])).toEqual([400, expect.stringMatching(/foreign key/)])
    expect((await written(400)).map(({ n }) => n)).toEqual([400])
  })

  it('take nobody along with a member that goes on after a statement of its own failed', async () => {
    const { run } = sharedTransactions(database.db)
    const goesOn = run(async (trx) => {
      await write(450)(trx)
      await write(450)(trx).catch(() => {})
    })
    expect(await endsOf([goesOn, run(write(451))])).toEqual([expect.stringMatching(/rolled back/), 451])
    expect((await written(450)).map(({ n }) => n)).toEqual([451])
  })

  it('tell all of them, and run nothing again, when it is not known whether they were committed', async () => {
    const { run } = sharedTransactions(database.db)
    let runs = 0
    const cut = async (trx: Trx) => {
      runs++
      await write(500)(trx)
      // The session ends before the answer to the commit.
      await sql`select pg_terminate_backend(pg_backend_pid())`.execute(trx).catch(() => {})
    }
    const ends = await endsOf([run(cut), run(write(501))])
    expect(ends.every((end) => typeof end === 'string')).toBe(true)
    expect(runs).toBe(1)
    expect(await written(500)).toEqual([])
  })
})
