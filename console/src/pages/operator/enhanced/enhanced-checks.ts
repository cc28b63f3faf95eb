import { queryOptions } from '@tanstack/react-query'
import { get } from '../../../api/client.ts'

export interface OpenCheck {
  id: string
  name: string
  words: string
  noticedOn: string
  dueOn: string
  state: 'open' | 'reviewing' | 'sent' | 'passed' | 'withdrawn'
  turn: 'you' | 'we' | 'registry' | null
  answer: string | null
}

export const enhancedChecksQuery = queryOptions({
  queryKey: ['operator', 'enhanced-checks'],
  queryFn: ({ signal }) => get<{ checks: OpenCheck[] }>('operator/enhanced-checks', signal),
})
