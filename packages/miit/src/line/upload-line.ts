import type { BureauClient } from '../client/bureau-client.ts'
import { BureauAnswerLost, BureauNotReached } from '../client/errors.ts'
import { seal, unseal } from '../payload/seal.ts'
import { afterAnswer, afterPrevious, type Decision, type StopReason, takeUp } from './decide.ts'
import type { UploadEntry, UploadJournal } from './upload-journal.ts'

export interface FileToUpload {
  readonly key: string
  /** Letters and digits, then `.xml`. */
  readonly fileName: string
  readonly xml: Uint8Array
}

export type UploadOutcome =
  | { readonly outcome: 'accepted'; readonly sequence: number }
  | {
      readonly outcome: 'waiting'
      readonly when: 'later' | 'reporting-hours' | 'reachable'
      readonly code?: number
      readonly message?: string
    }
  | {
      readonly outcome: 'withdrawn'
      readonly because: 'too-large' | 'bug'
      readonly code: number
      readonly message: string
    }
  | { readonly outcome: 'stopped'; readonly because: StopReason; readonly code?: number; readonly message?: string }
  /** Another file is in front and cannot go on. */
  | { readonly outcome: 'behind'; readonly key: string; readonly of: UploadOutcome }

export type UploadWire = Pick<BureauClient, 'upload' | 'previousUpload' | 'meaning' | 'aes' | 'profile'>

/** How often one call may go round before it is left for later: an answer that changes its mind must not spin. */
const mostRounds = 12
/** How often one call may send its own file. */
const mostSends = 2

/**
 * Files of one enterprise to one bureau, one after the other, each under the next number. The number, the bytes and the
 * state are written down before anything leaves; a lost answer is asked for, never guessed.
 */
export class UploadLine {
  readonly #journal: UploadJournal
  readonly #wire: UploadWire

  constructor(journal: UploadJournal, wire: UploadWire) {
    this.#journal = journal
    this.#wire = wire
  }

