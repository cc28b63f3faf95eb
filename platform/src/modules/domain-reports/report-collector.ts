import type { Logger } from 'pino'
import type { Clock } from '../../kernel/clock/index.ts'
import type { Db } from '../../kernel/database/index.ts'
import type { Random } from '../../kernel/random.ts'
import { type Repeated, repeated } from '../../kernel/repeated.ts'
import { startTasks } from '../../kernel/tasks/index.ts'
import { closeUntold, dueReports } from './due-reports.ts'
import type { ReportOperation } from './ports.ts'
import { type ReportInput, reportKind } from './report-task.ts'

const operations: readonly ReportOperation[] = ['new-domain', 'change-domain', 'remove-domain']

/**
 * Starts a report wherever names wait for one. One of a kind at a time: while the ministry is down, names gather in the
 * table, not in a thousand tasks. A second one that started at the same moment finds nothing left to tell.
 */
export function createReportCollector({
  db,
  clock,
  random,
  log,
  everyMs,
}: {
  db: Db
  clock: Clock
  random: Random
  log: Logger
  everyMs: number
}): Repeated {
  const look = () =>
    db.transaction().execute(async (trx) => {
      const now = clock.now()
      await closeUntold(trx, now)
      const running = await trx
        .selectFrom('task')
        .select('subject')
        .where('kind', '=', reportKind)
        .where('state', 'not in', ['succeeded', 'failed'])
        .execute()
      const wanted: ReportOperation[] = []
      for (const operation of operations) {
        if (running.some(({ subject }) => subject === operation)) continue
        const due = await dueReports(trx, operation, now).select('report.ascii').limit(1).executeTakeFirst()
        if (due) wanted.push(operation)
      }
      await startTasks(
        trx,
        wanted.map((operation) => {
          const input: ReportInput = { operation }
          const actor = { kind: 'system', name: 'domain-reports' } as const
          return { kind: reportKind, subject: operation, account: null, actor, input }
        }),
        { clock, random },
      )
      return wanted.length
    })
  return repeated(look, { everyMs, log, failing: 'names to report could not be looked for' })
}
