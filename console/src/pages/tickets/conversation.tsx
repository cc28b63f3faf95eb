import { useQuery, useQueryClient } from '@tanstack/react-query'
import { post } from '../../api/client.ts'
import { ApiProblem } from '../../api/problem.ts'
import { Button } from '../../design/button.tsx'
import { Empty } from '../../design/empty.tsx'
import { Failure } from '../../design/failure.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { State } from '../../design/state.tsx'
import { Turn } from '../../design/turn.tsx'
import { dayAndTime } from '../../i18n/format.ts'
import { t } from '../../i18n/text.ts'
import { AttachedFacts } from './attached-facts.tsx'
import { type Side, ticketPath, ticketQuery } from './ticket-queries.ts'
import { TicketText } from './ticket-text.tsx'
import './tickets.css'

/** One ticket from either side: whose turn, what was said, what is attached, and a field to write. */
export function Conversation({ side, number }: { side: Side; number: string }) {
  const cache = useQueryClient()
  const query = ticketQuery(side, number)
  const ticket = useQuery(query)
  const change = async (what: 'messages' | 'close', body: object) => {
    cache.setQueryData(query.queryKey, await post(`${ticketPath(side, number)}/${what}`, body))
  }
  if (ticket.isPending) return <Skeleton rows={6} />
  if (ticket.isLoadingError)
    return ticket.error instanceof ApiProblem && [400, 404].includes(ticket.error.status) ? (
      <Empty title={t('tickets.none')} top />
    ) : (
      <Failure error={ticket.error} again={() => ticket.refetch()} />
    )
  const { name, state, turn, dueAt, messages, attached } = ticket.data
  const mine = side === 'staff' ? 'staff' : 'customer'
  const who = turn === null ? null : side === 'staff' ? (turn === 'we' ? 'we' : 'you') : turn
  return (
    <>
      <div className="head">
        <div>
          <h1>{t('tickets.title', { number })}</h1>
          <p>
            <span className="dn">{name}</span>
          </p>
        </div>
        <p role="status">
          {who ? <Turn who={who} now /> : <State shape="off">{t('tickets.state.closed')}</State>}
          {dueAt && ` ${t('tickets.due', { at: dayAndTime(dueAt) })}`}
        </p>
      </div>
      <div className="two">
        <section className="sec">
          <h2>{t('tickets.said')}</h2>
          <ol className="ticket-said">
            {messages.map(({ at, by, text: said }) => (
              <li key={`${at}${by}`} data-mine={by === mine ? '' : undefined}>
                <p className="small muted">
                  {t(`tickets.by.${by}`)} {dayAndTime(at)}
                </p>
                <p>{said}</p>
              </li>
            ))}
          </ol>
          {state === 'closed' ? (
            <p className="soft">{t('tickets.closedWhy')}</p>
          ) : (
            <TicketText
              label={t(side === 'staff' ? 'tickets.answer' : 'tickets.more')}
              send={t('tickets.send')}
              onSend={(text) => change('messages', { text })}
              also={(attempt) => (
                <Button onClick={() => attempt(() => change('close', {}))}>{t('tickets.close')}</Button>
              )}
            />
          )}
        </section>
        <AttachedFacts attached={attached} name={name} side={side} />
      </div>
    </>
  )
}
