import { bringsService } from '@yuming/filing'
import { record } from '../../../kernel/audit/index.ts'
import { moveOrder, note, type OrderRow } from '../orders.ts'
import { endSms } from '../sms/reach-bureau.ts'
import { tellDone, tellPassed } from '../tell.ts'
import { startRecords } from '../zone-records/start-records.ts'
import type { NewsContext } from './news-context.ts'

const actor = { kind: 'system', name: 'bureau' } as const

/** The order is done; a number is that of its first service or of its subject, or of what is no more. */
export async function passOrder(
  { order, attempt }: { order: OrderRow; attempt: number; keys: readonly string[] },
  number: string | null,
  context: NewsContext,
): Promise<void> {
  const { trx, clock } = context
  await endSms(order.number, context)
  const state = await moveOrder(order, 'approve', context, { filing_number: number ?? order.filing_number })
  await trx
    .updateTable('filing_submission')
    .set({ outcome: 'approved', answered_at: clock.now() })
    .where('filing_order', '=', order.id)
    .where('attempt', '=', attempt)
    .execute()
  if (state === undefined) return
  await note(order.id, 'bureau-passed', 'bureau', context, number === null ? {} : { number })
  await record({ action: 'filing.passed', subject: order.number, detail: { type: order.type } }, { trx, clock, actor })
  if (bringsService(order.type)) await startRecords(order, { ...context, actor })
  // Whoever asked for an end is told of what ended.
  if (number === null || order.type.startsWith('cancel-')) return
  await (bringsService(order.type) ? tellPassed : tellDone)(order, number, context)
}
