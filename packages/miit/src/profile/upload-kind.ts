import type { Attachment } from '../model/attachment.ts'
import type { DomainRemoval, DomainReport } from '../model/domain-report.ts'
import type {
  Cancellation,
  ChangedFiling,
  CheckAnswer,
  NewAccess,
  NewFiling,
  NewService,
  UnfiledSiteHandling,
} from '../model/filing.ts'
import type { IpAllocation, IpBroadcast, IpRemoval, IpSource, OwnIp } from '../model/ip-report.ts'
import type { Body } from '../shape/part.ts'
import type { Writing } from '../shape/writing.ts'

/** Everything that an enterprise may upload, and the record of each. */
export interface UploadRecords {
  'new-filing': NewFiling
  'new-service': NewService
  'new-access': NewAccess
  'change-filing': ChangedFiling
  'cancel-filing': Cancellation
  'verification-material': Attachment
  'check-answer': CheckAnswer
  'unfiled-site-handling': UnfiledSiteHandling
  'new-domain': DomainReport
  'change-domain': DomainReport
  'remove-domain': DomainRemoval
  'new-ip-source': IpSource
  'new-ip-allocation': IpAllocation
  'new-ip-broadcast': IpBroadcast
  'new-own-ip': OwnIp
  'change-ip-source': IpSource
  'change-ip-allocation': IpAllocation
  'change-ip-broadcast': IpBroadcast
  'change-own-ip': OwnIp
  'remove-ip-source': IpRemoval
  'remove-ip-allocation': IpRemoval
  'remove-ip-broadcast': IpRemoval
  'remove-own-ip': IpRemoval
}

export type UploadName = keyof UploadRecords

/** One kind of upload in one version of the interface. */
export interface UploadKind<N extends UploadName> {
  readonly name: N
  readonly group: 'ICP' | 'YM' | 'IP'
  /** Element of the kind, and the repeating element of its records. */
  readonly tag: string
  /** Of IP kinds: an element between the two. */
  readonly wrapper?: string
  readonly recordTag: string
  readonly body: Body<UploadRecords[N]>
  /** What the schema does not say and the bureau refuses all the same. */
  readonly rules?: readonly UploadRule<N>[]
}

export type UploadRule<N extends UploadName> = (record: UploadRecords[N], to: Writing) => void
export type UploadKinds = { readonly [N in UploadName]?: UploadKind<N> }
