import type { Finding } from '@yuming/rules'
import type { Trx } from '../../kernel/database/index.ts'
import type { CustomerActor } from '../../kernel/http/index.ts'
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

/** The list with today's prices; what the rules no longer allow stays on it, marked. */
export async function listOf(
  trx: Trx,
  actor: CustomerActor,
  appraiser: Appraiser,
): Promise<{ items: ListItem[]; firstYearFen: number }> {
  const rows = await trx
    .selectFrom('list_item')
    .select(['name', 'ascii', 'suffix', 'years'])
    .where('account', '=', actor.account)
    .orderBy('added_at')
    .orderBy('ascii')
    .execute()
  const items = rows.map((row): ListItem => {
    const seen = appraiser.appraise(row.ascii, row.years)
    const price = seen.ok ? seen.price : { registerFen: null, renewFen: null }
    const valid = seen.ok && price.registerFen !== null
    return { ...row, price, state: valid ? 'ok' : 'invalid', findings: seen.findings }
  })
  const firstYearFen = rows.reduce((sum, row) => {
    const seen = appraiser.appraise(row.ascii, 1)
    return sum + ((seen.ok && seen.price.registerFen) || 0)
  }, 0)
  return { items, firstYearFen }
}
