import { record } from '../../../kernel/audit/index.ts'
import type { Context } from '../../../kernel/context.ts'
import { DomainNotFound } from '../errors.ts'

/** Switches automatic renewal (自动续费) of one of the actor's own names. @throws DomainNotFound */
export async function setAutoRenew(
  { account, ascii, on }: { account: string; ascii: string; on: boolean },
  { trx, actor, clock }: Pick<Context, 'trx' | 'actor' | 'clock'>,
): Promise<void> {
  const done = await trx
    .updateTable('domain')
    .set({ auto_renew: on })
    .where('account', '=', account)
    .where('ascii', '=', ascii)
    .where('released_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!done) throw DomainNotFound()
  await record({ action: on ? 'domain.auto-renew.on' : 'domain.auto-renew.off', subject: ascii }, { trx, actor, clock })
}
