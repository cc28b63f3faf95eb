import type { NameAvailability } from '../domains/index.ts'

/** Asks one registry about names, all A-labels with suffix. Rejects when the registry cannot be asked. */
export interface AvailabilityAsker {
  check(
    registry: string,
    asciiNames: readonly string[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, NameAvailability>>
}
