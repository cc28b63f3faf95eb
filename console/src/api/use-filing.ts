import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { eventStream } from './event-stream.ts'
import { type Filing, filingQuery } from './filing.ts'

/** An order for a filing that keeps itself true: by the stream, and by asking again when the stream is cut. */
export function useFiling(number: string) {
  const cache = useQueryClient()
  const filing = useQuery({ ...filingQuery(number), refetchInterval: ({ state }) => askAgainAfter(state.data) })
  useEffect(() => {
    const stop = new AbortController()
    const { queryKey } = filingQuery(number)
    const keep = (next: Filing) => {
      const before = cache.getQueryData(queryKey)
      cache.setQueryData(queryKey, next)
      // What came by the phone is checked too, and lists show where an order stands.
      if (before && papersOf(before) !== papersOf(next))
        void cache.invalidateQueries({ queryKey: [...queryKey, 'preflight'] })
      if (before && before.state !== next.state) void cache.invalidateQueries({ queryKey: ['filings'], exact: true })
    }
    // The asking above goes on without the stream, so a cut stream needs no word to the reader.
    followFiling(number, stop.signal, keep).catch(() => undefined)
    return () => stop.abort()
  }, [cache, number])
  return filing
}

const papersOf = ({ papers }: Filing) => papers.map(({ id }) => id).join()

/** In ms; an order that has ended is not asked about any more. */
function askAgainAfter(filing: Pick<Filing, 'state'> | undefined): number | false {
  return filing?.state === 'passed' || filing?.state === 'withdrawn' ? false : 15_000
}

/** Hands each state of the order on, until the stream ends. @throws ApiProblem when it is refused */
async function followFiling(number: string, signal: AbortSignal, keep: (filing: Filing) => void): Promise<void> {
  for await (const { event, data } of eventStream(`filings/${encodeURIComponent(number)}`, signal))
    if (event === 'filing') keep(data as Filing)
}
