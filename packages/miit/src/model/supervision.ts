import type { Id } from './id.ts'

export type ListChange = 'add' | 'change' | 'delete'

export interface Blacklist {
  readonly subjects: readonly BlacklistedSubject[]
  readonly services: readonly BlacklistedService[]
}

export interface BlacklistedSubject {
  readonly subject?: {
    readonly name: string
    readonly nature?: number
    readonly certificate: { readonly kind: number; readonly number: string }
  }
  readonly change: ListChange
  readonly remark?: string
}

export interface BlacklistedService {
  readonly names: readonly string[]
  readonly domains: readonly string[]
  readonly homeUrl?: string
  readonly change: ListChange
  readonly remark?: string
}

/** 非法接入黑名单 */
export interface IllegalAccess {
  readonly bureauId: Id
  readonly domain: string
  readonly address: string
  readonly providerId: Id
  readonly provinceId: Id
  readonly detectedAt: string
  readonly remark?: string
}

/** 未备案网站 */
export interface UnfiledSite {
  readonly bureauId: Id
  /** Its domain, or its name. */
  readonly domain: string
  readonly languages?: readonly number[]
  readonly address: string
  readonly detectedAt?: string
  readonly detections?: number
  readonly provinceId?: Id
  readonly firstDetectedAt?: string
  readonly providerId?: Id
  readonly carrierId: Id
  readonly remark?: string
}

/** 核查结果 of the bureau's own inspections. */
export interface InspectionResults {
  readonly subjects: readonly InspectedSubject[]
  readonly accesses: readonly InspectedAccess[]
  readonly shellSites: readonly InspectedSite[]
  readonly liveness: readonly InspectedSite[]
}

export interface InspectedSubject {
  readonly bureauId: Id
  readonly name: string
  readonly certificateKind: number
  readonly certificateNumber: string
  readonly error?: string
  readonly remark?: string
}

export interface InspectedAccess {
  readonly serviceId: Id
  readonly filingNumber: string
  readonly domain?: string
  /** What the domain resolves to; absent when it does not. */
  readonly resolvesTo?: string
  readonly reportedBy?: Id
  readonly verdict: 'over-reported' | 'under-reported'
  readonly inspectedAt: string
  readonly accessId?: Id
  readonly remark?: string
}

export interface InspectedSite {
  readonly serviceId: Id
  readonly filingNumber: string
  readonly verdict?: 'alive' | 'dead'
  readonly inspectedAt: string
  readonly homeUrl?: string
  readonly remark?: string
}

/** 整改通知 */
export interface RectificationNotice {
  readonly what: 'subject' | 'service'
  readonly filingNumber?: string
  readonly bureauId?: Id
  readonly content: string
  readonly remark?: string
}
