import type { Finding } from '@yuming/rules'
import { chinaDay } from '../../../kernel/clock/index.ts'
import type { Trx } from '../../../kernel/database/index.ts'
import type { ShopFronts } from '../../../kernel/http/index.ts'
import type { Catalog } from '../../catalog/index.ts'
import { verifyBy } from '../../domains/index.ts'
import { filingFindings } from '../../search/index.ts'
import { verifiedOn } from '../../verification/index.ts'
import type { WholeOrder } from '../queries.ts'
import type { RegisteredLine } from './next-steps.ts'

/** The names of an order that are the account's now. One that has been moved away or deleted is left out. */
export async function registeredLines(
  trx: Trx,
  { order, lines }: WholeOrder,
  { catalog, fronts, day }: { catalog: Catalog; fronts: ShopFronts; day: string },
): Promise<RegisteredLine[]> {
  const won = lines.filter(({ state }) => state === 'succeeded')
  if (won.length === 0) return []
  const rows = await trx
    .selectFrom('domain')
    .leftJoin('registrant_template', 'registrant_template.id', 'domain.template')
    .select(['domain.name', 'domain.suffix', 'domain.registered_at', 'domain.expires_at', 'domain.auto_renew'])
    .select(['domain.template', 'domain.front', 'registrant_template.identity'])
    .where('domain.account', '=', order.account)
    .where('domain.released_at', 'is', null)
    .where(
      'domain.ascii',
      'in',
      won.map(({ ascii }) => ascii),
    )
    .execute()
  const days = await verifiedOn(
    trx,
    rows.map(({ template }) => template),
  )
  return rows.map((row) => {
    const record = catalog.suffix(row.suffix)
    const registeredOn = chinaDay(row.registered_at)
    return {
      name: row.name,
      suffix: row.suffix,
      realName: record?.realName ?? 'unknown',
      ...filingOf(filingFindings(catalog, { name: row.name, front: fronts.doneAt(row.front) }, day)),
      identity: row.identity ?? 'unverified',
      verifiedOn: days.get(row.template) ?? null,
      verifyBy: verifyBy({ registeredOn }),
      registeredOn,
      expiresOn: chinaDay(row.expires_at),
      autoRenew: row.auto_renew,
    }
  })
}

/** One reason against it is enough; where none is known to be, but something is unknown, it is not known. */
function filingOf(filing: readonly Finding[]): Pick<RegisteredLine, 'fileable' | 'filing'> {
  const against = filing.filter(({ severity }) => severity !== 'unknown')
  if (against.length > 0) return { fileable: false, filing: against }
  return { fileable: filing.length > 0 ? null : true, filing }
}
