import { createHash } from 'node:crypto'
import { type ColumnType, sql } from 'kysely'
import type { Context } from '../context.ts'
import { KeyReused } from './errors.ts'

/** What a result may be made of: it is kept as JSON. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

interface RequestKeyTable {
  account: string
  key: string
  digest: Buffer
  result: ColumnType<{ of: Json }, string, string>
  at: Date
}

declare module '../database/tables.ts' {
  interface Tables {
    request_key: RequestKeyTable
  }
}

/** A request that its caller may send again, because an answer was lost (draft-ietf-httpapi-idempotency-key-header). */
export interface KeyedRequest {
  readonly account: string
  readonly key: string
  readonly digest: Buffer
}

const keptMs = 24 * 3_600_000
/** Old rows that one new key sweeps away, so that the table does not grow with time. */
const sweptAtOnce = 20

export function digestOf(method: string, url: string, body: unknown): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([method, url, body ?? null]))
    .digest()
}

/** What the request did when it came before; undefined when it is new. @throws KeyReused */
export async function earlierResult<T extends Json>(
  { account, key, digest }: KeyedRequest,
  { trx, clock }: Pick<Context, 'trx' | 'clock'>,
): Promise<{ of: T } | undefined> {
  const row = await trx
    .selectFrom('request_key')
    .select(['digest', 'result'])
    .where('account', '=', account)
    .where('key', '=', key)
    .where('at', '>', new Date(clock.now().getTime() - keptMs))
    .executeTakeFirst()
  if (row && !row.digest.equals(digest)) throw KeyReused()
  return row?.result as { of: T } | undefined
}

/**
 * Does the work once, in the transaction that also keeps its result: a second request waits for the first one's commit,
 * and one that was refused leaves nothing, so that it can be sent again.
 * @throws KeyReused
 */
export async function doOnce<T extends Json>(
  request: KeyedRequest,
  context: Context,
  work: (context: Context) => Promise<T>,
): Promise<T> {
  const { trx, clock } = context
  const { account, key, digest } = request
  const now = clock.now()
  const old = new Date(now.getTime() - keptMs)
  const { rows } = await sql<{ key: string }>`
    insert into request_key (account, key, digest, result, at) values (${account}, ${key}, ${digest}, 'null', ${now})
    on conflict (account, key) do update set digest = excluded.digest, result = excluded.result, at = excluded.at
      where request_key.at <= ${old}
    returning key`.execute(trx)
  if (rows.length === 0) {
    const earlier = await earlierResult<T>(request, context)
    if (earlier) return earlier.of
  }
  const result = await work(context)
  await trx
    .updateTable('request_key')
    .set({ result: JSON.stringify({ of: result }) })
    .where('account', '=', account)
    .where('key', '=', key)
    .execute()
  await sql`
    delete from request_key where (account, key) in
      (select account, key from request_key where at <= ${old} order by at limit ${sweptAtOnce} for update skip locked)`.execute(
    trx,
  )
  return result
}
