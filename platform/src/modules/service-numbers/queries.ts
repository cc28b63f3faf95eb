import { productNeeds } from '@yuming/filing'
import { type Selectable, sql } from 'kysely'
import type { Tables, Trx } from '../../kernel/database/index.ts'
import { factsOfProduct, productFindings } from './eligibility.ts'
import type { ServerFacts } from './product-kinds.ts'

type NumberRow = Selectable<Tables['service_number']>

/** Whether a running draft keeps the number: one that was withdrawn keeps nothing. */
export async function isReserved(trx: Trx, { reserved_by }: Pick<NumberRow, 'reserved_by'>): Promise<boolean> {
  if (reserved_by === null) return false
  const order = await trx.selectFrom('filing_order').select('state').where('id', '=', reserved_by).executeTakeFirst()
  return order !== undefined && order.state !== 'withdrawn' && order.state !== 'passed'
}

/** The account's products, with what the rules of the day say of each, and how many numbers are left. */
export async function listProducts(trx: Trx, { account, today }: { account: string; today: string }) {
  const rows = await trx
    .selectFrom('hosting_product')
    .selectAll('hosting_product')
    .select((eb) =>
      eb
        .selectFrom('service_number')
        .whereRef('service_number.product', '=', 'hosting_product.id')
        .select((count) => count.fn.countAll<string>().as('n'))
        .as('applied'),
    )
    .where('account', '=', account)
    .orderBy('name')
    .orderBy('id')
    .limit(1_000)
    .execute()
  return rows.map(({ applied, ...row }) => {
    const numbersUsed = Number(applied)
    const findings = productFindings({ ...factsOfProduct(row), numbersUsed }, today)
    const allowance = productNeeds(row.kind, today)?.numbers ?? null
    const refused = findings.some(({ severity }) => severity === 'refuse')
    return {
      id: row.id,
      externalId: row.external_id,
      kind: row.kind,
      name: row.name,
      ips: row.ips,
      endsOn: row.ends_on,
      applied: numbersUsed,
      allowance,
      open: !refused && allowance !== null,
      findings,
    }
  })
}

/** The numbers with which the account may file, or did, and those that it gave away. */
export async function listNumbers(trx: Trx, { account, today }: { account: string; today: string }) {
  const rows = await trx
    .selectFrom('service_number')
    .innerJoin('hosting_product', 'hosting_product.id', 'service_number.product')
    .leftJoin('filing_order', (join) =>
      join.on(sql<boolean>`filing_order.id = coalesce(service_number.used_by, service_number.reserved_by)`),
    )
    .select([
      'service_number.number',
      'service_number.account',
      'service_number.applied_at',
      'service_number.given_at',
      'service_number.used_at',
      'hosting_product.account as owner',
      'hosting_product.name as product',
      'hosting_product.kind',
      'hosting_product.ends_on',
      'filing_order.number as order_number',
      'filing_order.account as order_account',
      'filing_order.state as order_state',
    ])
    .where((eb) => eb.or([eb('service_number.account', '=', account), eb('hosting_product.account', '=', account)]))
    .orderBy('service_number.applied_at', 'desc')
    .orderBy('service_number.number')
    .limit(1_000)
    .execute()
  return rows.map((row) => {
    const mine = row.account === account
    const running = row.order_state !== null && row.order_state !== 'withdrawn' && row.order_state !== 'passed'
    const state = !mine
      ? ('given-away' as const)
      : row.used_at !== null
        ? ('used' as const)
        : running
          ? ('reserved' as const)
          : row.ends_on !== null && row.ends_on < today
            ? ('expired' as const)
            : ('free' as const)
    return {
      number: row.number,
      product: row.product,
      kind: row.kind,
      state,
      received: mine && row.owner !== account,
      order: mine && row.order_account === account ? row.order_number : null,
      appliedAt: row.applied_at.toISOString(),
    }
  })
}

/** What the rules of filing want to know of the servers behind an order's service numbers; another account's number is not known. */
export async function serversOf(
  trx: Trx,
  {
    account,
    order,
    numbers,
    today,
  }: { account: string; order: string | undefined; numbers: readonly string[]; today: string },
): Promise<ServerFacts[]> {
  const servers: ServerFacts[] = []
  for (const number of new Set(numbers)) servers.push(await serverOf(trx, number, { account, order, today }))
  return servers
}

async function serverOf(
  trx: Trx,
  number: string,
  { account, order, today }: { account: string; order: string | undefined; today: string },
): Promise<ServerFacts> {
  const row = await trx
    .selectFrom('service_number')
    .selectAll()
    .where('number', '=', number)
    .where('account', '=', account)
    .executeTakeFirst()
  if (!row) return { serviceNumber: 'not-known' }
  const product = await trx
    .selectFrom('hosting_product')
    .selectAll()
    .where('id', '=', row.product)
    .executeTakeFirstOrThrow()
  const own = product.account === account
  const kept =
    row.used_at === null ? row.reserved_by !== (order ?? null) && (await isReserved(trx, row)) : row.used_by !== order
  const ended = product.ends_on !== null && product.ends_on < today
  return {
    ...factsOfProduct(product),
    owner: own ? 'own' : 'other',
    ...(own ? {} : { givenTo: true }),
    serviceNumber: kept ? 'used' : ended ? 'expired' : 'free',
  }
}

export async function hosterOf(trx: Trx, account: string): Promise<{ networks: string[] } | undefined> {
  return trx.selectFrom('hoster').select('networks').where('account', '=', account).executeTakeFirst()
}
