import { setImmediate } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Clock } from '../../kernel/clock/index.ts'
import type { Db } from '../../kernel/database/index.ts'
import type { Random } from '../../kernel/random.ts'
import { type Repeated, repeated } from '../../kernel/repeated.ts'
import { isDone, settleOrder } from './commands/settle-order.ts'

/** Ends paid orders. A line that ends asks at once; looking again and again finds what a killed process left. */
export interface OrderSettler extends Repeated {
  /** After the end of a line is committed. Never rejects: the next look finds what this one could not do. */
  lineEnded(order: string): Promise<void>
}

export function createOrderSettler({
  db,
  clock,
  random,
  log,
  everyMs = 1_000,
}: {
  db: Db
  clock: Clock
  random: Random
  log: Logger
  everyMs?: number
}): OrderSettler {
  const settle = (order: string) => db.transaction().execute((trx) => settleOrder(order, { trx, clock, random }))

  async function look(): Promise<number> {
    const done = await db
      .selectFrom('orders')
      .select('id')
      .where('state', '=', 'processing')
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('order_line')
              .select('id')
              .whereRef('order_line.order_id', '=', 'orders.id')
              .where('order_line.state', 'in', ['waiting', 'failed'])
              .where('order_line.refund_to', 'is', null),
          ),
        ),
      )
      .limit(100)
      .execute()
    for (const { id } of done) await settle(id)
    return done.length
  }

  const asked = new Map<string, Promise<void>>()

  async function settleIfDone(order: string): Promise<void> {
    // Lines that end in the same turn ask once; a line that ends from here on asks again.
    await setImmediate()
    asked.delete(order)
    try {
      if (await isDone(db, order)) await settle(order)
    } catch (error) {
      log.warn({ err: error }, 'an order could not be ended at once')
    }
  }

  return {
    lineEnded(order) {
      const question = asked.get(order) ?? settleIfDone(order)
      asked.set(order, question)
      return question
    },
    ...repeated(look, { everyMs, log, failing: 'orders could not be looked at' }),
  }
}
