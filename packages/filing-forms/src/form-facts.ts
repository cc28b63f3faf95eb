import type { OrderType, Service, Subject } from '@yuming/filing'

/** What a registrar knows of a domain that a form names. */
export interface FormDomain {
  readonly name: string
  readonly holder: string
  readonly registrar: string
  /** YYYY-MM-DD in China. */
  readonly registeredOn: string
  readonly expiresOn: string
  readonly nameServers?: readonly string[]
}

/** Everything that the forms of one filing order print. */
export interface FormFacts {
  readonly type: OrderType
  readonly subject: Subject
  readonly services: readonly Service[]
  readonly domains: readonly FormDomain[]
  /** The access provider that hands the order in. */
  readonly provider: string
  /** Printed at the foot, so that a paper finds its order again. */
  readonly order: string
  /** YYYY-MM-DD: the day of printing, in China. */
  readonly on: string
}
