import { record } from '../../../kernel/audit/index.ts'
import type { Context } from '../../../kernel/context.ts'
import type { CustomerActor } from '../../../kernel/http/index.ts'
import { moveIdentity } from '../../registrants/index.ts'
import { NotWithdrawable } from '../errors.ts'
import type { CaseView } from '../queries.ts'
import { nextReviewState } from '../states.ts'

/**
 * Takes back what waits for our reviewers, so that a mistake need not be waited for. What they have decided, or what is
 * with the provider, cannot be taken back.
 * @throws NotWithdrawable: also for what belongs to another account
 */
export async function withdrawCase(
  {
    template,
    forName,
    axis = forName === null ? 'identity' : 'qualification',
  }: { template: string; forName: string | null; axis?: CaseView['axis'] },
  { trx, clock, actor }: Pick<Context, 'trx' | 'clock'> & { actor: CustomerActor },
): Promise<{ number: string }> {
  const known = await trx
    .selectFrom('review_case')
    .select(['id', 'number', 'axis', 'state'])
    .where('account', '=', actor.account)
    .where('template', '=', template)
    .where('for_name', forName === null ? 'is' : '=', forName)
    .where('axis', '=', axis)
    .where('state', 'in', ['waiting', 'second', 'provider'])
    .forUpdate()
    .executeTakeFirst()
  const state = known && nextReviewState(known.state, 'withdraw')
  if (!known || state === undefined) throw NotWithdrawable()
  const now = clock.now()
  await trx.updateTable('review_case').set({ state, decided_at: now }).where('id', '=', known.id).execute()
  await trx
    .insertInto('review_event')
    .values({ review_case: known.id, at: now, kind: 'withdrawn', by: actor.user, detail: '{}' })
    .execute()
  if (known.axis === 'identity') await moveIdentity(template, 'withdraw', { trx, clock })
  await record({ action: 'review.withdrawn', subject: known.number, detail: {} }, { trx, clock, actor })
  return { number: known.number }
}
