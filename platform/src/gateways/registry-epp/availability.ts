import type { PremiumName, Registries } from '../../modules/domains/ports.ts'
import type { AvailabilityAsker } from '../../modules/search/ports.ts'

/** The search's question, put to the registry's `check`; `retailFen` says what a premium name costs here. */
export function availabilityAsker(
  registries: Registries,
  retailFen: (premium: PremiumName) => number | null,
): AvailabilityAsker {
  return {
    async check(registry, asciiNames, signal, years = 1) {
      const found = await registries.registry(registry).check(asciiNames, { signal, years })
      return new Map(
        [...found].map(([ascii, { premium, ...rest }]) => [
          ascii,
          premium ? { ...rest, premium: { ...premium, retailFen: retailFen(premium) } } : rest,
        ]),
      )
    },
  }
}
