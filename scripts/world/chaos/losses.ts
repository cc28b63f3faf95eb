import { setTimeout as delay } from 'node:timers/promises'
import { filingBureau } from './filing.ts'
import type { Stage } from './stage.ts'

/** A party outside is asked to do the next command of a kind, and to lose the answer. */
export interface Loss {
  /** Verb of EPP, with its object unless that is a domain; or what is asked of the payment channel or a bureau. */
  readonly verb: string
  ask(stage: Stage): Promise<unknown>
  /** Whether the command has not come since; absent where the party does not tell. */
  waits?(stage: Stage): Promise<boolean>
}

const kind = 'commit-then-drop'
const patienceMs = 30_000

export const losing = (registry: string, command: string): Loss => ({
  verb: command.replace(/^domain:/, ''),
  ask: ({ sandbox }) => sandbox.fault(registry, { kind, verb: command, times: 1 }),
  // A fault that has met its command is on the list no longer.
  async waits({ sandbox }) {
    const { faults } = await sandbox.call<{ faults: { kind: string; verb?: string }[] }>(
      'GET',
      `registries/${registry}`,
    )
    return faults.some((fault) => fault.kind === kind && fault.verb === command)
  },
})

export const losingRefunds: Loss = {
  verb: 'refund',
  ask: ({ sandbox }) => sandbox.paymentFaults({ unansweredRefunds: 1 }),
  async waits({ sandbox }) {
    const { faults } = await sandbox.call<{ faults: { unansweredRefunds: number } }>('GET', 'payment')
    return faults.unansweredRefunds > 0
  },
}

const losingFilesOf = (bureau: string): Loss => ({
  verb: 'upload',
  ask: ({ sandbox }) => sandbox.call('PUT', `bureaus/${bureau}/behaviour`, { loseAnswers: 1 }),
})
export const losingFiles = losingFilesOf(filingBureau)
/** The name server sets the addresses, and its answer never comes. */
export const losingRecords: Loss = {
  verb: 'zone-update',
  ask: async ({ zone }) => {
    zone.server.next = 'lose-answer'
  },
  waits: async ({ zone }) => zone.server.next === 'lose-answer',
}
export const losingReports = losingFilesOf('ministry')

/** The answers that were really lost, by verb. */
export class LostAnswers {
  readonly #stage: Stage
  readonly #lost: Record<string, number> = {}

  constructor(stage: Stage) {
    this.#stage = stage
  }

  get counted(): Readonly<Record<string, number>> {
    return this.#lost
  }

  /** Loses one answer while somebody walks, and counts it when the command has come. */
  async while(loss: Loss, walk: () => Promise<void>): Promise<void> {
    await loss.ask(this.#stage)
    await walk()
    if (loss.waits && !(await loss.waits(this.#stage))) this.#lost[loss.verb] = (this.#lost[loss.verb] ?? 0) + 1
  }

  /** The same while nothing dies: waits until the answer is lost. */
  surely(loss: Loss, walk: () => Promise<void>): Promise<void> {
    return this.while(loss, async () => {
      await walk().catch(() => {})
      for (const end = Date.now() + patienceMs; Date.now() < end; await delay(100))
        if (!(await loss.waits?.(this.#stage))) return
    })
  }
}
