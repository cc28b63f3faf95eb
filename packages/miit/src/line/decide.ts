import type { MessageReaction } from '../codes/message-codes.ts'
import type { UploadState } from './upload-journal.ts'

/** What to do next with the one open entry; the pure part of the line (section 4). */
export type Decision =
  | { readonly next: 'accepted' }
  /** The same bytes with the same number. */
  | { readonly next: 'send' }
  | { readonly next: 'ask' }
  | { readonly next: 'send-missing'; readonly missing: readonly number[] }
  | { readonly next: 'rebuild' }
  /** Not now; the number stays its own. `when` says what must happen first. */
  | { readonly next: 'wait'; readonly when: 'later' | 'reporting-hours' }
  /** Its number becomes free: this file will never be accepted. */
  | { readonly next: 'withdraw'; readonly because: 'too-large' | 'bug' }
  | { readonly next: 'stop'; readonly because: StopReason }

export type StopReason =
  | 'credentials'
  | 'configuration'
  | 'right-not-open'
  /** The bureau has fewer files than we were told that it took. */
  | 'bureau-behind'
  /** The bureau has more: somebody else uploads with this account. */
  | 'bureau-ahead'
  /** The number is used by another file. */
  | 'another-file'
  | 'missing-not-kept'
  /** The bureau says again that files are missing, not which, though its last number is the one before ours. */
  | 'missing-not-told'
  | 'payload-refused'

/** After a start, or when another file waits behind it: may it be there already? */
export function takeUp(state: UploadState): Decision {
  if (state === 'accepted') return { next: 'accepted' }
  if (state === 'prepared') return { next: 'send' }
  return { next: 'ask' }
}

export interface Asked {
  readonly sequence: number
  readonly hash: string
}

/** The four cases of recovery, and the fifth that should not be. */
export function afterPrevious(mine: Asked, previous: Asked): Decision {
  if (previous.sequence === mine.sequence)
    return previous.hash === mine.hash ? { next: 'accepted' } : { next: 'stop', because: 'another-file' }
  if (previous.sequence === mine.sequence - 1) return { next: 'send' }
  return { next: 'stop', because: previous.sequence < mine.sequence ? 'bureau-behind' : 'bureau-ahead' }
}

export function afterAnswer(
  reaction: MessageReaction,
  entry: { readonly sequence: number; readonly rebuilt?: number },
  missing: readonly number[] = [],
): Decision {
  switch (reaction) {
    case 'done':
      return { next: 'accepted' }
    case 'recover':
      return missing.length > 0 && missing.every((sequence) => sequence < entry.sequence)
        ? { next: 'send-missing', missing: [...new Set(missing)].sort((a, b) => a - b) }
        : { next: 'ask' }
    case 'rebuild':
      return (entry.rebuilt ?? 0) > 0 ? { next: 'stop', because: 'payload-refused' } : { next: 'rebuild' }
    case 'retry':
      return { next: 'wait', when: 'later' }
    case 'wait':
      return { next: 'wait', when: 'reporting-hours' }
    case 'split':
      return { next: 'withdraw', because: 'too-large' }
    case 'bug':
      return { next: 'withdraw', because: 'bug' }
    case 'halt':
    case 'lock':
      return { next: 'stop', because: 'credentials' }
    case 'configuration':
      return { next: 'stop', because: 'configuration' }
    case 'operator':
      return { next: 'stop', because: 'right-not-open' }
    // A download's codes as the answer of an upload.
    case 'continue':
    case 'stop':
      return { next: 'ask' }
  }
}
