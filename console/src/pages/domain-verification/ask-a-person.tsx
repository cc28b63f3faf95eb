import { useQueryClient } from '@tanstack/react-query'
import { post } from '../../api/client.ts'
import type { DomainVerification } from '../../api/domain-verification.ts'
import { domainVerificationQuery } from '../../api/queries.ts'
import { t } from '../../i18n/text.ts'
import { go } from '../../router/history.ts'
import { Link } from '../../router/link.tsx'
import { TicketText } from '../tickets/ticket-text.tsx'
import '../tickets/tickets.css'

/** After repeated failure: a person takes over, with everything attached (S4-35). */
export function AskAPerson({ verification: { ascii, name, ticket } }: { verification: DomainVerification }) {
  const cache = useQueryClient()
  if (ticket.number)
    return (
      <p className="ticket-ask">
        <Link className="btn" to="/tickets/$number" params={{ number: ticket.number }}>
          {t('tickets.see', { number: ticket.number })}
        </Link>
      </p>
    )
  if (!ticket.offered) return null
  const ask = async (text: string) => {
    const { number } = await post<{ number: string }>('tickets', { domain: ascii, text })
    await cache.invalidateQueries({ queryKey: domainVerificationQuery(name).queryKey })
    go({ to: '/tickets/$number', params: { number } })
  }
  return (
    <section className="sec ticket-ask">
      <h2>{t('tickets.ask')}</h2>
      <p>{t('tickets.askWhy')}</p>
      <TicketText label={t('tickets.askText')} send={t('tickets.askGo')} onSend={ask} />
    </section>
  )
}
