import { setTimeout as delay } from 'node:timers/promises'
import { checkSite, type SiteFacts, termOf } from '@yuming/filing'
import { sql } from 'kysely'
import type { Logger } from 'pino'
import type { Clock } from '../../../../kernel/clock/index.ts'
import type { Db, Trx } from '../../../../kernel/database/index.ts'
import type { Random } from '../../../../kernel/random.ts'
import { type Repeated, repeated } from '../../../../kernel/repeated.ts'
import type { SiteProbe, SiteSight } from '../../probe/site-probe.ts'
import { addDuties, type NewDuty } from '../duties.ts'
import { type DutyKind, kindsOfProbe } from '../duty-kinds.ts'
import { lookAgain } from '../look-again.ts'
import { seenSite } from './seen-site.ts'

/** Each name once a day; a little less, so that its hour does not wander. */
const againMs = 23 * 3_600_000

interface ToProbe {
  readonly service: string
  readonly ascii: string
  readonly failed_looks: number
}

/**
 * Looks at filed names from outside, behind the look at our rows: a few at the same time and so many a second, the one
 * that was not looked at the longest first. A look that was lost is made the next day.
 */
export function createNightlyProbe({
  db,
  probe,
  clock,
  random,
  log,
  everyMs = 30_000,
  atOnce = 8,
  perSecond = 16,
  batch = 400,
}: {
  db: Db
  probe: SiteProbe
  clock: Clock
  random: Random
  log: Logger
  everyMs?: number
  atOnce?: number
  perSecond?: number
  batch?: number
}): Repeated {
  let stopping = false

  /** Marked before they are looked at, so that nobody else takes them, and one that hangs keeps nobody waiting. */
  async function take(): Promise<readonly ToProbe[]> {
    const now = clock.now()
    const { rows } = await sql<ToProbe>`
      update filing_domain set probed_at = ${now} from (
        select d.service, d.ascii from filing_domain d join filing_service s on s.id = d.service
        where d.ended_at is null and s.state = 'filed' and s.here and s.kind = 'website'
          and (d.probed_at is null or d.probed_at < ${new Date(now.getTime() - againMs)})
        order by d.probed_at nulls first limit ${batch} for update of d skip locked) due
      where filing_domain.service = due.service and filing_domain.ascii = due.ascii
      returning filing_domain.service, filing_domain.ascii, failed_looks`.execute(db)
    return rows
  }

  async function one(name: ToProbe): Promise<void> {
    const sight = await lookAt(name.ascii, probe)
    await db.transaction().execute((trx) => settle(name, sight, { trx, clock, random }))
  }

  async function look(): Promise<number> {
    const due = await take()
    let count = 0
    for (let at = 0; at < due.length && !stopping; at += atOnce) {
      const some = due.slice(at, at + atOnce)
      const [ended] = await Promise.all([
        Promise.allSettled(some.map(one)),
        at + atOnce < due.length ? delay((some.length / perSecond) * 1_000) : undefined,
      ])
      for (const each of ended)
        if (each.status === 'fulfilled') count++
        else log.warn({ err: each.reason }, 'a filed name could not be looked at')
    }
    return count
  }

  const turns = repeated(look, { everyMs, firstMs: everyMs, log, failing: 'filed names could not be looked at' })
  return {
    ...turns,
    start() {
      stopping = false
      turns.start()
    },
    async stop() {
      stopping = true
      await turns.stop()
    },
  }
}

/** By itself, or with www before it where it has no address of its own. */
async function lookAt(ascii: string, probe: SiteProbe): Promise<SiteSight> {
  const sight = await probe.look(ascii)
  if (sight.because !== 'no-address' || ascii.startsWith('www.')) return sight
  const www = await probe.look(`www.${ascii}`)
  return www.because === 'no-address' ? sight : www
}

type Doing = Parameters<typeof addDuties>[1]

async function settle({ service, ascii, failed_looks }: ToProbe, sight: SiteSight, context: Doing): Promise<void> {
  const { trx, clock } = context
  const filed = await filedOf(trx, service, sight.addresses)
  if (!filed) return
  const failedLooks = sight.open === false ? failed_looks + 1 : 0
  await trx
    .updateTable('filing_domain')
    .set({ failed_looks: failedLooks })
    .where('service', '=', service)
    .where('ascii', '=', ascii)
    .execute()
  const day = clock.today()
  const site = seenSite({ ...filed, ascii, failedLooks, alsoOurs: new Set(filed.also_ours) }, sight)
  const found = new Map<DutyKind, NewDuty>()
  for (const finding of checkSite(site, { day, province: filed.province || undefined })) {
    const kind = finding.severity === 'unknown' ? undefined : kindsOfProbe[finding.rule]
    if (!kind || found.has(kind)) continue
    const { account, subject } = filed
    const term = termOf(finding.rule, day, site)
    found.set(kind, { account, subject, service, ascii, kind, term, foundBy: 'probe', finding })
  }
  await addDuties([...found.values()], context)
  const over = toldKinds(site).filter((kind) => !found.has(kind))
  if (over.length === 0) return
  const ended = await trx
    .updateTable('filing_duty')
    .set({ done_at: clock.now(), ended_because: 'put-right' })
    .where('service', '=', service)
    .where('ascii', '=', ascii)
    .where('found_by', '=', 'probe')
    .where('kind', 'in', over)
    .where('done_at', 'is', null)
    .returning('id')
    .execute()
  // A shell site rests on what was seen, and is none any more.
  if (ended.length > 0) await lookAgain({ service }, context)
}

/** Kinds about which this look could tell something. */
function toldKinds({ open, footer, address }: SiteFacts): DutyKind[] {
  return [
    ...(open === undefined ? [] : ['dead-site' as const]),
    ...(footer === undefined ? [] : ['footer' as const]),
    ...(address === undefined ? [] : ['access-differs' as const]),
  ]
}

async function filedOf(trx: Trx, service: string, addresses: readonly string[]) {
  const { rows } = await sql<{
    account: string
    subject: string
    province: string
    number: string | null
    ips: string[]
    also_ours: string[]
  }>`
    select sub.account, s.subject, sub.province, s.number,
      (select coalesce(array_agg(distinct ip), '{}') from filing_access a, unnest(a.ips) ip
       where a.service = s.id and a.ended_at is null) as ips,
      (select coalesce(array_agg(seen), '{}') from unnest(${[...addresses]}::text[]) seen
       where exists (select from hoster, unnest(networks) network where network >>= seen::inet)) as also_ours
    from filing_service s join filing_subject sub on sub.id = s.subject
    where s.id = ${service} and s.state = 'filed'`.execute(trx)
  return rows[0]
}
