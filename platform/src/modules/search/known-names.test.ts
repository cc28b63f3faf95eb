import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { labelKeyOf } from '@yuming/names'
import { rebuildIndex } from '@yuming/taken'
import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { fixedClock } from '../../kernel/clock/index.ts'
import { systemRandom } from '../../kernel/random.ts'
import { type TestDatabase, testDatabase } from '../../testing/database.ts'
import { recordRegistration } from '../domains/index.ts'
import { type IndexedNames, indexedNames } from './known-names.ts'

let database: TestDatabase
let folder: string
let known: IndexedNames | undefined
const clock = fixedClock('2026-11-24T02:00:00Z')

beforeAll(async () => {
  database = await testDatabase()
  folder = mkdtempSync(path.join(tmpdir(), 'yuming-known-'))
  const source = async function* () {
    yield ['in-zone']
  }
  for (const suffix of ['com', 'xn--fiqs8s'])
    await rebuildIndex({
      folder,
      suffix,
      day: '2026-11-20',
      source: source(),
      key: labelKeyOf(suffix),
      bits: 16,
      seed: 7,
    })
})
afterEach(() => known?.stop())
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await database.drop()
})

const start = async () => {
  known = await indexedNames({ folder, pool: database.pool, clock, log: pino({ level: 'silent' }) })
  await known.settled()
  return known
}
const register = (name: string, key: string, suffix: string) =>
  database.db.transaction().execute((trx) =>
    recordRegistration(trx, {
      id: systemRandom.uuid(),
      account: systemRandom.uuid(),
      name,
      ascii: key,
      key,
      suffix,
      registry: 'com',
      template: systemRandom.uuid(),
      holderType: 'person',
      front: null,
      registeredAt: clock.now(),
      expiresAt: new Date('2027-11-24T02:00:00Z'),
      roid: undefined,
      statuses: ['ok'],
      authInfo: Buffer.from('sealed'),
      codesSentAt: null,
    }),
  )
const release = (key: string) =>
  sql`update domain set released_at = ${clock.now()} where variant_key = ${key} and released_at is null`.execute(
    database.db,
  )
const comes = (label: string, answer: string) =>
  vi.waitFor(() => expect(known?.answer('com', label)).toBe(answer), { timeout: 5_000, interval: 10 })

it('a name of ours is taken once it is registered, asked for once it is released, and taken again by the next', async () => {
  await start()
  await register('come-1.com', 'come-1.com', 'com')
  await comes('come-1', 'taken')
  await release('come-1.com')
  await comes('come-1', 'not-known')
  await register('come-1.com', 'come-1.com', 'com')
  await comes('come-1', 'taken')
})

it('names that are ours are known from the start, in every form; released ones are not', async () => {
  await register('stays-1.com', 'stays-1.com', 'com')
  await register('went-1.com', 'went-1.com', 'com')
  await release('went-1.com')
  await register('龙门1.中国', `${labelKeyOf('xn--fiqs8s').of('龙门1')}.xn--fiqs8s`, '中国')
  const names = await start()
  expect(['stays-1', 'went-1', 'in-zone', 'free-1'].map((label) => names.answer('com', label))).toEqual([
    'taken',
    'not-known',
    'perhaps-taken',
    'not-known',
  ])
  expect(names.answer('xn--fiqs8s', '龍門1')).toBe('taken')
})

it('after a lost connection nothing is claimed of our own names until they have been read again', async () => {
  await register('lost-1.com', 'lost-1.com', 'com')
  const names = await start()
  expect(names.answer('com', 'lost-1')).toBe('taken')
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'listen domain%'`.execute(
    database.db,
  )
  await comes('lost-1', 'not-known')
  await release('lost-1.com')
  await register('met-1.com', 'met-1.com', 'com')
  await comes('met-1', 'taken')
  expect(names.answer('com', 'lost-1')).toBe('not-known')
})
