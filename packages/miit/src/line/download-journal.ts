import type { ReadDownload } from '../download/read-download.ts'
import type { SealedFile } from '../soap/answer.ts'

/** A download as it is kept: the raw file for whoever has to prove something, and what was read in it. */
export interface DownloadEntry {
  readonly fileName: string
  /** Of the zip, as the bureau sent it. With the name it says which file this is. */
  readonly hash: string
  readonly profileId: string
  readonly sealed: SealedFile
  readonly xml: Buffer
  /** Undefined when the document could not be read: it is kept and acknowledged all the same, and an alarm. */
  readonly read: ReadDownload | undefined
  readonly unreadable?: string
}

/** Where downloads are kept. `store` is one transaction: what it wrote is there after `kill -9`. */
export interface DownloadJournal {
  exclusively<T>(work: () => Promise<T>): Promise<T>
  /** True when the file is new; false when exactly it was stored before, and nothing is done then. */
  store(entry: DownloadEntry): Promise<boolean>
  acknowledged(fileName: string, hash: string): Promise<void>
  /** Counts a delivery that could not be opened; answers how often that was this file. */
  broken(fileName: string, because: string): Promise<number>
}
