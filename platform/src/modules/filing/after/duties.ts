import { type Term, termOf } from '@yuming/filing'
import type { Finding } from '@yuming/rules'
import { sql } from 'kysely'
import type { Context } from '../../../kernel/context.ts'
import type { Trx } from '../../../kernel/database/index.ts'
import { type DeadlineHandler, setDeadlines } from '../../../kernel/deadlines/index.ts'
import type { OrderRow } from '../orders.ts'
import type { BureauIds, BureauNews } from '../ports.ts'
import { tellDuty } from '../tell.ts'
import { type DutyKind, dutyNames, endedByOrder, type FoundBy } from './duty-kinds.ts'

type Doing = Pick<Context, 'trx' | 'clock' | 'random'>

export interface NewDuty {
  readonly account: string
  readonly subject: string
  readonly service: string | null
  /** The name that it is about, where it is about one. */
  readonly ascii: string | null
  readonly kind: DutyKind
  readonly term: Pick<Term, 'on' | 'turn'>
  readonly foundBy: FoundBy
  readonly finding?: Finding
  readonly detail?: Readonly<Record<string, unknown>>
}

export const dutySoon = 'filing.duty-soon'
const soonMs = 7 * 86_400_000
/** Parameters of a statement are limited to 65,535. */
const atOnce = 1_000

/** Duties that are not there yet, each with its day and the reminder before it; how many were new. */
export async function addDuties(duties: readonly NewDuty[], { trx, clock, random }: Doing): Promise<number> {
  let made = 0
  for (let at = 0; at < duties.length; at += atOnce) {
    const rows = duties.slice(at, at + atOnce).map(({ term, foundBy, finding, detail, ...duty }) => ({
      ...duty,
      id: random.uuid(),
      detail: JSON.stringify(detail ?? {}),
      made_at: clock.now(),
      due_on: term.on,
      found_by: foundBy,
      finding: finding === undefined ? null : JSON.stringify(finding),
      // The message of an approval says what comes next, that of a name’s end is the name’s own, and who said it knows.
      told_at: foundBy === 'approval' || foundBy === 'owner' || duty.kind === 'domain-ends-soon' ? clock.now() : null,
      done_at: null,
      ended_because: null,
    }))
    const added = await trx
      .insertInto('filing_duty')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .returning(['id', 'kind', 'due_on'])
      .execute()
    made += added.length
    const reminded = added.filter(({ kind }) => kind !== 'domain-ends-soon')
    await setDeadlines(
      reminded.map(({ id, due_on: day }) => {
        const closesAt = new Date(`${day}T18:00:00+08:00`)
        return { kind: dutySoon, subject: id, opensAt: new Date(closesAt.getTime() - soonMs), closesAt }
      }),
      { trx, random },
    )
  }
  return made
}

/** What follows an approval: public security (S3-81), and nothing else by itself. */
export async function beginDuties(
  order: Pick<OrderRow, 'account' | 'type'>,
  about: { subject: string; service: string },
  context: Doing,
): Promise<void> {
  if (order.type !== 'first' && !order.type.startsWith('new-service')) return
  const duty = { ...about, account: order.account, ascii: null, kind: 'public-security', foundBy: 'approval' } as const
  await addDuties([{ ...duty, term: termOf('opened', context.clock.today()) }], context)
}

/**
 * What a bureau found or wants, with its day. Told again while it is open, the words and their day are kept with the
 * first ones, whose term stays the stricter; its owner hears of it again. Of what is not filed here nothing is kept.
 */
export async function noteDuty(
  bureau: string,
  { kind, about, words }: Extract<BureauNews, { what: 'notice' }>,
  context: Doing,
): Promise<void> {
  const { trx, clock } = context
  const found = await filedBy(trx, bureau, about)
  if (!found) return
  const today = clock.today()
  const term = termOf(kind, today)
  const duty = { ...found, ascii: null, kind, term, foundBy: 'bureau' } as const
  if ((await addDuties([{ ...duty, detail: { words } }], context)) > 0) return
  await trx
    .updateTable('filing_duty')
    .set({
      detail: sql`detail || jsonb_build_object('again',
        coalesce(detail -> 'again', '[]') || jsonb_build_object('on', ${today}::text, 'words', ${words}::text))`,
      due_on: sql`least(due_on, ${term.on}::date)`,
      told_at: null,
    })
    .where('subject', '=', found.subject)
    .where(sql<boolean>`service is not distinct from ${found.service}::uuid`)
    .where('kind', '=', kind)
    .where('found_by', '=', 'bureau')
    .where('done_at', 'is', null)
    .execute()
}

