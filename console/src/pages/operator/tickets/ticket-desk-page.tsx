import { t } from '../../../i18n/text.ts'
import { Link } from '../../../router/link.tsx'
import { useParams } from '../../../router/place.ts'
import { Conversation } from '../../tickets/conversation.tsx'
import { OperatorFrame } from '../operator-frame.tsx'

export function TicketDeskPage() {
  const { number } = useParams('/operator/tickets/$number')
  return (
    <OperatorFrame needs="support" title={t('tickets.title', { number })} api={`GET /v1/operator/tickets/${number}`}>
      {() => (
        <>
          <p className="crumb">
            <Link to="/operator/tickets">{t('operator.tickets')}</Link>
            {'\u2003›\u2003'}
            {number}
          </p>
          <Conversation side="staff" number={number} />
        </>
      )}
    </OperatorFrame>
  )
}
