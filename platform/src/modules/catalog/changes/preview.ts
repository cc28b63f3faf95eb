import type { Finding } from '@yuming/rules'
import type { Clock } from '../../../kernel/clock/index.ts'
import type { Trx } from '../../../kernel/database/index.ts'
import type { LiveCatalog } from '../live-catalog.ts'
import { changeFindings } from './change-findings.ts'
import { changeInPlace } from './change-of.ts'
import { effectsOf } from './effects.ts'
import { openOrders, revisionOf } from './queries.ts'
import { leavesOf, recordOn, valueAt } from './record-on.ts'

export interface ChangePreview {
  /** To be named when the change is published: another one stops it. */
  readonly revision: number
  readonly findings: readonly Finding[]
  /** Field by field on the first day: the value without the change, and with it. */
  readonly fields: readonly { field: string; before: unknown; after: unknown }[]
  /** Paths of the console that show something else. */
  readonly pages: readonly string[]
  readonly rules: readonly string[]
  /** Orders on the way; their prices are frozen and stay. */
  readonly openOrders: { readonly count: number; readonly numbers: readonly string[] }
}

/** What a change would do, and what stands against it. Nothing is written. @throws ChangeNotFound */
export async function previewChange(
  id: string,
  { trx, clock, catalog }: { trx: Trx; clock: Clock; catalog: LiveCatalog },
): Promise<ChangePreview> {
  const revision = await revisionOf(trx)
  const { row, proposed, shipped, others } = await changeInPlace(trx, id, catalog)
  const { from } = proposed
  const without = recordOn(shipped, others, from)
  const applied = recordOn(shipped, [...others, { ...proposed, until: null, place: Number.MAX_SAFE_INTEGER }], from)
  const fields = leavesOf(proposed.patch)
    .map(({ field }) => ({ field, before: valueAt(without, field), after: valueAt(applied, field) }))
    .filter((pair) => JSON.stringify(pair.before) !== JSON.stringify(pair.after))
  const touched = effectsOf(
    fields.map(({ field }) => field),
    row.suffix,
  )
  return {
    revision,
    findings: changeFindings(proposed, { shipped, others, registries: catalog.registries, today: clock.today() }),
    fields,
    ...touched,
    openOrders: await openOrders(trx, row.suffix),
  }
}
