import type { Registries } from '../../modules/domains/ports.ts'
import type { AvailabilityAsker } from '../../modules/search/ports.ts'

/** The search's question, put to the registry's `check`. */
export function availabilityAsker(registries: Registries): AvailabilityAsker {
  return { check: (registry, asciiNames, signal) => registries.registry(registry).check(asciiNames, { signal }) }
}
