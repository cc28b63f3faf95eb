import { sql } from 'kysely'
import type { Clock } from '../../kernel/clock/index.ts'
import type { Trx } from '../../kernel/database/index.ts'
import { type CodeInHand, checkCode } from './check-code.ts'
import type { CodeTrouble } from './errors.ts'
import { isFor, type RunningPromotion, runningOn } from './terms.ts'
import { firstOrderSlot, takenSlots, takeTurns } from './uses.ts'

/** A promotion that one account may use now, as often as `usesLeft` says (one line of an order is one use). */
export interface Offer {
  readonly promotion: RunningPromotion
  /** Of this slot an account has one discount at a time; null: as often as the limits allow. */
  readonly slot: string | null
  readonly usesLeft: number
  readonly code: Buffer | null
}

export interface Offers {
  readonly offers: readonly Offer[]
  /** Why the code that was given gives nothing. */
  readonly trouble: CodeTrouble | undefined
}

/**
 * What may be taken off an order: promotions that run today and have uses left, and that of the code, if one is given.
 * @param lock the order is being placed: whoever else wants the last use waits for it
 */
export async function offersFor(
  trx: Trx,
  {
    account,
    product,
    suffixes,
    code,
    lock,
    isFirstOrder,
  }: {
    account: string
    product: RunningPromotion['product']
    suffixes: readonly string[]
    code: string | undefined
    lock: boolean
    isFirstOrder: () => Promise<boolean>
  },
  clock: Clock,
): Promise<Offers> {
  const running = await runningOn(trx, clock.today(), product)
  const wanted = running.filter(
    (promotion) => (!promotion.by_code || code) && suffixes.some((suffix) => isFor(promotion, suffix)),
  )
  // Account first, then promotions in the order of their names: two that wait for each other there cannot be.
  if (lock && wanted.length > 0) {
    await takeTurns(trx, account)
    const limited = wanted.filter(({ by_code, most_uses }) => by_code || most_uses !== null).map(({ id }) => id)
    if (limited.length > 0)
      await trx.selectFrom('promotion').select('id').where('id', 'in', limited).orderBy('id').forNoKeyUpdate().execute()
  }
  const checked = code ? await checkCode(trx, { typed: code, account, suffixes, running }, clock) : undefined
  const inHand = checked?.ok ? checked.code : undefined
  const candidates = wanted.filter(({ id, by_code }) => !by_code || inHand?.promotion === id)
  if (candidates.length === 0) return { offers: [], trouble: checked?.ok === false ? checked.trouble : undefined }
  const used = await usesOf(trx, candidates, account)
  const slotTaken =
    candidates.some(({ first_order_only }) => first_order_only) &&
    ((await takenSlots(trx, account)).has(firstOrderSlot) || !(await isFirstOrder()))
  const offers = candidates.map((promotion): Offer & { each: number; all: number } => {
    const { all, own } = used.get(promotion.id) ?? { all: 0, own: 0 }
    const code = inHand?.promotion === promotion.id ? inHand : undefined
    const left = {
      all: Math.max(0, (promotion.most_uses ?? Number.POSITIVE_INFINITY) - all),
      each:
        promotion.first_order_only && slotTaken
          ? 0
          : Math.max(0, (promotion.most_uses_each ?? Number.POSITIVE_INFINITY) - own),
    }
    return {
      promotion,
      slot: promotion.first_order_only ? firstOrderSlot : null,
      usesLeft: Math.min(left.all, left.each, code?.usesLeft ?? Number.POSITIVE_INFINITY),
      code: code?.digest ?? null,
      ...left,
    }
  })
  return {
    offers: offers.filter(({ usesLeft }) => usesLeft > 0),
    trouble: checked?.ok === false ? checked.trouble : troubleOf(inHand, offers),
  }
}

/** A code that is good by itself, of a promotion that has nothing left for everybody or for this account. */
function troubleOf(
  inHand: CodeInHand | undefined,
  offers: readonly { promotion: RunningPromotion; each: number; all: number }[],
): CodeTrouble | undefined {
  const its = offers.find(({ promotion }) => promotion.id === inHand?.promotion)
  if (its?.all === 0) return 'used-up'
  return its?.each === 0 ? 'not-for-account' : undefined
}

/** How often promotions with a limit are held or used. */
async function usesOf(
  trx: Trx,
  candidates: readonly RunningPromotion[],
  account: string,
): Promise<ReadonlyMap<string, { all: number; own: number }>> {
  const ids = candidates.filter((one) => one.most_uses !== null || one.most_uses_each !== null).map(({ id }) => id)
  if (ids.length === 0) return new Map()
  const rows = await trx
    .selectFrom('promotion_use')
    .select([
      'promotion',
      sql<number>`count(*)::int`.as('all'),
      sql<number>`(count(*) filter (where account = ${account}))::int`.as('own'),
    ])
    .where('promotion', 'in', ids)
    .where('state', '<>', 'released')
    .groupBy('promotion')
    .execute()
  return new Map(rows.map(({ promotion, ...counts }) => [promotion, counts]))
}
