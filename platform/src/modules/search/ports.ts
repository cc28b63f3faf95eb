import type { NameAvailability } from '../domains/index.ts'

/** Asks one registry about names, all A-labels with suffix. Rejects when the registry cannot be asked. */
export interface AvailabilityAsker {
  check(
    registry: string,
    asciiNames: readonly string[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, NameAvailability>>
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
