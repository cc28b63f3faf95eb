import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../testing/database.ts'
import { fixedClock } from '../clock/index.ts'
import { record, verifyChain } from './index.ts'

let database: TestDatabase
const clock = fixedClock('2026-11-24T02:32:00Z')
const actor = { kind: 'operator', user: 'reviewer-1' } as const

beforeAll(async () => {
  database = await testDatabase()
  await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      database.db
        .transaction()
        .execute((trx) =>
          record({ action: 'test.done', subject: `s${n}`, detail: { b: 1, a: [n, null] } }, { trx, actor, clock }),
        ),
    ),
  )
})
afterAll(() => database.drop())

describe('the audit chain', () => {
  it('stays whole when twenty transactions write at once', async () => {
    expect(await verifyChain(database.db, 7)).toEqual({ whole: true, entries: 20 })
  })

  it('is whole at every moment, also while others are writing to it', async () => {
    const other = await testDatabase()
    try {
      let writing = true
      const writer = (async () => {
        for (let n = 0; n < 150; n++)
          await other.db
            .transaction()
            .execute((trx) => record({ action: 'test.done', subject: `s${n}` }, { trx, actor, clock }))
        writing = false
      })()
      do expect(await verifyChain(other.db, 3)).toMatchObject({ whole: true })
      while (writing)
      await writer
      expect(await verifyChain(other.db)).toEqual({ whole: true, entries: 150 })
    } finally {
      await other.drop()
    }
  })

  it('refuses to be rewritten', async () => {
    await expect(sql`update audit_entry set subject = 'other' where seq = 3`.execute(database.db)).rejects.toThrow(
      /append-only/,
    )
  })

  it.each([
    ['a changed entry', sql`update audit_entry set subject = 'other' where seq = 5`, 5],
    ['a missing entry', sql`delete from audit_entry where seq = 4`, 4],
    ['a cut end', sql`delete from audit_entry where seq > 2`, 3],
  ])('finds %s, made by someone who could switch the trigger off', async (_, tamper, brokenAt) => {
    const { db } = database
    await sql`alter table audit_entry disable trigger audit_append_only`.execute(db)
    await tamper.execute(db)
    await sql`alter table audit_entry enable trigger audit_append_only`.execute(db)
    expect(await verifyChain(db)).toMatchObject({ whole: false, brokenAt })
  })
})
