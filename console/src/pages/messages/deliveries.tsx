import { dayAndTime } from '../../i18n/format.ts'
import { t } from '../../i18n/text.ts'
import type { Delivery } from './messages-query.ts'

/** How a message left, with the proof of it, for whoever doubts. */
export function Deliveries({ sent }: { sent: readonly Delivery[] }) {
  if (sent.length === 0) return null
  return (
    <details>
      <summary>{t('messages.proof')}</summary>
      <ul className="deliveries">
        {sent.map(({ channel, to, state, sentAt, digest, answer }) => (
          <li key={`${channel}${to}`}>
            <p>
              {t(`messages.${channel}`)} <code>{to}</code>{' '}
              {sentAt ? t('messages.sentAt', { at: dayAndTime(sentAt) }) : t(`messages.${state}`)}
            </p>
            {digest && (
              <code className="raw">
                {t('messages.answer')} {answer}
                {'\n'}SHA-256 {digest}
              </code>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
