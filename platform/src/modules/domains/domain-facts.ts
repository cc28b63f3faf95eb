import { chinaDay } from '../../kernel/clock/index.ts'
import type { Trx } from '../../kernel/database/index.ts'
import type { Catalog } from '../catalog/index.ts'
import type { DomainRow } from './queries.ts'
import type { DomainFacts } from './service-state.ts'

type Identity = DomainFacts['identity']

/** What the rules of states look at, of one name of ours. */
export async function domainFacts(
  trx: Trx,
  row: DomainRow,
  { catalog, today }: { catalog: Catalog; today: string },
): Promise<DomainFacts> {
  const template = await trx
    .selectFrom('registrant_template')
    .select('identity')
    .where('id', '=', row.template)
    .executeTakeFirst()
  const running = await trx
    .selectFrom('task')
    .select(['number', 'kind'])
    .where('subject', '=', row.ascii)
    .where('account', '=', row.account)
    .where('state', 'in', ['waiting', 'executing', 'unknown'])
    .executeTakeFirst()
  return factsOf(
    {
      expiresOn: chinaDay(row.expires_at),
      registeredOn: chinaDay(row.registered_at),
      statuses: row.statuses,
      identity: template?.identity ?? 'unverified',
      runningTask: running?.number,
      runningKind: running?.kind,
      suffix: row.suffix,
    },
    { catalog, today },
  )
}

export interface KnownOfName {
  readonly expiresOn: string
  readonly registeredOn: string
  readonly statuses: readonly string[]
  readonly identity: Identity
  readonly runningTask: string | undefined
  readonly runningKind: string | undefined
  readonly suffix: string
}

/** The same from the columns of a list. */
export function factsOf(
  { suffix, ...known }: KnownOfName,
  { catalog, today }: { catalog: Catalog; today: string },
): DomainFacts {
  const record = catalog.suffix(suffix)
  return {
    ...known,
    today,
    realName: record?.realName ?? 'unknown',
    suffix: { name: suffix, verifyBefore: record?.verifyBefore ?? null },
  }
}
