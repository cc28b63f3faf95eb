import { queryOptions } from '@tanstack/react-query'
import { get } from '../../../api/client.ts'
import type { DiscountKind, Text } from '../../../api/types.ts'

export interface Terms {
  title: Text
  suffixes: string[]
  kind: DiscountKind
  value: number
  from: string
  until: string | null
  firstOrderOnly: boolean
  mostUses: number | null
  mostUsesEach: number | null
  note: string
  madeAt: string
}

export interface Operated {
  id: string
  product: 'register' | 'renew'
  byCode: boolean
  state: 'coming' | 'running' | 'over' | 'ended'
  madeAt: string
  endedAt: string | null
  held: number
  used: number
  now: Terms | null
  terms: Terms[]
}

export interface Batch {
  id: string
  codes: number
  uses: number
  used: number
  from: string
  until: string
  state: 'coming' | 'good' | 'expired' | 'ended'
  issuer: string | null
  account: string | null
  issuedAt: string
}

export interface Issuer {
  id: string
  name: string
  madeAt: string
  revokedAt: string | null
}

export interface WholePromotion {
  promotion: Operated
  batches: Batch[]
  issuers: Issuer[]
}

export const operatedKey = ['operator', 'promotions'] as const

export const operatedQuery = queryOptions({
  queryKey: operatedKey,
  queryFn: ({ signal }) => get<{ promotions: Operated[] }>('operator/promotions', signal),
})

export const onePromotionQuery = (id: string) =>
  queryOptions({
    queryKey: [...operatedKey, id],
    queryFn: ({ signal }) => get<WholePromotion>(`operator/promotions/${encodeURIComponent(id)}`, signal),
  })
