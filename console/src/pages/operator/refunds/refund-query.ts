import { queryOptions } from '@tanstack/react-query'
import { get } from '../../../api/client.ts'
import type { HeldRefund } from '../../../api/types.ts'

/** Refunds that the channel refused and that a person has to see to, the oldest first. */
export const heldRefundsQuery = queryOptions({
  queryKey: ['operator', 'refunds'],
  queryFn: ({ signal }) => get<{ refunds: HeldRefund[] }>('operator/refunds', signal),
})
