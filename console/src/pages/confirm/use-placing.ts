import { useState } from 'react'
import type { Order } from '../../api/types.ts'
import { useOnce } from '../../api/use-once.ts'
import { go } from '../../router/history.ts'

/** What the answer was, and the price that the buyer had seen. */
export interface Refusal {
  readonly error: unknown
  /** Fen. */
  readonly expected: number
}

/** Places an order at the price that was shown and goes on to its payment; a refusal stays on the page, with fresh prices. */
export function usePlacing(address: string, onRefused: () => Promise<unknown>) {
  const once = useOnce()
  const [buying, setBuying] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const place = async (body: object, expected: number, placed?: () => unknown) => {
    setBuying(true)
    setRefusal(null)
    try {
      const order = await once<Order>(address, { ...body, expectedTotalFen: expected })
      go({ to: '/orders/$number/pay', params: { number: order.number } })
    } catch (error) {
      setRefusal({ error, expected })
      setBuying(false)
      await onRefused()
      return
    }
    // The order stands: what fails now is no refusal, and must not ask anybody to order once more.
    await Promise.resolve(placed?.()).catch(() => undefined)
  }
  return { buying, refusal, place }
}
