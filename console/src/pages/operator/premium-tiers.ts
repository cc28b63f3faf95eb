import { fenOf, yuanOf } from './yuan.ts'

export const tierPrices = ['register', 'renew', 'transfer', 'restore'] as const
export type TierPrice = (typeof tierPrices)[number]

/** A class of dearer names at a registry, with its prices a year in fen; null: not known. */
export interface Tier {
  tier: string
  priceFen: Record<TierPrice, number | null>
}

/** A class as it stands in the form; an empty price is not known. */
export interface TypedTier extends Record<TierPrice, string> {
  /** Tells the rows of the form apart. */
  key: number
  tier: string
}

export function typedTiers(tiers: readonly Tier[]): TypedTier[] {
  const typed = (fen: number | null) => (fen === null ? '' : yuanOf(fen))
  return tiers.map(({ tier, priceFen }, key) => ({
    key,
    tier,
    register: typed(priceFen.register),
    renew: typed(priceFen.renew),
    transfer: typed(priceFen.transfer),
    restore: typed(priceFen.restore),
  }))
}

/** The classes that were typed; undefined when one has no name, the name of another, or a price that is none. */
export function tiersOf(typed: readonly TypedTier[]): Tier[] | undefined {
  const tiers: Tier[] = []
  for (const row of typed) {
    const tier = row.tier.trim()
    if (wrongIn(row) || tiers.some((other) => other.tier === tier)) return undefined
    const fen = (price: TierPrice) => (row[price].trim() === '' ? null : (fenOf(row[price]) ?? null))
    const priceFen = {
      register: fen('register'),
      renew: fen('renew'),
      transfer: fen('transfer'),
      restore: fen('restore'),
    }
    tiers.push({ tier, priceFen })
  }
  return tiers
}

function wrongIn(row: TypedTier): boolean {
  const tier = row.tier.trim()
  return (
    tier === '' ||
    [...tier].length > 40 ||
    tierPrices.some((price) => row[price].trim() !== '' && fenOf(row[price]) === undefined)
  )
}
