import { sql } from 'kysely'
import type { Clock } from '../../kernel/clock/index.ts'
import type { Db, Trx } from '../../kernel/database/index.ts'
import type { FailingFile } from '../../modules/filing/ports.ts'
import './tables.ts'

/** Files that were taken from a system and kept: which are to be carried out, and what became of them. */
export function takenFiles({ db, clock }: { db: Db; clock: Clock }) {
  return {
    /** Oldest first; one that was set aside holds nobody up. */
    async unprocessed(bureau: string): Promise<readonly string[]> {
      const rows = await db
        .selectFrom('bureau_download')
        .select('id')
        .where('bureau', '=', bureau)
        .where('processed_at', 'is', null)
        .where('aside_at', 'is', null)
        .orderBy('id')
        .limit(200)
        .execute()
      return rows.map(({ id }) => id)
    },
    async processed(file: string, trx: Trx): Promise<void> {
      await trx
        .updateTable('bureau_download')
        .set({ processed_at: clock.now(), failure: null })
        .where('id', '=', file)
        .execute()
    },
    async failed(file: string, because: string): Promise<void> {
      await db
        .updateTable('bureau_download')
        .set((eb) => ({
          failure: because.slice(0, 500),
          failed_at: eb.fn.coalesce('failed_at', eb.val(clock.now())),
          failed_times: eb('failed_times', '+', 1),
        }))
        .where('id', '=', file)
        .where('processed_at', 'is', null)
        .execute()
    },
  }
}

/** Kept files that failed and were not carried out since, the longest standing first. */
export async function failingFiles(trx: Trx): Promise<readonly FailingFile[]> {
  const rows = await trx
    .selectFrom('bureau_download as file')
    .select(['id', 'bureau', 'file_name', 'received_at', 'failure', 'failed_at', 'failed_times', 'aside_at'])
    .select((eb) =>
      eb
        .selectFrom('bureau_download as later')
        .select(eb.fn.countAll<number>().as('count'))
        .whereRef('later.bureau', '=', 'file.bureau')
        .whereRef('later.id', '>', 'file.id')
        .where('later.processed_at', 'is', null)
        .as('behind'),
    )
    .where('processed_at', 'is', null)
    .where('failure', 'is not', null)
    .orderBy('failed_at')
    .orderBy('id')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    bureau: row.bureau,
    // An id of the database's own numbers.
    file: String(row.id),
    fileName: row.file_name,
    receivedAt: row.received_at,
    because: row.failure ?? '',
    since: row.failed_at ?? row.received_at,
    times: row.failed_times,
    behind: row.aside_at === null ? Number(row.behind) : 0,
    asideAt: row.aside_at,
  }))
}

/** Lets what is behind a failing file go on, or has the file carried out again. False: it does not fail, or is so already. */
export async function setFileAside(
  trx: Trx,
  { file, aside, at }: { file: string; aside: boolean; at: Date },
): Promise<boolean> {
  const row = await trx
    .updateTable('bureau_download')
    .set({ aside_at: aside ? at : null })
    .where('id', '=', file)
    .where('processed_at', 'is', null)
    .where('failure', 'is not', null)
    .where(sql<boolean>`(aside_at is null) = ${aside}`)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
