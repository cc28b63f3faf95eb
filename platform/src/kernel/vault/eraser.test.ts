import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../testing/database.ts'
import { verifyChain } from '../audit/index.ts'
import { fixedClock } from '../clock/index.ts'
import { systemRandom } from '../random.ts'
import { createEraser, createVault, keyFileService, oldKeysLeft, rewrap } from './index.ts'

let database: TestDatabase
const folder = mkdtempSync(path.join(tmpdir(), 'eraser-'))
const clock = fixedClock('2026-11-24T00:00:00Z')
const keys = keyFileService(path.join(folder, 'vault.key'))
const vault = createVault({ keys, clock, random: systemRandom })
const log = pino({ level: 'silent' })

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(async () => {
  await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

const seal = (purpose: string, until?: string) =>
  database.db
    .transaction()
    .execute((trx) => vault.seal(trx, 'planted', { purpose, ...(until === undefined ? {} : { until }) }))
const left = async () =>
  (await database.db.selectFrom('sealed_item').select('id').where('erased_at', 'is', null).execute()).map(
    ({ id }) => id,
  )
const entries = () =>
  database.db
    .selectFrom('audit_entry')
    .select(['subject', 'detail'])
    .where('action', '=', 'vault.erased')
    .orderBy('seq')
    .execute()

describe('the eraser', () => {
  it('erases on the day on which keeping ends, not before, and never what has no end', async () => {
    const kept = [await seal('identity', '2026-11-25'), await seal('identity')]
    const ended = [await seal('identity', '2026-11-24'), await seal('licence', '2026-11-01')]
    const eraser = createEraser({ db: database.db, clock, log })
    expect(await eraser.look()).toBe(2)
    expect((await left()).toSorted()).toEqual(kept.toSorted())
    for (const id of ended) await expect(vault.open(database.db, id, 'identity')).rejects.toThrow()
    // 16:00 UTC is midnight in China.
    clock.set('2026-11-24T15:59:59Z')
    expect(await eraser.look()).toBe(0)
    clock.set('2026-11-24T16:00:00Z')
    expect(await eraser.look()).toBe(1)
    expect(await left()).toEqual([kept[1]])
  })

  it('tells the audit log which items, when and for what purpose, and not what they held', async () => {
    const told = await entries()
    expect(told.map(({ subject }) => subject)).toEqual(['licence', 'identity', 'identity'])
    expect(JSON.stringify(told)).not.toContain('planted')
    expect(told.every(({ detail }) => (detail as { deleted: string[] }).deleted.length === 1)).toBe(true)
    expect(await verifyChain(database.db)).toMatchObject({ whole: true })
  })

  it('empties an item that something still points at, which then opens no more and is not wrapped anew', async () => {
    const id = await seal('identity', '2026-11-24')
    await sql`create table pointing (item uuid not null references sealed_item (id))`.execute(database.db)
    await sql`insert into pointing values (${id})`.execute(database.db)
    const eraser = createEraser({ db: database.db, clock, log })
    expect(await eraser.look()).toBe(1)
    expect(await eraser.look()).toBe(0)
    const row = await database.db.selectFrom('sealed_item').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    expect([row.box, row.nonce, row.wrapped_key].map(({ length }) => length)).toEqual([0, 0, 0])
    await expect(vault.open(database.db, id, 'identity')).rejects.toThrow(/erased/)
    expect((await entries()).at(-1)?.detail).toEqual({ deleted: [], emptied: [id] })
    await keys.rotate()
    expect(await rewrap({ db: database.db, keys, columns: [], batch: 10 })).toMatchObject({ items: 1, failed: [] })
    expect(await oldKeysLeft(database.db, keys, [])).toBe(false)
  })

  it('goes through many in batches, each item once though two look at the same time', async () => {
    for (let n = 0; n < 25; n++) await seal('identity', '2026-11-20')
    const erasers = [1, 2].map(() => createEraser({ db: database.db, clock, log, batch: 4 }))
    const counts = await Promise.all(erasers.map((eraser) => eraser.look()))
    const more = await erasers[0]?.look()
    expect((counts[0] ?? 0) + (counts[1] ?? 0) + (more ?? 0)).toBe(25)
    const ids = (await entries()).flatMap(({ detail }) => (detail as { deleted: string[] }).deleted)
    expect(new Set(ids).size).toBe(ids.length)
    expect(Math.max(...(await entries()).map(({ detail }) => (detail as { deleted: string[] }).deleted.length))).toBe(4)
  })

  it('looks by itself while it is started', async () => {
    const eraser = createEraser({ db: database.db, clock, log, everyMs: 20 })
    eraser.start()
    try {
      const id = await seal('identity', '2026-11-20')
      await expect.poll(left).not.toContain(id)
    } finally {
      await eraser.stop()
    }
    const id = await seal('identity', '2026-11-20')
    expect(await left()).toContain(id)
  })
})
