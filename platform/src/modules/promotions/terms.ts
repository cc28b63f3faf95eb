import { type Selectable, sql } from 'kysely'
import type { Db, Tables, Trx } from '../../kernel/database/index.ts'
import './tables.ts'

type TermsRow = Selectable<Tables['promotion_terms']>
type Product = Tables['promotion']['product']

/** A promotion with what it gives on one day. */
export interface RunningPromotion extends Omit<TermsRow, 'id' | 'promotion'> {
  readonly id: string
  readonly product: Product
  readonly by_code: boolean
}

/** Promotions of a product that run on a day, those that need a code among them. */
export async function runningOn(db: Db | Trx, day: string, product?: Product): Promise<RunningPromotion[]> {
  const { rows } = await sql<RunningPromotion>`
    select distinct on (p.id) t.*, p.id, p.product, p.by_code
    from promotion p join promotion_terms t on t.promotion = p.id
    where p.ended_at is null and t.from_day <= ${day} ${product === undefined ? sql`` : sql`and p.product = ${product}`}
    order by p.id, t.from_day desc, t.id desc`.execute(db)
  return rows.filter(({ until_day }) => until_day === null || day <= until_day)
}

/** Whether a promotion is for names under the suffix (Unicode form). */
export function isFor({ suffixes }: Pick<RunningPromotion, 'suffixes'>, suffix: string): boolean {
  return suffixes.length === 0 || suffixes.includes(suffix)
}

/** What a promotion takes off the price of the first year, in fen. */
export function discountOf({ kind, value }: Pick<RunningPromotion, 'kind' | 'value'>, firstYearFen: number): number {
  switch (kind) {
    case 'fixed-price':
      return Math.max(0, firstYearFen - value)
    case 'percent':
      return Math.floor((firstYearFen * value) / 100)
    default:
      return Math.min(value, firstYearFen)
  }
}
