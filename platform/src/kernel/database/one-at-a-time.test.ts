import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createDb, createPool } from '../../kernel/database/index.ts'
import { type TestDatabase, testDatabase } from '../../testing/database.ts'
import { oneAtATime } from './one-at-a-time.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

it('thirty-two bureaus at the same moment share few sessions, and all come to their end', async () => {
  const pool = createPool(database.url, { max: 8 })
  const db = createDb(pool)
  const done = await Promise.all(
    Array.from({ length: 32 }, (_, bureau) =>
      oneAtATime(db, `test:${bureau}`, async () => {
        const { rows } = await sql<{ bureau: number }>`select ${bureau}::int as bureau, pg_sleep(0.01)`.execute(db)
        return rows[0]?.bureau
      }),
    ),
  )
  expect(done).toEqual(Array.from({ length: 32 }, (_, bureau) => bureau))
  await pool.end()
})

it('two who want the same wait for each other, also when the first fails', async () => {
  const order: string[] = []
  const first = oneAtATime(database.db, 'same', async () => {
    order.push('first')
    await sql`select pg_sleep(0.05)`.execute(database.db)
    order.push('first ends')
    throw new Error('failed')
  })
  const second = oneAtATime(database.db, 'same', async () => order.push('second'))
  await expect(first).rejects.toThrow('failed')
  await second
  expect(order).toEqual(['first', 'first ends', 'second'])
})
