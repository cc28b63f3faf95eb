import { askRegistry, questionsOf } from './ask-registries.ts'
import type { AskedName, AvailabilityAsker } from './ports.ts'

/** Asks the registries about whole names at once; a name without an entry was not answered. */
export async function checkNames(
  asker: AvailabilityAsker,
  names: readonly { registry: string; ascii: string; years?: number }[],
  limitMs: number,
): Promise<ReadonlyMap<string, AskedName>> {
  const found = await Promise.all(questionsOf(names, 40).map((question) => askRegistry(asker, question, limitMs)))
  const all = new Map<string, AskedName>()
  for (const answers of found) for (const [ascii, answer] of answers) if (answer) all.set(ascii, answer)
  return all
}
