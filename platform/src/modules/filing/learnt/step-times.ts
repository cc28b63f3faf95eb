import type { OrderType } from '@yuming/filing'
import { sql } from 'kysely'
import type { Logger } from 'pino'
import { type Clock, workingDayAfter } from '../../../kernel/clock/index.ts'
import type { Db, Trx } from '../../../kernel/database/index.ts'
import { type Repeated, repeated } from '../../../kernel/repeated.ts'
import type { CourseStep } from '../course.ts'

/** Of fewer finished steps nothing is learnt: the range from the rules stands. */
export const enoughSteps = 20
/** Older ones tell of other times. */
const lookBackDays = 365
/** No step is followed further than this many working days. */
const mostDays = 250

export interface LearntRange {
  /** Working days. */
  readonly from: number
  readonly until: number
  /** Steps that were counted. */
  readonly finished: number
}
export type LearntTimes = ReadonlyMap<CourseStep, LearntRange>
const nothingLearnt: LearntTimes = new Map()

/** What ends a step, and after which events its time counts. */
const measured: readonly { readonly step: CourseStep; readonly ends: string; readonly after: readonly string[] }[] = [
  { step: 'first-review', ends: 'review-passed', after: ['submitted'] },
  { step: 'photo', ends: 'photo-passed', after: ['review-passed'] },
  { step: 'submission', ends: 'sent-to-bureau', after: ['submitted', 'review-passed', 'photo-passed', 'sent-again'] },
  { step: 'sms', ends: 'sms-confirmed', after: ['sent-to-bureau'] },
  { step: 'bureau', ends: 'bureau-passed', after: ['sent-to-bureau', 'sms-confirmed'] },
]
const counted = [...new Set(measured.flatMap(({ ends, after }) => [ends, ...after]))]

interface Taken {
  readonly province: string
  readonly type: OrderType
  readonly step: CourseStep
  readonly days: number
  readonly times: number
}

/** Reads the history of a year and keeps, of each province and type, the range that eight of ten steps were within. */
async function learnStepTimes(trx: Trx, clock: Clock): Promise<number> {
  const today = clock.today()
  const { rows } = await sql<
    Omit<Taken, 'days' | 'step'> & { kind: string; after: string; began: string; ended: string }
  >`
    select province, type, kind, after, began::text, ended::text, count(*)::int as times from (
      select o.province, o.type, e.kind, lag(e.kind) over w as after,
        (lag(e.at) over w at time zone 'Asia/Shanghai')::date as began, (e.at at time zone 'Asia/Shanghai')::date as ended
      from filing_event e join filing_order o on o.id = e.filing_order
      where e.kind = any(${counted}::text[]) and e.at >= ${new Date(clock.now().getTime() - lookBackDays * 86_400_000)}
      window w as (partition by e.filing_order order by e.id)) steps
    where province is not null and began is not null
    group by province, type, kind, after, began, ended`.execute(trx)
  const taken = rows.flatMap(({ kind, after, began, ended, ...row }): Taken[] => {
    const step = measured.find((one) => one.ends === kind && one.after.includes(after))?.step
    return step ? [{ ...row, step, days: workingDaysBetween(began, ended) }] : []
  })
  const learnt = [...Map.groupBy(taken, ({ province, type, step }) => `${province} ${type} ${step}`).values()].flatMap(
    (group) => {
      const [first] = group
      const range = rangeOf(group)
      if (!first || !range) return []
      const { province, type, step } = first
      const { from: from_days, until: until_days, finished } = range
      return [{ province, type, step, from_days, until_days, finished, learnt_on: today }]
    },
  )
  await trx.deleteFrom('filing_step_time').execute()
  if (learnt.length > 0) await trx.insertInto('filing_step_time').values(learnt).execute()
  return learnt.length
}

/** p10 and p90 by nearest rank; undefined where too few are finished. */
export function rangeOf(taken: readonly { readonly days: number; readonly times: number }[]): LearntRange | undefined {
  const finished = taken.reduce((sum, { times }) => sum + times, 0)
  if (finished < enoughSteps) return undefined
  const sorted = taken.toSorted((a, b) => a.days - b.days)
  const at = (share: number): number => {
    let left = Math.ceil(finished * share)
    for (const { days, times } of sorted) {
      left -= times
      if (left <= 0) return days
    }
    return sorted.at(-1)?.days ?? 0
  }
  return { from: at(0.1), until: at(0.9), finished }
}

/** Full working days after one day, up to another; 0 on the same day. */
export function workingDaysBetween(from: string, to: string): number {
  let count = 0
  while (count < mostDays && workingDayAfter(from, count + 1).day <= to) count++
  return count
}

/** What was learnt for orders of this province and type. */
export async function learntTimes(
  trx: Trx,
  { province, type }: { province: string | null; type: OrderType },
): Promise<LearntTimes> {
  if (province === null) return nothingLearnt
  const rows = await trx
    .selectFrom('filing_step_time')
    .select(['step', 'from_days', 'until_days', 'finished'])
    .where('province', '=', province)
    .where('type', '=', type)
    .execute()
  return new Map(
    rows.map(({ step, from_days, until_days, finished }) => [step, { from: from_days, until: until_days, finished }]),
  )
}

/** Learns once a day; several processes learn the same. */
export function createTimesLearner({
  db,
  clock,
  log,
  everyMs = 3_600_000,
}: {
  db: Db
  clock: Clock
  log: Logger
  everyMs?: number
}): Repeated {
  let learntOn = ''
  async function look(): Promise<number> {
    const today = clock.today()
    if (learntOn === today) return 0
    const learnt = await db.transaction().execute(async (trx) => {
      // Two that learn at once: the second waits, and finds it done.
      await sql`lock table filing_step_time in share row exclusive mode`.execute(trx)
      const known = await trx
        .selectFrom('filing_step_time')
        .select('learnt_on')
        .where('learnt_on', '=', today)
        .limit(1)
        .executeTakeFirst()
      return known ? 0 : learnStepTimes(trx, clock)
    })
    learntOn = today
    return learnt
  }
  return repeated(look, { everyMs, log, failing: 'how long steps of filings take could not be learnt' })
}
