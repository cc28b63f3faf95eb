import type { CodeTables } from '../model/code-tables.ts'
import type { DomainReport } from '../model/domain-report.ts'
import type { IpInspection, IpResults } from '../model/ip-report.ts'
import type { Cancelled, CheckTask, PublishedFiling } from '../model/published.ts'
import type { DomainResult, FilingResults } from '../model/results.ts'
import type {
  Blacklist,
  IllegalAccess,
  InspectionResults,
  RectificationNotice,
  UnfiledSite,
} from '../model/supervision.ts'
import type { Part } from '../shape/part.ts'
import type { Writing } from '../shape/writing.ts'
import type { Quirks } from './profile.ts'

/** Everything that a bureau sends, and what each holds. */
export interface DownloadContents {
  'published-filings': readonly PublishedFiling[]
  'cancelled-filings': readonly Cancelled[]
  blacklist: Blacklist
  'illegal-access': readonly IllegalAccess[]
  'unfiled-sites': readonly UnfiledSite[]
  'filing-results': FilingResults
  'check-tasks': readonly CheckTask[]
  'inspection-results': InspectionResults
  'rectification-notices': readonly RectificationNotice[]
  'domain-results': readonly DomainResult[]
  'ip-results': IpResults
  'ip-inspection': IpInspection
  'code-tables': CodeTables
  'resync-filings': readonly PublishedFiling[]
  'resync-domains': readonly DomainReport[]
  'resync-code-tables': CodeTables
}

export type DownloadName = keyof DownloadContents

/** One kind of download in one version of the interface. */
export interface DownloadKind<N extends DownloadName> {
  readonly name: N
  /** Elements from the root's child down to the one whose children are the content. */
  readonly path: readonly string[]
  readonly content: Part<DownloadContents[N]>
  /** What only some profiles may write. */
  readonly rule?: (content: DownloadContents[N], quirks: Quirks, to: Writing) => void
}

export type DownloadKinds = { readonly [N in DownloadName]?: DownloadKind<N> }
