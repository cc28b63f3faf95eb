import { termOf } from '@yuming/filing'
import type { Source } from '@yuming/rules'
import { z } from 'zod'
import { type Clock, chinaDay } from '../../../kernel/clock/index.ts'
import type { Trx } from '../../../kernel/database/index.ts'
import { decodeCursor, encodeCursor, findingSchema, sourceSchema, textSchema } from '../../../kernel/http/index.ts'
import { provinceOf } from '../queries.ts'
import { type DutyKind, dutyKinds, dutyNames, endsBySaying, foundBy } from './duty-kinds.ts'
import { dutyLeads } from './duty-leads.ts'

export const listedDuty = z.object({
  id: z.uuid(),
  kind: z.enum(dutyKinds),
  what: textSchema,
  /** The domain, the service or the subject that it is about. */
  about: z.string(),
  /** Of the service, else of the subject. */
  number: z.string().nullable(),
  province: z.object({ code: z.string(), name: z.string() }).nullable(),
  /** The order that filed it, for who asks about filings of his own. */
  order: z.string().nullable(),
  /** The name that it is about, where that is one of his own. */
  domain: z.string().nullable(),
  foundOn: z.iso.date(),
  knownForDays: z.int().min(0),
  foundBy: z.enum(foundBy),
  dueOn: z.iso.date().nullable(),
  late: z.boolean(),
  /** The rule’s words and source, where a rule found it. */
  finding: findingSchema.nullable(),
  /** Of that rule, or else of what sets the day; null where nothing does and the day is our own. */
  source: sourceSchema.nullable(),
  /** In the bureau’s words, where it told. */
  words: z.string().nullable(),
  /** What it told again while that was open. */
  again: z.array(z.object({ on: z.iso.date(), words: z.string() })),
  /** Facts that were changed since they were filed. */
  fields: z.array(z.string()),
  /** The owner’s word ends it; otherwise it ends when it is put right. */
  endsBySaying: z.boolean(),
})

const toldAgain = listedDuty.shape.again.catch([])
const limit = 50

/** What sets the day of a duty that no rule found. */
function startedTerm(kind: DutyKind, day: string): Source | null {
  if (kind === 'change') return termOf('changed', day).source
  return kind === 'public-security' ? termOf('opened', day).source : null
}

/** What is to be done about what is filed, the soonest day first: of one account, of one service or of everybody. */
export async function listDuties(
  trx: Trx,
  of: { account?: string; subject?: string; late?: boolean; cursor?: string | undefined },
  clock: Clock,
): Promise<{ duties: z.input<typeof listedDuty>[]; next: string | null }> {
  const today = clock.today()
  let rows = trx
    .selectFrom('filing_duty')
    .innerJoin('filing_subject', 'filing_subject.id', 'filing_duty.subject')
    .leftJoin('filing_service', 'filing_service.id', 'filing_duty.service')
    .select(['filing_duty.id', 'filing_duty.kind', 'ascii', 'detail', 'made_at', 'due_on', 'found_by', 'finding'])
    .select('filing_duty.subject')
    .select(['filing_subject.name as subject_name', 'filing_subject.nature', 'filing_subject.number as subject_number'])
    .select(['filing_service.name as service_name', 'filing_service.number as service_number', 'province'])
    .where('done_at', 'is', null)
  if (of.account !== undefined) rows = rows.where('filing_duty.account', '=', of.account)
  if (of.subject !== undefined) rows = rows.where('filing_duty.subject', '=', of.subject)
  if (of.late) rows = rows.where('due_on', '<', today)
  const after = decodeCursor(of.cursor, ['day', 'uuid'])
  if (after)
    rows = rows.where((eb) =>
      eb.or([eb('due_on', '>', after[0]), eb.and([eb('due_on', '=', after[0]), eb('filing_duty.id', '>', after[1])])]),
    )
  const found = await rows
    .orderBy('due_on')
    .orderBy('filing_duty.id')
    .limit(limit + 1)
    .execute()
  const page = found.slice(0, limit)
  const last = page.at(-1)
  const leads = of.account === undefined ? undefined : await dutyLeads(trx, of.account, page)
  return {
    duties: page.map((row) => ({
      id: row.id,
      kind: row.kind,
      what: dutyNames[row.kind],
      about: row.ascii ?? row.service_name ?? row.subject_name,
      number: row.service_number ?? row.subject_number,
      province: provinceOf(row.province),
      order: leads?.order(row) ?? null,
      domain: leads?.domain(row) ?? null,
      foundOn: chinaDay(row.made_at),
      knownForDays: (Date.parse(today) - Date.parse(chinaDay(row.made_at))) / 86_400_000,
      foundBy: row.found_by,
      dueOn: row.due_on,
      late: row.due_on !== null && row.due_on < today,
      finding: row.finding,
      source: row.finding?.source ?? startedTerm(row.kind, chinaDay(row.made_at)),
      words: typeof row.detail.words === 'string' && row.detail.words !== '' ? row.detail.words : null,
      again: toldAgain.parse(row.detail.again),
      fields: Array.isArray(row.detail.fields) ? row.detail.fields.map(String) : [],
      endsBySaying: endsBySaying(row.kind, row.found_by),
    })),
    next: found.length > limit && last?.due_on ? encodeCursor([last.due_on, last.id]) : null,
  }
}
