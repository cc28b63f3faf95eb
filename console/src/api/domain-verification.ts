import type { Finding, HolderType, Identity, Text, TimelineEntry } from './types.ts'

export type ReviewTurn = 'you' | 'we' | 'provider' | 'registry'
export type ReviewAxisKey = 'identity' | 'naming' | 'qualification'

export interface ReviewAxis {
  axis: ReviewAxisKey
  state: 'not-needed' | 'unknown' | 'not-begun' | 'reviewing' | 'passed' | 'failed'
  turn: ReviewTurn | null
  by: string | null
  detail: Text
  /** The registry's own words. */
  heard: string | null
  /** What our reviewer wrote. */
  remark: string | null
  explained: ExplainedReason[]
}

export interface ExplainedReason {
  id: string
  heard: Text
  cause: Text
  field: string | null
  remedy: Text
  path: 'A' | 'B' | null
  /** Where the reason is from; null: nobody's list has these words. */
  source: Finding['source'] | null
}

/** A verified template to which the rules do not let this name go. */
export interface UnfitHolder {
  id: string
  name: Text
  findings: Finding[]
}

export interface WayOut {
  path: 'A' | 'B'
  /** Working days. */
  days: { from: number; to: number }
  earliest: string
  latest: string
  available: boolean
  templates: { id: string; name: Text }[]
  unfit: UnfitHolder[]
  findings: Finding[]
  blocked: Text[]
}

/** How far the verification of a name is, and which ways lead out of a failure. */
export interface DomainVerification {
  name: string
  ascii: string
  template: {
    id: string
    name: Text
    holderType: HolderType
    identity: Identity
    certificate: { kind: string; numberTail: string }
  }
  axes: ReviewAxis[]
  dutyBy: string | null
  heldSince: string | null
  recommended: 'A' | 'B' | null
  why: Text | null
  paths: WayOut[]
  /** The days over which the ways are compared. */
  calendar: { day: string; works: boolean }[]
  failures: number
  ticket: { offered: boolean; number: string | null }
  timeline: (Omit<TimelineEntry, 'turn'> & { turn?: ReviewTurn })[]
}
