/** Text for a person, in both languages of the product. */
export interface Text {
  readonly zh: string
  readonly en: string
}

/** Where a rule comes from. */
export interface Source {
  readonly document: string
  readonly section: string
  /** Day of the document or of its version, YYYY-MM-DD; only the month or the year where no more is known. */
  readonly date?: string
  readonly url?: string
}

/** `refuse` closes the way; `advise` does not; `unknown` neither refuses nor allows and is shown as such. */
export type Severity = 'refuse' | 'advise' | 'unknown'

/** What a rule has to say about a case: enough for a person to see which rule, from where, since when, and what to do. */
export interface Finding {
  readonly rule: string
  /** What the rule is about, such as `suffix:.hk`; absent when it is about everything of its topic. */
  readonly scope?: string
  readonly severity: Severity
  readonly field: string
  readonly message: Text
  readonly remedy: Text
  readonly source: Source
  /** YYYY-MM-DD, first day in force. */
  readonly from: string
  /** YYYY-MM-DD, last day in force. */
  readonly until?: string
}
