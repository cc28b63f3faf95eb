import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../database/index.ts'
import { boxedUnder, rewrapBox } from './box.ts'
import type { KeyService } from './key-service.ts'

/** A column whose rows each hold a box (`vault.box`). The module that owns the table declares it. */
export interface BoxedColumn {
  readonly table: string
  /** Unique, not null, ordered: batches walk along it. */
  readonly key: string
  readonly column: string
}

export interface Rewrapped {
  readonly items: number
  readonly boxes: number
  /** Rows whose key could not be unwrapped: `table key: reason`. They stay as they were. */
  readonly failed: readonly string[]
}

interface Wrapped {
  readonly key: string
  readonly was: Buffer
  readonly master: string
}

/**
 * Wraps every data key that an older master key wraps anew, in batches of `batch` rows, each a transaction of its own.
 * Killed at any moment it leaves rows of both kinds, which all open; run again it does what is left.
 */
export async function rewrap(options: {
  readonly db: Db
  readonly keys: KeyService
  readonly columns: readonly BoxedColumn[]
  readonly batch: number
}): Promise<Rewrapped> {
  const { db, keys, columns, batch } = options
  const current = await keys.current()
  const failed: string[] = []

  const items = await walk(
    db,
    batch,
    (after) => sql<Wrapped>`
      select id as key, wrapped_key as was, master_key as master from sealed_item
      where master_key <> ${current} and erased_at is null ${after ? sql`and id > ${after}` : sql``}
      order by id limit ${batch}`,
    async (trx, row) => {
      const fresh = await attempt(failed, 'sealed_item', row, async () =>
        keys.wrap(await keys.unwrap({ masterKey: row.master, wrapped: row.was })),
      )
      if (!fresh) return 0
      const done = await trx
        .updateTable('sealed_item')
        .set({ master_key: fresh.masterKey, wrapped_key: fresh.wrapped })
        .where('id', '=', row.key)
        .where('wrapped_key', '=', row.was)
        .executeTakeFirst()
      return Number(done.numUpdatedRows)
    },
  )

  let boxes = 0
  for (const { table, key, column } of columns) {
    const [name, id, box] = [sql.table(table), sql.ref(key), sql.ref(column)]
    const head = boxedUnder(current)
    boxes += await walk(
      db,
      batch,
      (after) => sql<Wrapped>`
        select ${id} as key, ${box} as was, '' as master from ${name}
        where ${box} is not null and substring(${box} from 3 for ${head.length}) <> ${head}
          ${after ? sql`and ${id} > ${after}` : sql``}
        order by ${id} limit ${batch}`,
      async (trx, row) => {
        const fresh = await attempt(failed, table, row, () => rewrapBox(row.was, keys))
        if (!fresh) return 0
        // What the running platform has written meanwhile is newer than what was read.
        const done =
          await sql`update ${name} set ${box} = ${fresh} where ${id} = ${row.key} and ${box} = ${row.was}`.execute(trx)
        return Number(done.numAffectedRows ?? 0)
      },
    )
  }
  return { items, boxes, failed }
}

/** Whether anything is still wrapped by another master key than the current one. */
export async function oldKeysLeft(db: Db, keys: KeyService, columns: readonly BoxedColumn[]): Promise<boolean> {
  const current = await keys.current()
  const head = boxedUnder(current)
  const places = [
    sql`select 1 from sealed_item where master_key <> ${current} and erased_at is null`,
    ...columns.map(
      ({ table, column }) =>
        sql`select 1 from ${sql.table(table)}
          where ${sql.ref(column)} is not null and substring(${sql.ref(column)} from 3 for ${head.length}) <> ${head}`,
    ),
  ]
  for (const place of places) if ((await sql`${place} limit 1`.execute(db)).rows.length > 0) return true
  return false
}

async function walk(
  db: Db,
  batch: number,
  page: (after: string | undefined) => RawBuilder<Wrapped>,
  each: (trx: Db, row: Wrapped) => Promise<number>,
): Promise<number> {
  let after: string | undefined
  for (let count = 0; ; ) {
    const size = await db.transaction().execute(async (trx) => {
      const { rows } = await page(after).execute(trx)
      for (const row of rows) count += await each(trx, row)
      after = rows.at(-1)?.key
      return rows.length
    })
    if (size < batch) return count
  }
}

async function attempt<T>(
  failed: string[],
  table: string,
  { key }: Wrapped,
  work: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    failed.push(`${table} ${key}: ${error instanceof Error ? error.message : String(error)}`)
    // A lost key or an unreachable key service fails every row: no use in going on.
    if (failed.length >= 20) throw new Error(`too many keys cannot be wrapped anew, the last: ${failed.at(-1)}`)
    return undefined
  }
}
