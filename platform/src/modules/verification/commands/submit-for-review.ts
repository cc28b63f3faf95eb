import { sql } from 'kysely'
import { record } from '../../../kernel/audit/index.ts'
import { addDays, workingDayAfter } from '../../../kernel/clock/index.ts'
import type { Context } from '../../../kernel/context.ts'
import { refuse } from '../../../kernel/errors/index.ts'
import type { CustomerActor } from '../../../kernel/http/index.ts'
import type { Vault } from '../../../kernel/vault/index.ts'
import { lockTemplate, moveIdentity } from '../../registrants/index.ts'
import { NotSubmittable, PapersMissing } from '../errors.ts'
import { neededPapers } from '../paper-kinds.ts'
import { retention } from '../retention.ts'
import { paperMissing } from '../rules.ts'
import { mustHaveConsent } from './give-consent.ts'

/** The platform's own review takes one working day (审核时限). */
const reviewWorkingDays = 1

/**
 * Hands a template's papers to the reviewers; from now on nothing of them can be changed (S4-34).
 * @throws templateNotFound, ConsentNeeded, NotSubmittable, PapersMissing
 */
export async function submitForReview(
  template: string,
  { trx, clock, random, actor, vault }: Context & { actor: CustomerActor; vault: Vault },
): Promise<{ id: string; number: string }> {
  const known = await lockTemplate(trx, { account: actor.account, id: template })
  await mustHaveConsent(trx, actor.account)
  if (known.identity === 'reviewing' || known.identity === 'verified') throw NotSubmittable()
  const papers = await trx
    .selectFrom('identity_paper')
    .innerJoin('sealed_item', 'sealed_item.id', 'identity_paper.item')
    .select(['identity_paper.id', 'identity_paper.kind', 'item'])
    .where('template', '=', template)
    .where('removed_at', 'is', null)
    .where('erased_at', 'is', null)
    .execute()
  const missing = neededPapers(known.holderType, known.certificateKind).filter(
    (kind) => !papers.some((paper) => paper.kind === kind),
  )
  refuse(PapersMissing, missing.map(paperMissing))
  const { attempts } = await trx
    .selectFrom('review_case')
    .select((eb) => eb.fn.countAll<number>().as('attempts'))
    .where('template', '=', template)
    .where('axis', '=', 'identity')
    .executeTakeFirstOrThrow()
  const { rows } = await sql<{ number: string }>`select nextval('review_number')::text as number`.execute(trx)
  const number = `SM-${(rows[0]?.number ?? '').padStart(5, '0')}`
  const id = random.uuid()
  const now = clock.now()
  const due = workingDayAfter(clock.today(), reviewWorkingDays)
  await trx
    .insertInto('review_case')
    .values({
      id,
      number,
      account: actor.account,
      template,
      axis: 'identity',
      attempt: Number(attempts) + 1,
      state: 'waiting',
      papers: papers.map((paper) => paper.id),
      submitted_at: now,
      // Offices close at 18:00 in China.
      due_at: new Date(`${due.day}T18:00:00+08:00`),
      first_reviewer: null,
      last_reviewer: null,
      decided_at: null,
      remark: null,
    })
    .execute()
  const until = addDays(clock.today(), retention.submittedDays)
  for (const { item } of papers) await vault.keepUntil(trx, item, until)
  await trx
    .insertInto('review_event')
    .values({ review_case: id, at: now, kind: 'submitted', by: actor.user, detail: '{}' })
    .execute()
  await moveIdentity(template, 'submit', { trx, clock })
  await record(
    { action: 'review.submitted', subject: number, detail: { template, axis: 'identity' } },
    { trx, clock, actor },
  )
  return { id, number }
}
