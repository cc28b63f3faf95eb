import type { Logger } from 'pino'
import { type Clock, chinaDay } from '../../../kernel/clock/index.ts'
import type { Db } from '../../../kernel/database/index.ts'
import type { Random } from '../../../kernel/random.ts'
import { type Repeated, repeated } from '../../../kernel/repeated.ts'
import { tellDuties, tellDuty } from '../tell.ts'
import { dutyNames, foundBy } from './duty-kinds.ts'

/**
 * Tells each account of what was found of its filings: one message, however much there is, and that of a night when the
 * night's look is over.
 */
export function createDutyTeller({
  db,
  clock,
  random,
  log,
  everyMs = 5_000,
}: {
  db: Db
  clock: Clock
  random: Random
  log: Logger
  everyMs?: number
}): Repeated {
  /** One account; 0 when nobody is left. */
  async function one(): Promise<number> {
    return db.transaction().execute(async (trx) => {
      const looking = await trx
        .selectFrom('filing_scan')
        .select('day')
        .where('day', '=', chinaDay(clock.now()))
        .where('finished_at', 'is', null)
        .executeTakeFirst()
      const now = looking ? (['bureau', 'approval', 'event'] as const) : foundBy
      const next = await trx
        .selectFrom('account')
        .innerJoin('filing_duty', 'filing_duty.account', 'account.id')
        .select('account.id')
        .where('told_at', 'is', null)
        .where('done_at', 'is', null)
        .where('found_by', 'in', now)
        .limit(1)
        .forUpdate('account')
        .skipLocked()
        .executeTakeFirst()
      if (!next) return 0
      const told = await trx
        .updateTable('filing_duty')
        .set({ told_at: clock.now() })
        .where('account', '=', next.id)
        .where('told_at', 'is', null)
        .where('done_at', 'is', null)
        .where('found_by', 'in', now)
        .returning(['id', 'kind', 'ascii', 'due_on', 'subject', 'service'])
        .execute()
      const [first] = told.sort(
        (a, b) => (a.due_on ?? '9').localeCompare(b.due_on ?? '9') || a.kind.localeCompare(b.kind),
      )
      if (!first) return 0
      const about = await trx
        .selectFrom('filing_subject')
        .leftJoin('filing_service', (join) => join.on('filing_service.id', '=', first.service))
        .select(['filing_subject.name', 'template', 'filing_service.name as service_name'])
        .where('filing_subject.id', '=', first.subject)
        .executeTakeFirstOrThrow()
      const duty = {
        account: next.id,
        template: about.template,
        duty: dutyNames[first.kind],
        name: first.ascii ?? about.service_name ?? about.name,
        by: first.due_on ?? '',
      }
      if (told.length === 1) await tellDuty(duty, { trx, clock, random })
      else await tellDuties({ ...duty, count: told.length }, { trx, clock, random })
      return told.length
    })
  }

  async function look(): Promise<number> {
    for (let count = 0; ; ) {
      const told = await one()
      count += told
      if (told === 0) return count
    }
  }

  return repeated(look, { everyMs, log, failing: 'owners could not be told of what was found of their filings' })
}
