import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { post } from '../../../api/client.ts'
import type { ReviewCase } from '../../../api/types.ts'

interface Row {
  row: string
  same: boolean
}

export type Decision = { pass: true; rows: Row[] } | { pass: false; rows: Row[]; reasons: string[]; remark?: string }

interface Decided {
  id: string
  number: string
  decision: Decision
}

const holdMs = 10_000

/**
 * Decisions of this reviewer. Each is held back for ten seconds, so that a slip of the finger can be taken back; the
 * next decision, or leaving the page, sends it at once.
 */
export function useDecisions() {
  const cache = useQueryClient()
  const [held, setHeld] = useState<Decided | null>(null)
  const [refused, setRefused] = useState<{ number: string; error: unknown } | null>(null)
  /** Held or on the way: no longer to be shown as waiting. */
  const [hidden, setHidden] = useState<readonly string[]>([])
  const decidedHere = useRef(new Set<string>())
  const waiting = useRef<Decided | null>(null)

  const send = async (leaving = false) => {
    const decided = waiting.current
    if (!decided) return
    waiting.current = null
    setHeld(null)
    let over = false
    try {
      const path = `operator/reviews/${decided.id}/decision`
      const { state } = await post<{ state: ReviewCase['state'] }>(path, decided.decision, { leaving })
      over = state !== 'second'
    } catch (error) {
      setRefused({ number: decided.number, error })
    }
    cache.removeQueries({ queryKey: ['operator', 'review', decided.id] })
    cache.invalidateQueries({ queryKey: ['operator', 'figures'] })
    await cache.invalidateQueries({ queryKey: ['operator', 'reviews'] })
    if (!over) decidedHere.current.delete(decided.number)
    setHidden((ids) => ids.filter((id) => id !== decided.id))
  }
  const latest = useRef(send)
  useEffect(() => {
    latest.current = send
  })
  useEffect(() => {
    if (!held) return
    const timer = setTimeout(() => latest.current(), holdMs)
    return () => clearTimeout(timer)
  }, [held])
  useEffect(() => {
    const leave = () => latest.current(true)
    addEventListener('pagehide', leave)
    return () => {
      removeEventListener('pagehide', leave)
      leave()
    }
  }, [])

  return {
    held,
    hidden,
    refused,
    forget: () => setRefused(null),
    wasDecidedHere: (number: string) => decidedHere.current.has(number),
    decide: (decided: Decided) => {
      send()
      decidedHere.current.add(decided.number)
      waiting.current = decided
      setHeld(decided)
      setHidden((ids) => [...ids, decided.id])
    },
    sendNow: () => send(),
    takeBack: (): Decided | null => {
      const decided = waiting.current
      waiting.current = null
      setHeld(null)
      if (decided) {
        decidedHere.current.delete(decided.number)
        setHidden((ids) => ids.filter((id) => id !== decided.id))
      }
      return decided
    },
  }
}
