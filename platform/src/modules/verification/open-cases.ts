import { sql } from 'kysely'
import type { Trx } from '../../kernel/database/index.ts'

/** Whether a row of `sealed_item` is a paper of a case that nobody has decided yet: it must not be deleted before. */
export const paperOfOpenCase = sql<boolean>`exists (
  select 1 from identity_paper
  join review_case on identity_paper.id = any (review_case.papers)
  where identity_paper.item = sealed_item.id and review_case.state in ('waiting', 'second', 'provider'))`

/** Whether the papers of a name's qualification, or of its enhanced check, are being reviewed: they cannot be changed meanwhile. */
export async function underReview(
  trx: Trx,
  { template, forName, axis }: { template: string; forName: string; axis: 'qualification' | 'enhanced' },
): Promise<boolean> {
  const open = await trx
    .selectFrom('review_case')
    .select('id')
    .where('template', '=', template)
    .where('for_name', '=', forName)
    .where('axis', '=', axis)
    .where('state', 'in', ['waiting', 'second'])
    .executeTakeFirst()
  return open !== undefined
}
