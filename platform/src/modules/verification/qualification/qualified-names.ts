import type { Trx } from '../../../kernel/database/index.ts'

/** Those of the names (A-labels) whose papers our reviewers have passed for this holder. */
export async function qualifiedNames(
  trx: Trx,
  { account, template, names }: { account: string; template: string; names: readonly string[] },
): Promise<ReadonlySet<string>> {
  if (names.length === 0) return new Set()
  const rows = await trx
    .selectFrom('review_case')
    .select('for_name')
    .where('account', '=', account)
    .where('template', '=', template)
    .where('axis', '=', 'qualification')
    .where('for_name', 'in', [...names])
    .where('state', '=', 'passed')
    .execute()
  return new Set(rows.flatMap(({ for_name: name }) => name ?? []))
}
