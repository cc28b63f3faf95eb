/** The holder as a registry needs to know it: one canonical registrant, projected per registry by its gateway. */
export interface Registrant {
  readonly template: string
  /** Counts the corrections of the holder's data. */
  readonly revision: number
  readonly holderType: 'person' | 'organisation'
  readonly name: { readonly zh: string; readonly en: string }
  readonly contact: { readonly zh: string; readonly en: string }
  readonly region: string
  readonly province: { readonly zh: string; readonly en: string }
  readonly city: { readonly zh: string; readonly en: string }
  readonly street: { readonly zh: string; readonly en: string }
  readonly postcode: string
  /** As in RFC 5733: `+86.13800000000`. */
  readonly phone: string
  readonly email: string
  readonly certificate: { readonly kind: string; readonly number: string }
}

/** What a registry takes for a command, agreed beforehand: a decimal as on the wire, and its currency (RFC 8748). */
export interface AgreedFee {
  readonly currency: string
  readonly amount: string
}

/** A name that the registry does not sell at the price of its suffix (溢价). */
export interface PremiumName {
  /** For all the years asked about; absent when it could not be understood. */
  readonly fee?: AgreedFee
  /** Whether a further year costs what it costs under the suffix. */
  readonly renewsAsUsual: boolean
}

/** One name's answer to `check` (RFC 5731 §3.1.1). */
export interface NameAvailability {
  readonly available: boolean
  readonly premium?: PremiumName
  /** The registry's own words when it is not, e.g. "In use" or "Reserved". */
  readonly reason?: string
}

/** What `info` says of a name that we sponsor (RFC 5731 §3.1.2). */
export interface RegisteredName {
  readonly ascii: string
  readonly roid: string
  /** Registrar that sponsors the name. */
  readonly clID: string
  readonly ours: boolean
  readonly statuses: readonly string[]
  readonly nameservers: readonly string[]
  readonly registrant?: string
  readonly crDate: string
  readonly exDate: string
  /** Of its verification codes, where the registry takes any. */
  readonly compliance?: NameCompliance
}

/** 备案: where a name of ours stands with its filing, as those who file it say. */
export type FilingOfName =
  | {
      readonly state: 'under-way'
      readonly order: string
      readonly said: { readonly zh: string; readonly en: string }
      readonly turn: 'you' | 'we' | 'ministry' | 'bureau' | null
      /** The day in China until which it is somebody's turn. */
      readonly until: string | null
    }
  /** With the number of its service (网站备案号), once it is known. */
  | { readonly state: 'filed'; readonly number: string | null }

/** Whether a name has the verification codes that its registry wants (verificationCode-1.0 §2.1). */
export type Compliance = 'notApplicable' | 'nonCompliant' | 'pendingCompliance' | 'compliant'

export interface NameCompliance {
  readonly status: Compliance
  /** ISO instant from which the lack of a code has consequences. */
  readonly due?: string
}

/** A contact as its registry has it (RFC 5733 §3.1.2). */
export interface KnownContact {
  readonly handle: string
  /** Whether this registrar sponsors it. */
  readonly ours: boolean
  /** ISO instant of the last change. */
  readonly updatedAt?: string
  /** Whether every field that this registry would be told of the holder is what it has. */
  says(registrant: Registrant): boolean
}

/** The registry's words and the transaction ids of one exchange, kept for "details". */
export interface RegistryAnswer {
  readonly code: number
  readonly message: string
  readonly clTRID: string
  readonly svTRID: string
}

export interface CreateName {
  readonly ascii: string
  readonly years: number
  /** Contact handle at this registry; absent where the registry is thin. */
  readonly registrant?: string
  readonly holderType: 'person' | 'organisation'
  /** Transfer authorisation; sealed wherever we keep it. */
  readonly authInfo: string
  /** Signed verification codes, base64. */
  readonly codes?: readonly string[]
  /** Of a premium name: more than this is not paid. */
  readonly fee?: AgreedFee
}

export interface RenewName {
  readonly ascii: string
  readonly years: number
  /** YYYY-MM-DD: guards against renewing twice (RFC 5731 §3.2.3). */
  readonly currentExpiry: string
}

