import { sql } from 'kysely'
import type { Context } from '../../kernel/context.ts'
import { noteReview } from './commands/note-review.ts'
import type { ReviewOutcome } from './ports.ts'

/** Longer than any order takes from the registry's answer to our own record of it. */
const keptWaitingDays = 30
/** Clocks of registries may differ from ours by so much. */
const skewMinutes = 5

interface Waiting {
  readonly id: string
  readonly message_id: string
  readonly text: string
  readonly about: string
  readonly axis: 'identity' | 'naming' | 'qualification'
  readonly outcome: ReviewOutcome
  readonly deleted: boolean
}

/**
 * Applies what a registry decided of names before they were recorded here, in the order in which it said so. A message that is
 * older than the name is of somebody who held it before, and is left.
 * @returns how many were applied
 */
export async function applyWaitingReviews(
  registry: string,
  { about }: { about?: string },
  { trx, clock, random }: Pick<Context, 'trx' | 'clock' | 'random'>,
): Promise<number> {
  const { rows } = await sql<Waiting>`
    select m.id, m.message_id, m.text, m.about, m.axis, m.outcome, m.deleted
    from registry_message m
    where m.waits and m.registry = ${registry} ${about === undefined ? sql`` : sql`and m.about = ${about}`}
      and exists (
        select from domain d
        where d.ascii = m.about and d.registry = m.registry and d.released_at is null
          and d.registered_at <= coalesce(m.queued_at, m.received_at) + ${`${skewMinutes} minutes`}::interval)
    order by m.received_at, m.message_id
    for update of m skip locked`.execute(trx)
  for (const { id, message_id, text, about: name, axis, outcome, deleted } of rows) {
    // The frame was kept sealed when it came; nothing here reads it.
    const message = { id: message_id, text, about: name, review: { axis, outcome, deleted }, frame: '' }
    await noteReview(registry, message, { trx, clock, random })
    await trx.updateTable('registry_message').set({ waits: false }).where('id', '=', id).execute()
    await trx
      .updateTable('domain')
      .set({ asked_at: null })
      .where('ascii', '=', name)
      .where('registry', '=', registry)
      .where('released_at', 'is', null)
      .execute()
  }
  return rows.length
}

/** A name that was never recorded here was never ours: its messages wait no more. */
export async function giveUpWaiting(registry: string, { trx, clock }: Pick<Context, 'trx' | 'clock'>): Promise<void> {
  await trx
    .updateTable('registry_message')
    .set({ waits: false })
    .where('registry', '=', registry)
    .where('waits', '=', true)
    .where('received_at', '<', new Date(clock.now().getTime() - keptWaitingDays * 86_400_000))
    .execute()
}
