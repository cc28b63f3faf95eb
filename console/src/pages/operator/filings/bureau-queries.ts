import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { get, query } from '../../../api/client.ts'
import { keepNew } from '../../../api/keep-new.ts'

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

/** A file of a bureau that was taken and cannot be carried out. */
export interface FailingFile {
  bureau: string
  province: Province | null
  file: string
  fileName: string
  receivedAt: string
  because: string
  since: string
  times: number
  behind: number
  asideAt: string | null
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
  /** When the bureau listed it again meanwhile, and where it saw it then. */
  again: { on: string; address: string | null }[]
  dueOn: string
  late: boolean
  failure: string | null
}

export const linesQuery = queryOptions({
  queryKey: ['bureau-lines'],
  queryFn: ({ signal }) => get<{ lines: StoppedLine[]; files: FailingFile[] }>('operator/bureau-lines', signal),
  refetchInterval: keepNew(30_000),
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
