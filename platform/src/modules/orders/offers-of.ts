import type { Context } from '../../kernel/context.ts'
import type { CustomerActor } from '../../kernel/http/index.ts'
import { codeProblem, type Offers, offersFor } from '../promotions/index.ts'
import { isFirstOrder } from './queries.ts'
import type { QuotedLine } from './quote.ts'

/** What a customer says of promotions. */
export interface Choice {
  readonly promoCode?: string | undefined
  /** Ids of promotions that fit and are not wanted. */
  readonly declined?: readonly string[] | undefined
}

/**
 * A code is got by a person who follows an account and entered at checkout (S0-18, S0-19): a script that holds a token
 * would go through codes, or use up what is meant for one person each. @throws promotion.code-not-by-token
 */
export function codeOfPerson({ promoCode }: Choice, { via }: CustomerActor): void {
  if (via === 'api' && promoCode?.trim()) throw codeProblem('not-by-token')
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
