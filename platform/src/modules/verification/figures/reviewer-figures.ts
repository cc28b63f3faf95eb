import { sql } from 'kysely'
import type { Trx } from '../../../kernel/database/index.ts'

export interface ReviewerFigures {
  readonly by: string
  readonly passed: number
  readonly passedFirst: number
  readonly refused: number
  readonly medianMinutes: number
  readonly longestMinutes: number
  readonly medianLookSeconds: number | null
}

/** Decisions of people between two days in China (YYYY-MM-DD, both counted), whoever decided most first. */
export async function figuresOf(
  trx: Trx,
  { from, until }: { from: string; until: string },
): Promise<ReviewerFigures[]> {
  const minutes = sql`extract(epoch from review_event.at - review_case.submitted_at) / 60`
  const { rows } = await sql<ReviewerFigures>`
    select review_event.by,
           count(*) filter (where review_event.kind in ('passed', 'provider'))::int as "passed",
           count(*) filter (where review_event.kind = 'passed-first')::int as "passedFirst",
           count(*) filter (where review_event.kind = 'failed')::int as "refused",
           round(percentile_cont(0.5) within group (order by ${minutes}))::int as "medianMinutes",
           round(max(${minutes}))::int as "longestMinutes",
           round(percentile_cont(0.5) within group (order by extract(epoch from review_event.at - look.first)))::int as "medianLookSeconds"
    from review_event
    join review_case on review_case.id = review_event.review_case
    cross join lateral (
      select min(opened_at) as first from paper_view
      where paper_view.paper = any (review_case.papers) and paper_view.reviewer = review_event.by
        and paper_view.opened_at between review_case.submitted_at and review_event.at
    ) look
    where review_event.kind in ('passed', 'provider', 'passed-first', 'failed')
      and review_event.at >= ${`${from}T00:00:00+08:00`}::timestamptz
      and review_event.at < ${`${until}T00:00:00+08:00`}::timestamptz + interval '1 day'
    group by review_event.by
    order by count(*) desc, review_event.by`.execute(trx)
  return rows
}
