import type { NameAvailability } from '../domains/index.ts'
import type { AvailabilityAsker } from './ports.ts'

/** undefined: the registry did not answer in time, or could not be asked. It is never taken for "free". */
export type Answer = NameAvailability | undefined

export interface Question {
  readonly registry: string
  readonly asciiNames: readonly string[]
}

/** One registry's whole answer to one batch. Never rejects: silence is an answer of its own. */
export async function askRegistry(
  asker: AvailabilityAsker,
  question: Question,
  limitMs: number,
): Promise<ReadonlyMap<string, Answer>> {
  const limit = AbortSignal.timeout(limitMs)
  try {
    const silence = new Promise<never>((_, reject) =>
      limit.addEventListener('abort', () => reject(limit.reason), { once: true }),
    )
    return await Promise.race([asker.check(question.registry, question.asciiNames, limit), silence])
  } catch {
    return new Map()
  }
}

/** Groups names by registry, at most `batch` a question, in the order given. */
export function questionsOf(names: readonly { registry: string; ascii: string }[], batch: number): Question[] {
  const open = new Map<string, string[]>()
  const questions: { registry: string; asciiNames: string[] }[] = []
  for (const { registry, ascii } of names) {
    let group = open.get(registry)
    if (!group || group.length >= batch) {
      group = []
      open.set(registry, group)
      questions.push({ registry, asciiNames: group })
    }
    if (!group.includes(ascii)) group.push(ascii)
  }
  return questions
}
