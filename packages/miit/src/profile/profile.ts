import type { CodeBook } from '../codes/meaning.ts'
import type { Capability } from './capabilities.ts'
import type { DownloadKinds } from './download-kind.ts'
import type { TagWords } from './tag-words.ts'
import type { UploadKinds } from './upload-kind.ts'
import type { WsdlNames } from './wsdl-names.ts'

export interface Limits {
  readonly xmlBytes: number
  readonly recordsPerFile: number
  readonly attachmentBase64: number
  readonly verificationSheetBase64: number
  readonly verificationSheetPurposes: readonly number[]
}

/**
 * One version of the interface, whole, as data and codecs. A newer version is another object beside it, never an edit:
 * the id is stored with each file, and an answer is read by the profile that the file was written with.
 */
export interface Profile {
  readonly id: string
  /** `version` of the root elements; another one is answered with 5004. */
  readonly version: string
  readonly validFrom: string
  readonly validTo?: string
  readonly wsdl: WsdlNames
  readonly limits: Limits
  readonly uploads: UploadKinds
  readonly downloads: DownloadKinds
  readonly capabilities: ReadonlySet<Capability>
  readonly codes: CodeBook
  /** Of the elements that hold values; what is not among them may be about a person. */
  readonly tagWords: ReadonlyMap<string, TagWords>
  readonly quirks: Quirks
}

export interface Quirks {
  /** The schema wants `msg` to have exactly 256 characters; nobody's does. A server may pad, a client never checks. */
  readonly messageLength256: boolean
  /** A change note adds operation 35 (verification material) to results; the schema stops at 7. It is always read. */
  readonly operation35: boolean
}
