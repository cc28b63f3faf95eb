import type { Sealed, UploadEntry, UploadJournal } from '@yuming/miit'
import type { Selectable } from 'kysely'
import type { Clock } from '../../kernel/clock/index.ts'
import { addDays } from '../../kernel/clock/index.ts'
import { type Db, oneAtATime, type Tables, type Trx } from '../../kernel/database/index.ts'
import type { Vault } from '../../kernel/vault/index.ts'
import { linePoints, type OnPoint } from './points.ts'

export const uploadPurpose = 'bureau.upload'
/** A bureau may ask for a file again for three months; what it holds is proof for a year. */
const keptDays = 365

export interface JournalDeps {
  readonly db: Db
  readonly vault: Vault
  readonly clock: Clock
  /** Awaited at `linePoints`. */
  readonly onPoint?: OnPoint
}

/** The memory of one line to one bureau: what was sent under which number, and what became of it. */
export function uploadJournal(bureau: string, { db, vault, clock, onPoint }: JournalDeps): UploadJournal {
  type Row = Selectable<Tables['bureau_upload']>

  async function entryOf(row: Row | undefined): Promise<UploadEntry | undefined> {
    if (!row) return undefined
    const sealed = JSON.parse((await vault.open(db, row.item, uploadPurpose)).toString('utf8')) as Sealed
    return {
      key: row.key,
      sequence: row.sequence,
      fileName: row.file_name,
      profileId: row.profile,
      sealed,
      state: row.state,
      rebuilt: row.rebuilt,
      ...(row.last_code === null ? {} : { lastCode: row.last_code }),
      ...(row.last_message === null ? {} : { lastMessage: row.last_message }),
      ...(row.stopped_because === null ? {} : { stoppedBecause: row.stopped_because }),
    }
  }
  const rows = () => db.selectFrom('bureau_upload').selectAll().where('bureau', '=', bureau)
  const keep = (trx: Trx, sealed: Sealed) =>
    vault.seal(trx, JSON.stringify(sealed), {
      purpose: uploadPurpose,
      until: addDays(clock.today(), keptDays),
      kind: bureau,
    })

  return {
    exclusively: (work) => oneAtATime(db, `bureau-upload:${bureau}`, work),
    byKey: async (key) => entryOf(await rows().where('key', '=', key).executeTakeFirst()),
    accepted: async (sequence) =>
      entryOf(await rows().where('sequence', '=', sequence).where('state', '=', 'accepted').executeTakeFirst()),
    open: async () => entryOf(await rows().where('state', 'not in', ['accepted', 'withdrawn']).executeTakeFirst()),
    async lastAccepted() {
      const row = await db
        .selectFrom('bureau_upload')
        .select((eb) => eb.fn.max('sequence').as('last'))
        .where('bureau', '=', bureau)
        .where('state', '=', 'accepted')
        .executeTakeFirst()
      return row?.last ?? undefined
    },
    async add(entry) {
      await db.transaction().execute(async (trx) => {
        const now = clock.now()
        const values = {
          sequence: entry.sequence,
          file_name: entry.fileName,
          profile: entry.profileId,
          hash: entry.sealed.beianInfoHash,
          item: await keep(trx, entry.sealed),
          state: entry.state,
          rebuilt: entry.rebuilt ?? 0,
          last_code: null,
          last_message: null,
          stopped_because: null,
          changed_at: now,
        }
        await trx
          .insertInto('bureau_upload')
          .values({ bureau, key: entry.key, prepared_at: now, ...values })
          .onConflict((conflict) =>
            conflict.columns(['bureau', 'key']).doUpdateSet(values).where('bureau_upload.state', '=', 'withdrawn'),
          )
          .execute()
      })
      await onPoint?.(linePoints.prepared)
    },
    async update(key, change) {
      // The bureau's word is on its way into the journal.
      if (change.lastCode !== undefined) await onPoint?.(linePoints.answered)
      await db.transaction().execute(async (trx) => {
        const { sealed, state, lastCode, lastMessage, rebuilt, stoppedBecause } = change
        await trx
          .updateTable('bureau_upload')
          .set({
            changed_at: clock.now(),
            ...(state === undefined ? {} : { state }),
            ...(lastCode === undefined ? {} : { last_code: lastCode }),
            ...(lastMessage === undefined ? {} : { last_message: lastMessage.slice(0, 1_000) }),
            ...(rebuilt === undefined ? {} : { rebuilt }),
            ...(stoppedBecause === undefined ? {} : { stopped_because: stoppedBecause }),
            ...(sealed === undefined ? {} : { item: await keep(trx, sealed), hash: sealed.beianInfoHash }),
          })
          .where('bureau', '=', bureau)
          .where('key', '=', key)
          .execute()
      })
      if (change.state === 'sending') await onPoint?.(linePoints.sending)
    },
  }
}
