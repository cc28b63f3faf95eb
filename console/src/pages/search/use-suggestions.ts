import { useEffect, useState } from 'react'
import { query } from '../../api/client.ts'
import { eventStream } from '../../api/event-stream.ts'
import type { Suggestion } from '../../api/types.ts'

interface Suggestions {
  readonly shown: readonly Suggestion[]
  readonly ended: boolean
  readonly error: unknown
}

const nothing: Suggestions = { shown: [], ended: false, error: null }
/** Typing goes on: a word is worth asking about when it stays for so long, in ms. */
const pause = 400

/** Free names near a word, best first, as registries answer. `again` asks once more. */
export function useSuggestions(q: string, suffixes: string): Suggestions & { again: () => void } {
  const [state, setState] = useState(nothing)
  const [round, setRound] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks the same question again
  useEffect(() => {
    setState(nothing)
    if (q === '') return
    const stop = new AbortController()
    const timer = setTimeout(() => {
      read(q, suffixes, stop.signal, (suggestion) =>
        setState((before) => ({ ...before, shown: [...before.shown, suggestion] })),
      )
        .then(() => setState((before) => ({ ...before, ended: true })))
        .catch((error: unknown) => {
          if (!stop.signal.aborted) setState((before) => ({ ...before, ended: true, error }))
        })
    }, pause)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [q, suffixes, round])
  return { ...state, again: () => setRound((before) => before + 1) }
}

async function read(
  q: string,
  suffixes: string,
  signal: AbortSignal,
  tell: (suggestion: Suggestion) => void,
): Promise<void> {
  for await (const { event, data } of eventStream(`search/suggestions?${query({ q, suffixes })}`, signal))
    if (event === 'suggestion') tell(data as Suggestion)
}
