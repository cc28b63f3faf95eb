import { record } from '../../../kernel/audit/index.ts'
import type { Context } from '../../../kernel/context.ts'
import { moveIdentity } from '../../registrants/index.ts'
import { nextReviewState } from '../states.ts'
import { tellOutcome } from '../tell-outcome.ts'

/** What the provider decided of a case that the platform's reviewers had passed on. */
export type ProviderDecision = { readonly pass: true } | { readonly pass: false; readonly heard: string }

/** Ends a case as the provider decided; one that has ended meanwhile stays as it is. */
export async function endReview(
  { id, decision }: { id: string; decision: ProviderDecision },
  { trx, clock, random, actor }: Pick<Context, 'trx' | 'clock' | 'random' | 'actor'>,
): Promise<void> {
  const known = await trx
    .selectFrom('review_case')
    .select(['number', 'template', 'state'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (known.state !== 'provider') return
  const state = nextReviewState(known.state, decision.pass ? 'approve' : 'reject')
  if (state === undefined) return
  const now = clock.now()
  await trx
    .updateTable('review_case')
    .set({ state, decided_at: now, ...(decision.pass ? {} : { heard: decision.heard.slice(0, 500) }) })
    .where('id', '=', id)
    .execute()
  await trx
    .insertInto('review_event')
    .values({
      review_case: id,
      at: now,
      kind: decision.pass ? 'provider-passed' : 'provider-failed',
      by: 'provider',
      detail: '{}',
    })
    .execute()
  await moveIdentity(known.template, decision.pass ? 'pass' : 'fail', { trx, clock })
  const outcome = decision.pass
    ? ({ passed: true } as const)
    : { passed: false as const, reasons: [], heard: decision.heard }
  await tellOutcome({ number: known.number, template: known.template, outcome }, { trx, clock, random })
  await record({ action: `review.${state}`, subject: known.number, detail: { by: 'provider' } }, { trx, clock, actor })
}
