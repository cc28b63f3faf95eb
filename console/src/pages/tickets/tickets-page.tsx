import { t } from '../../i18n/text.ts'
import { Page } from '../../shell/page.tsx'
import { SignedIn } from '../../shell/signed-in.tsx'
import { TicketTable } from './ticket-table.tsx'

export function TicketsPage() {
  return (
    <Page title={t('tickets.mine')} api="GET /v1/tickets">
      <div className="head">
        <div>
          <h1>{t('tickets.mine')}</h1>
          <p>{t('tickets.lead')}</p>
        </div>
      </div>
      <SignedIn>{() => <TicketTable side="customer" />}</SignedIn>
    </Page>
  )
}
