import { queryOptions } from '@tanstack/react-query'
import { get } from '../../../api/client.ts'
import type { PaperKind, ReviewCase, Text } from '../../../api/types.ts'
import type { Delivery } from '../../messages/messages-query.ts'
import type { Axis } from '../reviews/review-queries.ts'

export interface Moment {
  at: string
  kind: string
  by: 'customer' | 'reviewer' | 'provider' | 'registry' | 'platform'
  reviewer: string | null
  paper: PaperKind | null
  reasons: string[]
  detail: Text | null
}

interface Course extends Pick<ReviewCase, 'number' | 'attempt' | 'state' | 'submittedAt' | 'dueAt' | 'decidedAt'> {
  axis: Axis
  why: { id: string; cause: Text; remedy: Text }[]
  remark: string | null
  heard: string | null
  timeline: Moment[]
  told: { at: string; subject: Text; sent: Delivery[] }[]
  others: Pick<ReviewCase, 'number' | 'attempt' | 'state'>[]
}

export const courseQuery = (number: string) =>
  queryOptions({
    queryKey: ['operator', 'case', number],
    queryFn: ({ signal }) => get<Course>(`operator/cases/${encodeURIComponent(number)}`, signal),
  })
