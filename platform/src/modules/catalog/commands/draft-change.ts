import { record } from '../../../kernel/audit/index.ts'
import type { Context } from '../../../kernel/context.ts'
import type { OperatorActor } from '../../../kernel/http/index.ts'
import type { CatalogPatch } from '../changes/catalog-change.ts'
import { unknownSuffix } from '../changes/change-findings.ts'
import { ChangeRefused } from '../errors.ts'
import type { LiveCatalog } from '../live-catalog.ts'

export interface NewChange {
  /** Unicode form or A-label. */
  readonly suffix: string
  readonly patch: CatalogPatch
  readonly from: string
  readonly until: string | null
  readonly note: string
}

/** Writes down a change that nobody sees yet; its preview tells what it would do. @throws ChangeRefused (unknown suffix) */
export async function draftChange(
  { suffix, patch, from, until, note }: NewChange,
  { trx, clock, random, actor, catalog }: Context & { actor: OperatorActor; catalog: LiveCatalog },
): Promise<string> {
  const known = catalog.find(suffix)
  if (!known) throw ChangeRefused({ findings: [unknownSuffix(suffix)] })
  const id = random.uuid()
  await trx
    .insertInto('catalog_change')
    .values({
      id,
      suffix: known.suffix,
      patch: JSON.stringify(patch),
      from_day: from,
      until_day: until,
      note,
      made_by: actor.user,
      made_at: clock.now(),
    })
    .execute()
  await record(
    { action: 'catalog.change-drafted', subject: id, detail: { suffix: known.suffix, patch, from, until } },
    { trx, clock, actor },
  )
  return id
}
