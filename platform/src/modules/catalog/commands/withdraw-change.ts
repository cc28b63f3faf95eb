import { record } from '../../../kernel/audit/index.ts'
import type { Context } from '../../../kernel/context.ts'
import { refuse } from '../../../kernel/errors/index.ts'
import type { OperatorActor } from '../../../kernel/http/index.ts'
import { broughtFindings } from '../changes/change-findings.ts'
import { changeInPlace } from '../changes/change-of.ts'
import { publishedChanges, revisionOf } from '../changes/queries.ts'
import { CatalogMovedOn, ChangeRefused, ChangeWithdrawn } from '../errors.ts'
import type { LiveCatalog } from '../live-catalog.ts'
import type { ChangeAtRevision } from './publish-change.ts'

/**
 * Ends a change today, or drops a draft. The days on which it counted keep it.
 * @throws ChangeNotFound, ChangeWithdrawn, CatalogMovedOn, ChangeRefused (what is left would contradict itself)
 */
export async function withdrawChange(
  { id, expectedRevision }: ChangeAtRevision,
  { trx, clock, actor, catalog }: Context & { actor: OperatorActor; catalog: LiveCatalog },
): Promise<number> {
  const revision = await revisionOf(trx, { lock: true })
  const { row, shipped, others } = await changeInPlace(trx, id, catalog)
  if (row.withdrawn_at !== null) throw ChangeWithdrawn()
  if (revision !== expectedRevision) throw CatalogMovedOn()
  const today = clock.today()
  const published = row.place !== null
  if (published) {
    const now = { shipped, others: await publishedChanges(trx, row.suffix), registries: catalog.registries }
    refuse(ChangeRefused, broughtFindings(now, others, today, today))
  }
  await trx
    .updateTable('catalog_change')
    .set({ withdrawn_by: actor.user, withdrawn_at: clock.now(), withdrawn_on: today })
    .where('id', '=', id)
    .execute()
  const next = published ? revision + 1 : revision
  if (published) await trx.updateTable('catalog_revision').set({ revision: next }).execute()
  await record(
    { action: 'catalog.change-withdrawn', subject: id, detail: { suffix: row.suffix, revision: next } },
    { trx, clock, actor },
  )
  return next
}
