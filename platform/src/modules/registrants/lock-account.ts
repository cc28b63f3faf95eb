import type { Trx } from '../../kernel/database/index.ts'

/**
 * Requests of one account that touch its templates take turns: limits, the one default, and records of identities hold.
 * Rows elsewhere that refer to the account do not wait.
 */
export async function lockAccount(trx: Trx, account: string): Promise<void> {
  await trx.selectFrom('account').select('id').where('id', '=', account).forNoKeyUpdate().executeTakeFirstOrThrow()
}
