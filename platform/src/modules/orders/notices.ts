import { createHash } from 'node:crypto'
import type { Clock } from '../../kernel/clock/index.ts'
import type { Context } from '../../kernel/context.ts'
import type { HttpServices, WithTrx } from '../../kernel/http/index.ts'

type Form = Readonly<Record<string, string>>

/** Keeps that a notification of the channel came, and what was made of it. */
export async function noteNotice(
  { trx, clock }: Pick<Context, 'trx' | 'clock'>,
  { outTradeNo, form, outcome }: { outTradeNo: string | null; form: Form; outcome: string },
): Promise<void> {
  const digest = createHash('sha256').update(JSON.stringify(form)).digest('hex')
  await trx
    .insertInto('payment_notice')
    .values({ out_trade_no: outTradeNo?.slice(0, 64) ?? null, digest, outcome, at: clock.now() })
    .execute()
}

/**
 * What was not signed by the channel may come from anybody, as often as they like: it is counted, and the first of a
 * minute leaves a row, so that people see that it happened. Nobody fills the database with it.
 */
export function unsignedNotices({ clock, counter }: { clock: Clock } & Pick<HttpServices, 'counter'>) {
  const counted = counter('payment_notices_unsigned_total', 'Payment notices whose signature was not the channel’s')
  let minute = Number.NEGATIVE_INFINITY
  return async (form: Form, withTrx: WithTrx): Promise<void> => {
    counted.inc()
    const now = Math.floor(clock.now().getTime() / 60_000)
    if (now === minute) return
    minute = now
    await withTrx((context) => noteNotice(context, { outTradeNo: null, form, outcome: 'bad-signature' }))
  }
}
