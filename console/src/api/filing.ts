import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { get, query } from './client.ts'
import type { Finding, Text } from './types.ts'

export type FilingStepName = 'subject' | 'services' | 'access' | 'papers' | 'order'
export type FilingTurn = 'you' | 'we' | 'ministry' | 'bureau'
export type FilingState =
  | 'draft'
  | 'first-review'
  | 'returned'
  | 'photo'
  | 'ready'
  | 'by-hand'
  | 'submitting'
  | 'held'
  | 'sms'
  | 'bureau'
  | 'lapsed'
  | 'refused'
  | 'passed'
  | 'withdrawn'

export interface FilingCertificate {
  kind?: string
  number?: string
  address?: string
  issuedOn?: string
  endsOn?: string
}

export interface FilingPrincipal {
  name?: string
  certificate?: FilingCertificate
  phone?: string
  secondPhone?: string
  emergencyPhone?: string
  officePhone?: string
  email?: string
  legalRepresentative?: boolean
}

export interface FilingSubject {
  region?: { province?: string; city?: string; county?: string }
  nature?: string
  name?: string
  certificate?: FilingCertificate
  correspondenceAddress?: string
  investor?: string
  principal?: FilingPrincipal
  remark?: string
  scope?: string
  tradeName?: boolean
  hasSeal?: boolean
}

export interface FilingAccess {
  product?: string
  server?: string
  serviceNumber?: string
  ips?: string[]
  mode?: string
  place?: string
}

export interface FilingService {
  key?: string
  kind: string
  name?: string
  domains?: string[]
  homeUrl?: string
  content?: string
  languages?: string[]
  preApprovals?: { type: string; number?: string; endsOn?: string }[]
  principal?: FilingPrincipal
  access?: FilingAccess[]
  remark?: string
  app?: { platforms?: FilingPlatform[] }
}

/** Where an App runs, and what tells it from others there. */
export interface FilingPlatform {
  platform: string
  packageId?: string
  publicKey?: string
  fingerprint?: string
}

/** The bureau's interface cannot carry it: who enters it by hand, until when. */
export interface ByHand {
  kinds: string[]
  interface: string
  says: Text
}

export interface FilingDraft {
  subject: FilingSubject
  services: FilingService[]
  cancelReason?: string
}

export interface FilingPaper {
  id: string
  kind: string
  service: string | null
  width: number
  height: number
  bytes: number
  findings: Finding[]
  uploadedAt: string
}

export interface CourseEntry {
  step: 'draft' | 'first-review' | 'photo' | 'submission' | 'sms' | 'bureau' | 'result'
  state: 'done' | 'now' | 'coming' | 'failed'
  turn: FilingTurn | null
  at: string | null
  from: string | null
  until: string | null
  /** Finished steps that the range is learnt from. */
  learnt: number | null
}

interface Opinion {
  by: 'we' | 'bureau' | 'ministry'
  at: string
  remark: string | null
  reasons: {
    id: string
    heard: string | null
    cause: Text
    remedy: Text
    field: string | null
    step: FilingStepName | null
  }[]
}

export interface ListedFiling {
  number: string
  type: string
  typeName: Text
  province: { code: string; name: string } | null
  title: string
  state: FilingState
  turn: FilingTurn | null
  attempt: number
  createdAt: string
  dueAt: string | null
  filingNumber: string | null
  /** What became of what it filed: cancelled since, or without an access here. Null: it filed nothing. */
  standing: 'filed' | 'elsewhere' | 'cancelled' | null
}

export interface Filing extends ListedFiling {
  wish: string
  revision: number
  template: string | null
  consent: boolean
  draft: FilingDraft
  papers: FilingPaper[]
  course: CourseEntry[]
  events: { at: string; kind: string; by: string }[]
  opinion: Opinion | null
  open: boolean
  byHand: ByHand | null
  handedIn: { on: string; receipt: string | null } | null
  /** Ways of the check of the principal; [] where none is asked. */
  verification: string[]
  /** The photograph of an earlier attempt counts until then. */
  photoKeptUntil: string | null
  check: FilingCheck | null
  result: FiledResult | null
  /** Of a change that has to be filed: until when. */
  changeBy: string | null
}

