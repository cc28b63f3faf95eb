import { queryOptions } from '@tanstack/react-query'
import { get, query } from '../../api/client.ts'
import type { Catalog, Finding, SuffixDetail } from '../../api/types.ts'

/** What a change sets: fields by name, some inside another (`priceFen.register`); null makes a value unknown. */
export type CatalogPatch = Readonly<Record<string, unknown>>

export interface CatalogChange {
  id: string
  suffix: string
  patch: CatalogPatch
  from: string
  until: string | null
  note: string
  state: 'draft' | 'published' | 'withdrawn'
  madeAt: string
  publishedAt: string | null
  withdrawnAt: string | null
}

export interface CatalogChanges {
  /** To be named when a change is published or withdrawn. */
  revision: number
  changes: CatalogChange[]
}

export interface ChangePreview {
  revision: number
  findings: Finding[]
  fields: { field: string; before: unknown; after: unknown }[]
  pages: string[]
  rules: string[]
  openOrders: { count: number; numbers: string[] }
}

/** All suffixes that are known, sold or not. */
export const allSuffixesQuery = queryOptions({
  queryKey: ['catalog', 'all'],
  queryFn: ({ signal }) => get<Catalog>('catalog/suffixes?all=true', signal),
  staleTime: 60_000,
})

/** A suffix with all its values as they are on a day (YYYY-MM-DD). */
export const suffixOnQuery = (suffix: string, on: string) =>
  queryOptions({
    queryKey: ['suffix', suffix, on],
    queryFn: ({ signal }) =>
      get<SuffixDetail>(`catalog/suffixes/${encodeURIComponent(suffix)}?${query({ on })}`, signal),
    // A form is filled from it: what another operator has published meanwhile must show.
    staleTime: 0,
  })

const changesKey = ['operator', 'changes'] as const

export const changesQuery = (suffix?: string) =>
  queryOptions({
    queryKey: [...changesKey, suffix ?? null],
    queryFn: ({ signal }) => get<CatalogChanges>(`operator/catalog/changes?${query({ suffix })}`, signal),
  })

export const previewQuery = (id: string) =>
  queryOptions({
    queryKey: ['operator', 'preview', id],
    queryFn: ({ signal }) => get<ChangePreview>(`operator/catalog/changes/${id}/preview`, signal),
    staleTime: 0,
  })
