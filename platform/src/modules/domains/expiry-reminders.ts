import { sql } from 'kysely'
import type { Logger } from 'pino'
import type { Clock } from '../../kernel/clock/index.ts'
import { chinaDay } from '../../kernel/clock/index.ts'
import type { Db } from '../../kernel/database/index.ts'
import type { Random } from '../../kernel/random.ts'
import { type Repeated, repeated } from '../../kernel/repeated.ts'
import type { Catalog } from '../catalog/index.ts'
import { tellHolder } from '../registrants/index.ts'
import { type UnpaidFacts, unpaidFacts } from './unpaid-days.ts'

/** Days before expiry at which the holder is told, and one after it (ERRP 2.1.1, 2.1.2: about a month, about a week, within five days after). */
const stages = [30, 7, 1, -1] as const
const dayMs = 86_400_000
/** Later than this after expiry nothing is told any more: the time for it is over. */
const lastDays = -5

/**
 * Reminds holders by mail and SMS before a name expires and after (S1-76). It looks at what is due, not at what day it is:
 * after downtime the newest stage is told, the missed ones are not, and whatever moved the expiry counts.
 */
export function createExpiryReminders({
  db,
  catalog,
  clock,
  random,
  log,
  everyMs = 60_000,
}: {
  db: Db
  catalog: Catalog
  clock: Clock
  random: Random
  log: Logger
  everyMs?: number
}): Repeated {
  /** Names whose stage of now has not been told yet, locked until it is. */
  async function batch(): Promise<number> {
    return db.transaction().execute(async (trx) => {
      const now = clock.now()
      const within = (days: number) => new Date(now.getTime() + days * dayMs)
      const stage = sql<number>`case
        when domain.expires_at <= ${within(-1)} then -1
        when domain.expires_at <= ${now} then 0
        when domain.expires_at <= ${within(1)} then 1
        when domain.expires_at <= ${within(7)} then 7
        else ${stages[0]} end`
      const due = await trx
        .selectFrom('domain')
        .select(['domain.id', 'domain.name', 'domain.ascii', 'domain.template', 'domain.account', 'domain.expires_at'])
        .select(['domain.auto_renew', 'domain.suffix', 'domain.registry_expires_at', 'domain.unpaid_held_at'])
        .select(stage.as('stage'))
        .where('domain.released_at', 'is', null)
        .where('domain.expires_at', '>', within(lastDays))
        .where('domain.expires_at', '<=', within(stages[0]))
        .where(sql<boolean>`${stage} <> 0`)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('expiry_reminder')
                .select('stage')
                .whereRef('expiry_reminder.domain', '=', 'domain.id')
                .whereRef('expiry_reminder.expires_at', '=', 'domain.expires_at')
                .where(sql<boolean>`expiry_reminder.stage = ${stage}`),
            ),
          ),
        )
        .orderBy('domain.expires_at')
        .limit(100)
        .forUpdate('domain')
        .skipLocked()
        .execute()
      for (const name of due) {
        await tellHolder(
          {
            template: name.template,
            manager: name.account,
            kind: name.stage > 0 ? 'domain.expires-soon' : 'domain.expired',
            subject: name.ascii,
            parameters: {
              name: name.name,
              expires: chinaDay(name.expires_at),
              renewal: renewalText(
                name.stage > 0 && name.auto_renew,
                unpaidFacts(name, catalog.find(name.suffix)?.lifecycle),
              ),
              link: `/domains/${name.name}`,
            },
          },
          { trx, clock, random },
        )
        await trx
          .insertInto('expiry_reminder')
          .values({ domain: name.id, expires_at: name.expires_at, stage: name.stage, at: now })
          .execute()
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

  return repeated(look, { everyMs, log, failing: 'holders could not be reminded' })
}

function renewalText(byItself: boolean, unpaid?: UnpaidFacts): { zh: string; en: string } {
  if (unpaid && !byItself)
    return {
      zh: `请尽快续费：${unpaid.stopsOn}起停止解析，${unpaid.deletedOn}删除，再取回要付赎回费。`,
      en: `Please renew it: it stops resolving on ${unpaid.stopsOn} and is deleted on ${unpaid.deletedOn}, and a restore fee is due to have it back.`,
    }
  return byItself
    ? { zh: '已开自动续费：请保证余额够用。', en: 'It renews by itself: please keep the balance sufficient.' }
    : {
        zh: '请尽快续费：到期后会停止解析、删除，再取回要付赎回费。',
        en: 'Please renew it: after its end it stops resolving and is deleted, and a restore fee is due to have it back.',
      }
}
