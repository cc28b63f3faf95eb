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
    refetchInterval: ({ state }) => askAgainAfter(state.data),
  })
  useEffect(() => {
    const stop = new AbortController()
    const keep = (order: Order) => cache.setQueryData(orderQuery(number).queryKey, order)
    // The asking above goes on without the stream, so a cut stream needs no word to the reader.
    followOrder(number, stop.signal, keep).catch(() => undefined)
    return () => stop.abort()
  }, [cache, number])
  return order
}

/** In ms; an order that has ended is not asked about any more. */
export function askAgainAfter(order: Pick<Order, 'state'> | undefined): number | false {
  return order && ended.includes(order.state) ? false : 10_000
}

/** Hands each state of the order on, until the stream ends. @throws ApiProblem when it is refused */
export async function followOrder(number: string, signal: AbortSignal, keep: (order: Order) => void): Promise<void> {
  for await (const { event, data } of eventStream(`orders/${encodeURIComponent(number)}`, signal))
    if (event === 'order') keep(data as Order)
}
