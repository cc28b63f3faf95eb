import type { Access } from './access.ts'
import type { Attachment } from './attachment.ts'
import type { Id } from './id.ts'
import type { Service } from './service.ts'
import type { Subject } from './subject.ts'

/** 首次备案: a subject and its services. */
export interface NewFiling {
  readonly subject: Subject
  readonly services: readonly Service[]
  readonly attachments: readonly Attachment[]
}

/** 新增网站: services for a subject that is filed already. */
export interface NewService {
  readonly subject: ByNumber
  readonly services: readonly Service[]
  readonly attachments: readonly Attachment[]
  readonly filingPasswordDigest?: string
}

/** 新增接入: another access for a service that is filed already. */
export interface NewAccess {
  readonly service: ByNumber
  readonly access: Access
  readonly attachments: readonly Attachment[]
  readonly filingPasswordDigest?: string
}

/** Something filed, by one of the two names that the bureau gave it. */
export type ByNumber = { readonly filingNumber: string } | { readonly bureauId: Id }

/** 变更备案: the full picture as it is to be, not what changes. */
export interface ChangedFiling extends NewFiling {
  readonly filingPasswordDigest?: string
}

/** 注销: of a subject, a service, or one access. */
export interface Cancellation {
  readonly what: 'subject' | 'service' | 'access'
  readonly bureauId: Id
  readonly reason: number
  readonly remark?: string
  readonly filingPasswordDigest?: string
}

/** A filing as a check task shows it, or its answer sends it back. */
export interface FilingImage {
  readonly subject: Subject
  readonly services: readonly Service[]
}

/** 核实结果: the answer to a check task. */
export interface CheckAnswer {
  readonly verdict: 'passed' | 'refused'
  readonly checkedBy: string
  /** YYYY-MM-DD */
  readonly checkedOn: string
  readonly unitId: Id
  readonly opinion: string
  readonly errors?: string
  readonly filing: FilingImage
}

/** 未备案网站处理结果 */
export interface UnfiledSiteHandling {
  readonly domain: string
  readonly address: string
  readonly carrierId: Id
  readonly providerId: Id
  readonly provinceId: Id
  readonly result: number
  readonly opinion: string
  /** YYYY-MM-DD */
  readonly listedOn: string
  readonly dueOn: string
  readonly reporterName?: string
  readonly reporterPhones?: readonly string[]
  readonly reporterEmails?: readonly string[]
}
