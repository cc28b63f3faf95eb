import { queryOptions } from '@tanstack/react-query'
import { get } from '../../api/client.ts'
import { keepNew } from '../../api/keep-new.ts'
import type { Text } from '../../api/types.ts'

export interface TicketRow {
  number: string
  name: string
  state: 'waiting' | 'answered' | 'closed'
  turn: 'you' | 'we' | null
  openedAt: string
  dueAt: string | null
}

export interface TicketView extends TicketRow {
  attached: {
    failures: number
    template: string
    holderType: 'person' | 'organisation'
    identity: string
    axes: {
      axis: string
      state: string
      detail: Text
      heard: string | null
      remark: string | null
      reasons: { id: string; cause: Text; remedy: Text }[]
    }[]
    cases: {
      number: string
      attempt: number
      state: string
      submittedAt: string
      remark: string | null
      heard: string | null
    }[]
    heldSince: string | null
    dutyBy: string | null
  }
  messages: { at: string; by: 'customer' | 'staff'; text: string }[]
}

/** `from`: the customer's own tickets, or the desk of those who answer. */
export type Side = 'customer' | 'staff'

const pathOf = (side: Side) => (side === 'staff' ? 'operator/tickets' : 'tickets')

export const ticketPath = (side: Side, number: string) => `${pathOf(side)}/${encodeURIComponent(number)}`

export const ticketQuery = (side: Side, number: string) =>
  queryOptions({
    queryKey: ['ticket', side, number],
    queryFn: ({ signal }) => get<TicketView>(ticketPath(side, number), signal),
    refetchInterval: keepNew(30_000),
  })

export const ticketsQuery = (side: Side, state?: 'waiting' | 'answered') =>
  queryOptions({
    queryKey: ['tickets', side, state ?? 'all'],
    queryFn: ({ signal }) => get<{ tickets: TicketRow[] }>(`${pathOf(side)}${state ? `?state=${state}` : ''}`, signal),
  })
