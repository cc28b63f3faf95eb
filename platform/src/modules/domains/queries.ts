import { type Selectable, sql } from 'kysely'
import { type Db, type Tables, type Trx, together } from '../../kernel/database/index.ts'
import { decodeCursor, encodeCursor } from '../../kernel/http/index.ts'
import { type askedIn, holderChangeKind, newestHolderChange } from './asked-holder-change.ts'
import { DomainNotFound } from './errors.ts'

export type DomainRow = Selectable<Tables['domain']>

/** One live name of the account, locked for a change when asked. @throws DomainNotFound, also for another account's */
export async function ownDomain(trx: Trx, account: string, ascii: string, { lock = false } = {}): Promise<DomainRow> {
  const query = trx
    .selectFrom('domain')
    .selectAll()
    .where('account', '=', account)
    .where('ascii', '=', ascii)
    .where('released_at', 'is', null)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  if (!row) throw DomainNotFound()
  return row
}

/** Whether this platform sponsors the name, in any of its forms (S1-30), for whomever. */
export const isSponsored = together(async (trx, keys: readonly string[]) => {
  const rows = await trx
    .selectFrom('domain')
    .select('variant_key')
    .where('variant_key', '=', sql<string>`any(${keys}::text[])`)
    .where('released_at', 'is', null)
    .execute()
  const sponsored = new Set(rows.map(({ variant_key }) => variant_key))
  return keys.map((key) => sponsored.has(key))
})

export interface DomainFilter {
  readonly account: string
  readonly today: string
  /** Suffixes under which a holder has to be verified: elsewhere nobody's turn follows from not being so. */
  readonly verified: readonly string[]
  readonly tab: 'all' | 'yours' | 'expiring' | 'unverified' | 'executing' | 'holder-change' | 'expired'
  readonly q: string | undefined
  readonly suffix: string | undefined
  readonly sort: 'expiry' | '-expiry' | 'name'
  readonly limit: number
  readonly cursor: string | undefined
}

export interface ListedDomain {
  readonly name: string
  readonly ascii: string
  readonly suffix: string
  readonly expires_on: string
  readonly expires_at: Date
  readonly registry_expires_at: Date | null
  readonly unpaid_held_at: Date | null
  readonly registered_on: string
  readonly statuses: string[]
  readonly auto_renew: boolean
  readonly identity: 'unverified' | 'reviewing' | 'verified' | 'failed'
  readonly refused_before: boolean
  readonly agent_held: boolean
  readonly running: string | null
  readonly running_kind: string | null
  /** The newest change of holder. */
  readonly asked: Parameters<typeof askedIn>[0] | null
}

// Days are China's: a name that ends at 23:00 UTC ends on the next day here.
const rows = (account: string, today: string) => sql`
  select d.name, d.ascii, d.suffix, d.statuses, d.auto_renew, d.expires_at, d.registry_expires_at, d.unpaid_held_at, to_char(d.expires_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as expires_on,
    to_char(d.registered_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as registered_on, name_identity(t.identity, t.verified_at, r.state, r.decided_at) as identity,
    r.state is not distinct from 'failed' as refused_before, coalesce(t.account <> d.account, false) as agent_held,
    k.number as running, k.kind as running_kind, to_jsonb(h) as asked,
    (d.expires_at at time zone 'Asia/Shanghai')::date - ${today}::date as days_left
  from domain d left join registrant_template t on t.id = d.template
  left join registry_review r on r.domain = d.id and r.axis = 'identity'
  left join lateral (select number, kind from task where subject = d.ascii and account = d.account and state in ('waiting', 'executing', 'unknown') limit 1) k on true
  left join ${newestHolderChange} h on true
  where d.account = ${account} and d.released_at is null`

const toVerify = (suffixes: readonly string[]) =>
  sql`(identity in ('unverified', 'failed') and (refused_before or suffix = any(${[...suffixes]}::text[])))`

