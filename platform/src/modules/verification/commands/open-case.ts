import { sql } from 'kysely'
import { record } from '../../../kernel/audit/index.ts'
import { addDays, workingDayAfter } from '../../../kernel/clock/index.ts'
import type { Context } from '../../../kernel/context.ts'
import { setDeadline } from '../../../kernel/deadlines/index.ts'
import type { CustomerActor } from '../../../kernel/http/index.ts'
import type { Vault } from '../../../kernel/vault/index.ts'
import type { Declared } from '../qualification/declared.ts'
import { retention } from '../retention.ts'
import { reviewsDueSoon, warnAheadMs } from '../reviews-due.ts'

/** The platform's own review takes one working day (审核时限). */
const reviewWorkingDays = 1

type About =
  | { readonly axis: 'identity' }
  | { readonly axis: 'qualification'; readonly forName: string; readonly declared: Declared }
  | { readonly axis: 'enhanced'; readonly forName: string }

const prefixes = { identity: 'SM', qualification: 'ZZ', enhanced: 'QH' } as const

/** Puts a case before the reviewers; the caller has looked at what is handed in. */
export async function openCase(
  { template, papers, ...about }: About & { readonly template: string; readonly papers: readonly Paper[] },
  { trx, clock, random, actor, vault }: Context & { actor: CustomerActor; vault: Vault },
): Promise<{ id: string; number: string }> {
  const forName = about.axis === 'identity' ? null : about.forName
  const { attempts } = await trx
    .selectFrom('review_case')
    .select((eb) => eb.fn.countAll<number>().as('attempts'))
    .where('template', '=', template)
    .where('axis', '=', about.axis)
    .where('for_name', forName === null ? 'is' : '=', forName)
    .where('state', '<>', 'withdrawn')
    .executeTakeFirstOrThrow()
  const { rows } = await sql<{ number: string }>`select nextval('review_number')::text as number`.execute(trx)
  const number = `${prefixes[about.axis]}-${(rows[0]?.number ?? '').padStart(5, '0')}`
  const id = random.uuid()
  const now = clock.now()
  // Offices close at 18:00 in China.
  const due = new Date(`${workingDayAfter(clock.today(), reviewWorkingDays).day}T18:00:00+08:00`)
  await trx
    .insertInto('review_case')
    .values({
      id,
      number,
      account: actor.account,
      template,
      axis: about.axis,
      attempt: Number(attempts) + 1,
      state: 'waiting',
      papers: papers.map((paper) => paper.id),
      submitted_at: now,
      due_at: due,
      first_reviewer: null,
      last_reviewer: null,
      decided_at: null,
      remark: null,
      for_name: forName,
      ...(about.axis === 'qualification' ? { declared: JSON.stringify(about.declared) } : {}),
    })
    .execute()
  const until = addDays(clock.today(), retention.submittedDays)
  for (const { item } of papers) await vault.keepUntil(trx, item, until)
  await trx
    .insertInto('review_event')
    .values({ review_case: id, at: now, kind: 'submitted', by: actor.user, detail: '{}' })
    .execute()
  const warn = { kind: reviewsDueSoon, subject: due.toISOString(), opensAt: new Date(due.getTime() - warnAheadMs) }
  await setDeadline(warn, { trx, random })
  await record(
    {
      action: 'review.submitted',
      subject: number,
      detail: { template, axis: about.axis, ...(forName && { forName }) },
    },
    { trx, clock, actor },
  )
  return { id, number }
}

interface Paper {
  readonly id: string
  /** In the vault. */
  readonly item: string
}
