import { useState } from 'react'
import { Segmented } from '../../../design/segmented.tsx'
import { t } from '../../../i18n/text.ts'
import { TicketTable } from '../../tickets/ticket-table.tsx'
import { OperatorFrame } from '../operator-frame.tsx'

/** What customers ask and nobody has answered yet, the most urgent first. */
export function TicketsDeskPage() {
  return (
    <OperatorFrame needs="support" title={t('operator.tickets')} api="GET /v1/operator/tickets">
      {() => <Desk />}
    </OperatorFrame>
  )
}

function Desk() {
  const [state, setState] = useState<'waiting' | 'answered'>('waiting')
  return (
    <>
      <div className="head">
        <div>
          <h1>{t('operator.tickets')}</h1>
          <p>{t('tickets.deskLead')}</p>
        </div>
        <Segmented
          label={t('tickets.turn')}
          value={state}
          options={[
            { value: 'waiting', text: t('tickets.state.waiting') },
            { value: 'answered', text: t('tickets.state.answered') },
          ]}
          onChange={setState}
        />
      </div>
      <TicketTable side="staff" state={state} />
    </>
  )
}
