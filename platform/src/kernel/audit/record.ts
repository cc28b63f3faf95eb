import type { Context } from '../context.ts'
import { entryHash } from './entry-hash.ts'

export interface AuditEvent {
  /** A verb with its object's kind: `domain.auto-renew.on`. */
  readonly action: string
  readonly subject: string
  /** Never personal data: ids and kinds only. */
  readonly detail?: Readonly<Record<string, unknown>>
}

/**
 * Appends one entry to the chain. The head row is locked until the transaction ends, so that the chain never forks.
 * Returns the entry's number in the chain.
 */
export async function record(
  { action, subject, detail = {} }: AuditEvent,
  { trx, actor, clock }: Pick<Context, 'trx' | 'actor' | 'clock'>,
): Promise<number> {
  const head = await trx.selectFrom('audit_head').select(['seq', 'hash']).forUpdate().executeTakeFirstOrThrow()
  const content = { seq: head.seq + 1, at: clock.now(), actor, action, subject, detail }
  const hash = entryHash(head.hash, content)
  await trx
    .insertInto('audit_entry')
    .values({ ...content, actor: JSON.stringify(actor), detail: JSON.stringify(detail), previous: head.hash, hash })
    .execute()
  await trx.updateTable('audit_head').set({ seq: content.seq, hash }).execute()
  return content.seq
}
