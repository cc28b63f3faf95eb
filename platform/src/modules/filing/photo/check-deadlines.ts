import { addDays } from '../../../kernel/clock/index.ts'
import type { Context } from '../../../kernel/context.ts'
import { type DeadlineHandler, setDeadline } from '../../../kernel/deadlines/index.ts'
import { closing } from '../course.ts'
import type { OrderRow } from '../orders.ts'
import { tellCheck } from '../tell.ts'
import { checkOf, stageOf, waysHere } from './check-row.ts'

export const checkWaits = 'filing.check-waits'

/** Days after which a principal who was not verified yet is reminded; nobody sets them a limit. */
const remindAfterDays = [3, 10]

/** Tells whose turn it is, and once more while it stays theirs. */
export async function askForCheck(
  order: Pick<OrderRow, 'account' | 'number' | 'type' | 'template' | 'title' | 'attempt'>,
  context: Pick<Context, 'trx' | 'clock' | 'random'>,
): Promise<void> {
  const { clock } = context
  await tellCheck(order, context)
  for (const days of remindAfterDays)
    await setDeadline(
      {
        kind: checkWaits,
        subject: order.number,
        opensAt: closing(addDays(clock.today(), days)),
        closesAt: closing(addDays(clock.today(), days + 1)),
        payload: { attempt: order.attempt },
      },
      context,
    )
}

export const remindOfCheck: DeadlineHandler = async ({ subject, payload, late }, context) => {
  const { trx, clock } = context
  const order = await trx
    .selectFrom('filing_order')
    .selectAll()
    .where('number', '=', subject)
    .where('state', '=', 'photo')
    .forUpdate()
    .executeTakeFirst()
  if (!order || late || order.attempt !== (payload as { attempt: number }).attempt) return
  const stage = stageOf(order, await checkOf(trx, order.id), waysHere(order, clock.today()))
  // What is with us or with the carrier needs no reminder.
  if (['looked-at', 'ordered', 'on-its-way', 'lost-often'].includes(stage)) return
  await tellCheck(order, context)
}
