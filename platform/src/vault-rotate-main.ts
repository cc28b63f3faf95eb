/**
 * `npm run vault:rotate`: makes a new master key and wraps every data key of the vault with it, while the platform may
 * be running. Finishes a rotation that was cut off instead of beginning another. Ends with 0 when everything is under
 * the current key, 1 when some rows could not be opened, 2 when it could not be done.
 */
import { sql } from 'kysely'
import { record } from './kernel/audit/index.ts'
import { systemClock } from './kernel/clock/index.ts'
import type { Configuration } from './kernel/configuration/index.ts'
import type { Db } from './kernel/database/index.ts'
import { withPlatformDatabase } from './kernel/platform-database.ts'
import { configuredKeyService, oldKeysLeft, rewrap } from './kernel/vault/index.ts'
import { boxedColumns } from './modules/domains/index.ts'
import { filingBoxes } from './modules/filing/index.ts'

const columns = [...boxedColumns, ...filingBoxes]
const actor = { kind: 'operator', user: 'vault:rotate' } as const

/** Rows in one transaction. */
function batchSize(args: readonly string[]): number {
  const given = args[0] === '--batch' ? Number(args[1]) : 500
  if (!Number.isInteger(given) || given < 1 || given > 10_000) throw new Error('--batch 1…10000')
  return given
}

/** Two that read the key file at the same time would each write it without the other's key: what that had wrapped is lost. */
function alone<T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> {
  return db.connection().execute(async (one) => {
    // Held by the connection, so that it ends with the process, however that ends.
    const { rows } = await sql<{ held: boolean }>`
      select pg_try_advisory_lock(hashtext('yuming vault:rotate')) as held`.execute(one)
    if (!rows[0]?.held) throw new Error('另一次轮换正在进行，等它结束。 another rotation is running; wait for its end')
    return work(one)
  })
}

try {
  const batch = batchSize(process.argv.slice(2))
  const rotate = async (db: Db, config: Configuration): Promise<number> => {
    const keys = configuredKeyService(config.vault, () => performance.now())
    const unfinished = await oldKeysLeft(db, keys, columns)
    const key = unfinished ? await keys.current() : await keys.rotate()
    console.log(
      unfinished
        ? `接着做完上次的轮换，主钥匙是 ${key}。 Finishing the rotation begun before; the master key is ${key}.`
        : `新的主钥匙是 ${key}。 The new master key is ${key}.`,
    )
    const first = await rewrap({ db, keys, columns, batch })
    // What the running platform was writing with the key before, while this one was made, is left for a second pass.
    const second = await rewrap({ db, keys, columns, batch })
    const [items, boxes, failed] = [first.items + second.items, first.boxes + second.boxes, second.failed]
    await db
      .transaction()
      .execute((trx) =>
        record(
          { action: 'vault.rotated', subject: key, detail: { items, boxes, failed: failed.length } },
          { trx, actor, clock: systemClock },
        ),
      )
    for (const row of failed) console.error(`打不开 cannot be opened: ${row}`)
    console.log(`重新包裹了 ${items + boxes} 把数据钥匙。 ${items + boxes} data keys are wrapped anew.`)
    return failed.length > 0 ? 1 : 0
  }
  process.exitCode = await withPlatformDatabase((db, config) => alone(db, (one) => rotate(one, config)))
} catch (error) {
  console.error(
    `轮换没有做完，可以再运行一次。 The rotation is not finished and may be run again: ${error instanceof Error ? error.message : String(error)}`,
  )
  process.exitCode = 2
}
