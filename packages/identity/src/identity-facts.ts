import type { CertificateKind, HolderType } from './certificate/certificate-kinds.ts'
import type { ReadNumber } from './number/number-defect.ts'

/** Text in Chinese and in Latin letters; either may not be known. */
export interface BothForms {
  readonly zh?: string
  readonly en?: string
}

/** What a holder declares. What is absent is not known. */
export interface HolderFacts {
  readonly type?: HolderType
  readonly name?: BothForms
  readonly contact?: BothForms
  /** ISO 3166-1 alpha-2; HK, MO and TW stand for themselves. */
  readonly region?: string
  readonly province?: BothForms
  readonly city?: BothForms
  readonly street?: BothForms
  readonly postcode?: string
  /** `+86.13800000000`. */
  readonly phone?: string
  readonly email?: string
  readonly emailVerified?: boolean
}

export interface CertificateFacts {
  readonly kind: CertificateKind | undefined
  /** Id or registry code as it was stated. */
  readonly statedKind: string
  readonly number: ReadNumber | undefined
  /** YYYY-MM-DD. */
  readonly issuedOn?: string
  /** YYYY-MM-DD, last day. */
  readonly endsOn?: string
}

/** What is read on the paper that was handed in, by a person or by a machine. */
export interface PaperFacts {
  readonly kind?: string
  readonly name?: string
  readonly number?: string
  readonly sides?: number
}

export const operations = [
  'register',
  'verify',
  'holder-change',
  'information-change',
  'account-move',
  'transfer-in',
  'transfer-out',
  'dns-change',
  'renew',
  'restore',
] as const
export type Operation = (typeof operations)[number]

/** Names under CNNIC: .cn with its second level, .中国, .公司, .网络. */
export function ofCnnic({ suffix }: IdentityFacts): boolean {
  return suffix !== undefined && (/^(?:cn|中国|公司|网络)$/.test(suffix.name) || suffix.name.endsWith('.cn'))
}

export interface SuffixPolicyFacts {
  /** Unicode form without a dot in front. */
  readonly name: string
  /** Identity must be verified before registration; null is not known. */
  readonly verifyBefore?: boolean | null
  /** A verified template is enough; null is not known. */
  readonly templateCovers?: boolean | null
}

export type ReviewState = 'unverified' | 'reviewing' | 'verified' | 'failed'

/** Where the domain and its holder template are. */
export interface StateFacts {
  readonly identity?: ReviewState
  readonly naming?: ReviewState
  readonly qualification?: ReviewState
  readonly template?: ReviewState
  /** The account has a verified template that fits (S4-03). */
  readonly otherVerifiedTemplate?: boolean
  /** The paper, the number or the name of the holder has been changed since the review began or failed. */
  readonly holderDiffers?: boolean
  readonly holderChange?: 'none' | 'reviewing'
  readonly registrarTransfer?: 'none' | 'pending'
  readonly updateLock?: boolean
  readonly transferLock?: boolean
  readonly failures?: number
  /** Days, YYYY-MM-DD, China time. */
  readonly registeredOn?: string
  readonly expiresOn?: string
  readonly submittedOn?: string
  readonly verifiedOn?: string
  readonly holderChangedOn?: string
  readonly holderChangeSubmittedOn?: string
  /** Day on which the registry asked for more papers (.cn). */
  readonly enhancedNoticeOn?: string
  /** The name was registered with the template of an agent (S1-162). */
  readonly agentTemplate?: boolean
}

/** All that the rules of identity look at; made once a case. */
export interface IdentityFacts {
  /** YYYY-MM-DD, China time. */
  readonly day: string
  readonly holder: HolderFacts
  readonly certificate: CertificateFacts | undefined
  readonly paper: PaperFacts | undefined
  readonly operation: Operation | undefined
  readonly suffix: SuffixPolicyFacts | undefined
  /** Label in front of the suffix, where the rules of personal names look at it. */
  readonly label: string | undefined
  readonly state: StateFacts
}

export const noFacts: Readonly<Record<string, never>> = Object.freeze({})
