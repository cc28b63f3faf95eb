import type { Context } from '../../../kernel/context.ts'
import type { Trx } from '../../../kernel/database/index.ts'
import { startTask } from '../../../kernel/tasks/index.ts'
import { noteRefusal } from '../../registrants/index.ts'
import type { RegistryMessage, RegistryReview } from '../ports.ts'
import { tellReviewFailed } from '../tell-review-failed.ts'
import { resumeVerificationDuty } from '../verification-duty.ts'

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

type Noting = Pick<Context, 'trx' | 'clock' | 'random'> & {
  /** When the registry said it, where that is only understood now. */
  readonly decidedAt?: Date
}

/**
 * Notes what a registry's reviewers decided of a name, or of a holder and with it of every name that rests on it there.
 * That a name was deleted is a hint; the task looks before anything follows from it (S1-56).
 * @returns how many names of ours it was about
 */
export async function noteReview(
  registry: string,
  { about, contact, review, text }: Pick<RegistryMessage, 'about' | 'contact' | 'review' | 'text'>,
  { trx, clock, random, decidedAt }: Noting,
): Promise<number> {
  if (!review) return 0
  const names = trx
    .selectFrom('domain')
    .select(['domain.id', 'domain.name', 'domain.ascii', 'domain.account', 'domain.template', 'domain.registered_at'])
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
  const at = decidedAt ?? clock.now()
  for (const { id, ascii, account } of found) {
    await keepDecision(trx, { domain: id, axis: review.axis, outcome: review.outcome, heard, at })
    if (!review.deleted) continue
    const input: DeletedName = { ascii, account, registry, axis: review.axis, heard }
    await startTask(
      trx,
      { kind: deletedTaskKind, subject: ascii, account, actor: { kind: 'system', name: 'registry-messages' }, input },
      { clock, random },
    )
  }
  // Of a name that is deleted, the task tells once it has looked.
  if (review.outcome === 'failed' && !review.deleted)
    await tellReviewFailed(found, { axis: review.axis, heard }, { trx, clock, random })
  if (review.axis === 'identity' && !review.deleted)
    await holdersDecided(found, { outcome: review.outcome, at }, { trx, clock, random })
  return found.length
}

interface KnownName {
  readonly id: string
  readonly name: string
  readonly ascii: string
  readonly account: string
  readonly template: string
  readonly registered_at: Date
}

async function keepDecision(
  trx: Trx,
  {
    domain,
    axis,
    outcome,
    heard,
    at,
  }: Pick<RegistryReview, 'axis' | 'outcome'> & { domain: string; heard: string; at: Date },
): Promise<void> {
  // That the days are over is a hold, which the mirror sees; it says nothing of a review.
  if (outcome === 'overdue') return
  const decided = { state: outcome, heard, decided_at: at }
  await trx
    .insertInto('registry_review')
    .values({ domain, axis, ...decided })
    .onConflict((conflict) =>
      // What was decided stays decided when something comes that nobody understands.
      outcome === 'unknown'
        ? conflict.columns(['domain', 'axis']).doNothing()
        : conflict.columns(['domain', 'axis']).doUpdateSet(decided).where('registry_review.decided_at', '<=', at),
    )
    .execute()
}

/** A refused holder's papers are open again, and what is left of the five days runs; who passes is refused no more. */
async function holdersDecided(
  names: readonly KnownName[],
  { outcome, at }: Pick<RegistryReview, 'outcome'> & { at: Date },
  { trx, clock, random }: Pick<Context, 'trx' | 'clock' | 'random'>,
): Promise<void> {
  for (const template of new Set(names.map((name) => name.template))) {
    if (outcome === 'failed') await noteRefusal(trx, template, at)
    if (outcome !== 'passed') continue
    const refused = await trx
      .selectFrom('registry_review')
      .innerJoin('domain', 'domain.id', 'registry_review.domain')
      .select('domain.id')
      .where('domain.template', '=', template)
      .where('domain.released_at', 'is', null)
      .where('registry_review.axis', '=', 'identity')
      .where('registry_review.state', '=', 'failed')
      .executeTakeFirst()
    if (!refused) await noteRefusal(trx, template, null)
  }
  if (outcome === 'failed')
    for (const { ascii, registered_at: registeredAt } of names)
      await resumeVerificationDuty({ ascii, registeredAt }, { trx, clock, random })
}
