import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Remittance } from '../../../api/types.ts'
import { Button } from '../../../design/button.tsx'
import { Empty } from '../../../design/empty.tsx'
import { Failure } from '../../../design/failure.tsx'
import { Skeleton } from '../../../design/skeleton.tsx'
import { State } from '../../../design/state.tsx'
import { dayAndTime, longDate, money } from '../../../i18n/format.ts'
import { t } from '../../../i18n/text.ts'
import { go } from '../../../router/history.ts'
import { useSearch } from '../../../router/place.ts'
import { OperatorFrame } from '../operator-frame.tsx'
import { Receive } from './receive.tsx'
import { announcedQuery } from './remittance-queries.ts'

export function RemittancesPage() {
  return (
    <OperatorFrame needs="finance" title={t('remittances.title')} api="GET /v1/operator/remittances">
      {({ clock }) => <RemittancesBody today={clock.today} />}
    </OperatorFrame>
  )
}

function RemittancesBody({ today }: { today: string }) {
  const { reference = '' } = useSearch('reference')
  const [typed, setTyped] = useState(reference)
  const announced = useQuery(announcedQuery(reference))
  const [open, setOpen] = useState<Remittance | null>(null)
  const look = (next: string) =>
    go({ to: '/operator/remittances', search: { reference: next.trim().toUpperCase() }, replace: true })
  const find = (event: FormEvent) => {
    event.preventDefault()
    look(typed)
  }
  const rows = announced.data?.remittances ?? []
  return (
    <>
      <div className="head">
        <div>
          <h1>{t('remittances.title')}</h1>
          <p>{t('remittances.lead')}</p>
        </div>
      </div>
      <form className="filters" onSubmit={find}>
        <label className="vh" htmlFor="find-remittance">
          {t('remittances.find')}
        </label>
        <input
          className="in"
          id="find-remittance"
          type="search"
          maxLength={20}
          placeholder={t('remittances.find')}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            if (event.target.value === '') look('')
          }}
        />
        <Button type="submit">{t('remittances.look')}</Button>
        <span className="small muted total-count" role="status">
          {announced.data && t('remittances.count', { count: rows.length })}
        </span>
      </form>
      {announced.isPending && <Skeleton rows={5} />}
      {announced.isError && <Failure error={announced.error} again={() => announced.refetch()} />}
      {announced.data && rows.length === 0 && (
        <Empty title={t(reference ? 'remittances.notThis' : 'remittances.none')}>
          {t(reference ? 'remittances.notThisWhy' : 'remittances.noneWhy')}
        </Empty>
      )}
      {rows.length > 0 && (
        <table className="tbl tbl--cards remittances">
          <thead>
            <tr>
              <th scope="col">{t('remittances.reference')}</th>
              <th scope="col">{t('remittances.announced')}</th>
              <th scope="col" className="num">
                {t('remittances.amount')}
              </th>
              <th scope="col">{t('operator.state')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <code>{row.reference}</code>
                </th>
                <td data-l={t('remittances.announced')}>{dayAndTime(row.announcedAt)}</td>
                <td className="num" data-l={t('remittances.amount')}>
                  {money(row.fen)}
                </td>
                <td className="end">
                  {row.state === 'announced' ? (
                    <Button
                      size="s"
                      onClick={() => setOpen(row)}
                      aria-label={t('remittances.receiveThis', { reference: row.reference })}
                    >
                      {t('remittances.receive')}
                    </Button>
                  ) : (
                    <State shape={row.state === 'received' ? 'ok' : 'off'}>{became(row)}</State>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {open && <Receive key={open.id} remittance={open} today={today} onClose={() => setOpen(null)} />}
    </>
  )
}

function became({ state, receivedFen, receivedOn }: Remittance): string {
  if (state === 'withdrawn') return t('remittances.withdrawn')
  return t('remittances.received', { price: money(receivedFen ?? 0), date: receivedOn ? longDate(receivedOn) : '–' })
}
