import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { get, query } from '../../../api/client.ts'

interface Province {
  code: string
  name: string
}

export interface StoppedLine {
  bureau: string
  province: Province | null
  key: string
  sequence: number
  fileName: string
  because: string
  code: number | null
  message: string | null
  since: string
}

export interface BureauMatter {
  id: string
  bureau: string
  province: Province | null
  kind: 'unfiled-site' | 'illegal-access' | 'check-task'
  title: string
  address: string | null
  ofAccount: boolean
  state: 'open' | 'answering' | 'answered'
  listedOn: string
  dueOn: string
  late: boolean
  failure: string | null
}

export const linesQuery = queryOptions({
  queryKey: ['bureau-lines'],
  queryFn: async ({ signal }) => (await get<{ lines: StoppedLine[] }>('operator/bureau-lines', signal)).lines,
  refetchInterval: 30_000,
})

export const mattersQuery = infiniteQueryOptions({
  queryKey: ['bureau-matters'],
  queryFn: ({ pageParam, signal }) =>
    get<{ matters: BureauMatter[]; next: string | null }>(
      `operator/bureau-matters?${query({ cursor: pageParam })}`,
      signal,
    ),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (last) => last.next ?? undefined,
})
