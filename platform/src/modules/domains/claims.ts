import { sql } from 'kysely'
import type { Clock } from '../../kernel/clock/index.ts'
import { type Trx, together } from '../../kernel/database/index.ts'

interface Claim {
  readonly key: string
  readonly task: string
}

/**
 * Takes the claim on a name for one task. Two of our own orders for one name must not both send `create`: after a lost
 * answer `info` would show the name as ours to both. False when another task holds it.
 */
export function claimName(trx: Trx, claim: Claim, clock: Clock): Promise<boolean> {
  return take(trx, { ...claim, at: clock.now() })
}

export function releaseClaim(trx: Trx, claim: Claim): Promise<void> {
  return release(trx, claim)
}

const take = together(async (trx, claims: readonly (Claim & { readonly at: Date })[]) => {
  const taken = await sql<{ variant_key: string; task: string }>`
    insert into domain_claim (variant_key, task, claimed_at)
    -- In one order for all, so that two transactions never wait for each other.
    select * from ${rowsOf(claims)} as asked (key, task, at) order by key
    on conflict (variant_key) do nothing returning variant_key, task`.execute(trx)
  const holders = new Map(taken.rows.map(({ variant_key, task }) => [variant_key, task]))
  const others = claims.filter(({ key }) => !holders.has(key)).map(({ key }) => key)
  if (others.length > 0) {
    const held = await trx
      .selectFrom('domain_claim')
      .select(['variant_key', 'task'])
      .where('variant_key', '=', sql<string>`any(${others}::text[])`)
      .execute()
    for (const { variant_key, task } of held) holders.set(variant_key, task)
  }
  return claims.map(({ key, task }) => holders.get(key) === task)
})

const release = together(async (trx, claims: readonly Claim[]) => {
  const keys = claims.map(({ key }) => key)
  await sql`
    delete from domain_claim using unnest(${keys}::text[], ${claims.map(({ task }) => task)}::uuid[]) as ended (key, task)
    where domain_claim.variant_key = any(${keys}::text[]) and domain_claim.variant_key = ended.key and domain_claim.task = ended.task`.execute(
    trx,
  )
  return claims.map(() => undefined)
})

function rowsOf(claims: readonly (Claim & { readonly at: Date })[]) {
  return sql`unnest(${claims.map(({ key }) => key)}::text[], ${claims.map(({ task }) => task)}::uuid[], ${claims.map(({ at }) => at.toISOString())}::timestamptz[])`
}
