import type { Context } from '../../../kernel/context.ts'
import { startTask } from '../../../kernel/tasks/index.ts'
import type { RegistryMessage } from '../ports.ts'

/** Kind of the task that follows when a registry has deleted a name of ours. */
export const deletedTaskKind = 'DOMAIN_DELETED'

export interface DeletedName {
  readonly ascii: string
  readonly account: string
  readonly registry: string
  /** Which review ended it, and what the registry said. */
  readonly axis: 'identity' | 'naming' | 'qualification'
  readonly heard: string
}

/**
 * Notes what a registry's reviewers decided of a name, or of a holder and with it of every name that rests on it there.
 * That a name was deleted is a hint; the task looks before anything follows from it (S1-56).
 */
export async function noteReview(
  registry: string,
  { about, contact, review, text }: RegistryMessage,
  { trx, clock, random }: Pick<Context, 'trx' | 'clock' | 'random'>,
): Promise<void> {
  if (!review) return
  const names = trx
    .selectFrom('domain')
    .select(['domain.id', 'domain.ascii', 'domain.account'])
    .where('domain.registry', '=', registry)
    .where('domain.released_at', 'is', null)
  const found =
    about !== undefined
      ? await names.where('domain.ascii', '=', about).execute()
      : contact === undefined
        ? []
        : await names
            .innerJoin('registry_contact', (join) =>
              join
                .onRef('registry_contact.template', '=', 'domain.template')
                .onRef('registry_contact.registry', '=', 'domain.registry'),
            )
            .where('registry_contact.handle', '=', contact)
            .execute()
  const heard = text.slice(0, 500)
  for (const { id, ascii, account } of found) {
    const decided = { state: review.passed ? ('passed' as const) : ('failed' as const), heard, decided_at: clock.now() }
    await trx
      .insertInto('registry_review')
      .values({ domain: id, axis: review.axis, ...decided })
      .onConflict((conflict) => conflict.columns(['domain', 'axis']).doUpdateSet(decided))
      .execute()
    if (!review.deleted) continue
    const input: DeletedName = { ascii, account, registry, axis: review.axis, heard }
    await startTask(
      trx,
      { kind: deletedTaskKind, subject: ascii, account, actor: { kind: 'system', name: 'registry-messages' }, input },
      { clock, random },
    )
  }
}
