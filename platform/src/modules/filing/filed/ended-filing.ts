/** Something filed that is no more. */
export interface EndedFiling {
  readonly of: 'subject' | 'service' | 'access'
  readonly account: string
  readonly template: string | null
  /** Of the subject, or of the service. */
  readonly name: string
  /** What is no more; of an access, the service that stays filed without us. */
  readonly numbers: readonly string[]
}
