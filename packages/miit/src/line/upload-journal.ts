import type { Sealed } from '../payload/seal.ts'
import type { StopReason } from './decide.ts'

/**
 * `sending`: its bytes may have left. `unknown`: they may have arrived. `accepted`: the bureau has it, and its number
 * is used. `withdrawn`: it never will have it, and its number is free again. `stopped`: only a person can tell.
 */
export type UploadState = 'prepared' | 'sending' | 'unknown' | 'accepted' | 'withdrawn' | 'stopped'

/** A file on its way to one bureau. It is kept for at least three months, because a bureau may ask for it again. */
export interface UploadEntry {
  /** The caller's own name of the file: giving the same one again never makes a second upload. */
  readonly key: string
  readonly sequence: number
  readonly fileName: string
  readonly profileId: string
  readonly sealed: Sealed
  readonly state: UploadState
  /** Of the last answer, for whoever looks. */
  readonly lastCode?: number
  readonly lastMessage?: string
  /** Of a stopped entry. */
  readonly stoppedBecause?: StopReason
  /** How often the payload was made anew after 7 or 8. */
  readonly rebuilt?: number
}

export type UploadChange = Partial<
  Pick<UploadEntry, 'state' | 'lastCode' | 'lastMessage' | 'sealed' | 'rebuilt' | 'stoppedBecause'>
>

/**
 * Where the line remembers. Each method is one committed transaction; after `kill -9` what it wrote is there.
 * One journal is one sequence: one enterprise at one bureau.
 */
export interface UploadJournal {
  /** Runs one thing at a time over all processes that share the journal. */
  exclusively<T>(work: () => Promise<T>): Promise<T>
  byKey(key: string): Promise<UploadEntry | undefined>
  /** The accepted entry with this number. */
  accepted(sequence: number): Promise<UploadEntry | undefined>
  /** The entry that is neither accepted nor withdrawn; there is at most one. */
  open(): Promise<UploadEntry | undefined>
  /** Highest accepted number; undefined in a new journal. */
  lastAccepted(): Promise<number | undefined>
  /** Adds an entry, or replaces the one with its key that was withdrawn. */
  add(entry: UploadEntry): Promise<void>
  update(key: string, change: UploadChange): Promise<void>
}
