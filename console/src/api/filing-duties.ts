import { infiniteQueryOptions } from '@tanstack/react-query'
import { get, query } from './client.ts'
import type { Finding, Text } from './types.ts'

/** Something to be done about what is filed, until a day. */
export interface FilingDuty {
  id: string
  kind: string
  what: Text
  about: string
  number: string | null
  province: { code: string; name: string } | null
  /** The order that filed it, and the name that it is about, where the reader may open them. */
  order: string | null
  domain: string | null
  foundOn: string
  knownForDays: number
  foundBy: 'bureau' | 'approval' | 'scan' | 'event' | 'probe' | 'owner'
  dueOn: string | null
  late: boolean
  finding: Finding | null
  source: Finding['source'] | null
  words: string | null
  /** What the bureau told again while it was open. */
  again: { on: string; words: string }[]
  fields: string[]
  endsBySaying: boolean
}

export const filingDutiesQuery = infiniteQueryOptions({
  queryKey: ['filing-duties'],
  queryFn: ({ pageParam, signal }) =>
    get<{ duties: FilingDuty[]; next: string | null }>(`filing-duties?${query({ cursor: pageParam })}`, signal),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (last) => last.next ?? undefined,
})

/** One night's look at everything that is filed. */
export interface NightlyScan {
  day: string
  looked: number
  found: number
  ended: number
  startedAt: string
  finishedAt: string | null
}

interface FilingFindings {
  duties: FilingDuty[]
  next: string | null
  open: number
  late: number
  scan: NightlyScan | null
}

export const filingFindingsQuery = (late: boolean) =>
  infiniteQueryOptions({
    queryKey: ['filing-findings', late],
    queryFn: ({ pageParam, signal }) =>
      get<FilingFindings>(`filing-findings?${query({ cursor: pageParam, late: late ? 'true' : undefined })}`, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  })
