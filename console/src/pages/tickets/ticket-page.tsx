import { t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'
import { useParams } from '../../router/place.ts'
import { Page } from '../../shell/page.tsx'
import { SignedIn } from '../../shell/signed-in.tsx'
import { Conversation } from './conversation.tsx'

export function TicketPage() {
  const { number } = useParams('/tickets/$number')
  return (
    <Page title={t('tickets.title', { number })} api={`GET /v1/tickets/${number}`}>
      <p className="crumb">
        <Link to="/tickets">{t('tickets.mine')}</Link>
        {' › '}
        {number}
      </p>
      <SignedIn top>{() => <Conversation side="customer" number={number} />}</SignedIn>
    </Page>
  )
}
