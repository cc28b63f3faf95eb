import type { AskedName, AvailabilityAsker } from './ports.ts'

/** undefined: the registry did not answer in time, or could not be asked. It is never taken for "free". */
export type Answer = AskedName | undefined

export interface Question {
  readonly registry: string
  readonly asciiNames: readonly string[]
  /** For how many years; 1 unless given. */
  readonly years?: number
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
    return await Promise.race([asker.check(question.registry, question.asciiNames, limit, question.years), silence])
  } catch {
    return new Map()
  }
}

/** Groups names by registry and years, at most `batch` a question, in the order given. */
export function questionsOf(
  names: readonly { registry: string; ascii: string; years?: number }[],
  batch: number,
): Question[] {
  const open = new Map<string, string[]>()
  const questions: { registry: string; asciiNames: string[]; years?: number }[] = []
  for (const { registry, ascii, years } of names) {
    const key = years === undefined ? registry : `${registry} ${years}`
    let group = open.get(key)
    if (!group || group.length >= batch) {
      group = []
      open.set(key, group)
      questions.push({ registry, asciiNames: group, ...(years === undefined ? {} : { years }) })
    }
    if (!group.includes(ascii)) group.push(ascii)
  }
  return questions
}
