import { useQuery } from '@tanstack/react-query'
import { Empty } from '../../design/empty.tsx'
import { Failure } from '../../design/failure.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { State } from '../../design/state.tsx'
import { Turn } from '../../design/turn.tsx'
import { dayAndTime } from '../../i18n/format.ts'
import { t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'
import { type Side, ticketsQuery } from './ticket-queries.ts'

/** Tickets, one a row: about what, whose turn, until when. */
export function TicketTable({ side, state }: { side: Side; state?: 'waiting' | 'answered' }) {
  const tickets = useQuery(ticketsQuery(side, state))
  if (tickets.isPending) return <Skeleton rows={4} />
  if (tickets.isLoadingError) return <Failure error={tickets.error} again={() => tickets.refetch()} />
  if (tickets.data.tickets.length === 0)
    return <Empty title={t('tickets.empty')}>{t(side === 'staff' ? 'tickets.emptyStaff' : 'tickets.emptyWhy')}</Empty>
  return (
    <table className="tbl tbl--cards">
      <thead>
        <tr>
          <th scope="col">{t('tickets.number')}</th>
          <th scope="col">{t('tickets.about')}</th>
          <th scope="col">{t('tickets.turn')}</th>
          <th scope="col">{t('tickets.dueAt')}</th>
          <th scope="col">{t('tickets.opened')}</th>
        </tr>
      </thead>
      <tbody>
        {tickets.data.tickets.map(({ number, name, turn, dueAt, openedAt }) => (
          <tr key={number}>
            <th scope="row">
              <Link to={side === 'staff' ? '/operator/tickets/$number' : '/tickets/$number'} params={{ number }}>
                {number}
              </Link>
            </th>
            <td className="dn">{name}</td>
            <td>{turn ? <Turn who={turn} now /> : <State shape="off">{t('tickets.state.closed')}</State>}</td>
            <td data-l={t('tickets.dueAt')}>{dueAt ? dayAndTime(dueAt) : '–'}</td>
            <td data-l={t('tickets.opened')}>{dayAndTime(openedAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
