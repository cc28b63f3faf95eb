import { record } from '../../../kernel/audit/index.ts'
import { note } from '../orders.ts'
import { orderInReview, type Reviewing } from './review-duties.ts'

export interface Call {
  readonly reached: boolean
  /** What was asked and answered; seen by reviewers only. */
  readonly words: string
}

/** Puts a call to the applicant on record (S3-57). @throws as orderInReview */
export async function recordCall(number: string, { reached, words }: Call, context: Reviewing): Promise<void> {
  const { trx, clock, actor } = context
  const order = await orderInReview(number, context)
  await note(order.id, reached ? 'call-reached' : 'call-missed', 'we', context, { words, by: actor.user })
  await record({ action: 'filing.call', subject: number, detail: { reached } }, { trx, clock, actor })
}
