import type { OrderType, Wish } from '../model/order-types.ts'
import type { CheckFacts, interfaceShape, OrderFacts, PaperFacts, SmsFacts } from './paper-shape.ts'
import type { PersonFacts } from './person-shape.ts'
import type { DomainFacts, ServerFacts, ServiceFacts } from './service-shape.ts'
import type { Accepted } from './shape.ts'
import type { accountShape, SiteFacts, SubjectFacts, SubjectRecord } from './subject-shape.ts'

/** A draft of an order as far as it is written, with what is known around it. What is absent is not known. */
export interface FilingDraft {
  /** YYYY-MM-DD, China time. */
  readonly day: string
  /** Code of the province whose bureau it goes to; undefined while the region is not known. */
  readonly province: string | undefined
  readonly wish: Wish
  /** The computed type; undefined where the facts do not tell. */
  readonly type: OrderType | undefined
  /** The type that somebody chose, where it was not computed. */
  readonly chosenType: OrderType | undefined
  /** Every required thing must be there: the check before submission. */
  readonly complete: boolean
  readonly subject: SubjectFacts
  readonly record: SubjectRecord
  readonly account: Accepted<typeof accountShape>
  readonly services: readonly ServiceFacts[]
  readonly domains: readonly DomainFacts[]
  readonly servers: readonly ServerFacts[]
  /** undefined where nothing was said of papers; [] where there are none. */
  readonly papers: readonly PaperFacts[] | undefined
  readonly sites: readonly SiteFacts[]
  readonly check: CheckFacts
  readonly sms: SmsFacts
  readonly order: OrderFacts
  readonly interface: Accepted<typeof interfaceShape>
}

/** Which principal a rule is looking at. */
export type Role = 'subject' | 'service'

/** A draft, and the one thing of it that a rule is looking at; a rule is asked only where there is such a thing. */
export interface FilingCase {
  readonly draft: FilingDraft
  readonly service: ServiceFacts
  readonly domain: DomainFacts
  readonly person: PersonFacts
  readonly role: Role
  readonly server: ServerFacts
  readonly paper: PaperFacts
  readonly site: SiteFacts
}

/** What a rule is asked about: once for the draft, or once for each of its things. */
export type Level = 'draft' | 'service' | 'domain' | 'person' | 'server' | 'paper' | 'site'

export const nothing: Readonly<Record<string, never>> = Object.freeze({})

/** Whether the subject is a natural person; undefined while nobody has said. */
export function isPerson({ subject }: FilingDraft): boolean | undefined {
  return subject.nature === undefined ? undefined : subject.nature === 'person'
}
