import type { Id } from './id.ts'

/** What every report of addresses has: a range, both ends included, and who named it. */
export interface IpReport {
  /** Ours, of a new report. */
  readonly id?: Id
  /** The bureau's, of a change. */
  readonly bureauId?: Id
  readonly first: string
  readonly last: string
  readonly remark?: string
}

/** 来源: from whom addresses came. It is due before they are allocated. */
export interface IpSource extends IpReport {
  readonly sourceUnitId: Id
}

export type AllocationMode = 'allocated-and-used' | 're-allocated' | 'own-use' | 'reserved'

/** 使用: who uses addresses, where, and whom to call. */
export interface IpUse {
  readonly usage?: 'static' | 'dynamic' | 'unknown'
  /** YYYY-MM-DD */
  readonly usedSince?: string
  readonly mediaSite?: boolean
  readonly unitName?: string
  readonly unitNature?: number
  readonly unitClass?: number
  readonly industry?: number
  readonly province?: number
  readonly city?: number
  readonly county?: number
  readonly street?: string
  readonly contactName?: string
  readonly contactPhone?: string
  readonly contactEmail?: string
  readonly gateway?: string
  readonly gatewayPlace?: string
}

/** 分配 */
export interface IpAllocation extends IpReport, IpUse {
  readonly mode: AllocationMode
  /** Of a re-allocation: to which unit. */
  readonly allocatedTo?: Id
}

/** 广播 */
export interface IpBroadcast extends IpReport {
  readonly broadcasterId: Id
  readonly applicantId: Id
}

/** 自带: addresses that a customer brought along. */
export interface OwnIp extends IpReport, IpUse {
  readonly source: { readonly unitId: Id } | { readonly unitName: string }
}

export interface IpRemoval {
  readonly bureauId: Id
}

export interface IpResult {
  readonly codes: readonly IpResultCode[]
  readonly bureauId?: Id
  readonly operation: 'new' | 'change' | 'remove'
  readonly id?: Id
  readonly remark?: string
}

export interface IpResultCode {
  readonly code: number
  readonly description: string
  /** The ranges that it is about. */
  readonly ranges: readonly IpReport[]
}

export interface IpResults {
  readonly sources: readonly IpResult[]
  readonly allocations: readonly IpResult[]
  readonly broadcasts: readonly IpResult[]
  readonly own: readonly IpResult[]
}

/** 核查结果 of addresses: out of range, in conflict, or not reported. */
export interface IpInspection {
  readonly outOfRange: readonly (IpFinding & { readonly allowedFirst?: string; readonly allowedLast?: string })[]
  readonly conflicts: readonly (IpFinding & {
    readonly otherUnitId: Id
    readonly otherFirst: string
    readonly otherLast: string
  })[]
  readonly unreported: readonly IpFinding[]
}

export interface IpFinding {
  readonly recordId?: Id
  readonly first: string
  readonly last: string
  readonly kind?: number
  readonly unitId?: Id
  readonly remark?: string
}
