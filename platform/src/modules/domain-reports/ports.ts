import type { Text } from '@yuming/rules'
import type { Trx } from '../../kernel/database/index.ts'

export type ReportOperation = 'new-domain' | 'change-domain' | 'remove-domain'

/** The holder as a report tells it; the interface has no element for the number of a paper. */
export interface ReportedHolder {
  readonly holderType: 'person' | 'organisation'
  readonly name: string
  readonly contact: string
  readonly region: string
  readonly province: string
  readonly city: string
  readonly street: string
  readonly phone: string
  readonly email: string
}

export interface ReportedName {
  readonly ascii: string
  readonly ownId: string
  /** Of a change. */
  readonly ministryId: string | null
  /** YYYY-MM-DD in China. */
  readonly registeredOn: string
  readonly expiresOn: string
  readonly nameServers: readonly string[]
  readonly holder: ReportedHolder
}

export type Reports =
  | { readonly operation: 'new-domain' | 'change-domain'; readonly names: readonly ReportedName[] }
  | {
      readonly operation: 'remove-domain'
      readonly names: readonly { readonly ascii: string; readonly ministryId: string }[]
    }

/** What stands against a report, in the codes of the interface where it has one. */
export interface ReportCode {
  readonly code: number | null
  readonly means: Text
  /** In the ministry's own words. */
  readonly said: string | null
  /** Where in the report; null where the code says all. */
  readonly field: string | null
  /** Whose matter it is; `nothing`: it went well. */
  readonly asks: 'nothing' | 'holder' | 'us' | 'wait' | 'report-again'
}

export interface MadeReports {
  /** Undefined when no name can be told. */
  readonly xml: Uint8Array | undefined
  /** Places of the names that are in the file; those in neither list are for the next one. */
  readonly taken: readonly number[]
  readonly against: ReadonlyMap<number, readonly ReportCode[]>
}

export type SentReports =
  | { readonly is: 'accepted'; readonly sequence: number }
  | { readonly is: 'later'; readonly afterMs: number; readonly because: string }
  /** The ministry will never take this file. */
  | { readonly is: 'refused'; readonly code: number; readonly because: string }
  /** The line stands until a person has looked. */
  | { readonly is: 'stopped'; readonly because: string }

export interface ReportResult {
  readonly operation: ReportOperation
  readonly ownId: string | undefined
  readonly ministryId: string | undefined
  readonly codes: readonly ReportCode[]
}

/** The ministry's system for domain reports (工信部域名报备). */
export interface Ministry {
  make(reports: Reports): Promise<MadeReports>
  /** Sends a file under the next number, or finds out what became of it; the same key is never a second upload. */
  send(file: { readonly key: string; readonly fileName: string; readonly xml: Uint8Array }): Promise<SentReports>
  /** Takes what waits there: kept and committed, then acknowledged. */
  drain(): Promise<{ readonly stored: number; readonly ended: string }>
  /** Files that were taken and not processed yet, oldest first. */
  unprocessed(): Promise<readonly string[]>
  /** What a file tells; undefined when it was processed meanwhile. Its row stays locked until the transaction ends. */
  open(file: string, trx: Trx): Promise<readonly ReportResult[] | undefined>
  processed(file: string, trx: Trx): Promise<void>
  failed(file: string, because: string): Promise<void>
}
