import type { Finding } from '@yuming/rules'
import type { Trx } from '../../kernel/database/index.ts'
import type { CustomerActor } from '../../kernel/http/index.ts'
import { alreadyRegistered, registeredForms } from '../domains/index.ts'
import type { Appraiser, ListedPrice } from './ports.ts'

export interface ListItem {
  readonly name: string
  readonly ascii: string
  readonly suffix: string
  readonly years: number
  readonly price: ListedPrice
  readonly state: 'ok' | 'invalid'
  readonly findings: readonly Finding[]
}

/** The list with today's prices; what the rules no longer allow, and what is registered meanwhile in any form, stays on it, marked. */
export async function listOf(
  trx: Trx,
  actor: CustomerActor,
  appraiser: Appraiser,
): Promise<{ items: ListItem[]; firstYearFen: number }> {
  const rows = await trx
    .selectFrom('list_item')
    .select(['name', 'ascii', 'suffix', 'years', 'variant_key'])
    .where('account', '=', actor.account)
    .orderBy('added_at')
    .orderBy('ascii')
    .execute()
  const registered = await registeredForms(trx, { keys: rows.map(({ variant_key }) => variant_key) })
  const premium = await appraiser.premiumPrices(
    trx,
    rows.map(({ ascii }) => ascii),
  )
  const items = rows.map(({ variant_key: key, ...row }): ListItem => {
    const seen = appraiser.appraise(row.ascii, row.years)
    const form = registered.get(key)
    const held = form
      ? [alreadyRegistered({ ...row, label: row.name.slice(0, -row.suffix.length - 1), account: actor.account }, form)]
      : []
    const price = atItsOwnPrice(seen.ok ? seen.price : { registerFen: null, renewFen: null }, premium.get(row.ascii))
    const valid = seen.ok && price.registerFen !== null && !form
    const notSold = seen.ok && premium.get(row.ascii) === null ? [appraiser.notSold] : []
    return { ...row, price, state: valid ? 'ok' : 'invalid', findings: [...held, ...notSold, ...seen.findings] }
  })
  const firstYearFen = rows.reduce((sum, row) => {
    if (registered.has(row.variant_key)) return sum
    const seen = appraiser.appraise(row.ascii, 1)
    return sum + ((seen.ok && atItsOwnPrice(seen.price, premium.get(row.ascii)).registerFen) || 0)
  }, 0)
  return { items, firstYearFen }
}

/** A premium name is never shown at the price of its suffix, once its registry has told its own. */
function atItsOwnPrice(price: ListedPrice, said: number | null | undefined): ListedPrice {
  if (said === undefined || price.registerFen === null) return price
  return said === null ? { ...price, registerFen: null } : { ...price, registerFen: said, premium: true }
}
