import { checkFiledSubject, checkSite, type FiledIn, termOf } from '@yuming/filing'
import type { Finding } from '@yuming/rules'
import { sql } from 'kysely'
import type { Context } from '../../../../kernel/context.ts'
import type { Trx } from '../../../../kernel/database/index.ts'
import { addDuties, type NewDuty } from '../duties.ts'
import { type DutyKind, type FoundBy, kindsOfRows } from '../duty-kinds.ts'
import { filedServices, type KnownDuty, keyOf, registeredNames, type WhichServices } from './filed-services.ts'
import { shellSite } from './shell-site.ts'
import { siteFacts } from './site-facts.ts'

export interface Settled {
  readonly looked: number
  readonly found: number
  readonly ended: number
  /** The last one that was looked at. */
  readonly last: string | undefined
}

/**
 * Holds filed services against the rules of today: what is found gets its row and its day, what is true no longer is
 * ended. One transaction; what a bureau or a probe found is theirs to end.
 */
export async function settleServices(
  which: WhichServices,
  foundBy: Extract<FoundBy, 'scan' | 'event'>,
  context: Pick<Context, 'trx' | 'clock' | 'random'>,
): Promise<Settled> {
  const { trx, clock } = context
  await byIndexOnly(trx)
  const services = await filedServices(trx, which)
  const registered = await registeredNames(trx, services)
  const now = clock.now()
  const day = clock.today()
  const news: NewDuty[] = []
  const over: string[] = []
  for (const service of services) {
    const { account, subject, id } = service
    const place: FiledIn = { day, province: service.province || undefined }
    const found = new Map<string, NewDuty>()
    for (const { ascii, site } of siteFacts(service, registered, now))
      for (const finding of checkSite(site, place)) {
        const kind = kindOf(finding)
        if (!kind) continue
        const term = termOf(finding.rule, day, site)
        found.set(keyOf(kind, ascii), { account, subject, service: id, ascii, kind, term, foundBy, finding })
      }
    const shell = shellSite(service, new Set(found.keys()), day)
    for (const finding of shell ? checkSite(shell, place) : []) {
      const kind = kindOf(finding)
      if (!shell || kind !== 'shell-site') continue
      const term = termOf(finding.rule, day, shell)
      found.set(keyOf(kind, null), { account, subject, service: id, ascii: null, kind, term, foundBy, finding })
    }
    settle(found, service.duties ?? [], { news, over })
  }
  const found = await addDuties(news, context)
  await endFound(trx, over, now)
  return { looked: services.length, found, ended: over.length, last: services.at(-1)?.id }
}

interface FiledSubject {
  readonly id: string
  readonly account: string
  readonly province: string
  readonly services: number
  readonly duties: readonly KnownDuty[] | null
}

/** The same of filed subjects, the next ones by id or these: that there is something filed for them. */
export async function settleSubjects(
  which: WhichServices,
  foundBy: Extract<FoundBy, 'scan' | 'event'>,
  context: Pick<Context, 'trx' | 'clock' | 'random'>,
): Promise<Settled> {
  const { trx, clock } = context
  await byIndexOnly(trx)
  const chosen =
    'ids' in which
      ? sql`s.id = any(${which.ids}::uuid[])`
      : which.after === null
        ? sql`true`
        : sql`s.id > ${which.after}::uuid`
  const { rows } = await sql<FiledSubject>`
    select s.id, s.account, s.province, n.services, k.duties from filing_subject s
    cross join lateral (select count(*)::int as services from (
      select from filing_service where subject = s.id and state = 'filed' limit 1) one) n
    cross join lateral (
      select jsonb_agg(jsonb_build_object('id', id, 'kind', kind, 'ascii', ascii, 'found_by', found_by, 'due_on', due_on, 'open', done_at is null)) as duties
      from filing_duty where subject = s.id and service is null and kind = 'empty-subject' and done_at is null) k
    where s.state = 'filed' and ${chosen}
    order by s.id ${'limit' in which ? sql`limit ${which.limit}` : sql``}`.execute(trx)
  const day = clock.today()
  const news: NewDuty[] = []
  const over: string[] = []
  for (const { id, account, province, services, duties } of rows) {
    const found = new Map<string, NewDuty>()
    for (const finding of checkFiledSubject(services, { day, province: province || undefined })) {
      const kind = kindOf(finding)
      const term = termOf(finding.rule, day)
      if (kind)
        found.set(keyOf(kind, null), { account, subject: id, service: null, ascii: null, kind, term, foundBy, finding })
    }
    settle(found, duties ?? [], { news, over })
  }
  const found = await addDuties(news, context)
  await endFound(trx, over, clock.now())
  return { looked: rows.length, found, ended: over.length, last: rows.at(-1)?.id }
}

/** A statement that was planned while findings were few would go on reading all of them for each service. */
async function byIndexOnly(trx: Trx): Promise<void> {
  await sql`set local enable_seqscan = off`.execute(trx)
}

const ofRows: ReadonlySet<DutyKind> = new Set(Object.values(kindsOfRows))
// What cannot be told is no finding of the night: it would be told every night.
const kindOf = ({ rule, severity }: Finding): DutyKind | undefined =>
  severity === 'unknown' ? undefined : kindsOfRows[rule]

/** What is new, and what of the known ones is over. What the owner has said to us is not asked again. */
function settle(
  found: ReadonlyMap<string, NewDuty>,
  duties: readonly KnownDuty[],
  { news, over }: { news: NewDuty[]; over: string[] },
): void {
  if (found.size === 0 && duties.length === 0) return
  const known = new Set(
    duties
      .filter(({ kind, open, found_by: by }) => open || (kind !== 'confirm-phone' && by !== 'bureau'))
      .map((duty) => keyOf(duty.kind, duty.ascii)),
  )
  for (const [key, duty] of found) if (!known.has(key)) news.push(duty)
  for (const { id, kind, ascii, found_by: by, open } of duties)
    if (open && ofRows.has(kind) && by !== 'bureau' && by !== 'probe' && !found.has(keyOf(kind, ascii))) over.push(id)
}

async function endFound(trx: Trx, ids: readonly string[], at: Date): Promise<void> {
  if (ids.length === 0) return
  await trx
    .updateTable('filing_duty')
    .set({ done_at: at, ended_because: 'put-right' })
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('done_at', 'is', null)
    .execute()
}
