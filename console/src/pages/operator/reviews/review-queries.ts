import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { get, post, query } from '../../../api/client.ts'
import { keepNew } from '../../../api/keep-new.ts'
import type { Declared } from '../../../api/qualification.ts'
import type { Finding, HolderType, PaperKind, ReviewCase, Text } from '../../../api/types.ts'

export const axes = ['identity', 'qualification', 'enhanced'] as const
export type Axis = (typeof axes)[number]

interface CaseFields extends Pick<ReviewCase, 'number' | 'attempt' | 'state' | 'submittedAt' | 'dueAt'> {
  id: string
  axis: Axis
  /** You were the first of two reviewers; somebody else has to be the second. */
  firstByYou: boolean
}

export interface QueuedCase extends CaseFields {
  holderType: HolderType
  certificateKind: string
  city: Text
  /** The name that it is about, of a qualification. */
  name: string | null
  /** Another reviewer who works on it now. */
  claimedBy: string | null
  escalated: boolean
}

/** What a machine can tell of a row before a person looks. */
export interface MachineCheck {
  row: string
  good: boolean
  text: Text
  rule: string | null
}

export interface OpenCase extends CaseFields {
  /** Two reviewers have to agree before it passes. */
  fourEyes: boolean
  holder: {
    holderType: HolderType
    name: Text
    region: string
    address: Text
    phone: string
    email: string
    /** Of an organisation; empty where none was given. */
    legalRepresentative: string
    /** The number is masked. */
    certificate: { kind: string; number: string; issuedOn: string | null; endsOn: string | null }
  }
  /** Papers of an account that you use yourself. */
  ownAccount: boolean
  claimedBy: string | null
  escalated: { byYou: boolean; at: string; note: string } | null
  checks: MachineCheck[]
  about: { name: string; registered: boolean; declared: Declared; findings: Finding[] } | null
  papers: { id: string; kind: PaperKind; findings: Finding[]; seenByYou: boolean }[]
  timeline: { at: string; kind: string; title: Text }[]
  earlier: { number: string; state: ReviewCase['state']; reasons: string[] }[]
}

interface QueuePage {
  cases: QueuedCase[]
  next: string | null
}

export const queueQuery = (axis: Axis) =>
  infiniteQueryOptions({
    queryKey: ['operator', 'reviews', axis],
    queryFn: ({ signal, pageParam }) => get<QueuePage>(`operator/reviews?${query({ axis, after: pageParam })}`, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    // Cases come in and other reviewers decide all the time.
    refetchInterval: keepNew(5_000),
  })

/** Every call is on record as a look at the holder's data, so it is made once. */
export const openCaseQuery = (id: string) =>
  queryOptions({
    queryKey: ['operator', 'review', id],
    queryFn: ({ signal }) => get<OpenCase>(`operator/reviews/${id}`, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })

/** An address that shows the paper for two minutes; every one is on record. */
export const paperViewQuery = (id: string, paper: string) =>
  queryOptions({
    queryKey: ['operator', 'paper-view', id, paper],
    queryFn: () => post<{ url: string; expiresAt: string }>(`operator/reviews/${id}/papers/${paper}/views`),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
