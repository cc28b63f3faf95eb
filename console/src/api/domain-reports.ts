import { queryOptions } from '@tanstack/react-query'
import { get } from './client.ts'
import type { Text, Turn } from './types.ts'

export type ReportState = 'due' | 'sent' | 'known' | 'refused' | 'outside' | 'removed'

interface Against {
  code: number | null
  means: Text
  said: string | null
  field: string | null
  asks: 'nothing' | 'holder' | 'us' | 'wait' | 'report-again'
}

/** As operators see it. */
export interface MinistryReport {
  name: string
  state: ReportState
  ministryId: string | null
  knownSince: string | null
  since: string | null
  againAt: string | null
  against: Against[]
}

/** As its owner sees it. */
export interface OwnReport {
  state: ReportState
  reportedAt: string | null
  acknowledgedAt: string | null
  knownSince: string | null
  turn: Turn | null
  until: string | null
  against: Against[]
}

export const ownReportQuery = (name: string) =>
  queryOptions({
    queryKey: ['domains', name, 'ministry-report'],
    queryFn: ({ signal }) =>
      get<{ report: OwnReport | null }>(`domains/${encodeURIComponent(name)}/ministry-report`, signal),
  })
