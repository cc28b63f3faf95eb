/** What a code asks of whoever receives it. */
export type Reaction =
  /** It went well. */
  | 'done'
  /** The bureau decided against it: its opinion says why. */
  | 'refused'
  /** The applicant's data must be corrected. */
  | 'mend'
  /** What we believe of the filing differs from what the bureau has: read its download before anything else. */
  | 'reconcile'
  /** Something else of the same filing runs: try again when its result is here. */
  | 'wait'
  /** Software of ours wrote what it should not have: no applicant can mend it. */
  | 'bug'
  /** Account, right or configuration: an operator and the bureau settle it. */
  | 'operator'

export interface DataCode {
  readonly code: number
  readonly zh: string
  readonly en: string
  readonly reaction: Reaction
}

type Row = readonly [code: number, reaction: Reaction, zh: string, en: string]

export const dataCodes = (rows: readonly Row[]): readonly DataCode[] =>
  rows.map(([code, reaction, zh, en]) => ({ code, zh, en, reaction }))
