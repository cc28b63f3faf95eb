import { type RawBuilder, sql } from 'kysely'
import { endDuties } from '../after/duties.ts'
import { lookAgain } from '../after/look-again.ts'
import type { NewsContext } from '../bureau/news-context.ts'
import type { EndedFiling } from './ended-filing.ts'

/** By the id that its bureau gave, or by ours. */
type Target = { readonly of: EndedFiling['of'] } & ({ readonly bureauId: string } | { readonly id: string })

/** Ids are one bureau's own: another bureau has the same ones for others. */
function isTarget(bureau: string, target: Target, table: 'filing_access' | 'filing_service' | 'filing_subject') {
  return 'id' in target
    ? sql<boolean>`${sql.ref(`${table}.id`)} = ${target.id}`
    : sql<boolean>`${sql.ref('filing_subject.province')} = ${bureau} and ${sql.ref(`${table}.bureau_id`)} = ${target.bureauId}`
}

/**
 * Something filed is no more: with a subject all its services end, with a service its domains and accesses; an access
 * leaves the service as it is. Undefined: it is nobody's here, or has ended before.
 */
export async function endFiled(
  bureau: string,
  target: Target,
  context: Pick<NewsContext, 'trx' | 'clock'>,
): Promise<EndedFiling | undefined> {
  switch (target.of) {
    case 'access':
      return endAccess(isTarget(bureau, target, 'filing_access'), context)
    case 'service':
      return endService(isTarget(bureau, target, 'filing_service'), context)
    case 'subject':
      return endSubject(isTarget(bureau, target, 'filing_subject'), context)
  }
}

async function endAccess(
  target: RawBuilder<boolean>,
  { trx, clock }: Pick<NewsContext, 'trx' | 'clock'>,
): Promise<EndedFiling | undefined> {
  const row = await trx
    .selectFrom('filing_access')
    .innerJoin('filing_service', 'filing_service.id', 'filing_access.service')
    .innerJoin('filing_subject', 'filing_subject.id', 'filing_service.subject')
    .select(['filing_access.id', 'filing_access.service', 'filing_service.number', 'filing_service.name'])
    .select(['filing_subject.account', 'filing_subject.template'])
    .where(target)
    .where('filing_access.ended_at', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  await trx.updateTable('filing_access').set({ ended_at: clock.now() }).where('id', '=', row.id).execute()
  const left = await trx
    .selectFrom('filing_access')
    .select('id')
    .where('service', '=', row.service)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (!left) await trx.updateTable('filing_service').set({ here: false }).where('id', '=', row.service).execute()
  await lookAgain({ service: row.service }, { trx })
  const { account, template, name, number } = row
  return { of: 'access', account, template, name, numbers: number === null ? [] : [number] }
}

async function endService(
  target: RawBuilder<boolean>,
  context: Pick<NewsContext, 'trx' | 'clock'>,
): Promise<EndedFiling | undefined> {
  const row = await context.trx
    .selectFrom('filing_service')
    .innerJoin('filing_subject', 'filing_subject.id', 'filing_service.subject')
    .select(['filing_service.id', 'filing_service.subject', 'filing_service.number', 'filing_service.name'])
    .select(['filing_subject.account', 'filing_subject.template'])
    .where(target)
    .where('filing_service.state', '=', 'filed')
    .executeTakeFirst()
  if (!row) return undefined
  await endServices([row.id], context)
  await lookAgain({ subject: row.subject }, context)
  const { account, template, name, number } = row
  return { of: 'service', account, template, name, numbers: number === null ? [] : [number] }
}

async function endSubject(
  target: RawBuilder<boolean>,
  context: Pick<NewsContext, 'trx' | 'clock'>,
): Promise<EndedFiling | undefined> {
  const { trx, clock } = context
  const row = await trx
    .updateTable('filing_subject')
    .set({ state: 'cancelled', ended_at: clock.now() })
    .where(target)
    .where('state', '=', 'filed')
    .returning(['id', 'account', 'template', 'name', 'number'])
    .executeTakeFirst()
  if (!row) return undefined
  const services = await trx
    .selectFrom('filing_service')
    .select(['id', 'number'])
    .where('subject', '=', row.id)
    .where('state', '=', 'filed')
    .orderBy('number')
    .execute()
  await endServices(
    services.map(({ id }) => id),
    context,
  )
  await endDuties({ subject: row.id }, 'cancelled', context)
  const numbers = [row, ...services].flatMap(({ number }) => number ?? [])
  return { of: 'subject', account: row.account, template: row.template, name: row.name, numbers }
}

async function endServices(
  services: readonly string[],
  { trx, clock }: Pick<NewsContext, 'trx' | 'clock'>,
): Promise<void> {
  if (services.length === 0) return
  const now = clock.now()
  await trx
    .updateTable('filing_service')
    .set({ state: 'cancelled', ended_at: now })
    .where('id', 'in', [...services])
    .execute()
  for (const table of ['filing_domain', 'filing_access'] as const)
    await trx
      .updateTable(table)
      .set({ ended_at: now })
      .where('service', 'in', [...services])
      .where('ended_at', 'is', null)
      .execute()
  for (const service of services) await endDuties({ service }, 'cancelled', { trx, clock })
}
