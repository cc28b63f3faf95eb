import { checkFiling, type StatedFiling } from '@yuming/filing'
import type { Verdict } from '@yuming/rules'
import type { Context } from '../../kernel/context.ts'
import { openDraft, type StoredDraft } from './draft/draft-box.ts'
import { type CheckedFacts, type FactsDeps, filingFacts, type Looked, nothingLooked } from './facts/filing-facts.ts'
import { fieldInDraft } from './facts/named-servers.ts'
import { claimedByDraft, claimedHere } from './filed/claimed-here.ts'
import type { OrderRow } from './orders.ts'
import { papersOfOrder } from './papers/papers-of-order.ts'

export interface CheckedOrder extends CheckedFacts {
  readonly draft: StoredDraft
  readonly verdict: Verdict
}

/** What the rules of today say of an order; `complete` asks for everything that submission needs. */
export async function checkOrder(
  order: OrderRow,
  { complete, looked = nothingLooked }: { complete: boolean; looked?: Looked },
  context: Pick<Context, 'trx' | 'clock' | 'random'>,
  deps: FactsDeps,
): Promise<CheckedOrder> {
  const draft = await openDraft(deps.vault, order.draft)
  const kept = await papersOfOrder(context.trx, order.id)
  const papers = kept.map(({ kind, bytes }): NonNullable<StatedFiling['papers']>[number] => ({
    kind,
    bytes,
    type: 'jpg',
  }))
  const icons = new Map(kept.flatMap(({ kind, service, bytes }) => (kind === 'app-icon' ? [[service, bytes]] : [])))
  const known = await filingFacts(
    { account: order.account, wish: order.wish, draft, order, papers, icons, complete },
    looked,
    context,
    deps,
  )
  const verdict = checkFiling(known.facts)
  const findings = verdict.findings.map((one) => ({ ...one, field: fieldInDraft(one.field, known.servers) }))
  if (order.type !== 'claim') return { ...known, draft, verdict: { ...verdict, findings } }
  const others = await claimedHere(context.trx, order, claimedByDraft(draft, looked))
  const outcome = others.length > 0 ? 'refused' : verdict.verdict
  return { ...known, draft, verdict: { ...verdict, verdict: outcome, findings: [...others, ...findings] } }
}
