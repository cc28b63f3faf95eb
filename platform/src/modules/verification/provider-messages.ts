import type { Logger } from 'pino'
import type { Clock } from '../../kernel/clock/index.ts'
import type { Db } from '../../kernel/database/index.ts'
import { wakeTask } from '../../kernel/tasks/index.ts'
import type { VerificationProvider } from './ports.ts'

export interface ProviderMessageReader {
  /** Reads the provider's queue and asks about what is long overdue; returns how many verifications ended. */
  look(): Promise<number>
  start(): void
  stop(): Promise<void>
}

/** A pending verification without a message is asked about by itself after this long. */
const overdueMs = 10 * 60_000
const atOnce = 50

type Ended = { code: string } & (
  | { state: 'passed'; message: null; encoded: string }
  | { state: 'refused'; message: string; encoded: null }
)

/**
 * Learns how pending verifications ended. What a message says is kept before it is acknowledged; one that comes twice, or
 * for what has ended already, changes nothing.
 */
export function createProviderMessageReader({
  db,
  provider,
  clock,
  log,
  everyMs,
}: {
  db: Db
  provider: VerificationProvider
  clock: Clock
  log: Logger
  everyMs: number
}): ProviderMessageReader {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<unknown> = Promise.resolve()

  const keep = (ended: Ended) =>
    db.transaction().execute(async (trx) => {
      const row = await trx
        .insertInto('provider_verification')
        .values({ task: null, asked_at: clock.now(), ...ended })
        .onConflict((conflict) =>
          conflict.column('code').doUpdateSet(ended).where('provider_verification.state', '=', 'pending'),
        )
        .returning('task')
        .executeTakeFirst()
      if (row?.task) await wakeTask(trx, row.task)
    })

  async function readQueue(): Promise<number> {
    return provider.drainMessages(async ({ code, passed, message }) => {
      if (!passed) return keep({ code, state: 'refused', message: message.slice(0, 2_000), encoded: null })
      const encoded = await provider.signedCode(code)
      if (encoded === undefined) throw new Error(`the provider says that ${code} passed, and has no code for it`)
      return keep({ code, state: 'passed', message: null, encoded })
    })
  }

  async function askOverdue(): Promise<number> {
    const due = await db
      .updateTable('provider_verification')
      .set({ asked_at: clock.now() })
      .where('code', 'in', (eb) =>
        eb
          .selectFrom('provider_verification')
          .select('code')
          .where('state', '=', 'pending')
          .where('asked_at', '<', new Date(clock.now().getTime() - overdueMs))
          .orderBy('asked_at')
          .limit(atOnce),
      )
      .returning('code')
      .execute()
    let ended = 0
    for (const { code } of due) {
      const encoded = await provider.signedCode(code)
      if (encoded === undefined) continue
      await keep({ code, state: 'passed', message: null, encoded })
      ended += 1
    }
    return ended
  }

  const look = async () => (await readQueue()) + (await askOverdue())

  return {
    look,
    start() {
      const turn = () => {
        running = look().catch((error: unknown) =>
          log.warn({ err: error }, 'the verification provider could not be asked'),
        )
        void running.finally(() => {
          if (timer) timer = setTimeout(turn, everyMs)
        })
      }
      timer = setTimeout(turn, everyMs)
    },
    async stop() {
      clearTimeout(timer)
      timer = undefined
      await running
    },
  }
}
