import type { Ids } from './id.ts'
import type { Person } from './person.ts'

/** 主体: who runs the services. Codes (nature, certificate kind, areas) are rows of the bureau's own tables. */
export interface Subject extends Ids {
  /** Not sent by V3.0: says which fields are due. Without it an organisation is assumed. */
  readonly kind?: 'organisation' | 'person'
  readonly name: string
  /** 单位性质 */
  readonly nature?: number
  /** 投资者或上级主管单位 */
  readonly investor?: string
  readonly address: Address
  readonly certificate: Certificate
  readonly principal: Person
  /** Filed by the subject, or by the access provider on its behalf (代为备案). */
  readonly filedBy?: 'subject' | 'provider'
  readonly remark?: string
}

/** Codes are GB/T 2260 style: at least six digits. */
export interface Address {
  readonly province: number
  readonly city?: number
  readonly county?: number
  readonly street?: string
}

export interface Certificate {
  readonly kind: number
  readonly number: string
  /** The address as the certificate has it (证件住所). */
  readonly address: string
}
