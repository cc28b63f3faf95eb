import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../testing/database.ts'
import { migrationsFolder } from './migrate.ts'
import { schemaText } from './schema-text.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

describe('the golden schema', () => {
  it('is what the migrations make', async () => {
    const golden = readFileSync(path.join(migrationsFolder, 'schema.sql'), 'utf8')
    expect(
      await schemaText(database.pool),
      'a migration changed the schema: run `node platform/src/kernel/database/write-schema.ts` and read the difference',
    ).toBe(golden)
  })

  it('shows what a migration changes', async () => {
    const before = await schemaText(database.pool)
    await database.pool.query('create table pear (n bigint not null default 7 check (n > 0), unique (n))')
    const after = await schemaText(database.pool)
    const fresh = after.split('\n').filter((line) => !before.split('\n').includes(line))
    expect(fresh).toEqual([
      'create table public.pear (',
      '  n bigint not null default (7)',
      'alter table public.pear add constraint pear_n_check CHECK ((n > 0));',
      'alter table public.pear add constraint pear_n_key UNIQUE (n);',
      'CREATE UNIQUE INDEX pear_n_key ON public.pear USING btree (n);',
    ])
  })
})
