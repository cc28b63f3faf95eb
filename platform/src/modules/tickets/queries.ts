import type { Selectable } from 'kysely'
import type { Tables, Trx } from '../../kernel/database/index.ts'
import type { Attached } from './attached.ts'
import { ticketNotFound } from './errors.ts'
import type { TicketState } from './states.ts'

export interface TicketRow {
  readonly number: string
  readonly name: string
  readonly state: TicketState
  readonly turn: 'you' | 'we' | null
  readonly openedAt: string
  /** When our answer is due, while it is our turn. */
  readonly dueAt: string | null
}

export interface TicketView extends TicketRow {
  readonly attached: Attached
  readonly messages: readonly { readonly at: string; readonly by: 'customer' | 'staff'; readonly text: string }[]
}

export async function ticketsOf(trx: Trx, account: string): Promise<TicketRow[]> {
  const rows = await trx
    .selectFrom('ticket')
    .selectAll()
    .where('account', '=', account)
    .orderBy('opened_at', 'desc')
    .limit(200)
    .execute()
  return rows.map(rowOf)
}

/** What waits for staff, the most urgent first; then what waits for customers. */
export async function ticketQueue(trx: Trx, state: 'waiting' | 'answered'): Promise<TicketRow[]> {
  const rows = await trx
    .selectFrom('ticket')
    .selectAll()
    .where('state', '=', state)
    .orderBy('due_at')
    .orderBy('opened_at')
    .limit(200)
    .execute()
  return rows.map(rowOf)
}

/** @param account whose it has to be; undefined for staff. @throws ticketNotFound */
export async function ticketView(trx: Trx, number: string, account: string | undefined): Promise<TicketView> {
  let rows = trx.selectFrom('ticket').selectAll().where('number', '=', number)
  if (account !== undefined) rows = rows.where('account', '=', account)
  const row = await rows.executeTakeFirst()
  if (!row) throw ticketNotFound()
  const messages = await trx
    .selectFrom('ticket_message')
    .select(['at', 'by', 'text'])
    .where('ticket', '=', row.id)
    .orderBy('id')
    .execute()
  return {
    ...rowOf(row),
    attached: row.attached,
    messages: messages.map(({ at, by, text }) => ({ at: at.toISOString(), by, text })),
  }
}

/** The number of the open ticket about a name, if there is one. */
export async function openTicketOf(trx: Trx, account: string, ascii: string): Promise<string | null> {
  const row = await trx
    .selectFrom('ticket')
    .select('number')
    .where('account', '=', account)
    .where('ascii', '=', ascii)
    .where('state', '<>', 'closed')
    .executeTakeFirst()
  return row?.number ?? null
}

function rowOf({ number, name, state, opened_at, due_at }: Selectable<Tables['ticket']>): TicketRow {
  return {
    number,
    name,
    state,
    turn: state === 'waiting' ? 'we' : state === 'answered' ? 'you' : null,
    openedAt: opened_at.toISOString(),
    dueAt: due_at?.toISOString() ?? null,
  }
}
