import { queryOptions } from '@tanstack/react-query'
import { get, query } from '../../../api/client.ts'
import type { Remittance } from '../../../api/types.ts'

export const announcedKey = ['operator', 'remittances'] as const

/** Those that have not arrived, the oldest first; with a reference that one, whatever became of it. */
export const announcedQuery = (reference: string) =>
  queryOptions({
    queryKey: [...announcedKey, reference],
    queryFn: ({ signal }) => get<{ remittances: Remittance[] }>(`operator/remittances?${query({ reference })}`, signal),
  })
