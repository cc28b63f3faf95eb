import { sql } from 'kysely'
import type { Logger } from 'pino'
import type { Clock } from '../../kernel/clock/index.ts'
import type { Db } from '../../kernel/database/index.ts'
import { type Repeated, repeated } from '../../kernel/repeated.ts'
import { wakeTask } from '../../kernel/tasks/index.ts'
import type { VerificationProvider } from './ports.ts'

/** A pending verification without a message is asked about by itself after this long. */
const overdueMs = 10 * 60_000
const atOnce = 50
/** Longer than a look may take, with a pause of the process. */
const missedMs = 60 * 60_000

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
}): Repeated {
  const keep = (ended: Ended) =>
    db.transaction().execute(async (trx) => {
      const row = await trx
        .insertInto('provider_verification')
        .values({ task: null, asked_at: clock.now(), ended_at: clock.now(), ...ended })
        .onConflict((conflict) =>
          conflict
            .column('code')
            .doUpdateSet({ ended_at: clock.now(), ...ended })
            .where('provider_verification.state', '=', 'pending'),
        )
        .returning('task')
        .executeTakeFirst()
      if (row?.task) await wakeTask(trx, row.task)
    })

  /** It passed, and its code is not there yet: asked for again later, and no reason for the messages behind it to wait. */
  async function keepAsking(code: string): Promise<void> {
    log.warn({ code }, 'the provider says that a verification passed, and has no code for it yet')
    await db
      .insertInto('provider_verification')
      .values({ code, task: null, state: 'pending', message: null, encoded: null, asked_at: clock.now() })
      .onConflict((conflict) => conflict.column('code').doNothing())
      .execute()
  }

  async function readQueue(): Promise<number> {
    return provider.drainMessages(async ({ code, passed, message }) => {
      if (!passed) return keep({ code, state: 'refused', message: message.slice(0, 2_000), encoded: null })
      const encoded = await provider.signedCode(code)
      if (encoded === undefined) return keepAsking(code)
      return keep({ code, state: 'passed', message: null, encoded })
    })
  }

  /** One that cannot be asked about holds none of the others up. */
  async function signedCodeOf(code: string): Promise<string | undefined> {
    try {
      return await provider.signedCode(code)
    } catch (error) {
      log.error({ err: error, code }, 'a pending verification could not be asked about and will be again')
      return undefined
    }
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
      const encoded = await signedCodeOf(code)
      if (encoded === undefined) continue
      await keep({ code, state: 'passed', message: null, encoded })
      ended += 1
    }
    return ended
  }

  /** A task that was just putting itself off when its answer came has not heard of it. */
  async function wakeMissed(): Promise<void> {
    const missed = await db
      .selectFrom('provider_verification')
      .innerJoin('task', 'task.id', 'provider_verification.task')
      .select('task.id')
      .where('provider_verification.ended_at', '>', new Date(clock.now().getTime() - missedMs))
      .where('task.state', '=', 'waiting')
      .where(sql<boolean>`task.run_at > now()`)
      .execute()
    if (missed.length === 0) return
    await db.transaction().execute(async (trx) => {
      for (const { id } of missed) await wakeTask(trx, id)
    })
  }

  async function look(): Promise<number> {
    const ended = (await readQueue()) + (await askOverdue())
    await wakeMissed()
    return ended
  }

  return repeated(look, { everyMs, firstMs: everyMs, log, failing: 'the verification provider could not be asked' })
}
