import { queryOptions } from '@tanstack/react-query'
import { get, query } from '../../../api/client.ts'

interface Figures {
  from: string
  until: string
  reviewers: {
    reviewer: string
    you: boolean
    passed: number
    passedFirst: number
    refused: number
    medianMinutes: number
    longestMinutes: number
    /** From the first paper opened until the decision; null where none was opened. */
    medianLookSeconds: number | null
  }[]
}

/** Decisions between two days, both counted; without days the last thirty. */
export const figuresQuery = (days: { from?: string; until?: string }) =>
  queryOptions({
    queryKey: ['operator', 'figures', days.from ?? null, days.until ?? null],
    queryFn: ({ signal }) => get<Figures>(`operator/reviews/figures?${query({ ...days })}`, signal),
  })
