import { queryOptions } from '@tanstack/react-query'
import { get } from '../../api/client.ts'
import type { Finding, Text } from '../../api/types.ts'

/** What may stand around a personal name, and what it costs. */
export interface PersonalOffer {
  sold: boolean
  /** Stands after the name: `网址`. */
  under: string | null
  before: string[]
  after: string[]
  price: { registerFen: number | null; renewFen: number | null } | null
  periods: { min: number; max: number } | null
}

export interface PersonalParts {
  before: string
  name: string
  after: string
}

export interface PersonalFound {
  name: string | null
  ascii: string | null
  state: 'free' | 'taken' | 'not-allowed' | 'unknown'
  findings: Finding[]
}

export interface CheckedPerson {
  state: 'passed' | 'pending'
  until: string | null
  message: Text
}

export const personalOfferQuery = queryOptions({
  queryKey: ['personal-names'],
  queryFn: ({ signal }) => get<PersonalOffer>('personal-names', signal),
  staleTime: 300_000,
})
