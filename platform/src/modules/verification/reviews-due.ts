import type { DeadlineHandler } from '../../kernel/deadlines/index.ts'
import { notify } from '../notices/index.ts'

/** Kind of the deadline one hour before cases are due; its subject is the hour at which they are. */
export const reviewsDueSoon = 'review.due-soon'
export const warnAheadMs = 60 * 60_000

/** Tells who leads the reviewers what still waits an hour before it is due; one message, however many cases. */
export function warnOfReviewsDue({
  lead,
}: {
  /** Address of who leads them; without one nobody is told. */
  lead: string | undefined
}): DeadlineHandler {
  return async ({ subject }, { trx, clock, random }) => {
    const waiting = await trx
      .selectFrom('review_case')
      .select('number')
      .where('due_at', '<=', new Date(subject))
      .where('state', 'in', ['waiting', 'second'])
      .orderBy('due_at')
      .execute()
    if (lead === undefined || waiting.length === 0) return
    const numbers = waiting.slice(0, 10).map(({ number }) => number)
    await notify(
      {
        kind: 'review.due-soon',
        to: { email: lead },
        locale: 'zh',
        parameters: {
          count: String(waiting.length),
          numbers: `${numbers.join(' ')}${waiting.length > numbers.length ? ' …' : ''}`,
          link: '/operator/reviews',
        },
      },
      { trx, clock, random },
    )
  }
}
