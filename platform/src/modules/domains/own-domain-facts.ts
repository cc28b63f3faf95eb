import { sql } from 'kysely'
import { chinaDay } from '../../kernel/clock/index.ts'
import type { Trx } from '../../kernel/database/index.ts'
import type { Catalog } from '../catalog/index.ts'
import { agentHeld } from './agent-held.ts'
import { askedHolderChanges } from './asked-holder-change.ts'
import { factsOf } from './domain-facts.ts'
import { nameIdentity } from './name-identity.ts'
import type { DomainRow } from './queries.ts'
import type { DomainFacts } from './service-state.ts'

export interface OwnDomain {
  readonly row: DomainRow
  readonly facts: DomainFacts
}

/** Many live names of the account with what their rules look at, by A-label; those of others are left out as if they were not. */
export async function ownDomainFacts(
  trx: Trx,
  { account, asciis, lock = false }: { account: string; asciis: readonly string[]; lock?: boolean },
  { catalog, today }: { catalog: Catalog; today: string },
): Promise<ReadonlyMap<string, OwnDomain>> {
  const wanted = [...new Set(asciis)]
  const query = trx
    .selectFrom('domain')
    .selectAll()
    .where('account', '=', account)
    .where('released_at', 'is', null)
    .where('ascii', '=', sql<string>`any(${wanted}::text[])`)
    // Locked in one order by everybody, so that two requests never wait for each other.
    .orderBy('ascii')
  const rows = await (lock ? query.forUpdate() : query).execute()
  const holders = await trx
    .selectFrom('domain')
    .leftJoin('registrant_template', 'registrant_template.id', 'domain.template')
    .leftJoin('registry_review', (join) =>
      join.onRef('registry_review.domain', '=', 'domain.id').on('registry_review.axis', '=', 'identity'),
    )
    .select(['domain.id', nameIdentity.as('identity'), 'registry_review.state as decision', agentHeld.as('agent_held')])
    .where('domain.id', '=', sql<string>`any(${rows.map(({ id }) => id)}::uuid[])`)
    .execute()
  const holderOf = new Map(holders.map((holder) => [holder.id, holder]))
  const tasks = await trx
    .selectFrom('task')
    .select(['subject', 'number', 'kind'])
    .where('account', '=', account)
    .where('state', 'in', ['waiting', 'executing', 'unknown'])
    .where('subject', '=', sql<string>`any(${wanted}::text[])`)
    .execute()
  const asked = await askedHolderChanges(trx, { account, asciis: wanted })
  const taskOf = new Map(tasks.map((task) => [task.subject, task]))
  return new Map(
    rows.map((row) => {
      const running = taskOf.get(row.ascii)
      const facts = factsOf(
        {
          expiresOn: chinaDay(row.expires_at),
          registeredOn: chinaDay(row.registered_at),
          statuses: row.statuses,
          identity: holderOf.get(row.id)?.identity ?? 'unverified',
          refusedBefore: holderOf.get(row.id)?.decision === 'failed',
          agentHeld: holderOf.get(row.id)?.agent_held ?? false,
          runningTask: running?.number,
          runningKind: running?.kind,
          suffix: row.suffix,
          asked: asked.get(row.ascii),
          row,
        },
        { catalog, today },
      )
      return [row.ascii, { row, facts }] as const
    }),
  )
}
