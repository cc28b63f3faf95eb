import type { NameAvailability, PremiumName } from '../domains/index.ts'

/** A premium name with what it costs here for the years asked about; null when it is not sold here. */
export interface PremiumOffer extends PremiumName {
  readonly retailFen: number | null
}

export interface AskedName extends Omit<NameAvailability, 'premium'> {
  readonly premium?: PremiumOffer
}

/** Asks one registry about names, all A-labels with suffix. Rejects when the registry cannot be asked. */
export interface AvailabilityAsker {
  check(
    registry: string,
    asciiNames: readonly string[],
    signal: AbortSignal,
    /** 1 unless given. */
    years?: number,
  ): Promise<ReadonlyMap<string, AskedName>>
}

/**
 * What is known of a name without asking anybody. `taken`: it is registered through us. `perhaps-taken`: an index says so,
 * which may be wrong for one name in some hundred. Both are shown, and the registry confirms or corrects them.
 */
export type KnownAnswer = 'taken' | 'perhaps-taken' | 'not-known'

/** Taken names in memory. `label` is folded Unicode, `suffix` an A-label. */
export interface KnownNames {
  answer(suffix: string, label: string): KnownAnswer
}
