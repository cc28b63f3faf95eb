import type { Promotion, SuffixRecord } from '../catalog/index.ts'
import type { AgreedFee } from '../domains/index.ts'

/** The promotion that a line has, and the slot of the account that it takes (see `promotion_use`). */
export interface AppliedPromotion {
  readonly id: string
  readonly slot: string | null
}

export interface LinePrice {
  /** How the subtotal came about, e.g. `¥29＋39×2`. */
  readonly unitText: string
  readonly discountFen: number
  readonly subtotalFen: number
  readonly promotion: AppliedPromotion | null
  /** Of a premium name: what its registry takes for these years, and not more. */
  readonly premium?: AgreedFee
}

/** The price of registering under a suffix for whole years: the first year's price, then the renewal price for each further year. undefined when a price is not known. */
export function registrationPrice(
  suffix: SuffixRecord,
  years: number,
  promotion: Promotion | undefined,
): LinePrice | undefined {
  const { register, renew } = suffix.priceFen
  if (register === null || (years > 1 && renew === null)) return undefined
  const further = years > 1 && renew !== null ? renew * (years - 1) : 0
  const discountFen = Math.min(promotion?.offFen ?? 0, register)
  const more = years > 2 ? `＋${yuan(renew ?? 0)}×${years - 1}` : years === 2 ? `＋${yuan(renew ?? 0)}` : ''
  return {
    unitText: `¥${yuan(register)}${more}`,
    discountFen,
    subtotalFen: register + further - discountFen,
    promotion: promotion ? { id: promotion.id, slot: slotOf(promotion) } : null,
  }
}

/** The price of a premium name for all its years (溢价): the registry's own, and no promotion takes anything off. */
export function premiumLinePrice(retailFen: number, premium: AgreedFee): LinePrice {
  return { unitText: `¥${yuan(retailFen)}`, discountFen: 0, subtotalFen: retailFen, promotion: null, premium }
}

/** All promotions for a first order share one slot: an account has one first order. */
export function slotOf({ firstOrderOnly }: Promotion): string | null {
  return firstOrderOnly ? firstOrderSlot : null
}

export const firstOrderSlot = 'first-order'

/** The price of renewing for whole years. undefined when it is not known. */
export function renewalPrice(suffix: SuffixRecord, years: number): LinePrice | undefined {
  const { renew } = suffix.priceFen
  if (renew === null) return undefined
  return {
    unitText: years > 1 ? `¥${yuan(renew)}×${years}` : `¥${yuan(renew)}`,
    discountFen: 0,
    subtotalFen: renew * years,
    promotion: null,
  }
}

function yuan(fen: number): string {
  return fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2)
}
