import { sql } from 'kysely'
import { chinaDay } from '../../kernel/clock/index.ts'
import type { DeadlineHandler } from '../../kernel/deadlines/index.ts'
import { Problem } from '../../kernel/errors/index.ts'
import type { Catalog } from '../catalog/index.ts'
import { renewsFrom, scheduleAutoRenewal, tryAgainTomorrow } from '../domains/index.ts'
import { balanceOf, ledgerAccounts } from '../money/index.ts'
import { beginRenewal } from './commands/begin-renewal.ts'
import { payByBalance } from './commands/pay-by-balance.ts'

/** Renews a name by one year from the balance when its day has come and the owner has switched it on. */
export function autoRenewDomain({
  catalog,
  payWithinMinutes,
}: {
  catalog: Catalog
  payWithinMinutes: number
}): DeadlineHandler {
  return async ({ subject: ascii }, context) => {
    const { trx } = context
    const domain = await trx
      .selectFrom('domain')
      .select(['account', 'suffix', 'expires_at'])
      .where('ascii', '=', ascii)
      .where('released_at', 'is', null)
      .where('auto_renew', '=', true)
      .executeTakeFirst()
    if (!domain) return
    const { account, expires_at: expiresAt } = domain
    // Renewed by hand since, or moved by its registry: not a year more than was meant.
    if (context.clock.now() < renewsFrom(expiresAt)) return scheduleAutoRenewal({ ascii, expiresAt }, context)
    const price = catalog.suffix(domain.suffix)?.priceFen.renew
    if (price === undefined || price === null || (await balanceOf(trx, ledgerAccounts.balance(account))) < price)
      return tryAgainTomorrow({ ascii, expiresAt }, context)
    await sql`savepoint renewing`.execute(trx)
    try {
      const expectedExpiry = chinaDay(expiresAt)
      const { number } = await beginRenewal(
        { account, ascii, years: 1, expectedExpiry, payWithinMinutes },
        { ...context, catalog },
      )
      await payByBalance({ account, number }, context)
    } catch (error) {
      // Something else is in progress for the name, or the balance went meanwhile: neither is a fault of the keeper.
      if (!(error instanceof Problem)) throw error
      // What was begun must not stay: an order that counts as paid, and that nobody works on.
      await sql`rollback to savepoint renewing`.execute(trx)
      await tryAgainTomorrow({ ascii, expiresAt }, context)
    }
  }
}
