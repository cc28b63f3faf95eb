import { chinaDay } from '../../../kernel/clock/index.ts'

/** What a registry tells about a name that is taken (RFC 5731 §3.1.2). Days are YYYY-MM-DD, China time; null: it did not say. */
export interface NameRecord {
  readonly name: string
  readonly ascii: string
  /** The registry's id of the registrar that sponsors the name. */
  readonly registrar: string
  /** Whether that is this platform. */
  readonly ours: boolean
  readonly since: string | null
  readonly until: string | null
  readonly statuses: readonly string[]
  /** ISO instant of the registry's answer. */
  readonly askedAt: string
}

/** A registry's answer as far as anyone may see it: nothing of the holder. */
export interface RegistryRecord {
  readonly clID: string
  readonly ours: boolean
  readonly statuses: readonly string[]
  readonly crDate: string
  readonly exDate: string
}

/** Asks a registry for one name; undefined when it does not know it. */
export type RecordAsker = (registry: string, ascii: string) => Promise<RegistryRecord | undefined>

/** Whether a name is free needs no record: `free`. */
export type RecordAnswer = NameRecord | 'free'

export interface Named {
  readonly name: string
  readonly ascii: string
  readonly registry: string
}

const keptMs = 600_000
const mostKept = 5_000

/** Records as registries tell them, each kept for ten minutes; one question at a time about a name. That a name is free
 *  may be over at any moment, and is not kept. */
export function recordReader(ask: RecordAsker, now: () => Date): (named: Named) => Promise<RecordAnswer> {
  const kept = new Map<string, { until: number; answer: Promise<RecordAnswer> }>()
  return ({ name, ascii, registry }) => {
    const at = now().getTime()
    const found = kept.get(ascii)
    if (found && found.until > at) return found.answer
    kept.delete(ascii)
    for (const [oldest] of kept) {
      if (kept.size < mostKept) break
      kept.delete(oldest)
    }
    const answer = ask(registry, ascii).then((record): RecordAnswer => {
      if (!record) return 'free'
      const { clID, ours, statuses, crDate, exDate } = record
      const day = (instant: string) => (instant === '' ? null : chinaDay(new Date(instant)))
      return {
        name,
        ascii,
        registrar: clID,
        ours,
        since: day(crDate),
        until: day(exDate),
        statuses,
        askedAt: now().toISOString(),
      }
    })
    kept.set(ascii, { until: at + keptMs, answer })
    const forget = () => kept.delete(ascii)
    // What got no answer is asked anew by the next reader.
    answer.then((said) => said === 'free' && forget(), forget)
    return answer
  }
}
