import type { Clock } from '../../kernel/clock/index.ts'
import type { Trx } from '../../kernel/database/index.ts'

export interface HeldPromotion {
  readonly line: string
  readonly promotion: string
  /** Of one slot an account has one discount at a time; null: as often as it likes. */
  readonly slot: string | null
  readonly code: Buffer | null
}

/** All promotions for a first order share one slot: an account has one first order. */
export const firstOrderSlot = 'first-order'

/** Orders of one account that may take a discount are placed one after another. */
export async function takeTurns(trx: Trx, account: string): Promise<void> {
  await trx.selectFrom('account').select('id').where('id', '=', account).forNoKeyUpdate().executeTakeFirstOrThrow()
}

/** Slots whose discount the account holds in an open order, or has used. */
export async function takenSlots(trx: Trx, account: string): Promise<ReadonlySet<string>> {
  const rows = await trx
    .selectFrom('promotion_use')
    .select('slot')
    .where('account', '=', account)
    .where('slot', 'is not', null)
    .where('state', '<>', 'released')
    .execute()
  return new Set(rows.flatMap(({ slot }) => slot ?? []))
}

/** Keeps the discounts of an order that was just placed for it. */
export async function holdPromotions(
  trx: Trx,
  { account, held }: { account: string; held: readonly HeldPromotion[] },
  clock: Clock,
): Promise<void> {
  if (held.length === 0) return
  await trx
    .insertInto('promotion_use')
    .values(held.map((use) => ({ ...use, account, state: 'held' as const, changed_at: clock.now() })))
    .execute()
}

/** Whether all these lines still have their discount. */
export async function holdsPromotions(trx: Trx, lines: readonly string[]): Promise<boolean> {
  if (lines.length === 0) return true
  const held = await trx
    .selectFrom('promotion_use')
    .select('line')
    .where('line', 'in', lines)
    .where('state', '=', 'held')
    .forUpdate()
    .execute()
  return held.length === lines.length
}

/** Uses the discounts of lines that are being paid. */
export async function usePromotions(trx: Trx, lines: readonly string[], clock: Clock): Promise<void> {
  if (lines.length === 0) return
  await trx
    .updateTable('promotion_use')
    .set({ state: 'used', changed_at: clock.now() })
    .where('line', 'in', lines)
    .where('state', '=', 'held')
    .execute()
}

/** Gives the discounts of lines back: their order was not paid, or their money has gone back. */
export async function releasePromotions(trx: Trx, lines: readonly string[], clock: Clock): Promise<void> {
  if (lines.length === 0) return
  await trx
    .updateTable('promotion_use')
    .set({ state: 'released', changed_at: clock.now() })
    .where('line', 'in', lines)
    .where('state', '<>', 'released')
    .execute()
}
