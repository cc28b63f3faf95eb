import type { ServiceKind } from '@yuming/filing'
import { sql } from 'kysely'
import type { Trx } from '../../../../kernel/database/index.ts'
import { namesAbove } from '../../names-above.ts'
import type { DutyKind, FoundBy } from '../duty-kinds.ts'

/** A duty that is open, or that its owner's word ended. */
export interface KnownDuty {
  readonly id: string
  readonly kind: DutyKind
  readonly ascii: string | null
  readonly found_by: FoundBy
  /** YYYY-MM-DD. */
  readonly due_on: string | null
  readonly open: boolean
}

/** What one finding is about, in one word. */
export const keyOf = (kind: DutyKind, ascii: string | null): string => `${kind} ${ascii ?? ''}`

/** Something filed, as our rows have it. */
export interface FiledService {
  readonly id: string
  readonly kind: ServiceKind
  readonly name: string
  /** How many other providers give it access; null where nobody has told. */
  readonly other_accesses: number | null
  readonly subject: string
  readonly account: string
  readonly province: string
  readonly name_digest: Buffer
  readonly number_digest: Buffer
  readonly phones_confirmed_on: string | null
  readonly accesses: number
  readonly domains: readonly string[] | null
  readonly duties: readonly KnownDuty[] | null
}

export type WhichServices =
  | { readonly after: string | null; readonly limit: number }
  | { readonly ids: readonly string[] }

/** Filed services with all that our rows tell of them: the next ones by id, or these. */
export async function filedServices(trx: Trx, which: WhichServices): Promise<readonly FiledService[]> {
  const chosen =
    'ids' in which
      ? sql`s.id = any(${which.ids}::uuid[])`
      : which.after === null
        ? sql`true`
        : sql`s.id > ${which.after}::uuid`
  const { rows } = await sql<FiledService>`
    select s.id, s.kind, s.name, s.other_accesses, s.subject, sub.account, sub.province, sub.name_digest, sub.number_digest,
      sub.phones_confirmed_on, a.accesses, d.domains, k.duties
    from filing_service s join filing_subject sub on sub.id = s.subject
    cross join lateral (select count(*)::int as accesses from filing_access where service = s.id and ended_at is null) a
    cross join lateral (select array_agg(ascii) as domains from filing_domain where service = s.id and ended_at is null) d
    cross join lateral (
      select jsonb_agg(jsonb_build_object('id', id, 'kind', kind, 'ascii', ascii, 'found_by', found_by, 'due_on', due_on, 'open', done_at is null)) as duties
      from filing_duty where service = s.id and (done_at is null or ended_because = 'said')) k
    where s.state = 'filed' and ${chosen}
    order by s.id ${'limit' in which ? sql`limit ${which.limit}` : sql``}`.execute(trx)
  return rows
}

/** A registered name that a filing rests on. */
export interface RegisteredName {
  readonly ascii: string
  readonly expires_at: Date
  readonly released: boolean
  readonly auto_renew: boolean
  readonly holder_type: 'person' | 'organisation'
  readonly name_digest: Buffer | null
  readonly number_digest: Buffer | null
}

/** For each filed name the registered one that it is or is under, where it is or was registered here. */
export async function registeredNames(
  trx: Trx,
  services: readonly Pick<FiledService, 'domains'>[],
): Promise<ReadonlyMap<string, RegisteredName>> {
  const lines = new Map(services.flatMap(({ domains }) => (domains ?? []).map((ascii) => [ascii, namesAbove(ascii)])))
  const all = [...new Set([...lines.values()].flat())]
  if (all.length === 0) return new Map()
  const { rows } = await sql<RegisteredName>`
    with asked as (select unnest(${all}::text[]) as ascii)
    select asked.ascii, d.expires_at, d.released_at is not null as released, d.auto_renew, d.holder_type, i.name_digest, i.number_digest
    from asked cross join lateral (
      select * from (
        (select 0 as old, expires_at, released_at, auto_renew, holder_type, template from domain
         where domain.ascii = asked.ascii and released_at is null)
        union all
        (select 1, expires_at, released_at, auto_renew, holder_type, template from domain
         where domain.ascii = asked.ascii and released_at is not null order by released_at desc limit 1)
      ) both_ways order by old limit 1) d
    left join registrant_template t on t.id = d.template
    left join identity i on i.id = t.identity_record`.execute(trx)
  const found = new Map(rows.map((row) => [row.ascii, row]))
  const names = new Map<string, RegisteredName>()
  for (const [ascii, line] of lines) {
    const registered = line.map((name) => found.get(name)).find((row) => row !== undefined)
    if (registered) names.set(ascii, registered)
  }
  return names
}
