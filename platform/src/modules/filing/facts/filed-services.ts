import type { StatedFiling, Wish } from '@yuming/filing'
import type { Trx } from '../../../kernel/database/index.ts'

type ServiceFacts = Pick<NonNullable<StatedFiling['services']>[number], 'filedDomains' | 'accessOurs' | 'onlyAccess'>

export const noneFiled: ReadonlyMap<string, ServiceFacts> = new Map()

/** Wishes about one service here: what is filed of it at another provider is changed and ended there. */
const ofOneService: ReadonlySet<Wish> = new Set(['change-service', 'change-access', 'cancel-service', 'cancel-access'])

/** What is filed of the services of a draft, by our ids: what a change must leave alone, and what cannot be given up. */
export async function filedServiceFacts(
  trx: Trx,
  keys: readonly string[],
  wish: Wish,
): Promise<ReadonlyMap<string, ServiceFacts>> {
  if (keys.length === 0) return noneFiled
  const services = await trx
    .selectFrom('filing_service')
    .select(['id', 'own_id', 'here', 'other_accesses'])
    .where('own_id', 'in', [...keys])
    .where('state', '=', 'filed')
    .execute()
  const facts = new Map<string, ServiceFacts>()
  for (const { id, own_id, here, other_accesses } of services) {
    const live = (table: 'filing_domain' | 'filing_access') =>
      trx.selectFrom(table).where('service', '=', id).where('ended_at', 'is', null)
    const domains = await live('filing_domain').select('filing_domain.ascii').execute()
    const accesses = await live('filing_access').select('filing_access.id').execute()
    facts.set(own_id, {
      filedDomains: domains.map(({ ascii }) => ascii),
      ...(ofOneService.has(wish) && { accessOurs: here }),
      ...(other_accesses !== null && { onlyAccess: accesses.length + other_accesses <= 1 }),
    })
  }
  return facts
}
