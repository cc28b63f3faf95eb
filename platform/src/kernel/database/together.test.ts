import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../testing/database.ts'
import type { Trx } from './database.ts'
import { together } from './together.ts'

let database: TestDatabase
const statements: (readonly number[])[] = []
const doubled = together(async (trx, items: readonly number[]) => {
  statements.push(items)
  const { rows } = await sql<{ twice: number }>`select 2 * n as twice from unnest(${items}::integer[]) as n`.execute(
    trx,
  )
  return rows.map(({ twice }) => twice)
})

beforeAll(async () => {
  database = await testDatabase()
})
beforeEach(() => {
  statements.length = 0
})
afterAll(() => database.drop())

describe('what one transaction asks for in the same turn', () => {
  it('is one statement, and each gets its own result', async () => {
    const found = await database.db
      .transaction()
      .execute((trx) => Promise.all([doubled(trx, 1), doubled(trx, 5), doubled(trx, 1)]))
    expect([found, statements]).toEqual([[2, 10, 2], [[1, 5, 1]]])
  })

  it('is not mixed with what another transaction asks for, nor with what comes later', async () => {
    const one = (n: number) =>
      database.db.transaction().execute(async (trx) => [await doubled(trx, n), await doubled(trx, n + 1)])
    expect(await Promise.all([one(10), one(20)])).toEqual([
      [20, 22],
      [40, 42],
    ])
    expect(statements.map((items) => items.length)).toEqual([1, 1, 1, 1])
  })

  it('fails for all of them when the statement does, and when it does not answer each', async () => {
    const failing = together<number, number>((trx) => sql`select 1 / 0`.execute(trx).then(() => []))
    const silent = together<number, number>(async () => [])
    for (const [ask, reason] of [
      [failing, /division by zero/],
      [silent, /one result to each/],
    ] as const) {
      const reasons: string[] = []
      const asked = (trx: Trx, n: number) => ask(trx, n).catch((error: unknown) => reasons.push(String(error)))
      await database.db
        .transaction()
        .execute((trx) => Promise.all([asked(trx, 1), asked(trx, 2)]))
        .catch(() => {})
      expect(reasons).toEqual([expect.stringMatching(reason), expect.stringMatching(reason)])
    }
  })
})