const tabsOf = (verified: readonly string[]) =>
  ({
    all: sql`true`,
    executing: sql`running is not null`,
    'holder-change': sql`(running_kind = ${holderChangeKind} or 'pendingUpdate' = any(statuses))`,
    expired: sql`running is null and days_left < 0`,
    expiring: sql`running is null and days_left between 0 and 30`,
    unverified: sql`running is null and ${toVerify(verified)}`,
    yours: sql`running is null and (days_left <= 30 or agent_held or ${toVerify(verified)})`,
  }) as const

/** One page of the account's names, by keyset, so that ten thousand scroll as fast as ten. */
export async function listDomains(
  db: Db | Trx,
  filter: DomainFilter,
): Promise<{ items: ListedDomain[]; next: string | null }> {
  const like = filter.q ? `%${filter.q.replace(/[\\%_]/g, '\\$&')}%` : undefined
  const [key, descending] =
    filter.sort === 'name' ? (['name', false] as const) : (['expires_on', filter.sort === '-expiry'] as const)
  const tabs = tabsOf(filter.verified)
  const after = decodeCursor(filter.cursor)
  const compare = descending ? sql`<` : sql`>`
  const order = descending ? sql`desc` : sql`asc`
  const { rows: items } = await sql<ListedDomain & { days_left: number }>`
    select * from (${rows(filter.account, filter.today)}) r where ${tabs[filter.tab]}
      and ${like === undefined ? sql`true` : sql`(name ilike ${like} or ascii ilike ${like})`}
      and ${filter.suffix === undefined ? sql`true` : sql`suffix = ${filter.suffix}`}
      and ${after ? sql`(${sql.ref(key)}, ascii) ${compare} (${after[0]}, ${after[1]})` : sql`true`}
    order by ${sql.ref(key)} ${order}, ascii ${order} limit ${filter.limit + 1}`.execute(db)
  const page = items.slice(0, filter.limit)
  const last = page.at(-1)
  return { items: page, next: items.length > filter.limit && last ? encodeCursor([last[key], last.ascii]) : null }
}

/** How many names each tab holds, how many end in each of the next twelve months, those that end soon by suffix, and the nearest day of what waits for the owner. */
export async function countDomains(
  db: Db | Trx,
  { account, today, verified }: Pick<DomainFilter, 'account' | 'today' | 'verified'>,
) {
  const tabs = tabsOf(verified)
  const { rows: counted } = await sql<
    Record<DomainFilter['tab'], number> & { ending: Record<string, number> | null; next_due: string | null }
  >`
    with r as materialized (${rows(account, today)})
    select ${sql.join(Object.entries(tabs).map(([tab, condition]) => sql`count(*) filter (where ${condition}) as ${sql.ref(tab)}`))},
      (select jsonb_object_agg(suffix, n) from (select suffix, count(*) as n from r where ${tabs.expiring} group by suffix) e) as ending,
      (select to_char(min(by), 'YYYY-MM-DD') from (
        select case when ${toVerify(verified)} and registered_on::date + 5 >= ${today}::date
          then least(registered_on::date + 5, expires_on::date) else expires_on::date end as by
        from r where ${tabs.yours}) d where by >= ${today}::date) as next_due
    from r`.execute(db)
  const { rows: months } = await sql<{ month: string; count: number }>`
    select to_char(m, 'YYYY-MM') as month, count(r.ascii) as count
    from generate_series(date_trunc('month', ${today}::date), date_trunc('month', ${today}::date) + interval '11 months', interval '1 month') m
    left join (${rows(account, today)}) r on r.expires_on like to_char(m, 'YYYY-MM') || '-%'
    group by m order by m`.execute(db)
  const { ending, next_due: nextDue, ...counts } = counted[0] ?? nothing
  return { counts, expiries: months, ending: ending ?? {}, nextDue }
}

const nothing = {
  all: 0,
  yours: 0,
  expiring: 0,
  unverified: 0,
  executing: 0,
  'holder-change': 0,
  expired: 0,
  ending: null,
  next_due: null,
}
