import { record } from '../../../kernel/audit/index.ts'
import type { Context } from '../../../kernel/context.ts'
import type { CustomerActor } from '../../../kernel/http/index.ts'
import { NoSmsCheck } from '../errors.ts'
import { moveOrder, note, ownOrder } from '../orders.ts'
import { tellLapsed } from '../tell.ts'
import { bureauDue, endSms } from './reach-bureau.ts'

/** The sixth wrong code sends the request back (短信核验). */
const mostWrongCodes = 5

/**
 * What the principals tell of the ministry's page, which tells us nothing itself (interface 3.0): the code was right, or
 * it was wrong once more. What the bureau says later counts in any case.
 * @throws FilingNotFound, NoSmsCheck
 */
export async function tellSmsOutcome(
  number: string,
  outcome: 'confirmed' | 'wrong-code',
  context: Context & { actor: CustomerActor },
): Promise<{ wrongCodes: number }> {
  const { trx, clock, actor } = context
  const order = await ownOrder(trx, actor.account, number, { lock: true })
  if (order.state !== 'sms') throw NoSmsCheck()
  await record({ action: `filing.sms-${outcome}`, subject: number }, { trx, clock, actor })
  if (outcome === 'confirmed') {
    await endSms(number, context)
    await moveOrder(order, 'confirmSms', context, { due_at: bureauDue(clock.now()) })
    await note(order.id, 'sms-confirmed', 'you', context)
    return { wrongCodes: await wrongCodes(order.id, order.attempt, context) }
  }
  await note(order.id, 'sms-wrong-code', 'you', context, { attempt: order.attempt })
  const wrong = await wrongCodes(order.id, order.attempt, context)
  if (wrong > mostWrongCodes) {
    await endSms(number, context)
    await moveOrder(order, 'lapse', context)
    await note(order.id, 'lapsed', 'ministry', context, { because: 'wrong-codes' })
    await tellLapsed(order, context)
  }
  return { wrongCodes: wrong }
}

async function wrongCodes(order: string, attempt: number, { trx }: Pick<Context, 'trx'>): Promise<number> {
  const rows = await trx
    .selectFrom('filing_event')
    .select('detail')
    .where('filing_order', '=', order)
    .where('kind', '=', 'sms-wrong-code')
    .execute()
  return rows.filter(({ detail }) => detail.attempt === attempt).length
}
