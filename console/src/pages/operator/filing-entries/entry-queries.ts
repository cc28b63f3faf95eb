import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { get, query } from '../../../api/client.ts'
import type { FilingDraft, FilingPaper, ListedFiling, Preview } from '../../../api/filing.ts'

interface HandedIn {
  on: string
  receipt: string | null
}

/** An order that goes to its bureau by hand. */
export interface QueuedEntry extends ListedFiling {
  kinds: string[]
  handedIn: HandedIn | null
  claimedBy: string | null
  late: boolean
}

export interface FilingEntry extends ListedFiling {
  kinds: string[]
  interface: string
  handedIn: HandedIn | null
  note: string | null
  own: boolean
  sent: Preview['sent']
  draft: FilingDraft
  papers: FilingPaper[]
  /** Services that get a number of their own when it passes. */
  numbered: { service: string; kind: string; name: string }[]
}

export const entriesQuery = infiniteQueryOptions({
  queryKey: ['filing-entries'],
  queryFn: ({ pageParam, signal }) =>
    get<{ entries: QueuedEntry[]; next: string | null }>(`filing-entries?${query({ cursor: pageParam })}`, signal),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (last) => last.next ?? undefined,
})

export const entryQuery = (number: string) =>
  queryOptions({
    queryKey: ['filing-entries', number],
    queryFn: ({ signal }) => get<FilingEntry>(`filing-entries/${number}`, signal),
    // Each look is on record: none is taken without being asked for.
    refetchOnWindowFocus: false,
    gcTime: 0,
  })
