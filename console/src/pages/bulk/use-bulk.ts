import { useEffect, useRef, useState } from 'react'
import { ApiProblem } from '../../api/problem.ts'
import { bulkAnswers } from './bulk-answers.ts'
import type { BulkRow, BulkState } from './bulk-row.ts'

interface Bulk {
  /** As they arrive, newest answer of each line in the place of its first; in the order of lines once all are there. */
  readonly rows: readonly BulkRow[]
  readonly counts: Readonly<Partial<Record<BulkState, number>>>
  /** Names with their last answer. */
  readonly answered: number
  /** Names that there are, or that have been found so far when nobody counted before. */
  readonly total: number
  readonly state: 'idle' | 'running' | 'ended' | 'cancelled' | 'failed'
  readonly error: unknown
  /** How the file was read when it is not UTF-8. */
  readonly readAs: string | null
  readonly at: (line: number) => BulkRow | undefined
}

export interface Question {
  readonly body: Blob | string
  /** Media type of the body. */
  readonly type: string
  /** How many names it has, when known. */
  readonly names: number | undefined
}

const nothing: Bulk = {
  rows: [],
  counts: {},
  answered: 0,
  total: 0,
  state: 'idle',
  error: null,
  readAs: null,
  at: () => undefined,
}
/** The page is painted this often at most, in ms, however fast answers arrive. */
const paintEvery = 150

/** Sends names once and takes the streamed answer; cancelling closes the connection, which ends the work at the server. */
export function useBulk(): Bulk & { start: (question: Question) => void; cancel: () => void } {
  const [bulk, setBulk] = useState(nothing)
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const start = (question: Question) => {
    running.current?.abort()
    const stop = new AbortController()
    running.current = stop
    const rows = new Map<number, BulkRow>()
    let read = 0
    let readAs: string | null = null
    let painted = 0
    const paint = (state: Bulk['state'], error: unknown = null) => {
      if (running.current !== stop) return
      painted = performance.now()
      const all = [...rows.values()]
      if (state !== 'running') all.sort((a, b) => a.line - b.line)
      setBulk({
        ...tallyOf(all),
        rows: all,
        total: state === 'ended' ? read : Math.max(question.names ?? read, all.length),
        state,
        error,
        readAs,
        at: (line) => rows.get(line),
      })
    }
    const take = async () => {
      for await (const event of bulkAnswers(question.body, question.type, stop.signal)) {
        if (event.type === 'row') rows.set(event.line, event)
        else if (event.type === 'progress') read = event.read
        else if (event.type === 'encoding') readAs = event.encoding.toUpperCase()
        else if (event.type === 'problem') throw new ApiProblem(400, event)
        else {
          read = event.total
          return
        }
        if (performance.now() - painted > paintEvery) {
          paint('running')
          // A breath for the browser, which paints between two of them.
          await new Promise((resolve) => setTimeout(resolve, 0))
        }
      }
      throw new ApiProblem(0, { cause: 'The answer ended before its end.' })
    }
    paint('running')
    take()
      .then(() => paint('ended'))
      .catch((error: unknown) => (stop.signal.aborted ? paint('cancelled') : paint('failed', error)))
  }
  const cancel = () => running.current?.abort()
  return { ...bulk, start, cancel }
}

function tallyOf(rows: readonly BulkRow[]): Pick<Bulk, 'counts' | 'answered'> {
  const counts: Partial<Record<BulkState, number>> = {}
  let answered = 0
  for (const { state, confirmed } of rows) {
    counts[state] = (counts[state] ?? 0) + 1
    if (confirmed !== false) answered++
  }
  return { counts, answered }
}
