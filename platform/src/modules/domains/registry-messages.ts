import type { Logger } from 'pino'
import type { Clock } from '../../kernel/clock/index.ts'
import { type Db, type Trx, unlessHeld } from '../../kernel/database/index.ts'
import type { Random } from '../../kernel/random.ts'
import { type Repeated, repeated } from '../../kernel/repeated.ts'
import { wakeTask } from '../../kernel/tasks/index.ts'
import type { Vault } from '../../kernel/vault/index.ts'
import { holderChangeKind } from './asked-holder-change.ts'
import { noteReview } from './commands/note-review.ts'
import type { Registries, RegistryMessage } from './ports.ts'
import { applyWaitingReviews, giveUpWaiting } from './waiting-reviews.ts'

const purpose = 'registry.message'

/**
 * Reads what registries say by themselves. A message is kept before it is acknowledged; killed in between, it comes again
 * and is not kept twice. One that is about a name of ours makes the mirror ask `info`: the message is the hint, not the truth.
 * A queue has one reader at a time, whose place is free as soon as its process is gone.
 */
export function createMessageReader({
  db,
  registries,
  ids,
  vault,
  clock,
  random,
  log,
  everyMs = 15_000,
}: {
  db: Db
  registries: Registries
  /** The registries whose queues are read. */
  ids: readonly string[]
  vault: Vault
  clock: Clock
  random: Random
  log: Logger
  everyMs?: number
}): Repeated {
  async function keep(registry: string, message: RegistryMessage): Promise<void> {
    const frame = await vault.box(message.frame, purpose)
    await db.transaction().execute(async (trx) => {
      const queue = await trx
        .selectFrom('registry_queue')
        .select('last_message')
        .where('registry', '=', registry)
        .forUpdate()
        .executeTakeFirstOrThrow()
      if (queue.last_message === message.id) return
      const queuedAt = message.queuedAt === undefined ? Number.NaN : Date.parse(message.queuedAt)
      // What came earlier is applied first, so that the last word stays the last.
      if (message.review && message.about !== undefined)
        await applyWaitingReviews(registry, { about: message.about }, { trx, clock, random })
      const names = await noteReview(registry, message, { trx, clock, random })
      await trx
        .insertInto('registry_message')
        .values({
          id: random.uuid(),
          registry,
          message_id: message.id,
          queued_at: Number.isNaN(queuedAt) ? null : new Date(queuedAt),
          received_at: clock.now(),
          text: message.text.slice(0, 2_000),
          about: message.about ?? null,
          contact: message.contact ?? null,
          axis: message.review?.axis ?? null,
          outcome: message.review?.outcome ?? outcomeOf(message),
          frame,
          // Registries review at once: their word may come before our own record of the name.
          waits: message.review !== undefined && message.about !== undefined && names === 0,
          deleted: message.review?.deleted ?? false,
        })
        .execute()
      await trx
        .updateTable('registry_queue')
        .set({ last_message: message.id })
        .where('registry', '=', registry)
        .execute()
      if (message.review?.outcome === 'unknown')
        log.warn(
          { registry, message: message.id },
          'a registry decided something in words that its profile does not know',
        )
      if (message.ended !== undefined && message.about !== undefined) await goOn(trx, message.about)
      if (message.about !== undefined)
        await trx
          .updateTable('domain')
          .set({ asked_at: null })
          .where('ascii', '=', message.about)
          .where('registry', '=', registry)
          .where('released_at', 'is', null)
          .execute()
    })
  }

  async function read(registry: string): Promise<number> {
    await applyWaiting(registry)
    return (await unlessHeld(db, `registry-queue:${registry}`, () => drain(registry))) ?? 0
  }

  async function drain(registry: string): Promise<number> {
    await db
      .insertInto('registry_queue')
      .values({ registry, last_message: null })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    try {
      return await registries.registry(registry).drainMessages((message) => keep(registry, message))
    } catch (error) {
      log.warn({ err: error, registry }, 'the messages of a registry could not be read')
      return 0
    }
  }

  async function applyWaiting(registry: string): Promise<void> {
    try {
      await db.transaction().execute(async (trx) => {
        await applyWaitingReviews(registry, {}, { trx, clock, random })
        await giveUpWaiting(registry, { trx, clock })
      })
    } catch (error) {
      log.warn({ err: error, registry }, 'reviews of names that have landed could not be applied')
    }
  }

  const look = async () => (await Promise.all(ids.map(read))).reduce((sum, one) => sum + one, 0)

  return repeated(look, { everyMs, firstMs: everyMs, log, failing: 'messages could not be read' })
}

function outcomeOf({ ended }: RegistryMessage): 'passed' | 'failed' | null {
  if (ended === undefined) return null
  return ended === 'done' ? 'passed' : 'failed'
}

/** A change of holder waits for what the registry's people decide: it looks at once, instead of a minute later. */
async function goOn(trx: Trx, ascii: string): Promise<void> {
  const waiting = await trx
    .selectFrom('task')
    .select('id')
    .where('subject', '=', ascii)
    .where('kind', '=', holderChangeKind)
    .where('state', '=', 'waiting')
    .execute()
  for (const { id } of waiting) await wakeTask(trx, id)
}
