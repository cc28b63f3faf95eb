import { sql } from 'kysely'

/** Whether a row of `sealed_item` is a paper of a case that nobody has decided yet: it must not be deleted before. */
export const paperOfOpenCase = sql<boolean>`exists (
  select 1 from identity_paper
  join review_case on identity_paper.id = any (review_case.papers)
  where identity_paper.item = sealed_item.id and review_case.state in ('waiting', 'second', 'provider'))`
