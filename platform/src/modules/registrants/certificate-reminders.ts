import { sql } from 'kysely'
import type { Logger } from 'pino'
import { addDays, type Clock } from '../../kernel/clock/index.ts'
import type { Db } from '../../kernel/database/index.ts'
import type { Random } from '../../kernel/random.ts'
import { type Repeated, repeated } from '../../kernel/repeated.ts'
import { tellHolder } from './commands/tell-holder.ts'

/** Days before a paper ends; with fewer than 90 left it is taken for nothing new (facts C: three months before its end). */
const stages = [90, 30, 7] as const

interface Options {
  readonly db: Db
  readonly clock: Clock
  readonly random: Random
  readonly log: Logger
  readonly everyMs?: number
}

/** Reminds holders whose paper is about to end, each stage once; after downtime only the newest is told. */
export function createCertificateReminders({ db, clock, random, log, everyMs = 300_000 }: Options): Repeated {
  async function batch(): Promise<number> {
    return db.transaction().execute(async (trx) => {
      const today = clock.today()
      const stage = sql<number>`case
        when certificate_ends_on <= ${addDays(today, 7)} then 7
        when certificate_ends_on <= ${addDays(today, 30)} then 30
        else ${stages[0]} end`
      const due = await trx
        .selectFrom('registrant_template')
        .select(['id', 'name_zh', 'name_en', 'certificate_ends_on', stage.as('stage')])
        .where('deleted_at', 'is', null)
        .where('certificate_ends_on', '>', today)
        .where('certificate_ends_on', '<=', addDays(today, stages[0]))
        .$narrowType<{ certificate_ends_on: string }>()
        .where(
          sql<boolean>`not exists (
            select 1 from certificate_reminder told
            where told.template = registrant_template.id and told.ends = registrant_template.certificate_ends_on
              and told.stage = ${stage})`,
        )
        .orderBy('certificate_ends_on')
        .limit(100)
        .forUpdate()
        .skipLocked()
        .execute()
      for (const { id: template, name_zh, name_en, certificate_ends_on: ends, stage: told } of due) {
        await tellHolder(
          {
            template,
            kind: 'certificate.ends-soon',
            subject: template,
            parameters: { holder: name_zh || name_en, by: ends, link: `/templates/${template}` },
          },
          { trx, clock, random },
        )
        await trx.insertInto('certificate_reminder').values({ template, ends, stage: told, at: clock.now() }).execute()
      }
      return due.length
    })
  }

  async function look(): Promise<number> {
    for (let count = 0; ; ) {
      const told = await batch()
      count += told
      if (told === 0) return count
    }
  }

  return repeated(look, { everyMs, log, failing: 'holders could not be reminded of their papers' })
}