export type CheckStage =
  | 'choose'
  | 'address'
  | 'ordered'
  | 'on-its-way'
  | 'lost-often'
  | 'take'
  | 'bureau-app'
  | 'looked-at'
  | 'not-here'

/** What follows from a filing that is done. */
export interface FiledResult {
  number: string
  footer: { text: string; link: string; html: string }
  records: {
    name: string
    type: 'A' | 'AAAA'
    value: string
    /** Where its zone is hosted here. */
    hosted: 'setting' | 'set' | 'left' | 'failed' | null
  }[]
}

/** The check of the principal, while it is its turn. */
interface FilingCheck {
  ways: string[]
  way: string | null
  stage: CheckStage
  curtain: { carrier: string | null; tracking: string | null; dispatchedAt: string | null } | null
}

/** What the bureau will see; `sent` is null where it is not connected. */
export interface Preview {
  revision: number
  sent: {
    parts: {
      part: 'subject' | 'service' | 'order'
      at: number
      fields: { field: string; step: FilingStepName; label: Text; value: string; codes: number[] }[]
    }[]
    papers: { kind: string; service: string | null; purpose: string | null }[]
    problems: { field: string; message: Text }[]
  } | null
}

/** Guides that explain the type of an order, or why there is none. */
export type FilingGuide =
  | 'first'
  | 'new-access'
  | 'new-service-here'
  | 'new-service-elsewhere'
  | 'change-subject'
  | 'change-service'
  | 'change-access'
  | 'cancel-subject'
  | 'cancel-service'
  | 'cancel-access'
  | 'claim'
  | 'foreign-domain'
  | 'move'
  | 'not-known'

export interface FilingType {
  type: string | null
  name: Text | null
  because: Text
  guide: FilingGuide
  wanted: string[]
  findings: Finding[]
  province: { code: string; name: string } | null
  byHand: ByHand | null
  running: string | null
}

export interface Preflight {
  ready: boolean
  verdict: 'allowed' | 'refused' | 'unknown'
  consent: boolean
  steps: { step: FilingStepName; findings: Finding[] }[]
  wire: { field: string; message: Text }[]
}

export const filingQuery = (number: string) =>
  queryOptions({
    queryKey: ['filings', number],
    queryFn: ({ signal }) => get<Filing>(`filings/${number}`, signal),
  })

export const preflightQuery = (number: string) =>
  queryOptions({
    queryKey: ['filings', number, 'preflight'],
    queryFn: ({ signal }) => get<Preflight>(`filings/${number}/preflight`, signal),
  })

export const previewQuery = (number: string) =>
  queryOptions({
    queryKey: ['filings', number, 'preview'],
    queryFn: ({ signal }) => get<Preview>(`filings/${number}/preview`, signal),
    // What was changed a moment ago has to be in it.
    refetchOnMount: 'always',
  })

/** What a phone that has scanned the code may take. */
export interface PhoneUpload {
  have: { kind: string; service: string | null }[]
  consent: boolean
  photo: { way: string | null; stage: CheckStage } | null
  open: boolean
}

export const phoneUploadQuery = (token: string) =>
  queryOptions({
    queryKey: ['filing-upload', token],
    queryFn: ({ signal }) => get<PhoneUpload>(`filing-uploads/${token}`, signal),
  })

export const filingsQuery = infiniteQueryOptions({
  queryKey: ['filings'],
  queryFn: ({ pageParam, signal }) =>
    get<{ filings: ListedFiling[]; next: string | null }>(`filings?${query({ cursor: pageParam })}`, signal),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (last) => last.next ?? undefined,
})

export type ReasonStage = 'review' | 'check' | 'sms' | 'bureau'

/** Why filings are given back, of the dictionary that reviewers use. */
export interface FilingReason {
  id: string
  stage: ReasonStage
  /** `rule`: written from a published rule; no source tells of such a refusal. */
  basis: 'documented' | 'rule'
  heard: string[]
  cause: Text
  fields: Text[]
  remedy: Text
  turn: ('you' | 'we' | 'bureau' | 'authority')[]
  sources: { document: string; date: string | null }[]
}

export const filingReasonsQuery = queryOptions({
  queryKey: ['filing-reasons'],
  queryFn: async ({ signal }) => (await get<{ reasons: FilingReason[] }>('filing-reasons', signal)).reasons,
  staleTime: 300_000,
})
