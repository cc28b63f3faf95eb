import type { Trx } from '../../../kernel/database/index.ts'
import type { Vault } from '../../../kernel/vault/index.ts'
import { openDraft, type StoredDraft } from '../draft/draft-box.ts'

/** The draft of a claim that is about to be passed; undefined for any other order and decision. */
export async function claimToPass(
  number: string,
  { pass }: { readonly pass: boolean },
  { trx, vault }: { trx: Trx; vault: Vault },
): Promise<StoredDraft | undefined> {
  if (!pass) return undefined
  const order = await trx
    .selectFrom('filing_order')
    .select('draft')
    .where('number', '=', number)
    .where('type', '=', 'claim')
    .where('state', '=', 'first-review')
    .executeTakeFirst()
  return order && openDraft(vault, order.draft)
}
