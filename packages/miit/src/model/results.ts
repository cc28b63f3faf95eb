import type { Id } from './id.ts'

export type FilingOperation =
  | 'new-filing'
  | 'new-service'
  | 'new-access'
  | 'change-filing'
  | 'cancel-access'
  | 'cancel-subject'
  | 'cancel-service'
  | 'verification-material'

export interface ResultCode {
  readonly code: number
  readonly description?: string
}

/**
 * What became of an uploaded record. `key` is the bureau's `Bs`: which of the three names it is depends on the
 * operation (6.9), so whoever correlates compares it with all that it has.
 */
export interface FilingResult {
  readonly codes: readonly ResultCode[]
  readonly operation: FilingOperation
  readonly key?: string
  readonly remark?: string
}

/** 管局审核: a reviewer's decision. Not linked to the results by its place in the file. */
export interface ReviewOpinion {
  readonly reviewer?: string
  readonly reviewerPhone?: string
  readonly reviewedAt: string
  readonly opinion?: string
  readonly verdict: 'refused' | 'approved'
  readonly operation?: FilingOperation
  readonly recordId?: Id
}

export interface FilingResults {
  readonly results: readonly FilingResult[]
  readonly opinions?: readonly ReviewOpinion[]
}

/** Of a domain report. A success brings the ministry's id: the domain is known there (入库). */
export interface DomainResult {
  readonly codes: readonly ResultCode[]
  /** Absent when a new report failed. */
  readonly bureauId?: Id
  readonly operation: 'new-domain' | 'change-domain' | 'remove-domain'
  /** Ours, of a new report. */
  readonly id?: Id
  readonly remark?: string
}
