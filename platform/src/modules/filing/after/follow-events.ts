import { termOf } from '@yuming/filing'
import { sql } from 'kysely'
import type { Logger } from 'pino'
import type { Clock } from '../../../kernel/clock/index.ts'
import type { Context } from '../../../kernel/context.ts'
import type { Db, Trx } from '../../../kernel/database/index.ts'
import type { Random } from '../../../kernel/random.ts'
import { type Repeated, repeated } from '../../../kernel/repeated.ts'
import { addDuties } from './duties.ts'
import { settleServices, settleSubjects } from './scan/settle-findings.ts'

const atOnce = 200

/**
 * What happens to a domain or a template reaches the filings that rest on it at once, those of names under it too (S2-35):
 * another holder, its end, its deletion; facts of a filed subject that were changed start the duty to file the change.
 */
export function createFilingFollower({
  db,
  clock,
  random,
  log,
  everyMs = 2_000,
  batch = atOnce,
}: {
  db: Db
  clock: Clock
  random: Random
  log: Logger
  everyMs?: number
  /** Ended names in one transaction. */
  batch?: number
}): Repeated {
  const work = (each: (context: Pick<Context, 'trx' | 'clock' | 'random'>) => Promise<number>) =>
    db.transaction().execute((trx) => each({ trx, clock, random }))

  async function look(): Promise<number> {
    let count = 0
    for (const each of [(context: Doing) => followEnds(batch, context), followEvents])
      for (let done = await work(each); done > 0; done = await work(each)) count += done
    return count
  }

  return repeated(look, { everyMs, log, failing: 'what happened to filed names could not be followed' })
}

type Doing = Pick<Context, 'trx' | 'clock' | 'random'>

/** Takes what was written down; how much it was. */
async function followEvents(context: Doing): Promise<number> {
  const { trx, clock } = context
  const due = await trx
    .deleteFrom('filing_recheck')
    .where('id', 'in', (eb) =>
      eb.selectFrom('filing_recheck').select('id').orderBy('id').limit(atOnce).forUpdate().skipLocked(),
    )
    .returning(['ascii', 'service', 'subject', 'fields'])
    .execute()
  if (due.length === 0) return 0
  await lookAt(
    trx,
    due.flatMap(({ ascii }) => ascii ?? []),
    due.flatMap(({ service }) => service ?? []),
    context,
  )
  const subjects = due.flatMap(({ subject, fields }) => (subject === null ? [] : [{ subject, fields: fields ?? [] }]))
  if (subjects.length === 0) return due.length
  await settleSubjects({ ids: subjects.map(({ subject }) => subject) }, 'event', context)
  const term = termOf('changed', clock.today())
  const rows = await trx
    .selectFrom('filing_subject')
    .select(['id', 'account'])
    .where('state', '=', 'filed')
    .where(
      'id',
      'in',
      subjects.map(({ subject }) => subject),
    )
    .execute()
  const changed = rows.flatMap(({ id, account }) => {
    const fields = [...new Set(subjects.flatMap(({ subject, fields: of }) => (subject === id ? of : [])))]
    const about = { account, subject: id, service: null, ascii: null, kind: 'change', foundBy: 'event' } as const
    return fields.length === 0 ? [] : [{ ...about, term, detail: { fields } }]
  })
  await addDuties(changed, context)
  return due.length
}

/** Names that came to their end since the last look: nobody writes that down, the clock alone does it. After a long stop they are many. */
async function followEnds(batch: number, context: Doing): Promise<number> {
  const { trx, clock } = context
  const now = clock.now()
  const watch = await trx
    .insertInto('filing_expiry_watch')
    .values({ seen_until: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('seen_until')
    .executeTakeFirst()
  if (watch) return 0
  const seen = await trx
    .selectFrom('filing_expiry_watch')
    .select('seen_until')
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (!seen || seen.seen_until >= now) return 0
  const between = trx
    .selectFrom('domain')
    .where('released_at', 'is', null)
    .where('expires_at', '>', seen.seen_until)
    .where('expires_at', '<=', now)
  const lastOfBatch = await between
    .select('expires_at')
    .orderBy('expires_at')
    .offset(batch - 1)
    .limit(1)
    .executeTakeFirst()
  // The database knows parts of a millisecond, we do not: all of that one are taken together.
  const until = lastOfBatch ? new Date(Math.min(now.getTime(), lastOfBatch.expires_at.getTime() + 1)) : now
  const ended = await between.select('ascii').where('expires_at', '<=', until).execute()
  if (ended.length === 0) return 0
  await trx.updateTable('filing_expiry_watch').set({ seen_until: until }).execute()
  await lookAt(
    trx,
    ended.map(({ ascii }) => ascii),
    [],
    context,
  )
  return ended.length
}

/** The filings of these registered names, of all names under them, and these services. */
async function lookAt(trx: Trx, asciis: readonly string[], services: readonly string[], context: Doing): Promise<void> {
  const found = new Set(services)
  if (asciis.length > 0) {
    const { rows } = await sql<{ service: string }>`
      select distinct filing_domain.service from unnest(${[...new Set(asciis)]}::text[]) as name
      join filing_domain on ended_at is null and (ascii = name
        or (reverse(ascii) collate "C" >= reverse(name) || '.' and reverse(ascii) collate "C" < reverse(name) || '/'))`.execute(
      trx,
    )
    for (const { service } of rows) found.add(service)
  }
  const ids = [...found].sort()
  for (let at = 0; at < ids.length; at += atOnce)
    await settleServices({ ids: ids.slice(at, at + atOnce) }, 'event', context)
}
