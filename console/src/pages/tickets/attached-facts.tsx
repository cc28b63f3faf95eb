import { dayAndTime, longDate } from '../../i18n/format.ts'
import { sentence } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'
import type { Side, TicketView } from './ticket-queries.ts'

/** Everything that was known when the ticket was opened, so that nobody has to ask for it again. */
export function AttachedFacts({
  attached,
  name,
  side,
}: {
  attached: TicketView['attached']
  name: string
  side: Side
}) {
  const { failures, axes, cases, heldSince, dutyBy } = attached
  const failed = axes.filter(({ state }) => state === 'failed')
  return (
    <aside className="panel" aria-label={t('tickets.attached')}>
      <h2>{t('tickets.attached')}</h2>
      <dl className="facts">
        <div>
          <dt>{t('tickets.failures')}</dt>
          <dd>{t('tickets.times', { count: failures })}</dd>
        </div>
        {failed.map(({ axis, heard, remark, reasons }) => (
          <div key={axis}>
            <dt>{t('tickets.why')}</dt>
            <dd>
              {remark ?? heard}
              {reasons.map(({ id, cause, remedy }) => (
                <p key={id}>
                  {sentence(cause)}
                  <br />
                  <span className="soft">{sentence(remedy)}</span>
                </p>
              ))}
            </dd>
          </div>
        ))}
        {heldSince && (
          <div>
            <dt>{t('tickets.held')}</dt>
            <dd>{dayAndTime(heldSince)}</dd>
          </div>
        )}
        {dutyBy && (
          <div>
            <dt>{t('tickets.dutyBy')}</dt>
            <dd>{longDate(dutyBy)}</dd>
          </div>
        )}
        <div>
          <dt>{t('tickets.cases')}</dt>
          <dd>
            <ul className="plain">
              {cases.map(({ number, submittedAt }) => (
                <li key={number}>
                  {side === 'staff' ? (
                    <Link to="/operator/cases/$number" params={{ number }}>
                      {number}
                    </Link>
                  ) : (
                    number
                  )}{' '}
                  <span className="muted">{dayAndTime(submittedAt)}</span>
                </li>
              ))}
            </ul>
          </dd>
        </div>
      </dl>
      {side === 'customer' && (
        <p>
          <Link to="/domains/$name/verification" params={{ name }}>
            {t('tickets.back')}
          </Link>
        </p>
      )}
    </aside>
  )
}
