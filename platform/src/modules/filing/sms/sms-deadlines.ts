import type { Trx } from '../../../kernel/database/index.ts'
import type { DeadlineHandler } from '../../../kernel/deadlines/index.ts'
import { moveOrder, note, type OrderRow } from '../orders.ts'
import { tellLapsed, tellSms } from '../tell.ts'

/** Reminds the principals of the ministry's code while there is time (S3-70…S3-72). */
export const remindOfSms: DeadlineHandler = async ({ subject, payload, closesAt, late }, context) => {
  const order = await waiting(context.trx, subject, payload)
  if (order && !late) await tellSms(order, { until: closesAt, again: true }, context)
}

/** The time for the code is over: nothing has to be changed, one action sends it again (S3-74). */
export const endSmsWindow: DeadlineHandler = async ({ subject, payload }, context) => {
  const order = await waiting(context.trx, subject, payload)
  if (!order) return
  await moveOrder(order, 'lapse', context)
  await note(order.id, 'lapsed', 'ministry', context, { because: 'time' })
  await tellLapsed(order, context)
}

async function waiting(trx: Trx, number: string, payload: unknown): Promise<OrderRow | undefined> {
  const order = await trx
    .selectFrom('filing_order')
    .selectAll()
    .where('number', '=', number)
    .forUpdate()
    .executeTakeFirst()
  const { attempt } = payload as { attempt: number }
  return order?.state === 'sms' && order.attempt === attempt ? order : undefined
}
