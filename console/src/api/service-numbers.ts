import { queryOptions } from '@tanstack/react-query'
import { get, query } from './client.ts'
import type { Finding } from './types.ts'

export type ProductKind =
  | 'cloud-server'
  | 'light-server'
  | 'virtual-host'
  | 'elastic-hosting'
  | 'site-builder'
  | 'edge-node'
  | 'dedicated-server'
  | 'nat-gateway'
  | 'ipv6-gateway'

export interface HostingProduct {
  id: string
  externalId: string
  kind: ProductKind
  name: string
  ips: string[]
  endsOn: string | null
  applied: number
  allowance: number | null
  open: boolean
  findings: Finding[]
}

export interface ServiceNumber {
  number: string
  product: string
  kind: ProductKind
  state: 'free' | 'reserved' | 'used' | 'expired' | 'given-away'
  received: boolean
  order: string | null
  appliedAt: string
}

export interface FilingNumberAnswer {
  state: 'filed-here' | 'filed-elsewhere' | 'not-filed' | 'not-known'
  number: string | null
  subject: { number: string | null; name: string | null; nature: string } | null
  services: { number: string | null; name: string; kind: string; domains: string[]; filedOn: string }[]
}

export const productsQuery = queryOptions({
  queryKey: ['hosting-products'],
  queryFn: ({ signal }) => get<{ products: HostingProduct[] }>('hosting-products', signal),
})

export const serviceNumbersQuery = queryOptions({
  queryKey: ['service-numbers'],
  queryFn: ({ signal }) => get<{ numbers: ServiceNumber[] }>('service-numbers', signal),
})

export const filingNumberQuery = (asked: string) =>
  queryOptions({
    queryKey: ['filing-numbers', asked],
    queryFn: ({ signal }) => get<FilingNumberAnswer>(`filing-numbers?${query({ query: asked })}`, signal),
    enabled: asked !== '',
    retry: false,
  })
