import { chinaDay } from '../../kernel/clock/index.ts'
import type { Trx } from '../../kernel/database/index.ts'
import type { Catalog } from '../catalog/index.ts'
import { agentHeld } from './agent-held.ts'
import { askedHolderChanges } from './asked-holder-change.ts'
import { type AskedHolderChange, holderChangeState } from './holder-change-state.ts'
import { nameIdentity } from './name-identity.ts'
import type { DomainRow } from './queries.ts'
import type { DomainFacts } from './service-state.ts'
import { unpaidFacts } from './unpaid-days.ts'

type Identity = DomainFacts['identity']

/** What the rules of states look at, of one name of ours. */
export async function domainFacts(
  trx: Trx,
  row: DomainRow,
  { catalog, today }: { catalog: Catalog; today: string },
): Promise<DomainFacts> {
  const holder = await trx
    .selectFrom('domain')
    .leftJoin('registrant_template', 'registrant_template.id', 'domain.template')
    .leftJoin('registry_review', (join) =>
      join.onRef('registry_review.domain', '=', 'domain.id').on('registry_review.axis', '=', 'identity'),
    )
    .select([nameIdentity.as('identity'), 'registry_review.state as decision', agentHeld.as('agent_held')])
    .where('domain.id', '=', row.id)
    .executeTakeFirst()
  const running = await trx
    .selectFrom('task')
    .select(['number', 'kind'])
    .where('subject', '=', row.ascii)
    .where('account', '=', row.account)
    .where('state', 'in', ['waiting', 'executing', 'unknown'])
    .executeTakeFirst()
  const asked = await askedHolderChanges(trx, { account: row.account, asciis: [row.ascii] })
  return factsOf(
    {
      expiresOn: chinaDay(row.expires_at),
      registeredOn: chinaDay(row.registered_at),
      statuses: row.statuses,
      identity: holder?.identity ?? 'unverified',
      refusedBefore: holder?.decision === 'failed',
      agentHeld: holder?.agent_held ?? false,
      runningTask: running?.number,
      runningKind: running?.kind,
      suffix: row.suffix,
      asked: asked.get(row.ascii),
      row,
    },
    { catalog, today },
  )
}

export interface KnownOfName {
  readonly expiresOn: string
  readonly registeredOn: string
  readonly statuses: readonly string[]
  readonly identity: Identity
  readonly agentHeld: boolean
  /** Whether the registry has ever refused this holder for this name; it asks for verification then. */
  readonly refusedBefore: boolean
  readonly runningTask: string | undefined
  readonly runningKind: string | undefined
  readonly suffix: string
  readonly asked: AskedHolderChange | undefined
  /** Its days, by which it is told what becomes of it when nobody pays. */
  readonly row: Parameters<typeof unpaidFacts>[0]
}

/** The same from the columns of a list. */
export function factsOf(
  { suffix, refusedBefore, asked, row, ...known }: KnownOfName,
  { catalog, today }: { catalog: Catalog; today: string },
): DomainFacts {
  const record = catalog.suffix(suffix)
  const unpaid = unpaidFacts(row, catalog.find(suffix)?.lifecycle)
  return {
    ...known,
    ...(unpaid && { unpaid }),
    today,
    holderChange: holderChangeState(asked, { statuses: known.statuses, today }),
    realName: refusedBefore ? 'required' : (record?.realName ?? 'unknown'),
    suffix: { name: suffix, verifyBefore: record?.verifyBefore ?? null },
  }
}