/** Statuses that a registrar sets itself (RFC 5731 §2.3): added and removed in one `update`. */
export interface UpdateName {
  readonly ascii: string
  readonly add: readonly string[]
  readonly remove: readonly string[]
  /** Handle of the new holder's contact (过户). */
  readonly registrant?: string
  /** Signed verification codes that come after the registration, base64. */
  readonly codes?: readonly string[]
}

/** A transform carries our transaction id, which the intent recorded before any byte left. */
export interface Sending {
  readonly clTRID: string
  readonly signal?: AbortSignal
}

/** A message of a registry's queue (RFC 5730 §2.9.2.3). */
export interface RegistryMessage {
  /** The registry's number of the message. */
  readonly id: string
  /** When the registry wrote it, as it says. */
  readonly queuedAt?: string
  readonly text: string
  /** The domain that it is about, A-labels in lower case, where it names one. */
  readonly about?: string
  /** The holder's contact that it is about, where it names one. */
  readonly contact?: string
  /** What a reviewer of the registry decided (RFC 8590, custom sub-operations of the registry). */
  readonly review?: RegistryReview
  /** How a change that the registry had answered with 1001 ended (RFC 5731 §3.3). */
  readonly ended?: 'done' | 'not-done'
  /** The frame as it came. */
  readonly frame: string
}

/**
 * What a registry's word about a review means. `overdue`: the days to be verified in are over, which is no refusal; `unknown`:
 * words that nobody has told us the meaning of, which decide nothing.
 */
export type ReviewOutcome = 'passed' | 'failed' | 'overdue' | 'unknown'

export interface RegistryReview {
  readonly axis: 'identity' | 'naming' | 'qualification'
  readonly outcome: ReviewOutcome
  /** The registry has deleted the name because of it. */
  readonly deleted: boolean
}

/**
 * One registry. Queries may be repeated by the gateway; transforms never are.
 * Transforms throw `RegistryRefused`, `NotSent` (nothing left the machine) or `AnswerLost` (outcome unknown).
 */
export interface Registry {
  readonly id: string
  /** Whether the registry keeps contact objects; a thin one rejects them. */
  readonly keepsContacts: boolean
  /** Whether it takes verification codes of holder and label. */
  readonly takesCodes: boolean
  check(
    asciiNames: readonly string[],
    options?: { signal?: AbortSignal /** 1 unless given: what fees are asked for. */; years?: number },
  ): Promise<ReadonlyMap<string, NameAvailability>>
  /** undefined when the registry does not know the name (2303). */
  info(ascii: string): Promise<RegisteredName | undefined>
  create(request: CreateName, sending: Sending): Promise<RegistryAnswer & { crDate: string; exDate: string }>
  renew(request: RenewName, sending: Sending): Promise<RegistryAnswer & { exDate: string }>
  update(request: UpdateName, sending: Sending): Promise<RegistryAnswer>
  /** Deletes a name of ours (RFC 5731 §3.2.2). 1000: it is gone; 1001: the registry keeps it for a while (RFC 3915). */
  delete(ascii: string, sending: Sending): Promise<RegistryAnswer>
  /** Creates a contact. A handle that is taken already is refused with 2302. */
  createContact(handle: string, registrant: Registrant, sending: Sending): Promise<RegistryAnswer>
  /** Corrects a contact of ours (RFC 5733 §3.2.5), with the holder's papers where the registry keeps them. */
  updateContact(handle: string, registrant: Registrant, sending: Sending): Promise<RegistryAnswer>
  /** Deletes a contact of ours (RFC 5733 §3.2.2). One that an object refers to is refused with 2305. */
  deleteContact(handle: string, sending: Sending): Promise<RegistryAnswer>
  /** undefined when unknown. */
  contact(handle: string): Promise<KnownContact | undefined>
  /** Reads the queue until it is empty; each message is acknowledged after `keep` has ended. Returns how many there were. */
  drainMessages(keep: (message: RegistryMessage) => Promise<void>): Promise<number>
}

export interface Registries {
  /** @throws when the configuration names no such registry. */
  registry(id: string): Registry
  has(id: string): boolean
}

/** A registry said no, in its own words. */
export class RegistryRefused extends Error {
  readonly answer: RegistryAnswer
  constructor(answer: RegistryAnswer) {
    super(`the registry answered ${answer.code}`)
    this.name = 'RegistryRefused'
    this.answer = answer
  }
}
