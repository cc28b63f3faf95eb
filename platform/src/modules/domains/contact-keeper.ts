import { sql } from 'kysely'
import type { Logger } from 'pino'
import type { Clock } from '../../kernel/clock/index.ts'
import type { Db } from '../../kernel/database/index.ts'
import type { Random } from '../../kernel/random.ts'
import { type Repeated, repeated } from '../../kernel/repeated.ts'
import { startTasks } from '../../kernel/tasks/index.ts'
import { type ContactUpdate, contactUpdateKind } from './tasks/update-contact-task.ts'

const atOnce = 100

/**
 * Brings what was corrected of holders to the registries that keep them, and a holder whom a registry had refused once they
 * are verified anew. One task a contact at a time: two could arrive in the wrong order.
 */
export function createContactKeeper({
  db,
  clock,
  random,
  log,
  everyMs = 2_000,
}: {
  db: Db
  clock: Clock
  random: Random
  log: Logger
  everyMs?: number
}): Repeated {
  const look = () =>
    db.transaction().execute(async (trx) => {
      const { rows } = await sql<ContactUpdate & { behind: boolean }>`
        update registry_contact c set due = false
        from (
          select c.template, c.registry, t.account, t.revision, c.revision < t.revision as behind,
            exists (
              select from registry_review r join domain d on d.id = r.domain
              where d.template = c.template and d.registry = c.registry and d.released_at is null
                and r.axis = 'identity' and r.state = 'failed' and t.identity = 'verified'
                and r.decided_at <= t.verified_at and t.verified_at > coalesce(c.told_at, c.created_at)
            ) as again
          from registry_contact c join registrant_template t on t.id = c.template
          where c.due and t.deleted_at is null and not exists (
            select from task where task.subject = c.handle and task.kind = ${contactUpdateKind}
              and task.state in ('waiting', 'executing', 'unknown'))
          order by c.created_at limit ${atOnce} for update of c skip locked
        ) due
        where c.template = due.template and c.registry = due.registry
        returning c.template, c.registry, c.handle, due.account, due.revision, due.again, due.behind`.execute(trx)
      await startTasks(
        trx,
        rows
          .filter(({ behind, again }) => behind || again)
          .map(({ behind: _, ...input }) => ({
            kind: contactUpdateKind,
            subject: input.handle,
            account: input.account,
            actor: { kind: 'system', name: 'contact-keeper' } as const,
            input: input satisfies ContactUpdate,
          })),
        { clock, random },
      )
      return rows.length
    })

  return repeated(look, { everyMs, log, failing: 'contacts at registries could not be corrected' })
}
