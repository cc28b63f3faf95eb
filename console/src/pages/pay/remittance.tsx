import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { post, remove } from '../../api/client.ts'
import { keepNew } from '../../api/keep-new.ts'
import { remittancesQuery } from '../../api/queries.ts'
import type { Remittance as Announced, BankAccount } from '../../api/types.ts'
import { Button } from '../../design/button.tsx'
import { Failure } from '../../design/failure.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { State } from '../../design/state.tsx'
import { dayAndTime, money } from '../../i18n/format.ts'
import { t } from '../../i18n/text.ts'

/** 线下汇款、对公转账: announces an amount, and shows where it goes and what is written beside it (S0-28). */
export function Remittance({ amountFen }: { amountFen: number }) {
  const cache = useQueryClient()
  const remittances = useQuery({ ...remittancesQuery, refetchInterval: keepNew(15_000) })
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  if (remittances.isPending) return <Skeleton rows={2} />
  if (remittances.isLoadingError) return <Failure error={remittances.error} again={() => remittances.refetch()} />
  const { to } = remittances.data
  if (!to) return <p className="soft">{t('remit.notOffered')}</p>
  const attempt = async (work: () => Promise<unknown>) => {
    setBusy(true)
    setError(null)
    try {
      await work()
      await cache.invalidateQueries({ queryKey: remittancesQuery.queryKey })
    } catch (refusal) {
      setError(refusal)
    }
    setBusy(false)
  }
  const announce = () => attempt(() => post('balance/remittances', { amountFen }))
  return (
    <div className="stack">
      {remittances.data.remittances
        .filter(({ state }) => state !== 'withdrawn')
        .slice(0, 5)
        .map((remittance) => (
          <Sent
            key={remittance.id}
            remittance={remittance}
            to={to}
            withdraw={() => attempt(() => remove(`balance/remittances/${remittance.id}`))}
            busy={busy}
          />
        ))}
      <p>
        <Button look="ink" disabled={busy || amountFen === 0} onClick={announce}>
          {t('remit.announce', { price: money(amountFen) })}
        </Button>
      </p>
      {error !== null && <Failure error={error} />}
    </div>
  )
}

function Sent({
  remittance,
  to,
  withdraw,
  busy,
}: {
  remittance: Announced
  to: BankAccount
  withdraw: () => void
  busy: boolean
}) {
  const { reference, fen, state, announcedAt, receivedFen } = remittance
  if (state === 'received')
    return (
      <p>
        <State shape="ok">{t('remit.received', { reference, price: money(receivedFen ?? 0) })}</State>
      </p>
    )
  return (
    <div className="panel stack">
      <State shape="you">{t('remit.send', { price: money(fen) })}</State>
      <dl className="facts">
        <div>
          <dt>{t('remit.reference')}</dt>
          <dd className="mono">{reference}</dd>
        </div>
        <div>
          <dt>{t('remit.payee')}</dt>
          <dd>{to.payee}</dd>
        </div>
        <div>
          <dt>{t('remit.bank')}</dt>
          <dd>{to.bank}</dd>
        </div>
        <div>
          <dt>{t('remit.account')}</dt>
          <dd className="mono">{to.account}</dd>
        </div>
        <div>
          <dt>{t('remit.announcedAt')}</dt>
          <dd>{dayAndTime(announcedAt)}</dd>
        </div>
      </dl>
      <p className="small soft">{t('remit.wait')}</p>
      <p>
        <Button look="text" size="s" disabled={busy} onClick={withdraw}>
          {t('remit.withdraw')}
        </Button>
      </p>
    </div>
  )
}
