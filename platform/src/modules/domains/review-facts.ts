import type { Finding } from '@yuming/rules'
import { chinaDay } from '../../kernel/clock/index.ts'
import type { Trx } from '../../kernel/database/index.ts'
import type { Catalog } from '../catalog/index.ts'
import type { Template } from '../registrants/index.ts'
import { domainFacts } from './domain-facts.ts'
import type { Registries } from './ports.ts'
import type { DomainRow } from './queries.ts'
import type { ReviewFacts } from './review-axes.ts'

export interface ReviewDeps {
  readonly catalog: Catalog
  readonly registries: Registries
  /** Whether somebody has to prove a right to this name, on a day (S1-53, S1-94). */
  needsQualification(name: string): boolean | 'undated'
  /** What the rules of names say against this holder for that name (S1-11…S1-20, S1-53). */
  holderFindings(
    registered: Pick<DomainRow, 'name' | 'suffix' | 'front'>,
    holder: Pick<Template, 'region' | 'holderType' | 'name' | 'certificate'>,
  ): readonly Finding[]
}

/** Everything that the three reviews of one name of ours depend on. */
export async function reviewFacts(
  trx: Trx,
  row: DomainRow,
  { catalog, registries, needsQualification, today }: ReviewDeps & { readonly today: string },
): Promise<ReviewFacts> {
  const decided = await trx
    .selectFrom('registry_review')
    .select(['axis', 'state', 'heard'])
    .where('domain', '=', row.id)
    .execute()
  const template = await trx
    .selectFrom('registrant_template')
    .select('identity')
    .where('id', '=', row.template)
    .executeTakeFirst()
  return {
    ...(await domainFacts(trx, row, { catalog, today })),
    holder: template?.identity ?? 'unverified',
    namingReview: catalog.suffix(row.suffix)?.namingReview ?? null,
    needsQualification: needsQualification(row.name),
    ownQualification: await ownQualification(trx, row),
    takesCodes: registries.has(row.registry) && registries.registry(row.registry).takesCodes,
    codesSent: row.codes_sent_at !== null,
    compliance: row.compliance,
    held: row.statuses.includes('serverHold'),
    decided,
  }
}

async function ownQualification(trx: Trx, { ascii, template }: DomainRow): Promise<ReviewFacts['ownQualification']> {
  const newest = await trx
    .selectFrom('review_case')
    .select(['state', 'due_at'])
    .where('template', '=', template)
    .where('for_name', '=', ascii)
    .where('axis', '=', 'qualification')
    .where('state', '<>', 'withdrawn')
    .orderBy('submitted_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!newest) return null
  const state = newest.state === 'passed' || newest.state === 'failed' ? newest.state : 'reviewing'
  return { state, by: chinaDay(newest.due_at) }
}
