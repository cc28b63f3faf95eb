import type { Id } from './id.ts'

/** What a registrar tells the ministry of a domain (域名报备). */
export interface DomainReport {
  /** Ours, of a new report. */
  readonly id?: Id
  /** The ministry's, of a change; it comes with the result of the new report. */
  readonly bureauId?: Id
  readonly name: string
  readonly type: number
  /** YYYY-MM-DD */
  readonly registeredOn: string
  readonly expiresOn: string
  readonly registrant: DomainContact
  readonly administrator: DomainContact
  readonly payer?: Partial<DomainContact>
  readonly registrar: string
  readonly nameServers: readonly string[]
}

export interface DomainContact {
  readonly name: string
  readonly organisation: string
  readonly address: string
  readonly province: number
  readonly city: number
  readonly email: string
  readonly phone: string
}

/** A report taken back, by the ministry's id or by the name. */
export type DomainRemoval = { readonly bureauId: Id } | { readonly name: string }
