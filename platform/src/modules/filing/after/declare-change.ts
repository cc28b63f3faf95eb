import { formatFilingNumber, parseFilingNumber, type Term, termOf } from '@yuming/filing'
import { sql } from 'kysely'
import { record } from '../../../kernel/audit/index.ts'
import type { Context } from '../../../kernel/context.ts'
import type { Trx } from '../../../kernel/database/index.ts'
import type { CustomerActor } from '../../../kernel/http/index.ts'
import { ChangeAhead, FiledNotFound } from '../errors.ts'
import { addDuties } from './duties.ts'

export const changeable = ['subject', 'service', 'access'] as const
type Changeable = (typeof changeable)[number]

/**
 * Its owner says that something filed has changed: from that day the term of the change runs (S2-42). Said twice, the
 * earlier day counts.
 * @throws FiledNotFound, also for another account's; ChangeAhead
 */
export async function declareChange(
  { filed, what, changedOn }: { filed: string; what: Changeable; changedOn: string },
  { trx, clock, random, actor }: Context & { actor: CustomerActor },
): Promise<Pick<Term, 'on' | 'source'>> {
  const found = await filedPart(trx, { account: actor.account, filed })
  const service = what === 'subject' ? null : found?.service
  if (!found || service === undefined) throw FiledNotFound()
  if (changedOn > clock.today()) throw ChangeAhead()
  const term = termOf('changed', changedOn)
  const { subject } = found
  const duty = {
    account: actor.account,
    subject,
    service,
    ascii: null,
    kind: 'change',
    term,
    foundBy: 'owner',
  } as const
  const made = await addDuties([{ ...duty, detail: { what, changedOn } }], { trx, clock, random })
  let on = term.on
  if (made === 0) {
    const row = await trx
      .updateTable('filing_duty')
      .set({ due_on: sql`least(due_on, ${term.on}::date)` })
      .where('subject', '=', subject)
      .where(sql<boolean>`service is not distinct from ${service}::uuid`)
      .where('kind', '=', 'change')
      .where('found_by', '<>', 'bureau')
      .where('done_at', 'is', null)
      .returning('due_on')
      .executeTakeFirst()
    on = row?.due_on ?? on
  }
  await record({ action: 'filing.change-declared', subject, detail: { what, changedOn } }, { trx, clock, actor })
  return { on, source: term.source }
}

/** What is filed under a number of a service or of a subject of the account; of a subject the service is undefined. */
async function filedPart(
  trx: Trx,
  { account, filed }: { account: string; filed: string },
): Promise<{ subject: string; service: string | undefined } | undefined> {
  const read = parseFilingNumber(filed)
  if (!read) return undefined
  const exact = formatFilingNumber(read)
  const rows = trx
    .selectFrom('filing_subject')
    .where('filing_subject.account', '=', account)
    .where('filing_subject.state', '=', 'filed')
  if (!read.service) {
    const row = await rows.select('id as subject').where('number', '=', exact).executeTakeFirst()
    return row && { ...row, service: undefined }
  }
  return rows
    .innerJoin('filing_service', 'filing_service.subject', 'filing_subject.id')
    .select(['filing_subject.id as subject', 'filing_service.id as service'])
    .where('filing_service.number', '=', exact)
    .where('filing_service.state', '=', 'filed')
    .executeTakeFirst()
}
