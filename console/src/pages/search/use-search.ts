import { useEffect, useReducer } from 'react'
import { query } from '../../api/client.ts'
import { eventStream } from '../../api/event-stream.ts'
import { ApiProblem } from '../../api/problem.ts'
import type { SearchAnswer, SearchDone, SearchPlan } from '../../api/types.ts'

export interface Seen extends SearchAnswer {
  /** Arrived together with the plan, before anything was painted: may take its full height. */
  early: boolean
}

interface SearchState {
  /** The former search stays on the screen until this one's plan is there. */
  stale: boolean
  plan: SearchPlan | null
  answers: Record<string, Seen>
  done: SearchDone | null
  error: unknown
}

export type Change =
  | { kind: 'start'; word: string }
  | { kind: 'plan'; plan: SearchPlan }
  | { kind: 'answers'; answers: SearchAnswer[]; early: boolean }
  | { kind: 'done'; done: SearchDone }
  | { kind: 'error'; error: unknown }

export const nothing: SearchState = { stale: false, plan: null, answers: {}, done: null, error: null }
/** How long the first answers are gathered before the rows are painted, in ms. */
const gather = 60

/** Streams one search. The plan fixes the place of every row; answers only fill them. */
export function useSearch(q: string, suffixes: string): SearchState {
  const [state, change] = useReducer(changed, nothing)
  useEffect(() => {
    change({ kind: 'start', word: q })
    if (q === '') return
    const stop = new AbortController()
    followSearch(q, suffixes, stop.signal, change).catch((error: unknown) => {
      if (!stop.signal.aborted) change({ kind: 'error', error })
    })
    return () => stop.abort()
  }, [q, suffixes])
  return state
}

/** Tells the changes of one search as they arrive. What came before a stream breaks off is shown. @throws ApiProblem */
export async function followSearch(
  q: string,
  suffixes: string,
  signal: AbortSignal,
  change: (change: Change) => void,
): Promise<void> {
  let held: SearchAnswer[] | null = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let plan: SearchPlan | undefined
  let ended = false
  const open = () => {
    clearTimeout(timer)
    if (!held || !plan || signal.aborted) return
    change({ kind: 'plan', plan })
    change({ kind: 'answers', answers: held, early: true })
    held = null
  }
  try {
    for await (const { event, data } of eventStream(`search?${query({ q, suffixes })}`, signal)) {
      if (event === 'plan') {
        plan = data as SearchPlan
        timer = setTimeout(open, gather)
      } else if (event === 'row') {
        if (held) held.push(data as SearchAnswer)
        else change({ kind: 'answers', answers: [data as SearchAnswer], early: false })
      } else if (event === 'done') {
        open()
        ended = true
        change({ kind: 'done', done: data as SearchDone })
      }
    }
  } finally {
    open()
  }
  if (!ended) throw new ApiProblem(0, {})
}

export function changed(state: SearchState, change: Change): SearchState {
  if (change.kind === 'start') return change.word === '' ? nothing : { ...state, stale: true }
  if (change.kind === 'plan') return { ...nothing, plan: change.plan }
  if (change.kind === 'done') return { ...state, done: change.done }
  if (change.kind === 'error') return { ...(state.stale ? nothing : state), error: change.error }
  const answers = { ...state.answers }
  for (const answer of change.answers) answers[answer.id] = { ...answer, early: change.early }
  return { ...state, answers }
}
