import { record } from '../../../kernel/audit/index.ts'
import type { Context } from '../../../kernel/context.ts'
import { liftDeadlines } from '../../../kernel/deadlines/index.ts'
import { autoRenewal, renewFromNow } from '../auto-renewal.ts'
import { DomainNotFound } from '../errors.ts'

/** Switches automatic renewal (自动续费) of one of the actor's own names. @throws DomainNotFound */
export async function setAutoRenew(
  { account, ascii, on }: { account: string; ascii: string; on: boolean },
  context: Pick<Context, 'trx' | 'actor' | 'clock' | 'random'>,
): Promise<void> {
  const { trx } = context
  const done = await trx
    .updateTable('domain')
    .set({ auto_renew: on })
    .where('account', '=', account)
    .where('ascii', '=', ascii)
    .where('released_at', 'is', null)
    .returning('expires_at')
    .executeTakeFirst()
  if (!done) throw DomainNotFound()
  await liftDeadlines({ kind: autoRenewal, subject: ascii }, context)
  if (on) await renewFromNow({ ascii, expiresAt: done.expires_at }, context)
  await record({ action: on ? 'domain.auto-renew.on' : 'domain.auto-renew.off', subject: ascii }, context)
}
