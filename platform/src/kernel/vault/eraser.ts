import { sql } from 'kysely'
import type { Logger } from 'pino'
import { record } from '../audit/index.ts'
import type { Clock } from '../clock/index.ts'
import type { Db, Trx } from '../database/index.ts'

export interface Eraser {
  start(): void
  stop(): Promise<void>
  /** Erases everything whose keeping has ended by today; returns how many items. */
  look(): Promise<number>
}

export interface EraserOptions {
  readonly db: Db
  readonly clock: Clock
  readonly log: Logger
  readonly batch?: number
  readonly everyMs?: number
}

const actor = { kind: 'system', name: 'vault.eraser' } as const
const foreignKeyViolation = '23503'

/**
 * Erases sealed items on the day on which keeping them ends (PIPL art. 19, 47). Each batch is one transaction with its
 * entry in the audit log: which items, for what purpose, never what they held. Any number of processes may run one.
 */
export function createEraser({ db, clock, log, batch = 100, everyMs = 60_000 }: EraserOptions): Eraser {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<unknown> = Promise.resolve()
  let stopped = true

  async function look(): Promise<number> {
    // Asked to stop, it ends after the batch at hand.
    const wasStopped = stopped
    for (let count = 0; ; ) {
      const erased = await db.transaction().execute((trx) => eraseBatch(trx, clock, batch))
      count += erased
      if (erased < batch || stopped !== wasStopped) return count
    }
  }

  function turn(): void {
    running = look()
      .catch((error: unknown) => log.error({ err: error }, 'sealed items could not be erased and will be tried again'))
      .finally(() => {
        if (!stopped) timer = setTimeout(turn, everyMs)
      })
  }

  return {
    look,
    start() {
      stopped = false
      turn()
    },
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}

async function eraseBatch(trx: Trx, clock: Clock, batch: number): Promise<number> {
  const due = await trx
    .selectFrom('sealed_item')
    .select(['id', 'purpose'])
    .where('keep_until', '<=', clock.today())
    .where('erased_at', 'is', null)
    .orderBy('keep_until')
    .limit(batch)
    .forUpdate()
    .skipLocked()
    .execute()
  const purposes = new Map<string, { deleted: string[]; emptied: string[] }>()
  for (const { id, purpose } of due) {
    const erased = purposes.get(purpose) ?? { deleted: [], emptied: [] }
    purposes.set(purpose, erased)
    if (await deleted(trx, id)) erased.deleted.push(id)
    else {
      // Something points at it, and must not keep personal data alive by that.
      const nothing = Buffer.alloc(0)
      await trx
        .updateTable('sealed_item')
        .set({ wrapped_key: nothing, nonce: nothing, box: nothing, erased_at: clock.now() })
        .where('id', '=', id)
        .execute()
      erased.emptied.push(id)
    }
  }
  for (const [subject, detail] of purposes)
    await record({ action: 'vault.erased', subject, detail }, { trx, actor, clock })
  return due.length
}

async function deleted(trx: Trx, id: string): Promise<boolean> {
  await sql`savepoint erasing`.execute(trx)
  try {
    await trx.deleteFrom('sealed_item').where('id', '=', id).execute()
    await sql`release savepoint erasing`.execute(trx)
    return true
  } catch (error) {
    if ((error as { code?: string }).code !== foreignKeyViolation) throw error
    await sql`rollback to savepoint erasing`.execute(trx)
    return false
  }
}
