import { sql } from 'kysely'
import type { Trx } from '../../kernel/database/index.ts'
import type { DeadlineHandler } from '../../kernel/deadlines/index.ts'
import { startTasks } from '../../kernel/tasks/index.ts'
import { type ContactDelete, contactDeleteKind } from './tasks/delete-contact-task.ts'

/** A template was deleted, which no name of ours rests on any more: the registries that keep its contact are asked to delete it. */
export const letContactsGo: DeadlineHandler = async ({ subject: template }, { trx, clock, random }) => {
  const contacts = await trx
    .selectFrom('registry_contact')
    .innerJoin('registrant_template', 'registrant_template.id', 'registry_contact.template')
    .select(['registry', 'handle', 'account'])
    .where('template', '=', template)
    .where('deleted_at', 'is not', null)
    .where('removed_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('task')
            .select('task.id')
            .whereRef('task.subject', '=', 'registry_contact.handle')
            .where('kind', '=', contactDeleteKind)
            .where('state', 'in', ['waiting', 'executing', 'unknown'])
            .where(sql<boolean>`task.input ->> 'registry' = registry_contact.registry`),
        ),
      ),
    )
    .execute()
  await startTasks(
    trx,
    contacts.map(({ registry, handle, account }) => ({
      kind: contactDeleteKind,
      subject: handle,
      account,
      actor: { kind: 'system', name: 'contacts-let-go' } as const,
      input: { template, registry, handle } satisfies ContactDelete,
    })),
    { clock, random },
  )
}

/** A contact that a registry kept of a template that its account has deleted. */
export interface ContactLetGo {
  readonly registry: string
  readonly handle: string
  /** null: not yet. */
  readonly removedAt: string | null
  /** The registry's words, while it keeps it. */
  readonly keptBecause: string | null
}

export async function contactsLetGo(trx: Trx, account: string): Promise<ContactLetGo[]> {
  const rows = await trx
    .selectFrom('registry_contact')
    .innerJoin('registrant_template', 'registrant_template.id', 'registry_contact.template')
    .select(['registry', 'handle', 'removed_at', 'kept_because'])
    .where('account', '=', account)
    .where('deleted_at', 'is not', null)
    .orderBy('deleted_at', 'desc')
    .orderBy('registry')
    .limit(100)
    .execute()
  return rows.map(({ registry, handle, removed_at, kept_because }) => ({
    registry,
    handle,
    removedAt: removed_at?.toISOString() ?? null,
    keptBecause: kept_because,
  }))
}
