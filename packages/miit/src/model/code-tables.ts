import type { Id } from './id.ts'

/** The bureau's tables (section 7), by words of ours. */
export type TableName =
  | 'unit-class'
  | 'nature'
  | 'area'
  | 'feedback-class'
  | 'bureau'
  | 'industry'
  | 'administrative-level'
  | 'certificate-kind'
  | 'pre-approval-content'
  | 'service-content'
  | 'access-mode'
  | 'cancel-reason'
  | 'unfiled-handling'
  | 'check-opinion'
  | 'domain-type'
  | 'attachment-format'
  | 'attachment-purpose'
  | 'language'

export interface CodeRow {
  readonly id: number
  readonly name: string
  readonly valid: boolean
  readonly remark?: string
  /** 运算Id, in four tables. Whether an upload carries it or the id is not told. */
  readonly operationId?: number
  /** 编码 */
  readonly mark?: string
  /** Of a certificate kind: the unit class it belongs to. Of an attachment purpose: what it belongs to. */
  readonly belongsTo?: number
  /** Of an area: 1 province, 2 city, 3 county (inferred). */
  readonly level?: number
  readonly preApprovalNeeded?: boolean
  /** Second column of the feedback classes. */
  readonly second?: string
  readonly province?: number
  readonly provinceShort?: string
  readonly email?: string
  readonly mobile?: string
}

export interface ReportingUnit {
  readonly id: Id
  readonly name: string
  readonly unitClass?: number
  readonly industry?: number
  readonly licence?: string
  readonly province?: number
  readonly city?: number
  readonly county?: number
  readonly street?: string
  readonly valid: boolean
  readonly remark?: string
}

/** One download of tables; a table that is not in it stays as it was. */
export interface CodeTables {
  readonly units?: readonly ReportingUnit[]
  readonly tables?: { readonly [N in TableName]?: readonly CodeRow[] }
}
