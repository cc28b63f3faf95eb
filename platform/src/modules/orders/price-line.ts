import type { SuffixRecord } from '../catalog/index.ts'
import type { AgreedFee } from '../domains/index.ts'

/** The promotion that a line has, with the slot of the account and the code that it takes (see `promotion_use`). */
export interface AppliedPromotion {
  readonly id: string
  readonly slot: string | null
  readonly code: Buffer | null
}

export interface LinePrice {
  /** How the subtotal came about, e.g. `¥29＋39×2`. */
  readonly unitText: string
  /** What a promotion may take something off; 0 where none does. */
  readonly firstYearFen: number
  readonly discountFen: number
  readonly subtotalFen: number
  readonly promotion: AppliedPromotion | null
  /** Of a premium name: what its registry takes for these years, and not more. */
  readonly premium?: AgreedFee
}

/** The price of registering under a suffix for whole years: the first year's price, then the renewal price for each further year. undefined when a price is not known. */
export function registrationPrice(suffix: SuffixRecord, years: number): LinePrice | undefined {
  const { register, renew } = suffix.priceFen
  if (register === null || (years > 1 && renew === null)) return undefined
  const further = years > 1 && renew !== null ? renew * (years - 1) : 0
  const more = years > 2 ? `＋${yuan(renew ?? 0)}×${years - 1}` : years === 2 ? `＋${yuan(renew ?? 0)}` : ''
  return {
    unitText: `¥${yuan(register)}${more}`,
    firstYearFen: register,
    discountFen: 0,
    subtotalFen: register + further,
    promotion: null,
  }
}

/** The price of a premium name for all its years (溢价): the registry's own, and no promotion takes anything off. */
export function premiumLinePrice(retailFen: number, premium: AgreedFee): LinePrice {
  const unitText = `¥${yuan(retailFen)}`
  return { unitText, firstYearFen: 0, discountFen: 0, subtotalFen: retailFen, promotion: null, premium }
}

/** The price of renewing for whole years. undefined when it is not known. */
export function renewalPrice(suffix: SuffixRecord, years: number): LinePrice | undefined {
  const { renew } = suffix.priceFen
  if (renew === null) return undefined
  return {
    unitText: years > 1 ? `¥${yuan(renew)}×${years}` : `¥${yuan(renew)}`,
    firstYearFen: renew,
    discountFen: 0,
    subtotalFen: renew * years,
    promotion: null,
  }
}

function yuan(fen: number): string {
  return fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2)
}
