import type { BureauClient } from '../client/bureau-client.ts'
import { BureauAnswerLost, BureauNotReached } from '../client/errors.ts'
import { type ReadDownload, readDownload } from '../download/read-download.ts'
import { PayloadRejected } from '../payload/rejected.ts'
import { unseal } from '../payload/seal.ts'
import type { Answer, SealedFile } from '../soap/answer.ts'
import { XmlRejected } from '../xml/rejected.ts'
import type { DownloadJournal } from './download-journal.ts'

export type DownloadWire = Pick<BureauClient, 'download' | 'acknowledge' | 'meaning' | 'aes' | 'profile'>

export interface DownloadOptions {
  /** Unzipped size; a bureau's resynchronisation may be larger than an upload. Default 256 MiB. */
  readonly largestXml?: number
  /** Deliveries of one broken file before `alarm`. Default 3. */
  readonly alarmAfter?: number
  readonly alarm: (alarm: DownloadAlarm) => void | Promise<void>
}

export interface DownloadAlarm {
  readonly because: 'broken-file' | 'unreadable-document'
  readonly fileName: string
  readonly detail: string
  readonly times: number
}

export interface Drained {
  readonly stored: number
  /** Delivered again though they were stored. */
  readonly repeated: number
  /** `repeating`: what was acknowledged comes again and again; the next call may be luckier. */
  readonly ended: 'nothing-more' | 'broken-file' | 'not-reached' | 'refused' | 'repeating'
  readonly code?: number
  readonly message?: string
}

/** A bureau that never ends must not keep us for ever: what is left is taken by the next call. */
const mostFiles = 10_000
const mostRepeated = 20

interface Taken {
  readonly opened: 'new' | 'repeated' | 'no'
  /** The acknowledgement was answered with a no, or not at all. */
  readonly refused?: Answer
  readonly unanswered?: string
}

/**
 * Takes what waits at the bureau, one file at a time: verify, store, commit, then acknowledge. A file whose
 * acknowledgement was lost comes again, is known by its name and hash, and is acknowledged only.
 */
export function drainDownloads(
  journal: DownloadJournal,
  wire: DownloadWire,
  options: DownloadOptions,
): Promise<Drained> {
  return journal.exclusively(async () => {
    let stored = 0
    let repeated = 0
    const end = (ended: Drained['ended'], said: { code?: number; message?: string } = {}): Drained => ({
      stored,
      repeated,
      ended,
      ...said,
    })
    try {
      for (let files = 0; files < mostFiles; files++) {
        const { file, ...answer } = await wire.download()
        const { reaction } = wire.meaning(answer)
        // What 0, 1 and 3 mean is loosely told: a file that is there is taken with any of them (section 4).
        if (!file) return end(reaction === 'stop' || reaction === 'done' ? 'nothing-more' : 'refused', answer)
        if (reaction !== 'done' && reaction !== 'stop' && reaction !== 'continue') return end('refused', answer)
        const outcome = await takeOne(journal, wire, options, file)
        if (outcome.opened === 'no') return end('broken-file', answer)
        if (outcome.opened === 'new') stored++
        else repeated++
        if (outcome.refused) return end('refused', outcome.refused)
        if (outcome.unanswered !== undefined) return end('not-reached', { message: outcome.unanswered })
        if (reaction === 'stop') return end('nothing-more', answer)
        if (repeated >= mostRepeated) return end('repeating', answer)
      }
      return end('nothing-more')
    } catch (error) {
      if (!(error instanceof BureauNotReached || error instanceof BureauAnswerLost)) throw error
      return end('not-reached', { message: error.message })
    }
  })
}

async function takeOne(
  journal: DownloadJournal,
  wire: DownloadWire,
  { largestXml = 256 << 20, alarmAfter = 3, alarm }: DownloadOptions,
  file: SealedFile,
): Promise<Taken> {
  const { fileName } = file
  let xml: Buffer
  try {
    xml = (await unseal(file, { aes: wire.aes, largestXml })).bytes
  } catch (error) {
    if (!(error instanceof PayloadRejected)) throw error
    // Not acknowledged: the bureau still has it, and sends it again.
    const times = await journal.broken(fileName, error.message)
    if (times >= alarmAfter) await alarm({ because: 'broken-file', fileName, detail: error.message, times })
    return { opened: 'no' }
  }
  const { read, unreadable } = readOrSay(wire, xml)
  const hash = file.beianInfoHash
  const fresh = await journal.store({
    fileName,
    hash,
    profileId: wire.profile.id,
    sealed: file,
    xml,
    read,
    ...(unreadable === undefined ? {} : { unreadable }),
  })
  if (fresh && unreadable !== undefined)
    await alarm({ because: 'unreadable-document', fileName, detail: unreadable, times: 1 })
  const opened = fresh ? 'new' : 'repeated'
  try {
    const answer = await wire.acknowledge(fileName)
    if (wire.meaning(answer).reaction !== 'done') return { opened, refused: answer }
  } catch (error) {
    if (!(error instanceof BureauNotReached || error instanceof BureauAnswerLost)) throw error
    return { opened, unanswered: error.message }
  }
  await journal.acknowledged(fileName, hash)
  return { opened }
}

/** The bytes arrived whole, so they are ours to keep, whatever is in them: not taking them would block all others. */
function readOrSay(wire: DownloadWire, xml: Buffer): { read: ReadDownload | undefined; unreadable?: string } {
  try {
    return { read: readDownload(wire.profile, xml) }
  } catch (error) {
    if (!(error instanceof XmlRejected)) throw error
    return { read: undefined, unreadable: error.message }
  }
}
