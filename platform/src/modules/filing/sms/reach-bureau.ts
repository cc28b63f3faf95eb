import { chinaDay, workingDayAfter } from '../../../kernel/clock/index.ts'
import type { Context } from '../../../kernel/context.ts'
import { liftDeadlines, setDeadline } from '../../../kernel/deadlines/index.ts'
import { smsHours } from '../checks-ahead.ts'
import { closing, usualBureauDays } from '../course.ts'
import { moveOrder, note, type OrderRow } from '../orders.ts'
import { tellSms } from '../tell.ts'

export const smsSoon = 'filing.sms-soon'
export const smsOver = 'filing.sms-over'

const hourMs = 3_600_000

/** The bureau has the file: where its day and province want it, the principals enter the ministry's code first. */
export async function reachBureau(order: OrderRow, context: Pick<Context, 'trx' | 'clock' | 'random'>): Promise<void> {
  const { trx, clock } = context
  const now = clock.now()
  const hours = smsHours(order.type, order.province, clock.today())
  if (hours === undefined) {
    await moveOrder(order, 'reachBureau', context, { bureau_at: now, due_at: bureauDue(now) })
    await note(order.id, 'sent-to-bureau', 'we', context)
    return
  }
  const until = new Date(now.getTime() + hours * hourMs)
  await moveOrder(order, 'waitForSms', context, { bureau_at: now, due_at: until })
  await note(order.id, 'sent-to-bureau', 'we', { trx, clock }, { smsUntil: until.toISOString() })
  const payload = { attempt: order.attempt }
  // Twice: when half of the time is over, and when an eighth is left.
  for (const left of [hours / 2, hours / 8])
    await setDeadline(
      {
        kind: smsSoon,
        subject: order.number,
        opensAt: new Date(until.getTime() - left * hourMs),
        closesAt: until,
        payload,
      },
      context,
    )
  await setDeadline({ kind: smsOver, subject: order.number, opensAt: until, payload }, context)
  await tellSms(order, { until, again: false }, context)
}

/** By when the bureau decides at the latest (S2-29). */
export function bureauDue(from: Date): Date {
  return closing(workingDayAfter(chinaDay(from), usualBureauDays.until).day)
}

/** The check by SMS is over, one way or another. */
export async function endSms(number: string, context: Pick<Context, 'trx' | 'clock'>): Promise<void> {
  await liftDeadlines({ kind: smsSoon, subject: number }, context)
  await liftDeadlines({ kind: smsOver, subject: number }, context)
}
