import type { OrderType } from '@yuming/filing'
import type { EndedFiling } from '../filed/ended-filing.ts'
import { endCancelled } from '../filed/record-cancelled.ts'
import { moveOrder, note } from '../orders.ts'
import type { BureauCode, BureauNews } from '../ports.ts'
import { reasonsHeard } from '../reasons.ts'
import { endSms } from '../sms/reach-bureau.ts'
import type { NewsContext, NewsDeps } from './news-context.ts'
import { passOrder } from './pass-order.ts'
import { sendBack } from './send-back.ts'
import { submissionOf } from './submission-of.ts'

type Result = Extract<BureauNews, { what: 'result' }>
type Opinion = Extract<BureauNews, { what: 'opinion' }>

/** What became of an uploaded record: approved, sent back with codes and the reviewer's words, or kept for us to mend. */
export async function settleResult(
  bureau: string,
  { operation, key, codes }: Result,
  opinions: readonly Opinion[],
  context: NewsContext,
  { log }: NewsDeps,
): Promise<void> {
  const { trx } = context
  // A file that was refused whole has no key; its description is then the name of the file (5001).
  const keys = key === undefined ? codes.flatMap(({ said }) => said ?? []) : [key]
  const found = await submissionOf(trx, { bureau, kind: key === undefined ? undefined : operation, keys })
  if (!found) {
    log.warn(
      { bureau, operation, codes: codes.map(({ code }) => code) },
      'a result of a bureau belongs to no order that waits',
    )
    return
  }
  const { order } = found
  const opinion = opinions.find(
    (one) =>
      (one.operation === undefined || one.operation === operation) &&
      (one.recordId === undefined || found.keys.includes(one.recordId) || one.recordId === key),
  )
  const against = codes.filter(({ asks }) => asks !== 'nothing')
  if (against.length === 0) {
    if (codes.some(({ code }) => code === 1001)) await approved(bureau, found, context)
    return
  }
  const detail = {
    codes: against.map(({ code, means, said, field }) => ({ code, means, said: said ?? null, field })),
    heard: opinion?.words ?? against.map(({ means, said }) => said ?? means.zh).join('；'),
    reasons: reasonsHeard([opinion?.words ?? '', ...against.map(({ said }) => said ?? '')].join(' ')),
  }
  const only = (asks: BureauCode['asks']) => against.every((one) => one.asks === asks)
  if (only('us')) {
    await end(found, 'superseded', context)
    const state = await moveOrder(order, 'hold', context)
    if (state === undefined) return
    await note(order.id, 'bureau-held', 'bureau', context, detail)
    log.error(
      { filing: order.number, bureau, codes: against.map(({ code }) => code) },
      'a bureau sent a filing back for a reason that we have to mend',
    )
    return
  }
  await end(found, 'refused', context)
  await sendBack(order, detail, context)
}

type Found = NonNullable<Awaited<ReturnType<typeof submissionOf>>>

const cancels: Partial<Record<OrderType, EndedFiling['of']>> = {
  'cancel-subject': 'subject',
  'cancel-service': 'service',
  'cancel-access': 'access',
}

/** The bureau said yes. A cancellation has happened with that; the others wait for what is published. */
async function approved(bureau: string, found: Found, context: NewsContext): Promise<void> {
  const { order, attempt, keys } = found
  await endSms(order.number, context)
  await note(order.id, 'bureau-approved', 'bureau', context)
  await context.trx
    .updateTable('filing_submission')
    .set({ approved_at: context.clock.now() })
    .where('filing_order', '=', order.id)
    .where('attempt', '=', attempt)
    .execute()
  const of = cancels[order.type]
  if (of) await passOrder(found, await endCancelled(bureau, of, keys, context), context)
}

async function end(
  { order, attempt }: Pick<Found, 'order' | 'attempt'>,
  outcome: 'approved' | 'refused' | 'superseded',
  { trx, clock }: NewsContext,
): Promise<void> {
  await trx
    .updateTable('filing_submission')
    .set({ outcome, answered_at: clock.now() })
    .where('filing_order', '=', order.id)
    .where('attempt', '=', attempt)
    .execute()
}
