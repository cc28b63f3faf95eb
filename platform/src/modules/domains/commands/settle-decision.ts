import { record } from '../../../kernel/audit/index.ts'
import type { Context } from '../../../kernel/context.ts'
import type { OperatorActor } from '../../../kernel/http/index.ts'
import { DecisionNotFound } from '../errors.ts'
import type { ReviewOutcome } from '../ports.ts'
import { noteReview } from './note-review.ts'

export interface SettledDecision {
  readonly id: string
  readonly outcome: Exclude<ReviewOutcome, 'unknown'>
}

/**
 * Says what a registry meant by words that its profile does not know; from then on it counts as if it had been understood on the
 * day on which it came. What the registry has decided since stays.
 * @throws DecisionNotFound: also for one that somebody has settled already
 */
export async function settleDecision(
  { id, outcome }: SettledDecision,
  { actor, ...context }: Context & { actor: OperatorActor },
): Promise<void> {
  const { trx, clock } = context
  const message = await trx
    .updateTable('registry_message')
    .set({ outcome, settled_at: clock.now(), settled_by: actor.user })
    .where('id', '=', id)
    .where('outcome', '=', 'unknown')
    .where('settled_at', 'is', null)
    .returning(['registry', 'axis', 'about', 'contact', 'text', 'received_at'])
    .executeTakeFirst()
  if (!message?.axis) throw DecisionNotFound()
  const { registry, axis, about, contact, text } = message
  await noteReview(
    registry,
    {
      ...(about === null ? {} : { about }),
      ...(contact === null ? {} : { contact }),
      text,
      // A deletion is told by words of its own, and looked at before anything follows.
      review: { axis, outcome, deleted: false },
    },
    { ...context, decidedAt: message.received_at },
  )
  await record(
    { action: 'registry-decision.settled', subject: id, detail: { registry, axis, outcome } },
    { trx, clock, actor },
  )
}
