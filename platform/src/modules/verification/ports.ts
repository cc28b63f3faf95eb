import type { Trx } from '../../kernel/database/index.ts'

/** What a holder proves who they are with; numbers and photographs are opened from the vault for the sending alone. */
export interface HolderProof {
  readonly role: 'person' | 'org'
  readonly name: string
  readonly number: string
  /** Id of the kind of certificate, as @yuming/identity knows it. */
  readonly certificateKind: string
  /** Photographs, JPEG. */
  readonly pictures: readonly Buffer[]
}

/** How a provider answers: at once, later, or no. */
export type ProviderAnswer =
  | { readonly state: 'passed'; readonly code: string; readonly encoded: string }
  | { readonly state: 'pending'; readonly code: string }
  | { readonly state: 'refused'; readonly message: string }

/** How a verification that was pending ended. */
export interface ProviderMessage {
  readonly code: string
  readonly passed: boolean
  readonly message: string
}

/** What a provider says of a label before anybody orders it: prohibited, or only for a holder who has passed. */
export interface LabelAdvice {
  readonly allowed: boolean
  readonly restricted: boolean
  /** In the provider's own words. */
  readonly reason?: string
}

/**
 * A verification service provider (实名核验机构): it reviews holders (RNV) and labels (DNV) and signs codes that registries
 * believe. To ask twice does no harm: a review decides nothing but what it says.
 * Transforms throw `NotSent` or `AnswerLost`, and `RetryLater` when the provider answers without deciding anything.
 */
export interface VerificationProvider {
  readonly id: string
  checkLabels(labels: readonly string[]): Promise<ReadonlyMap<string, LabelAdvice>>
  verifyHolder(proof: HolderProof, sending: { readonly clTRID: string }): Promise<ProviderAnswer>
  verifyLabel(
    request: { readonly label: string; readonly holderCode?: string },
    sending: { readonly clTRID: string },
  ): Promise<ProviderAnswer>
  /** The signed code of a verification that has passed; undefined while it has not. */
  signedCode(code: string): Promise<string | undefined>
  /** Reads the queue until it is empty; each message is acknowledged after `keep` has ended. */
  drainMessages(keep: (message: ProviderMessage) => Promise<void>): Promise<number>
  /** Whether a code is signed by somebody whom we trust, and says what it should. */
  proves(encoded: string, code: { readonly code: string; readonly type: 'domain' | 'real-name' }): boolean
}

/** The number of the open ticket about a name, if there is one. */
export type OpenTicketOf = (trx: Trx, account: string, ascii: string) => Promise<string | null>
