import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { eventStream } from './event-stream.ts'
import { orderQuery } from './queries.ts'
import type { Order } from './types.ts'

const ended: readonly Order['state'][] = ['succeeded', 'partly-succeeded', 'failed', 'closed']

/** An order that keeps itself true: by the stream while it lasts, by asking again when the stream is cut. */
export function useOrder(number: string) {
  const cache = useQueryClient()
  const options = orderQuery(number)
  const order = useQuery({
    ...options,
    refetchInterval: ({ state }) => (state.data && ended.includes(state.data.state) ? false : 10_000),
  })
  useEffect(() => {
    const stop = new AbortController()
    const listen = async () => {
      for await (const { event, data } of eventStream(`orders/${encodeURIComponent(number)}`, stop.signal)) {
        if (event === 'order') cache.setQueryData(orderQuery(number).queryKey, data as Order)
      }
    }
    // The asking above goes on without the stream, so a cut stream needs no word to the reader.
    listen().catch(() => undefined)
    return () => stop.abort()
  }, [cache, number])
  return order
}
