import type { Id } from '../model/id.ts'
import type { AesSettings } from '../payload/cipher.ts'
import type { Sealed } from '../payload/seal.ts'
import type { Limits, Profile } from '../profile/profile.ts'
import type { ServiceName } from '../profile/wsdl-names.ts'
import type { FilingStatus } from '../soap/answer.ts'

/** An enterprise as the bureau knows it. */
export interface BureauAccount {
  readonly ispId: Id
  readonly userName: string
  readonly password: string
  readonly aes?: AesSettings
  /** Addresses it may call from; absent: any. Another one is answered with 12. */
  readonly addresses?: readonly string[]
  /** False: 13. */
  readonly ofThisProvince?: boolean
  /** False: 19. */
  readonly mayReport?: boolean
}

export interface AcceptedUpload {
  readonly sequence: number
  readonly fileName: string
  readonly xml: Buffer
  readonly sealed: Sealed
}

/** What waits to be downloaded. */
export interface WaitingFile {
  readonly fileName: string
  readonly xml: Buffer
}

/** Persistence of a bureau, and its decisions. Whatever it does is committed when its promise resolves. */
export interface BureauStore {
  account(ispId: Id): Promise<BureauAccount | undefined>
  lastUpload(ispId: Id): Promise<AcceptedUpload | undefined>
  /** Files that were taken in and not processed yet; above the limit: 15. */
  waiting(ispId: Id): Promise<number>
  accept(ispId: Id, upload: AcceptedUpload): Promise<void>
  /** Oldest unacknowledged files, the first two of them. */
  nextFiles(ispId: Id): Promise<readonly WaitingFile[]>
  acknowledge(ispId: Id, fileName: string): Promise<void>
  filingStatus(type: number, value: string): Promise<FilingStatus>
  /** Undefined: tried too often (22). */
  filingPassword(filingNumber: string, password: string): Promise<boolean | undefined>
}

/** How the bureau misbehaves; all of it may be changed while it runs. */
export interface BureauControls {
  /** 901 for uploads, 902 for downloads. */
  maintenance?: { upload?: boolean; download?: boolean }
  /** Reporting hours, China time: outside them 20 with these words appended. */
  hours?: { readonly open: (now: Date) => boolean; readonly text: string }
  /** Asked after the work was done: true cuts the connection instead of answering. */
  loseAnswer?: (method: string) => boolean
  /** Asked before anything is done: a code to answer with. */
  answerInstead?: (method: string) => number | undefined
  /** Deliver this many more times what was acknowledged. */
  redeliver?: number
  /** `one-ends`: 3 with a file while more remain, 1 with the last. `zero-then-two`: 0 with a file always, then 2. */
  downloadMode?: 'one-ends' | 'zero-then-two'
  /** Before each answer. */
  delayMs?: number
}

export interface BureauServerOptions {
  readonly profile: Profile
  readonly store: BureauStore
  readonly controls: BureauControls
  readonly limits?: Partial<Pick<Limits, 'xmlBytes'>> & { readonly waitingFiles?: number }
  readonly now: () => Date
  /** Address of the caller; default that of the socket. */
  readonly addressOf?: (socketAddress: string, headers: Readonly<Record<string, unknown>>) => string
  /** Which of the services this host offers; default all. */
  readonly services?: readonly ServiceName[]
}
