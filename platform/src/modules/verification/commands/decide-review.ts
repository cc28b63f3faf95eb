import { record } from '../../../kernel/audit/index.ts'
import { workingDayAfter } from '../../../kernel/clock/index.ts'
import type { Context } from '../../../kernel/context.ts'
import type { OperatorActor } from '../../../kernel/http/index.ts'
import { startTask } from '../../../kernel/tasks/index.ts'
import { moveIdentity } from '../../registrants/index.ts'
import { endEnhancedReview } from '../enhanced/end-enhanced-review.ts'
import { ReasonNeeded, ReasonUnknown, ReviewMovedOn, ReviewNotFound, RowDiffers, SecondEyesNeeded } from '../errors.ts'
import type { ReviewEventKind } from '../event-titles.ts'
import { tellQualification } from '../qualification/tell-outcome.ts'
import { mayBeGiven } from '../reasons/own-reasons.ts'
import { mustReview } from '../reviewer-axes.ts'
import { nextReviewState, type ReviewState, type ReviewStep } from '../states.ts'
import type { HolderVerification } from '../tasks/verify-holder-task.ts'
import { tellOutcome } from '../tell-outcome.ts'
import { mustBeFree, mustBeStranger, mustHaveLooked } from './reviewer-duties.ts'

export interface ReviewPolicy {
  /** Whether two reviewers have to agree before a case passes (双人复核). */
  readonly fourEyes: boolean
  /** Whether a verification service provider decides after the platform's reviewers (实名核验机构). */
  readonly provider: boolean
}

/** What a provider usually takes (DUE-REVIEW: 1 to 3 working days). */
const providerWorkingDays = 3

export type Decision =
  | ({ readonly pass: true } & Compared)
  | ({ readonly pass: false; readonly reasons: readonly string[]; readonly remark?: string } & Compared)

interface Compared {
  /** Rows that the reviewer has compared with the paper, and how. */
  readonly compared: readonly { readonly row: string; readonly same: boolean }[]
}

export interface Decided {
  readonly id: string
  readonly number: string
  readonly account: string
  readonly template: string
  readonly state: ReviewState
}

const eventOf = {
  reject: 'failed',
  approveFirst: 'passed-first',
  approveHere: 'provider',
  approve: 'passed',
} as const satisfies Partial<Record<ReviewStep, ReviewEventKind>>

/**
 * A reviewer has looked at papers and data; nobody decides about their own account, or without having opened every paper.
 * @throws ReviewNotFound, ReviewMovedOn, OwnCase, ClaimedByOther, LookFirst, SecondEyesNeeded (the same person twice),
 *   ReasonNeeded, ReasonUnknown
 */
export async function decideReview(
  { id, decision }: { id: string; decision: Decision },
  { fourEyes, provider }: ReviewPolicy,
  { trx, clock, random, actor }: Context & { actor: OperatorActor },
): Promise<Decided> {
  const known = await trx.selectFrom('review_case').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!known) throw ReviewNotFound()
  mustReview(actor, known.axis)
  await mustBeStranger(trx, actor, known.account)
  if (!decision.pass && decision.reasons.length === 0) throw ReasonNeeded()
  if (decision.pass && decision.compared.some(({ same }) => !same)) throw RowDiffers()
  if (!decision.pass && !(await mayBeGiven(trx, decision.reasons))) throw ReasonUnknown()
  const second = known.state === 'second'
  if (second && decision.pass && known.first_reviewer === actor.user) throw SecondEyesNeeded()
  const approve = provider && known.axis === 'identity' ? 'approveHere' : 'approve'
  const step: keyof typeof eventOf = !decision.pass ? 'reject' : fourEyes && !second ? 'approveFirst' : approve
  const state = nextReviewState(known.state, step)
  if (state === undefined || known.state === 'provider') throw ReviewMovedOn()
  const now = clock.now()
  mustBeFree(actor, known, now)
  const seen = await mustHaveLooked(trx, actor, known)
  const ended = state === 'passed' || state === 'failed'
  await trx
    .updateTable('review_case')
    .set({
      state,
      first_reviewer: known.first_reviewer ?? actor.user,
      last_reviewer: actor.user,
      claimed_by: null,
      claimed_until: null,
      escalated_by: null,
      ...(ended ? { decided_at: now } : {}),
      // Offices close at 18:00 in China.
      ...(state === 'provider'
        ? { due_at: new Date(`${workingDayAfter(clock.today(), providerWorkingDays).day}T18:00:00+08:00`) }
        : {}),
      ...(decision.pass ? {} : { reasons: [...decision.reasons], remark: decision.remark ?? null }),
    })
    .where('id', '=', id)
    .execute()
  await trx
    .insertInto('review_event')
    .values({
      review_case: id,
      at: now,
      kind: eventOf[step],
      by: actor.user,
      detail: JSON.stringify({ compared: decision.compared, ...(decision.pass ? {} : { reasons: decision.reasons }) }),
    })
    .execute()
  const outcome = decision.pass
    ? ({ passed: true } as const)
    : { passed: false as const, reasons: decision.reasons, ...(decision.remark ? { remark: decision.remark } : {}) }
  if (ended && known.axis === 'identity') {
    await moveIdentity(known.template, state === 'passed' ? 'pass' : 'fail', { trx, clock })
    await tellOutcome({ number: known.number, template: known.template, outcome }, { trx, clock, random })
  }
  if (ended && known.axis === 'enhanced') await endEnhancedReview(known, outcome, { trx, clock, random, actor })
  if (ended && known.axis === 'qualification' && known.for_name !== null)
    await tellQualification({ ...known, forName: known.for_name, outcome }, { trx, clock, random })
  if (state === 'provider') {
    const input: HolderVerification = { reviewCase: id, account: known.account, template: known.template }
    await startTask(
      trx,
      { kind: 'VERIFY_HOLDER', subject: known.number, account: known.account, actor, input },
      { clock, random },
    )
  }
  await record(
    {
      action: `review.${state}`,
      subject: known.number,
      detail: { seen, ...(decision.pass ? {} : { reasons: decision.reasons }) },
    },
    { trx, clock, actor },
  )
  const { number, account, template } = known
  return { id, number, account, template, state }
}
