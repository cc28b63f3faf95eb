import type { DownloadJournal } from '@yuming/miit'
import { sql } from 'kysely'
import { addDays } from '../../kernel/clock/index.ts'
import { oneAtATime } from '../../kernel/database/index.ts'
import { linePoints } from './points.ts'
import type { JournalDeps } from './upload-journal.ts'

export const downloadPurpose = 'bureau.download'
const keptDays = 365

/** What one bureau sent: kept raw and committed before it is acknowledged, each file once. */
export function downloadJournal(bureau: string, { db, vault, clock, onPoint }: JournalDeps): DownloadJournal {
  return {
    exclusively: (work) => oneAtATime(db, `bureau-download:${bureau}`, work),
    async store({ fileName, hash, profileId, xml, unreadable }) {
      const fresh = await db.transaction().execute(async (trx) => {
        const known = await trx
          .selectFrom('bureau_download')
          .select('id')
          .where('bureau', '=', bureau)
          .where('file_name', '=', fileName)
          .where('hash', '=', hash)
          .executeTakeFirst()
        if (known) return false
        const until = addDays(clock.today(), keptDays)
        const now = clock.now()
        await trx
          .insertInto('bureau_download')
          .values({
            bureau,
            file_name: fileName,
            hash,
            profile: profileId,
            item: await vault.seal(trx, xml, { purpose: downloadPurpose, until, kind: bureau }),
            unreadable: unreadable ?? null,
            received_at: now,
            // Nothing in it can be processed: it is kept for whoever looks.
            processed_at: unreadable === undefined ? null : now,
          })
          .execute()
        return true
      })
      if (fresh) await onPoint?.(linePoints.kept)
      return fresh
    },
    async acknowledged(fileName, hash) {
      await onPoint?.(linePoints.acknowledged)
      await db
        .updateTable('bureau_download')
        .set({ acknowledged_at: clock.now() })
        .where('bureau', '=', bureau)
        .where('file_name', '=', fileName)
        .where('hash', '=', hash)
        .execute()
    },
    async broken(fileName, because) {
      const row = await db
        .insertInto('bureau_broken_file')
        .values({ bureau, file_name: fileName, times: 1, because: because.slice(0, 500), at: clock.now() })
        .onConflict((conflict) =>
          conflict.columns(['bureau', 'file_name']).doUpdateSet({
            times: sql`bureau_broken_file.times + 1`,
            because: because.slice(0, 500),
            at: clock.now(),
          }),
        )
        .returning('times')
        .executeTakeFirstOrThrow()
      return row.times
    },
  }
}
