import type { Finding } from '@yuming/rules'
import { type RawBuilder, sql } from 'kysely'
import type { Trx } from '../../kernel/database/index.ts'
import type { AskedHolderChange } from './holder-change-state.ts'

export const holderChangeKind = 'CHG_HOLDER'

interface Row {
  readonly ascii: string
  readonly state: string
  readonly begun_on: string
  readonly ended_on: string
  readonly failure: { readonly findings: readonly Finding[] } | null
  readonly heard: string | null
}

/** The newest change of holder of a name `d`, with what the registry told of its end. */
export const newestHolderChange: RawBuilder<unknown> = sql`lateral (
  select k.state, to_char(k.created_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as begun_on,
    to_char(k.updated_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as ended_on, k.failure,
    (select m.text from registry_message m where m.about = d.ascii and m.registry = d.registry and m.axis is null
      and m.outcome = 'failed' and m.received_at >= k.created_at order by m.received_at desc limit 1) as heard
  from task k where k.subject = d.ascii and k.account = d.account and k.kind = ${holderChangeKind}
  order by k.created_at desc limit 1)`

/** By the A-labels of live names of an account. */
export async function askedHolderChanges(
  trx: Trx,
  { account, asciis }: { account: string; asciis: readonly string[] },
): Promise<ReadonlyMap<string, AskedHolderChange>> {
  const { rows } = await sql<Row>`
    select d.ascii, h.state, h.begun_on, h.ended_on, h.failure, h.heard from domain d join ${newestHolderChange} h on true
    where d.account = ${account} and d.released_at is null and d.ascii = any(${[...asciis]}::text[])`.execute(trx)
  return new Map(rows.map((row) => [row.ascii, askedIn(row)]))
}

/** That of one live name. */
export async function askedHolderChange(trx: Trx, ascii: string): Promise<AskedHolderChange | undefined> {
  const { rows } = await sql<Row>`
    select d.ascii, h.state, h.begun_on, h.ended_on, h.failure, h.heard from domain d join ${newestHolderChange} h on true
    where d.released_at is null and d.ascii = ${ascii}`.execute(trx)
  return rows[0] && askedIn(rows[0])
}

/** What the registry said of the end counts more than our own words about its code. */
export function askedIn({
  state,
  begun_on,
  ended_on,
  failure,
  heard,
}: Pick<Row, 'state' | 'begun_on' | 'ended_on' | 'failure' | 'heard'>): AskedHolderChange {
  const reason = heard === null ? (failure?.findings[0]?.message ?? null) : { zh: heard, en: heard }
  return { state, begunOn: begun_on, endedOn: ended_on, reason }
}
