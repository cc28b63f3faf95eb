import type { Trx } from '../../../kernel/database/index.ts'
import type { Vault } from '../../../kernel/vault/index.ts'
import type { NewsContext } from '../bureau/news-context.ts'
import { openDraft } from '../draft/draft-box.ts'
import { asIdentified, prefilledSubject } from '../draft/prefilled.ts'
import type { OrderRow } from '../orders.ts'
import type { PublishedFiling } from '../ports.ts'
import { boxSubject } from './filed-image.ts'

/** The subject of an order as it is filed from now on. */
export async function keepSubject(
  order: OrderRow,
  { subject: { bureauId, number } }: PublishedFiling,
  { trx, clock, random }: NewsContext,
  vault: Vault,
): Promise<string> {
  const draft = await openDraft(vault, order.draft)
  const known =
    order.template && (await prefilledSubject(trx, vault, { account: order.account, template: order.template }))
  const written = known ? asIdentified(draft.subject, known) : draft.subject
  const ids = { ...(bureauId !== undefined && { bureau_id: bureauId }), ...(number !== undefined && { number }) }
  const values = {
    nature: written.nature ?? 'enterprise',
    name: written.name ?? '',
    template: order.template,
    filed: await boxSubject(vault, written),
    // Our reviewers have called, or the ministry's code was entered (S3-57, S3-70).
    phones_confirmed_on: clock.today(),
  }
  const existing = order.subject ?? (await subjectWithPaper(trx, order))
  if (existing) {
    // A new service leaves the subject as it is filed; a change is what changes it.
    const changed = order.type.startsWith('change-')
      ? {
          ...values,
          ...(order.number_digest && {
            number_digest: order.number_digest,
            name_digest: order.name_digest ?? order.number_digest,
          }),
        }
      : {}
    if (Object.keys({ ...changed, ...ids }).length > 0)
      await trx
        .updateTable('filing_subject')
        .set({ ...changed, ...ids })
        .where('id', '=', existing)
        .execute()
    return existing
  }
  const id = random.uuid()
  const empty = Buffer.alloc(0)
  await trx
    .insertInto('filing_subject')
    .values({
      id,
      account: order.account,
      number_digest: order.number_digest ?? empty,
      name_digest: order.name_digest ?? empty,
      province: order.province ?? '',
      own_id: order.own_id,
      state: 'filed',
      filed_at: clock.now(),
      ended_at: null,
      bureau_id: bureauId ?? null,
      number: number ?? null,
      ...values,
    })
    .execute()
  await trx.updateTable('filing_order').set({ subject: id }).where('id', '=', order.id).execute()
  return id
}

async function subjectWithPaper(trx: Trx, { number_digest, account }: OrderRow): Promise<string | undefined> {
  const row = await trx
    .selectFrom('filing_subject')
    .select('id')
    .where('number_digest', '=', number_digest)
    .where('account', '=', account)
    .where('state', '=', 'filed')
    .executeTakeFirst()
  return row?.id
}

/** A subject of ours that its bureau published again: its numbers and ids. Undefined: it is nobody's here. */
export async function refreshSubject(
  bureau: string,
  { subject }: PublishedFiling,
  { trx }: Pick<NewsContext, 'trx'>,
): Promise<string | undefined> {
  const { bureauId, number, ownId } = subject
  // Ids are one bureau's own: another bureau has the same ones for others.
  const row = await trx
    .selectFrom('filing_subject')
    .select('id')
    .where('province', '=', bureau)
    .where('state', '=', 'filed')
    .where((eb) =>
      eb.or([
        ...(bureauId === undefined ? [] : [eb('bureau_id', '=', bureauId)]),
        ...(number === undefined ? [] : [eb('number', '=', number)]),
        ...(ownId === undefined ? [] : [eb.and([eb('own_id', '=', ownId), eb('bureau_id', 'is', null)])]),
        eb.val(false),
      ]),
    )
    .executeTakeFirst()
  if (!row) return undefined
  const ids = { ...(number !== undefined && { number }), ...(bureauId !== undefined && { bureau_id: bureauId }) }
  if (Object.keys(ids).length > 0) await trx.updateTable('filing_subject').set(ids).where('id', '=', row.id).execute()
  return row.id
}
