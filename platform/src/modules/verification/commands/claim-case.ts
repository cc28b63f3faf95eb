import { record } from '../../../kernel/audit/index.ts'
import type { Context } from '../../../kernel/context.ts'
import type { Trx } from '../../../kernel/database/index.ts'
import type { OperatorActor } from '../../../kernel/http/index.ts'
import { ClaimedByOther, ReviewMovedOn, ReviewNotFound, SecondEyesNeeded } from '../errors.ts'
import { mustReview } from '../reviewer-axes.ts'
import { isClaimedByOther, mustBeStranger } from './reviewer-duties.ts'

/** A reviewer who went away must not keep a case from the others; whoever works on it claims it again. */
const claimMs = 10 * 60_000

type Doing = Pick<Context, 'trx' | 'clock'> & { actor: OperatorActor }

/**
 * Keeps a case for one reviewer for ten minutes; their other claims end.
 * @throws ReviewNotFound, ReviewMovedOn, OwnCase, ClaimedByOther, SecondEyesNeeded: it waits for another than you
 */
export async function claimCase(id: string, { trx, clock, actor }: Doing): Promise<{ until: Date }> {
  const known = await waitingCase(trx, id, actor)
  await mustBeStranger(trx, actor, known.account)
  const now = clock.now()
  if (isClaimedByOther(actor.user, known, now)) throw ClaimedByOther()
  // It waits for somebody else's eyes: theirs must find it free.
  if (known.escalated_by === actor.user || (known.state === 'second' && known.first_reviewer === actor.user))
    throw SecondEyesNeeded()
  await trx
    .updateTable('review_case')
    .set({ claimed_by: null, claimed_until: null })
    .where('claimed_by', '=', actor.user)
    .where('id', '<>', id)
    .execute()
  const until = new Date(now.getTime() + claimMs)
  await trx
    .updateTable('review_case')
    .set({ claimed_by: actor.user, claimed_until: until })
    .where('id', '=', id)
    .execute()
  return { until }
}

/** Asks that another reviewer decides (请人再看); the case stays where it is in the queue. @throws as claimCase */
export async function escalateCase(
  { id, note }: { id: string; note: string },
  { trx, clock, actor }: Doing,
): Promise<void> {
  const known = await waitingCase(trx, id, actor)
  await mustBeStranger(trx, actor, known.account)
  const now = clock.now()
  if (isClaimedByOther(actor.user, known, now)) throw ClaimedByOther()
  await trx
    .updateTable('review_case')
    .set({ escalated_by: actor.user, escalated_at: now, claimed_by: null, claimed_until: null })
    .where('id', '=', id)
    .execute()
  await trx
    .insertInto('review_event')
    .values({ review_case: id, at: now, kind: 'escalated', by: actor.user, detail: JSON.stringify({ note }) })
    .execute()
  await record({ action: 'review.escalated', subject: known.number, detail: {} }, { trx, clock, actor })
}

async function waitingCase(trx: Trx, id: string, actor: OperatorActor) {
  const known = await trx.selectFrom('review_case').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!known) throw ReviewNotFound()
  mustReview(actor, known.axis)
  if (known.state !== 'waiting' && known.state !== 'second') throw ReviewMovedOn()
  return known
}