/** What is done, or will not be done any more. */
export async function endDuties(
  which: { subject: string } | { service: string },
  because: 'put-right' | 'cancelled',
  { trx, clock }: Pick<Doing, 'trx' | 'clock'>,
): Promise<void> {
  const rows = trx.updateTable('filing_duty').set({ done_at: clock.now(), ended_because: because })
  const of = 'service' in which ? rows.where('service', '=', which.service) : rows.where('subject', '=', which.subject)
  await of.where('done_at', 'is', null).execute()
}

/** What a bureau found about the part that it has now approved anew, and the duty to file a change of that part. */
export async function endPassed(
  { type }: Pick<OrderRow, 'type'>,
  { subject, services }: { subject: string; services: readonly string[] },
  { trx, clock }: Pick<Doing, 'trx' | 'clock'>,
): Promise<void> {
  const ended = endedByOrder[type]
  if (!ended) return
  const about = trx
    .updateTable('filing_duty')
    .set({ done_at: clock.now(), ended_because: 'changed' })
    .where('subject', '=', subject)
    .where('done_at', 'is', null)
  const found = about.where('found_by', '=', 'bureau').where('kind', 'in', ended.kinds)
  const declared = about.where('kind', '=', 'change')
  if (ended.of === 'service') {
    if (services.length === 0) return
    await found.where('service', 'in', services).execute()
    await declared.where('service', 'in', services).execute()
    return
  }
  await found.execute()
  await declared.where('service', 'is', null).execute()
}

/** Reminds of a duty a week before its day, unless it was told within that week. */
export const remindOfDuty: DeadlineHandler = async ({ subject: id }, context) => {
  const duty = await context.trx
    .selectFrom('filing_duty')
    .innerJoin('filing_subject', 'filing_subject.id', 'filing_duty.subject')
    .leftJoin('filing_service', 'filing_service.id', 'filing_duty.service')
    .select(['filing_duty.account', 'filing_duty.kind', 'filing_duty.ascii', 'due_on', 'told_at'])
    .select(['filing_subject.name', 'filing_subject.template', 'filing_service.name as service_name'])
    .where('filing_duty.id', '=', id)
    .where('done_at', 'is', null)
    .executeTakeFirst()
  if (!duty || duty.told_at === null || duty.due_on === null) return
  if (Date.parse(`${duty.due_on}T18:00:00+08:00`) - duty.told_at.getTime() <= soonMs) return
  await tellDuty(
    {
      account: duty.account,
      template: duty.template,
      duty: dutyNames[duty.kind],
      name: duty.ascii ?? duty.service_name ?? duty.name,
      by: duty.due_on,
    },
    context,
  )
}

/** Ids are one bureau's own: another has the same ones for others. */
async function filedBy(
  trx: Trx,
  bureau: string,
  { number, bureauId }: BureauIds,
): Promise<{ account: string; subject: string; service: string | null } | undefined> {
  const either = number ?? ''
  const service = await trx
    .selectFrom('filing_service')
    .innerJoin('filing_subject', 'filing_subject.id', 'filing_service.subject')
    .select(['filing_subject.account', 'filing_subject.id as subject', 'filing_service.id as service'])
    .where((eb) =>
      eb.or([eb('filing_service.number', '=', either), eb('filing_service.bureau_id', '=', bureauId ?? '')]),
    )
    .where('filing_service.state', '=', 'filed')
    .where('filing_subject.province', '=', bureau)
    .executeTakeFirst()
  if (service) return service
  const subject = await trx
    .selectFrom('filing_subject')
    .select(['account', 'id as subject'])
    .where((eb) => eb.or([eb('number', '=', either), eb('bureau_id', '=', bureauId ?? '')]))
    .where('state', '=', 'filed')
    .where('province', '=', bureau)
    .executeTakeFirst()
  return subject && { ...subject, service: null }
}
