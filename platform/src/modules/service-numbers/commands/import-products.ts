import { record } from '../../../kernel/audit/index.ts'
import type { Context } from '../../../kernel/context.ts'
import { OwnerNotFound } from '../errors.ts'
import type { StatedProduct } from '../stated-product.ts'

/**
 * Keeps products as their seller states them; the same id of the same seller is the same product, brought up to date.
 * A product does not change hands: its numbers would stay behind. @throws OwnerNotFound
 */
export async function importProducts(
  { products, statedBy, owner }: { products: readonly StatedProduct[]; statedBy: string | null; owner?: string },
  { trx, clock, random, actor }: Context,
): Promise<number> {
  const latest = [...new Map(products.map((product) => [product.id, product])).values()]
  const owners = new Set(latest.map((product) => product.owner ?? owner))
  const known = await trx
    .selectFrom('account')
    .select('id')
    .where(
      'id',
      'in',
      [...owners].filter((one) => one !== undefined),
    )
    .execute()
  const missing = [...owners].filter((one) => !known.some(({ id }) => id === one))
  if (missing.length > 0)
    throw OwnerNotFound({
      detail: { zh: `查不到的账号：${missing.join('、')}`, en: `Not found: ${missing.join(', ')}` },
    })
  await trx
    .insertInto('hosting_product')
    .values(
      latest.map((product) => ({
        id: random.uuid(),
        account: product.owner ?? owner ?? '',
        stated_by: statedBy,
        external_id: product.id,
        kind: product.kind,
        name: product.name,
        region: product.region,
        billing: product.billing ?? null,
        months: product.months ?? null,
        fen: product.fen ?? null,
        public_ip: product.publicIp ?? null,
        ips: product.ips,
        place: product.place ?? null,
        ends_on: product.endsOn ?? null,
        stated_at: clock.now(),
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['stated_by', 'external_id']).doUpdateSet((eb) => ({
        kind: eb.ref('excluded.kind'),
        name: eb.ref('excluded.name'),
        region: eb.ref('excluded.region'),
        billing: eb.ref('excluded.billing'),
        months: eb.ref('excluded.months'),
        fen: eb.ref('excluded.fen'),
        public_ip: eb.ref('excluded.public_ip'),
        ips: eb.ref('excluded.ips'),
        place: eb.ref('excluded.place'),
        ends_on: eb.ref('excluded.ends_on'),
        stated_at: eb.ref('excluded.stated_at'),
      })),
    )
    .execute()
  await record(
    { action: 'hosting-product.imported', subject: statedBy ?? 'operator', detail: { products: latest.length } },
    { trx, clock, actor },
  )
  return latest.length
}
