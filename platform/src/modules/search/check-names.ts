import type { NameAvailability } from '../domains/index.ts'
import { askRegistry, questionsOf } from './ask-registries.ts'
import type { AvailabilityAsker } from './ports.ts'

/** Asks the registries about whole names at once; a name without an entry was not answered. */
export async function checkNames(
  asker: AvailabilityAsker,
  names: readonly { registry: string; ascii: string }[],
  limitMs: number,
): Promise<ReadonlyMap<string, NameAvailability>> {
  const found = await Promise.all(questionsOf(names, 40).map((question) => askRegistry(asker, question, limitMs)))
  const all = new Map<string, NameAvailability>()
  for (const answers of found) for (const [ascii, answer] of answers) if (answer) all.set(ascii, answer)
  return all
}
