import type { Logger } from 'pino'
import type { Clock } from '../../kernel/clock/index.ts'
import type { Db, Trx } from '../../kernel/database/index.ts'
import { type Repeated, repeated } from '../../kernel/repeated.ts'
import type { Ministry } from './ports.ts'
import { settleResults } from './settle-result.ts'

/** Takes what waits at the ministry, and carries out each kept file once, in the order in which it came. */
export function createResultReader({
  db,
  ministry,
  clock,
  log,
  everyMs,
  known,
}: {
  db: Db
  ministry: Ministry
  clock: Clock
  log: Logger
  everyMs: number
  /** Told of the names that the ministry knows from now on, in the transaction that notes it. */
  known?: (asciis: readonly string[], trx: Trx) => Promise<void>
}): Repeated {
  async function look(): Promise<number> {
    const { ended } = await ministry.drain()
    if (ended !== 'nothing-more') log.warn({ ended }, 'the ministry did not give all that waits there')
    let count = 0
    for (const file of await ministry.unprocessed()) {
      try {
        await db.transaction().execute(async (trx) => {
          const results = await ministry.open(file, trx)
          if (!results) return
          const asciis = await settleResults(results, { trx, clock, log })
          if (asciis.length > 0) await known?.(asciis, trx)
          await ministry.processed(file, trx)
          count++
        })
      } catch (error) {
        await ministry.failed(file, error instanceof Error ? error.message : String(error))
        // What came later may rest on it.
        throw error
      }
    }
    return count
  }
  return repeated(look, { everyMs, log, failing: 'a file of the ministry could not be carried out' })
}
