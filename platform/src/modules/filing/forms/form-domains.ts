import type { FormDomain } from '@yuming/filing-forms'
import { chinaDay } from '../../../kernel/clock/index.ts'
import type { Trx } from '../../../kernel/database/index.ts'
import { type DomainRow, typedAscii } from '../../domains/index.ts'

/** What our own records say of a name on a paper. `name` as it is to be printed. */
export function formDomain(
  row: Pick<DomainRow, 'registered_at' | 'expires_at' | 'nameservers'>,
  { name, holder, registrar }: { name: string; holder: string; registrar: string },
): FormDomain {
  return {
    name,
    holder,
    registrar,
    registeredOn: chinaDay(row.registered_at),
    expiresOn: chinaDay(row.expires_at),
    nameServers: row.nameservers,
  }
}

/** Those of the names that are the account's own, as the draft writes them; of others nobody here knows the registrar. */
export async function ownFormDomains(
  trx: Trx,
  { account, names, registrar }: { account: string; names: readonly string[]; registrar: string },
): Promise<FormDomain[]> {
  const typed = new Map(names.map((name) => [typedAscii(name), name]))
  if (typed.size === 0) return []
  const rows = await trx
    .selectFrom('domain')
    .innerJoin('registrant_template', 'registrant_template.id', 'domain.template')
    .select(['domain.ascii', 'registered_at', 'expires_at', 'nameservers', 'registrant_template.name_zh as holder'])
    .where('domain.account', '=', account)
    .where('domain.released_at', 'is', null)
    .where('domain.ascii', 'in', [...typed.keys()])
    .execute()
  return rows.map((row) => formDomain(row, { name: typed.get(row.ascii) ?? row.ascii, holder: row.holder, registrar }))
}
