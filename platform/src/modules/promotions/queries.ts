import { type Selectable, sql } from 'kysely'
import type { Db, Tables, Trx } from '../../kernel/database/index.ts'
import { digestOfKey } from './codes.ts'
import { PromotionNotFound } from './errors.ts'

type PromotionRow = Selectable<Tables['promotion']>
type TermsRow = Selectable<Tables['promotion_terms']>
type IssuerRow = Selectable<Tables['promotion_issuer']>
type BatchRow = Selectable<Tables['promotion_batch']> & {
  readonly codes: number
  readonly used: number
  /** Of the one account that may use them. */
  readonly account_email: string | null
}

export interface WholePromotion {
  readonly promotion: PromotionRow
  /** All that were ever made, the earliest first day first. */
  readonly terms: readonly TermsRow[]
  /** Lines of orders that hold it, unpaid, and those that have used it. */
  readonly held: number
  readonly used: number
}

/** @throws PromotionNotFound */
export async function lockPromotion(trx: Trx, id: string): Promise<PromotionRow> {
  const row = await trx.selectFrom('promotion').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
  if (!row) throw PromotionNotFound()
  return row
}

/** Those that have not ended first, then the youngest. */
export async function allPromotions(db: Db | Trx, only?: string): Promise<WholePromotion[]> {
  const promotions = await db
    .selectFrom('promotion')
    .selectAll()
    .$if(only !== undefined, (query) => query.where('id', '=', only ?? ''))
    .orderBy(sql`ended_at is not null`)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .limit(500)
    .execute()
  if (promotions.length === 0) return []
  const ids = promotions.map(({ id }) => id)
  const [terms, uses] = await Promise.all([
    db
      .selectFrom('promotion_terms')
      .selectAll()
      .where('promotion', 'in', ids)
      .orderBy('from_day')
      .orderBy('id')
      .execute(),
    db
      .selectFrom('promotion_use')
      .select(['promotion', 'state', sql<number>`count(*)::int`.as('count')])
      .where('promotion', 'in', ids)
      .where('state', '<>', 'released')
      .groupBy(['promotion', 'state'])
      .execute(),
  ])
  const termsOf = Map.groupBy(terms, ({ promotion }) => promotion)
  const count = (id: string, state: string) =>
    uses.find((row) => row.promotion === id && row.state === state)?.count ?? 0
  return promotions.map((promotion) => ({
    promotion,
    terms: termsOf.get(promotion.id) ?? [],
    held: count(promotion.id, 'held'),
    used: count(promotion.id, 'used'),
  }))
}

/** Batches of codes, the latest first, and how often their codes are held or used. */
export async function batchesOf(db: Db | Trx, promotion: string): Promise<BatchRow[]> {
  return db
    .selectFrom('promotion_batch')
    .selectAll()
    .select((eb) => [
      eb
        .selectFrom('promotion_code')
        .select(sql<number>`count(*)::int`.as('n'))
        .whereRef('promotion_code.batch', '=', 'promotion_batch.id')
        .as('codes'),
      eb
        .selectFrom('promotion_use')
        .innerJoin('promotion_code', 'promotion_code.digest', 'promotion_use.code')
        .select(sql<number>`count(*)::int`.as('n'))
        .whereRef('promotion_code.batch', '=', 'promotion_batch.id')
        .where('promotion_use.state', '<>', 'released')
        .as('used'),
      eb
        .selectFrom('account')
        .select('email')
        .whereRef('account.id', '=', 'promotion_batch.account')
        .as('account_email'),
    ])
    .where('promotion', '=', promotion)
    .orderBy('issued_at', 'desc')
    .orderBy('id')
    .limit(200)
    .execute() as Promise<BatchRow[]>
}

export async function issuersOf(db: Db | Trx, promotion: string): Promise<IssuerRow[]> {
  return db
    .selectFrom('promotion_issuer')
    .selectAll()
    .where('promotion', '=', promotion)
    .orderBy('made_at', 'desc')
    .limit(200)
    .execute()
}

/** The issuer that a key belongs to, unless it was revoked. */
export async function issuerOf(db: Db | Trx, key: string): Promise<IssuerRow | undefined> {
  return db
    .selectFrom('promotion_issuer')
    .selectAll()
    .where('digest', '=', digestOfKey(key))
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
}
