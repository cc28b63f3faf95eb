import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { get, query } from '../../../api/client.ts'
import type { Text } from '../../../api/types.ts'

export type FileDirection = 'sent' | 'received'

export interface KeptFile {
  direction: FileDirection
  id: string
  bureau: string
  province: { code: string; name: string } | null
  fileName: string
  hash: string
  profile: string
  state:
    | 'prepared'
    | 'sending'
    | 'unknown'
    | 'accepted'
    | 'withdrawn'
    | 'stopped'
    | 'taken'
    | 'acknowledged'
    | 'processed'
    | 'unreadable'
  sequence: number | null
  filing: string | null
  code: number | null
  message: string | null
  at: string
  changedAt: string | null
}

export interface ShownFile {
  file: KeptFile
  content: 'read' | 'erased' | 'locked' | 'no-document'
  kinds: string[]
  hidden: boolean
  fields: {
    at: string
    words: Text | null
    shown: 'plain' | 'personal' | 'file'
    value: string
    bytes: number | null
  }[]
  total: number
  setAside: { at: string; because: string | null }[]
}

export const bureauFilesQuery = (direction: FileDirection, bureau: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['bureau-files', direction, bureau ?? ''],
    queryFn: ({ pageParam, signal }) =>
      get<{ files: KeptFile[]; next: string | null }>(
        `operator/bureau-files?${query({ direction, bureau, before: pageParam })}`,
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  })

export const bureauFileQuery = (direction: string, id: string, from: number) =>
  queryOptions({
    queryKey: ['bureau-file', direction, id, from],
    // Every look is on record: it is not looked at again behind the reader's back.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    queryFn: ({ signal }) =>
      get<ShownFile>(
        `operator/bureau-files/${direction}/${id}?${query({ from: from ? String(from) : undefined })}`,
        signal,
      ),
  })
