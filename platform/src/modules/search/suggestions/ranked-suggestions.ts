import type { AvailabilityAsker } from '../ports.ts'

/** What a candidate must carry so that its registry can be asked; the caller adds these to a Suggestion. */
export interface Askable {
  readonly registry: string
  /** The whole name as A-labels. */
  readonly ascii: string
}

export interface RankedOptions {
  /** Free names wanted; when they are found, nobody is asked further. */
  readonly limit: number
  readonly signal: AbortSignal
  /** Names in one question to a registry. */
  readonly batch: number
  /** How long a registry may take over one question; after that it is asked no more. */
  readonly limitMs: number
}

/**
 * The free ones among ranked candidates, as the registries' answers arrive; in rank order within an answer. Registries are
 * asked side by side and each a batch at a time, so that a silent one holds up nobody. A name whose registry failed, was
 * late or left it out is not yielded. Ends early, without an error, when the signal is aborted.
 */
export async function* rankedSuggestions<Candidate extends Askable>(
  candidates: readonly Candidate[],
  asker: AvailabilityAsker,
  { limit, signal, batch, limitMs }: RankedOptions,
): AsyncGenerator<Candidate> {
  const over = new AbortController()
  const ended = AbortSignal.any([signal, over.signal])
  const waiting = batchesOf(candidates, batch)
  const asked = new Map<string, Promise<Arrival<Candidate>>>()
  const askNext = (registry: string) => {
    const names = waiting.get(registry)?.shift()
    if (names)
      asked.set(registry, freeOf(names, registry, asker, AbortSignal.any([ended, AbortSignal.timeout(limitMs)])))
  }
  let missing = limit
  try {
    if (missing <= 0 || signal.aborted) return
    for (const registry of waiting.keys()) askNext(registry)
    while (asked.size > 0) {
      const { registry, free, answered } = await Promise.race(asked.values())
      asked.delete(registry)
      if (answered && free.length < missing) askNext(registry)
      for (const candidate of free) {
        if (signal.aborted) return
        yield candidate
        if (--missing === 0) return
      }
    }
  } finally {
    over.abort()
  }
}

interface Arrival<Candidate> {
  readonly registry: string
  readonly free: readonly Candidate[]
  readonly answered: boolean
}

/** One answer. Never rejects, and settles with the signal even when the asker does not heed it. */
async function freeOf<Candidate extends Askable>(
  names: readonly Candidate[],
  registry: string,
  asker: AvailabilityAsker,
  signal: AbortSignal,
): Promise<Arrival<Candidate>> {
  const silence = new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  const asciiNames = names.map(({ ascii }) => ascii)
  const answer = async () => asker.check(registry, asciiNames, signal)
  try {
    const found = await Promise.race([answer(), silence])
    // What is suggested carries the price of its suffix.
    const free = names.filter(({ ascii }) => found.get(ascii)?.available === true && !found.get(ascii)?.premium)
    return { registry, free, answered: true }
  } catch {
    return { registry, free: [], answered: false }
  }
}

function batchesOf<Candidate extends Askable>(
  candidates: readonly Candidate[],
  size: number,
): Map<string, Candidate[][]> {
  const batches = new Map<string, Candidate[][]>()
  for (const candidate of candidates) {
    const own = batches.get(candidate.registry) ?? []
    const last = own.at(-1)
    if (last && last.length < size) last.push(candidate)
    else own.push([candidate])
    batches.set(candidate.registry, own)
  }
  return batches
}
