import type { Context } from '../../../kernel/context.ts'

/** Something filed changed by our own doing: it is looked at soon, as after anything that happens to its domain. */
export async function lookAgain(
  what: { readonly service: string } | { readonly subject: string },
  { trx }: Pick<Context, 'trx'>,
): Promise<void> {
  await trx.insertInto('filing_recheck').values(what).execute()
}
