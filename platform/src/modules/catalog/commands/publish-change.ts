import { record } from '../../../kernel/audit/index.ts'
import type { Context } from '../../../kernel/context.ts'
import { refuse } from '../../../kernel/errors/index.ts'
import type { OperatorActor } from '../../../kernel/http/index.ts'
import { changeFindings } from '../changes/change-findings.ts'
import { changeInPlace } from '../changes/change-of.ts'
import { revisionOf } from '../changes/queries.ts'
import { CatalogMovedOn, ChangeNotDraft, ChangeRefused } from '../errors.ts'
import type { LiveCatalog } from '../live-catalog.ts'

/** Names a change, and the revision of the catalogue that its preview showed. */
export interface ChangeAtRevision {
  readonly id: string
  readonly expectedRevision: number
}

/**
 * Makes a draft count from its first day on. Prices of orders that are placed already stay as they are.
 * @throws ChangeNotFound, ChangeNotDraft, CatalogMovedOn (somebody else published since the preview), ChangeRefused (findings)
 */
export async function publishChange(
  { id, expectedRevision }: ChangeAtRevision,
  { trx, clock, actor, catalog }: Context & { actor: OperatorActor; catalog: LiveCatalog },
): Promise<number> {
  const revision = await revisionOf(trx, { lock: true })
  const { row, proposed, shipped, others } = await changeInPlace(trx, id, catalog)
  if (row.place !== null || row.withdrawn_at !== null) throw ChangeNotDraft()
  if (revision !== expectedRevision) throw CatalogMovedOn()
  const { registries } = catalog
  refuse(ChangeRefused, changeFindings(proposed, { shipped, others, registries, today: clock.today() }))
  const next = revision + 1
  await trx
    .updateTable('catalog_change')
    .set({ place: next, published_by: actor.user, published_at: clock.now() })
    .where('id', '=', id)
    .execute()
  await trx.updateTable('catalog_revision').set({ revision: next }).execute()
  await record(
    { action: 'catalog.change-published', subject: id, detail: { suffix: row.suffix, revision: next } },
    { trx, clock, actor },
  )
  return next
}
