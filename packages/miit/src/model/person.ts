/** 负责人: of a subject, or of one service. */
export interface Person {
  readonly name?: string
  /** Digits and hyphens, at least 11 characters together. */
  readonly officePhones?: readonly string[]
  readonly mobile?: string
  readonly emails?: readonly string[]
  readonly certificate?: PersonCertificate
  readonly msn?: string
  readonly qq?: string
}

export interface PersonCertificate {
  readonly kind?: number
  readonly number?: string
}
