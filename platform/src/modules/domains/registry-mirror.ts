import type { Logger } from 'pino'
import { record } from '../../kernel/audit/index.ts'
import type { Clock } from '../../kernel/clock/index.ts'
import type { Db } from '../../kernel/database/index.ts'
import type { Random } from '../../kernel/random.ts'
import { type Repeated, repeated } from '../../kernel/repeated.ts'
import type { RegisteredName, Registries } from './ports.ts'
import { scheduleUnpaidDuty } from './schedule-unpaid.ts'

const day = 24 * 3_600_000
/** A name is asked about soon after its registration, and then once a week. */
const staleAfterMs = 7 * day
/** A registry that does not answer is not asked about the same name again before this. */
const pauseMs = 10 * 60_000
/** What a task does to a name moves its row by itself, and the registry's answer may still be on its way: it is not asked about meanwhile. */
const atWork = ['waiting', 'executing', 'unknown'] as const

/**
 * Keeps our rows equal to what the registries hold (`info`, RFC 5731 §3.1.2): the ROID, which `create` does not tell, and
 * whatever a registry changed by itself, except that a year nobody has paid for stays the registry's: the duty that follows
 * such a name to its deletion begins. A difference in anything that we had written ourselves is put on record. A name that
 * was pending delete and is not known any more is let go.
 */
export function createRegistryMirror({
  db,
  registries,
  clock,
  random,
  log,
  everyMs = 2_000,
  atOnce = 20,
}: {
  db: Db
  registries: Registries
  clock: Clock
  random: Random
  log: Logger
  everyMs?: number
  atOnce?: number
}): Repeated {
  const actor = { kind: 'system', name: 'registry-mirror' } as const

  async function look(): Promise<number> {
    const now = clock.now().getTime()
    const due = await db
      .selectFrom('domain')
      .select(['id', 'ascii', 'registry', 'statuses'])
      .where('released_at', 'is', null)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('task')
              .select('task.id')
              .whereRef('task.subject', '=', 'domain.ascii')
              .where('task.state', 'in', atWork),
          ),
        ),
      )
      .where((eb) =>
        eb.or([
          eb('asked_at', 'is', null),
          eb('asked_at', '<', new Date(now - staleAfterMs)),
          eb.and([eb('deleted_at', 'is not', null), eb('asked_at', '<', new Date(now - day))]),
          eb.and([eb('mirrored_at', 'is', null), eb('asked_at', '<', new Date(now - pauseMs))]),
        ]),
      )
      .orderBy('asked_at', (order) => order.asc().nullsFirst())
      .limit(atOnce)
      .execute()
    // Marked before asking: two processes rarely ask about the same name, and an answer that never comes does not block the rest.
    if (due.length > 0)
      await db
        .updateTable('domain')
        .set({ asked_at: clock.now() })
        .where(
          'id',
          'in',
          due.map(({ id }) => id),
        )
        .execute()
    const compared = await Promise.all(
      due.map(async ({ id, ascii, registry, statuses }) => {
        try {
          const found = await registries.registry(registry).info(ascii)
          if (!found?.ours && statuses.includes('pendingDelete')) {
            await letGo(id, ascii)
            return 1
          }
          if (!found?.ours) {
            log.error({ registry }, 'a registry does not hold a name that we sponsor')
            return 0
          }
          await take(found)
          return 1
        } catch (error) {
          log.warn({ err: error, registry }, 'a registry could not be asked about a name')
          return 0
        }
      }),
    )
    return compared.reduce<number>((sum, one) => sum + one, 0)
  }

  /** Its redemption is over (RFC 3915 §2): anybody may register it. */
  async function letGo(id: string, ascii: string): Promise<void> {
    await db.transaction().execute(async (trx) => {
      const gone = await trx
        .updateTable('domain')
        .set({ released_at: clock.now() })
        .where('id', '=', id)
        .where('released_at', 'is', null)
        .returning('id')
        .executeTakeFirst()
      if (gone) await record({ action: 'domain.let-go', subject: ascii, detail: {} }, { trx, actor, clock })
    })
  }

  async function take(found: RegisteredName): Promise<void> {
    await db.transaction().execute(async (trx) => {
      const row = await trx
        .selectFrom('domain')
        .select(['id', 'roid', 'statuses', 'nameservers', 'expires_at', 'registry_expires_at', 'mirrored_at'])
        .where('ascii', '=', found.ascii)
        .where('released_at', 'is', null)
        .forUpdate()
        .executeTakeFirst()
      if (!row) return
      const told = new Date(found.exDate)
      const known = row.registry_expires_at ?? row.expires_at
      // A later day is a year that the registry has added by itself and takes back on deletion within the auto-renew grace
      // (RFC 3915 §3.1): only an order moves the day until which the holder has paid.
      const further = told > row.expires_at
      const busy = await trx
        .selectFrom('task')
        .select('id')
        .where('subject', '=', found.ascii)
        .where('state', 'in', atWork)
        .executeTakeFirst()
      if (busy) {
        // It began while the registry was asked: asked again as soon as it is over, not after a week.
        await trx.updateTable('domain').set({ asked_at: null }).where('id', '=', row.id).execute()
        return
      }
      const changed = [
        ...(row.roid !== found.roid ? ['roid'] : []),
        ...(known.getTime() !== told.getTime() ? ['expires'] : []),
        ...(same(row.statuses, found.statuses) ? [] : ['statuses']),
        ...(same(row.nameservers, found.nameservers) ? [] : ['nameservers']),
      ]
      await trx
        .updateTable('domain')
        .set({
          roid: found.roid,
          statuses: [...found.statuses],
          nameservers: [...found.nameservers],
          expires_at: further ? row.expires_at : told,
          registry_expires_at: further ? told : null,
          compliance: found.compliance?.status ?? null,
          compliance_due: found.compliance?.due === undefined ? null : new Date(found.compliance.due),
          mirrored_at: clock.now(),
        })
        .where('id', '=', row.id)
        .execute()
      if (further && changed.includes('expires')) await scheduleUnpaidDuty(found.ascii, clock.now(), { trx, random })
      // Before the first answer the row holds what follows from our own `create`.
      if (changed.length > 0 && row.mirrored_at !== null)
        await record(
          { action: 'domain.changed-at-registry', subject: found.ascii, detail: { changed } },
          { trx, actor, clock },
        )
    })
  }

  return repeated(look, { everyMs, firstMs: everyMs, log, failing: 'names could not be compared' })
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.toSorted().join('\n') === b.toSorted().join('\n')
}
