import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { HeldRefund } from '../../../api/types.ts'
import { Button } from '../../../design/button.tsx'
import { Empty } from '../../../design/empty.tsx'
import { Failure } from '../../../design/failure.tsx'
import { Skeleton } from '../../../design/skeleton.tsx'
import type { TextKey } from '../../../i18n/dictionary.ts'
import { dayAndTime, money } from '../../../i18n/format.ts'
import { t } from '../../../i18n/text.ts'
import { OperatorFrame } from '../operator-frame.tsx'
import { DecideRefund } from './decide-refund.tsx'
import { heldRefundsQuery } from './refund-query.ts'

/** What the channel's codes may mean; a code without words is shown alone. */
const reasons: Readonly<Record<string, TextKey>> = {
  'ACQ.DISCORDANT_REPEAT_REQUEST': 'refunds.why.discordant',
  'refund.other-amount': 'refunds.why.discordant',
  'ACQ.TRADE_HAS_CLOSE': 'refunds.why.closed',
  'ACQ.REFUND_AMT_NOT_EQUAL_TOTAL': 'refunds.why.tooMuch',
  'ACQ.TRADE_STATUS_ERROR': 'refunds.why.state',
}

export function RefundsPage() {
  return (
    <OperatorFrame needs="finance" title={t('refunds.title')} api="GET /v1/operator/refunds">
      {() => <RefundsBody />}
    </OperatorFrame>
  )
}

function RefundsBody() {
  const held = useQuery(heldRefundsQuery)
  const [open, setOpen] = useState<HeldRefund | null>(null)
  const rows = held.data?.refunds ?? []
  return (
    <>
      <div className="head">
        <div>
          <h1>{t('refunds.title')}</h1>
          <p>{t('refunds.lead')}</p>
        </div>
      </div>
      {held.isPending && <Skeleton rows={5} />}
      {held.isError && <Failure error={held.error} again={() => held.refetch()} />}
      {held.data && rows.length === 0 && <Empty title={t('refunds.none')}>{t('refunds.noneWhy')}</Empty>}
      {rows.length > 0 && (
        <table className="tbl tbl--cards">
          <thead>
            <tr>
              <th scope="col">{t('refunds.what')}</th>
              <th scope="col" className="num">
                {t('refunds.amount')}
              </th>
              <th scope="col">{t('refunds.trade')}</th>
              <th scope="col">{t('refunds.said')}</th>
              <th scope="col">{t('refunds.since')}</th>
              <th scope="col">{t('operator.state')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.line}>
                <th scope="row">
                  {row.name}
                  <br />
                  <span className="small muted">{row.number}</span>
                </th>
                <td className="num" data-l={t('refunds.amount')}>
                  {money(row.fen)}
                </td>
                <td data-l={t('refunds.trade')}>
                  <code>{row.outTradeNo}</code>
                </td>
                <td className="full">
                  {reasons[row.code] && <>{t(reasons[row.code] as TextKey)} </>}
                  <code>{row.code}</code>
                </td>
                <td data-l={t('refunds.since')}>{dayAndTime(row.openedAt)}</td>
                <td className="end">
                  <Button
                    size="s"
                    onClick={() => setOpen(row)}
                    aria-label={t('refunds.decideThis', { name: row.name })}
                  >
                    {t('refunds.decide')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {open && <DecideRefund key={open.line} refund={open} onClose={() => setOpen(null)} />}
    </>
  )
}
