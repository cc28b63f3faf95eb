import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Clock } from '../../kernel/clock/index.ts'
import type { Db, Trx } from '../../kernel/database/index.ts'

export interface AttemptLimit {
  readonly name: string
  readonly most: number
  readonly windowMs: number
}

// A digest: the table holds no address, phone number or e-mail.
const keyOf = (limit: AttemptLimit, of: string) => createHash('sha256').update(`${limit.name}\n${of}`).digest('hex')

/** Counts one attempt and says whether it is still allowed. Shared by all processes through the database. */
export async function countAttempt(db: Db | Trx, clock: Clock, limit: AttemptLimit, of: string): Promise<boolean> {
  const now = clock.now()
  const until = new Date(now.getTime() + limit.windowMs)
  const row = await db
    .insertInto('attempt')
    .values({ key: keyOf(limit, of), count: 1, until })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({
        count: sql<number>`case when attempt.until <= ${now} then 1 else attempt.count + 1 end`,
        until: sql<Date>`case when attempt.until <= ${now} then ${until} else attempt.until end`,
      }),
    )
    .returning('count')
    .executeTakeFirstOrThrow()
  return row.count <= limit.most
}

/** Whether one more attempt would be allowed; nothing is counted. */
export async function mayAttempt(db: Db | Trx, clock: Clock, limit: AttemptLimit, of: string): Promise<boolean> {
  const row = await db
    .selectFrom('attempt')
    .select('count')
    .where('key', '=', keyOf(limit, of))
    .where('until', '>', clock.now())
    .executeTakeFirst()
  return (row?.count ?? 0) < limit.most
}

/** Takes one attempt back, because it succeeded. */
export async function forgiveAttempt(db: Db | Trx, limit: AttemptLimit, of: string): Promise<void> {
  await db
    .updateTable('attempt')
    .set((eb) => ({ count: eb('count', '-', 1) }))
    .where('key', '=', keyOf(limit, of))
    .where('count', '>', 0)
    .execute()
}
