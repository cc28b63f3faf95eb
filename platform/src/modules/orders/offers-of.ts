import type { Context } from '../../kernel/context.ts'
import { type Offers, offersFor } from '../promotions/index.ts'
import { isFirstOrder } from './queries.ts'
import type { QuotedLine } from './quote.ts'

/** What a customer says of promotions. */
export interface Choice {
  readonly promoCode?: string | undefined
  /** Ids of promotions that fit and are not wanted. */
  readonly declined?: readonly string[] | undefined
}

/** What may be taken off an order of these lines now. @param lock when it is being placed */
export function offersOf(
  { lines, product, promoCode }: { lines: readonly QuotedLine[]; product: 'register' | 'renew' } & Choice,
  account: string,
  { lock }: { lock: boolean },
  { trx, clock }: Pick<Context, 'trx' | 'clock'>,
): Promise<Offers> {
  return offersFor(
    trx,
    {
      account,
      product,
      suffixes: [...new Set(lines.map(({ suffix }) => suffix))],
      code: promoCode?.trim() || undefined,
      lock,
      isFirstOrder: () => isFirstOrder(trx, account),
    },
    clock,
  )
}
