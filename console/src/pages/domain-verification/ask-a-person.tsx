import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { post } from '../../api/client.ts'
import type { DomainVerification } from '../../api/domain-verification.ts'
import { domainVerificationQuery } from '../../api/queries.ts'
import { Button } from '../../design/button.tsx'
import { Failure } from '../../design/failure.tsx'
import { t } from '../../i18n/text.ts'
import { go } from '../../router/history.ts'
import { Link } from '../../router/link.tsx'
import '../tickets/tickets.css'

/** After repeated failure: a person takes over, with everything attached (S4-35). */
export function AskAPerson({ verification: { ascii, name, ticket } }: { verification: DomainVerification }) {
  const cache = useQueryClient()
  const [text, setText] = useState('')
  const [error, setError] = useState<unknown>(null)
  if (ticket.number)
    return (
      <p className="ticket-ask">
        <Link className="btn" to="/tickets/$number" params={{ number: ticket.number }}>
          {t('tickets.see', { number: ticket.number })}
        </Link>
      </p>
    )
  if (!ticket.offered) return null
  const ask = async (event: FormEvent) => {
    event.preventDefault()
    setError(null)
    try {
      const { number } = await post<{ number: string }>('tickets', { domain: ascii, text: text.trim() })
      await cache.invalidateQueries({ queryKey: domainVerificationQuery(name).queryKey })
      go({ to: '/tickets/$number', params: { number } })
    } catch (refusal) {
      setError(refusal)
    }
  }
  return (
    <section className="sec ticket-ask">
      <h2>{t('tickets.ask')}</h2>
      <p>{t('tickets.askWhy')}</p>
      <form onSubmit={ask} className="stack">
        <label className="lab" htmlFor="ticket-ask">
          {t('tickets.askText')}
        </label>
        <textarea
          className="in"
          id="ticket-ask"
          rows={3}
          maxLength={4_000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <div className="acts">
          <Button type="submit" look="ink" disabled={text.trim() === ''}>
            {t('tickets.askGo')}
          </Button>
        </div>
      </form>
      {error !== null && <Failure error={error} />}
    </section>
  )
}
