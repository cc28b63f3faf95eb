import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { get, query } from '../../../api/client.ts'
import type { FilingDraft, FilingPaper, ListedFiling } from '../../../api/filing.ts'
import type { Finding } from '../../../api/types.ts'

export interface QueuedFiling extends ListedFiling {
  submittedAt: string | null
  claimedBy: string | null
  late: boolean
}

interface ClaimedNumbers {
  subjectNumber: string | null
  serviceNumbers: string[]
}

export interface FilingReview extends ListedFiling {
  draft: FilingDraft
  papers: FilingPaper[]
  findings: Finding[]
  events: { at: string; kind: string; by: string; words: string | null }[]
  own: boolean
  claim: { stated: ClaimedNumbers; registered: ClaimedNumbers } | null
}

export const filingReviewsQuery = infiniteQueryOptions({
  queryKey: ['filing-reviews'],
  queryFn: ({ pageParam, signal }) =>
    get<{ reviews: QueuedFiling[]; next: string | null }>(`filing-reviews?${query({ cursor: pageParam })}`, signal),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (last) => last.next ?? undefined,
})

export const filingReviewQuery = (number: string) =>
  queryOptions({
    queryKey: ['filing-reviews', number],
    queryFn: ({ signal }) => get<FilingReview>(`filing-reviews/${number}`, signal),
  })