  /** Sends a file, or finds out what became of it when it was given before. */
  send(file: FileToUpload): Promise<UploadOutcome> {
    return this.#journal.exclusively(async () => {
      const known = await this.#journal.byKey(file.key)
      if (known?.state === 'accepted') return { outcome: 'accepted', sequence: known.sequence }
      const open = await this.#journal.open()
      if (open) {
        const outcome = await this.#settle(open)
        if (open.key === file.key) return outcome
        if (outcome.outcome !== 'accepted' && outcome.outcome !== 'withdrawn')
          return { outcome: 'behind', key: open.key, of: outcome }
      }
      return this.#reaching(async () => this.#settle(await this.#prepare(file)))
    })
  }

  /** Takes up what a crash or a wait left open; undefined when there is nothing. */
  resume(): Promise<UploadOutcome | undefined> {
    return this.#journal.exclusively(async () => {
      const open = await this.#journal.open()
      return open && this.#settle(open)
    })
  }

  /** A person has looked: a stopped entry is asked for again, and goes on from what the bureau says. */
  release(key: string): Promise<UploadOutcome | undefined> {
    return this.#journal.exclusively(async () => {
      const entry = await this.#journal.byKey(key)
      if (entry?.state !== 'stopped') return undefined
      await this.#journal.update(key, { state: 'unknown', rebuilt: 0 })
      return this.#settle({ ...entry, state: 'unknown', rebuilt: 0 })
    })
  }

  async #prepare(file: FileToUpload): Promise<UploadEntry> {
    const entry: UploadEntry = {
      key: file.key,
      sequence: (await this.#lastNumber()) + 1,
      fileName: file.fileName,
      profileId: this.#wire.profile.id,
      sealed: seal(file.xml, file.fileName, this.#wire.aes),
      state: 'prepared',
    }
    await this.#journal.add(entry)
    return entry
  }

  /** A new journal goes on where the enterprise's former system stopped. */
  async #lastNumber(): Promise<number> {
    const last = await this.#journal.lastAccepted()
    if (last !== undefined) return last
    const answer = await this.#wire.previousUpload()
    if (!answer.previous) throw new BureauAnswerLost(`the last number was not told: ${answer.code} ${answer.message}`)
    return answer.previous.sequence
  }

  async #settle(entry: UploadEntry): Promise<UploadOutcome> {
    if (entry.state === 'stopped')
      return { outcome: 'stopped', because: entry.stoppedBecause ?? 'configuration', ...said(entry) }
    let current = entry
    let decision = takeUp(entry.state)
    const sent = { own: 0, missing: 0 }
    for (let round = 0; round < mostRounds; round++) {
      // Once, and once more after what its answer asked for: a bureau that wants it a third time contradicts itself.
      if (decision.next === 'send' && sent.own++ >= mostSends) {
        const unsaid = current.state === 'sending' && this.#wants(current) === 'recover' && sent.missing === 0
        decision = unsaid ? { next: 'stop', because: 'missing-not-told' } : { next: 'wait', when: 'later' }
      } else if (decision.next === 'send-missing' && sent.missing++ > 0) decision = { next: 'wait', when: 'later' }
      const done = await this.#apply(decision, current)
      if ('outcome' in done) return done
      current = done.entry
      decision = done.decision
    }
    return { outcome: 'waiting', when: 'later', ...said(current) }
  }

  #wants({ lastCode = 0, lastMessage = '' }: UploadEntry) {
    return this.#wire.meaning({ code: lastCode, message: lastMessage }).reaction
  }

  async #apply(
    decision: Decision,
    entry: UploadEntry,
  ): Promise<UploadOutcome | { entry: UploadEntry; decision: Decision }> {
    switch (decision.next) {
      case 'accepted':
        await this.#journal.update(entry.key, { state: 'accepted' })
        return { outcome: 'accepted', sequence: entry.sequence }
      case 'send':
        return this.#sendOne(entry)
      case 'ask':
        return this.#reaching(() => this.#ask(entry))
      case 'send-missing':
        return this.#sendMissing(entry, decision.missing)
      case 'rebuild':
        return this.#rebuild(entry)
      case 'wait':
        // Refused for now: nothing was taken, so nothing has to be asked before the next attempt.
        await this.#journal.update(entry.key, { state: 'prepared' })
        return { outcome: 'waiting', when: decision.when, ...said(entry) }
      case 'withdraw':
        await this.#journal.update(entry.key, { state: 'withdrawn' })
        return {
          outcome: 'withdrawn',
          because: decision.because,
          code: entry.lastCode ?? 0,
          message: entry.lastMessage ?? '',
        }
      case 'stop':
        await this.#journal.update(entry.key, { state: 'stopped', stoppedBecause: decision.because })
        return { outcome: 'stopped', because: decision.because, ...said(entry) }
    }
  }

  async #sendOne(entry: UploadEntry): Promise<UploadOutcome | { entry: UploadEntry; decision: Decision }> {
    await this.#journal.update(entry.key, { state: 'sending' })
    try {
      const answer = await this.#wire.upload(entry.sequence, entry.sealed)
      const answered = { ...entry, state: 'sending' as const, lastCode: answer.code, lastMessage: answer.message }
      await this.#journal.update(entry.key, { lastCode: answer.code, lastMessage: answer.message })
      return {
        entry: answered,
        decision: afterAnswer(this.#wire.meaning(answer).reaction, entry, answer.missing),
      }
    } catch (error) {
      if (error instanceof BureauNotReached) {
        await this.#journal.update(entry.key, { state: 'prepared' })
        return { outcome: 'waiting', when: 'reachable', message: error.message }
      }
      if (!(error instanceof BureauAnswerLost)) throw error
      await this.#journal.update(entry.key, { state: 'unknown' })
      return { entry: { ...entry, state: 'unknown' }, decision: { next: 'ask' } }
    }
  }

  async #ask(entry: UploadEntry): Promise<{ entry: UploadEntry; decision: Decision } | UploadOutcome> {
    const { previous, ...answer } = await this.#wire.previousUpload()
    if (!previous) return { outcome: 'waiting', when: 'later', ...answer }
    return {
      entry,
      decision: afterPrevious(
        { sequence: entry.sequence, hash: entry.sealed.beianInfoHash },
        { sequence: previous.sequence, hash: previous.beianInfoHash },
      ),
    }
  }

  /** Code 14: the files that the bureau lost, oldest first, from what was kept; then this one. */
  async #sendMissing(
    entry: UploadEntry,
    missing: readonly number[],
  ): Promise<UploadOutcome | { entry: UploadEntry; decision: Decision }> {
    for (const sequence of missing) {
      const kept = await this.#journal.accepted(sequence)
      if (!kept) return { entry, decision: { next: 'stop', because: 'missing-not-kept' } }
      try {
        const answer = await this.#wire.upload(sequence, kept.sealed)
        const { reaction } = this.#wire.meaning(answer)
        if (reaction !== 'done')
          return {
            entry: { ...entry, lastCode: answer.code, lastMessage: answer.message },
            decision: { next: 'wait', when: 'later' },
          }
      } catch (error) {
        if (!(error instanceof BureauNotReached || error instanceof BureauAnswerLost)) throw error
        // Whatever became of it: the next attempt of this file is told again what is missing.
        return { entry, decision: { next: 'wait', when: 'later' } }
      }
    }
    return { entry, decision: { next: 'send' } }
  }

  async #rebuild(entry: UploadEntry): Promise<{ entry: UploadEntry; decision: Decision }> {
    const { profile, aes } = this.#wire
    const { name, bytes } = await unseal(entry.sealed, { aes, largestXml: profile.limits.xmlBytes })
    const sealed = seal(bytes, name, aes)
    await this.#journal.update(entry.key, { sealed, rebuilt: 1 })
    return { entry: { ...entry, sealed, rebuilt: 1 }, decision: { next: 'send' } }
  }

  async #reaching<T>(work: () => Promise<T>): Promise<T | UploadOutcome> {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof BureauNotReached || error instanceof BureauAnswerLost)) throw error
      return { outcome: 'waiting', when: 'reachable', message: error.message }
    }
  }
}

const said = ({ lastCode, lastMessage }: UploadEntry): { code?: number; message?: string } => ({
  ...(lastCode === undefined ? {} : { code: lastCode }),
  ...(lastMessage === undefined ? {} : { message: lastMessage }),
})
