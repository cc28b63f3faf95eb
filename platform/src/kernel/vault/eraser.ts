import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { Logger } from 'pino'
import { record } from '../audit/index.ts'
import type { Clock } from '../clock/index.ts'
import type { Db, Tables, Trx } from '../database/index.ts'

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
  /** Whether a row of `sealed_item` is still needed (legal hold): it is kept past its day until it is not. */
  readonly held?: RawBuilder<boolean>
  readonly batch?: number
  readonly everyMs?: number
}

const actor = { kind: 'system', name: 'vault.eraser' } as const
const foreignKeyViolation = '23503'

/**
 * Erases sealed items on the day on which keeping them ends (PIPL art. 19, 47). Each batch is one transaction with its
 * entry in the audit log and a certificate an item: which, for what purpose, never what it held. Any number of processes
 * may run one.
 */
export function createEraser({
  db,
  clock,
  log,
  held = sql`false`,
  batch = 100,
  everyMs = 60_000,
}: EraserOptions): Eraser {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<unknown> = Promise.resolve()
  let stopped = true

  async function look(): Promise<number> {
    // Asked to stop, it ends after the batch at hand.
    const wasStopped = stopped
    for (let count = 0; ; ) {
      const erased = await db.transaction().execute((trx) => eraseBatch(trx, { clock, held, batch }))
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

async function eraseBatch(
  trx: Trx,
  { clock, held, batch }: { clock: Clock; held: RawBuilder<boolean>; batch: number },
): Promise<number> {
  const due = await trx
    .selectFrom('sealed_item')
    .select(['id', 'purpose', 'kind', 'account', 'sealed_at', 'keep_until', 'ends_because'])
    .where('keep_until', '<=', clock.today())
    .$narrowType<{ keep_until: string }>()
    .where('erased_at', 'is', null)
    .where(sql<boolean>`not (${held})`)
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
  for (const [subject, detail] of purposes) {
    const seq = await record({ action: 'vault.erased', subject, detail }, { trx, actor, clock })
    await certify(
      trx,
      due.filter(({ purpose }) => purpose === subject),
      { seq, at: clock.now() },
    )
  }
  return due.length
}

interface Ended
  extends Pick<
    Selectable<Tables['sealed_item']>,
    'id' | 'purpose' | 'kind' | 'account' | 'sealed_at' | 'ends_because'
  > {
  readonly keep_until: string
}

async function certify(trx: Trx, items: readonly Ended[], { seq, at }: { seq: number; at: Date }): Promise<void> {
  await trx
    .insertInto('deletion')
    .values(
      items.map(({ id, purpose, kind, account, sealed_at, keep_until, ends_because }) => ({
        item: id,
        purpose,
        kind,
        account,
        sealed_at,
        kept_until: keep_until,
        because: ends_because,
        deleted_at: at,
        audit_seq: seq,
      })),
    )
    .execute()
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
