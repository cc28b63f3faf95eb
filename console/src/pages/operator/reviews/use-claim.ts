import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { post } from '../../../api/client.ts'

/** A claim lasts ten minutes; whoever still has the case open renews it. */
const renewMs = 4 * 60_000

/** Keeps the open case for this reviewer, so that no two work on it; says why not, when it is another's. */
export function useClaim(id: string, { mayWork }: { mayWork: boolean }): unknown {
  const cache = useQueryClient()
  const [refused, setRefused] = useState<unknown>(null)
  useEffect(() => {
    if (!mayWork) return
    let gone = false
    const claim = () =>
      post(`operator/reviews/${id}/claim`).then(
        () => {
          if (!gone) setRefused(null)
        },
        (error: unknown) => {
          if (!gone) setRefused(error)
        },
      )
    void claim().then(() => cache.invalidateQueries({ queryKey: ['operator', 'reviews'] }))
    const timer = setInterval(claim, renewMs)
    return () => {
      gone = true
      clearInterval(timer)
    }
  }, [id, cache, mayWork])
  return refused
}
