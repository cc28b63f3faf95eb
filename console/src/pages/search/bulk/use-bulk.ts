import { useEffect, useRef, useState } from 'react'
import { problemFrom } from '../../../api/client.ts'
import { ApiProblem } from '../../../api/problem.ts'
import { locale } from '../../../i18n/locale.ts'
import type { BulkEvent, BulkRow, BulkState } from './bulk-row.ts'
import { linesIn } from './lines-in.ts'

export interface Bulk {
  /** By line, newest answer of each. */
  readonly rows: readonly BulkRow[]
  readonly counts: Readonly<Partial<Record<BulkState, number>>>
  readonly read: number
  readonly state: 'idle' | 'running' | 'ended' | 'cancelled' | 'failed'
  readonly error: unknown
}

const nothing: Bulk = { rows: [], counts: {}, read: 0, state: 'idle', error: null }
/** The page is painted this often at most, in ms, however fast answers arrive. */
const paintEvery = 150

/** Sends names once and takes the streamed answer; cancelling closes the connection, which ends the work at the server. */
export function useBulk(): Bulk & { start: (body: Blob | string, type: string) => void; cancel: () => void } {
  const [bulk, setBulk] = useState(nothing)
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const start = (body: Blob | string, type: string) => {
    running.current?.abort()
    const stop = new AbortController()
    running.current = stop
    const rows = new Map<number, BulkRow>()
    let read = 0
    let painted = 0
    const paint = (state: Bulk['state'], error: unknown = null) => {
      if (running.current !== stop) return
      painted = performance.now()
      const all = [...rows.values()]
      const counts: Partial<Record<BulkState, number>> = {}
      for (const row of all) counts[row.state] = (counts[row.state] ?? 0) + 1
      setBulk({ rows: all, counts, read, state, error })
    }
    const take = async () => {
      for await (const event of answers(body, type, stop.signal)) {
        if (event.type === 'row') rows.set(event.line, event)
        else if (event.type === 'progress') read = event.read
        else if (event.type === 'done') read = event.total
        else throw new ApiProblem(400, event)
        if (performance.now() - painted > paintEvery) {
          paint('running')
          // A breath for the browser, which paints between two of them.
          await new Promise((resolve) => setTimeout(resolve, 0))
        }
      }
    }
    paint('running')
    take()
      .then(() => paint('ended'))
      .catch((error: unknown) =>
        paint(stop.signal.aborted ? 'cancelled' : 'failed', stop.signal.aborted ? null : error),
      )
  }
  const cancel = () => running.current?.abort()
  return { ...bulk, start, cancel }
}

async function* answers(body: Blob | string, type: string, signal: AbortSignal): AsyncGenerator<BulkEvent> {
  const response = await fetch('/v1/search/bulk', {
    method: 'POST',
    credentials: 'same-origin',
    headers: {
      accept: 'application/x-ndjson',
      'accept-language': locale(),
      'content-type': type,
      'x-yuming': '1',
    },
    body,
    signal,
  }).catch((cause: unknown) => {
    if (signal.aborted) throw cause
    throw new ApiProblem(0, { cause: String(cause) })
  })
  if (!response.ok || !response.body) throw await problemFrom(response)
  for await (const line of linesIn(response.body.pipeThrough(new TextDecoderStream())))
    yield JSON.parse(line) as BulkEvent
}
