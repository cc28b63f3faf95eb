import type { Trx } from '../../../kernel/database/index.ts'
import { moveOrder, note, type OrderRow } from '../orders.ts'
import type { BureauCode, BureauNews } from '../ports.ts'
import { reasonsHeard } from '../reasons.ts'
import { endSms } from '../sms/reach-bureau.ts'
import { tellLapsed, tellReturned } from '../tell.ts'
import type { NewsContext, NewsDeps } from './news-context.ts'
import { passOrder } from './pass-order.ts'

type Result = Extract<BureauNews, { what: 'result' }>
type Opinion = Extract<BureauNews, { what: 'opinion' }>

/** The submission that a bureau's key belongs to; several things may share a number, the newest that waits counts. */
export async function submissionOf(
  trx: Trx,
  { bureau, kind, keys }: { bureau: string; kind: string | undefined; keys: readonly string[] },
): Promise<{ order: OrderRow; attempt: number; keys: string[] } | undefined> {
  if (keys.length === 0) return undefined
  let rows = trx
    .selectFrom('filing_submission')
    .select(['filing_order', 'attempt', 'keys'])
    .where('bureau', '=', bureau)
    .where('outcome', 'is', null)
    .where((eb) => eb('keys', '&&', eb.val([...keys])))
  if (kind !== undefined) rows = rows.where('kind', '=', kind)
  const row = await rows.orderBy('made_at', 'desc').executeTakeFirst()
  if (!row) return undefined
  const order = await trx
    .selectFrom('filing_order')
    .selectAll()
    .where('id', '=', row.filing_order)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return { order, attempt: row.attempt, keys: row.keys }
}

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
    if (codes.some(({ code }) => code === 1001)) await approved(found, context)
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
  await endSms(order.number, context)
  if (detail.heard.includes('短信') && /超|未完成|错误/.test(detail.heard)) {
    if ((await moveOrder(order, 'lapse', context)) === undefined) return
    await note(order.id, 'lapsed', 'ministry', context, detail)
    await tellLapsed(order, context)
    return
  }
  if ((await moveOrder(order, 'refuse', context)) === undefined) return
  await note(order.id, 'bureau-refused', 'bureau', context, detail)
  await tellReturned(order, { by: 'bureau', reasons: detail.reasons, remark: detail.heard }, context)
}

type Found = NonNullable<Awaited<ReturnType<typeof submissionOf>>>

/** The bureau said yes. What has no number of its own to wait for is done; the others wait for what is published. */
async function approved({ order, attempt, keys }: Found, context: NewsContext): Promise<void> {
  await endSms(order.number, context)
  await note(order.id, 'bureau-approved', 'bureau', context)
  if (order.type.startsWith('cancel-')) await passOrder({ order, attempt, keys }, null, context)
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
