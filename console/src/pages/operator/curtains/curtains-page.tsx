import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { get, post } from '../../../api/client.ts'
import { Button } from '../../../design/button.tsx'
import { Dialog } from '../../../design/dialog.tsx'
import { Empty } from '../../../design/empty.tsx'
import { Failure } from '../../../design/failure.tsx'
import { TextField } from '../../../design/field.tsx'
import { Note } from '../../../design/note.tsx'
import { Skeleton } from '../../../design/skeleton.tsx'
import { State } from '../../../design/state.tsx'
import { dayAndTime } from '../../../i18n/format.ts'
import { t } from '../../../i18n/text.ts'
import { OperatorFrame } from '../operator-frame.tsx'

interface Curtain {
  number: string
  title: string
  orderedAt: string
  dueAt: string | null
  late: boolean
}

interface Address {
  name: string
  phone: string
  province: string
  city: string
  street: string
  postcode?: string
}

/** An order whose curtains did not come. */
interface LostCurtain {
  number: string
  title: string
  times: number
  dueAt: string | null
  late: boolean
}

const curtainsQuery = queryOptions({
  queryKey: ['filing-curtains'],
  queryFn: ({ signal }) => get<{ curtains: Curtain[]; lost: LostCurtain[] }>('filing-curtains', signal),
})

/** 寄幕布 (S3-60): who waits for one, until when, and what left by which carrier. */
export function CurtainsPage() {
  return (
    <OperatorFrame needs="reviewer" title={t('operator.curtains')} api="GET /v1/filing-curtains">
      {() => <Curtains />}
    </OperatorFrame>
  )
}

function Curtains() {
  const list = useQuery(curtainsQuery)
  const [sending, setSending] = useState<string>()
  return (
    <div className="stack-l desk-page">
      <div className="head">
        <div>
          <h1>{t('operator.curtains')}</h1>
          <p>{t('filing.curtains.lead')}</p>
        </div>
      </div>
      {list.isPending && <Skeleton rows={4} />}
      {list.isError && <Failure error={list.error} again={() => list.refetch()} />}
      {list.data && list.data.lost.length > 0 && <Lost lost={list.data.lost} />}
      {list.data?.curtains.length === 0 && <Empty title={t('filing.curtains.none')} />}
      {list.data && list.data.curtains.length > 0 && (
        <table className="tbl tbl--cards">
          <caption className="vh">{t('operator.curtains')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('filing.list.title')}</th>
              <th scope="col">{t('filing.curtains.ordered')}</th>
              <th scope="col">{t('filing.desk.due')}</th>
              <th scope="col">
                <span className="vh">{t('filing.curtains.open')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {list.data.curtains.map((curtain) => (
              <tr key={curtain.number}>
                <th scope="row" className="full">
                  <span className="sx">{curtain.title || curtain.number}</span>{' '}
                  <small className="muted">{curtain.number}</small>
                </th>
                <td data-l={t('filing.curtains.ordered')}>{dayAndTime(curtain.orderedAt)}</td>
                <td data-l={t('filing.desk.due')}>
                  <State shape={curtain.late ? 'fail' : 'wait'}>
                    {curtain.dueAt ? dayAndTime(curtain.dueAt) : '–'}
                  </State>
                </td>
                <td>
                  <Button size="s" onClick={() => setSending(curtain.number)}>
                    {t('filing.curtains.open')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {sending && <Dispatch number={sending} onClose={() => setSending(undefined)} />}
    </div>
  )
}

/** Whose curtains did not come: somebody speaks with them before another one leaves. */
function Lost({ lost }: { lost: readonly LostCurtain[] }) {
  const cache = useQueryClient()
  const allow = useMutation({
    mutationFn: (number: string) => post(`filing-curtains/${number}/allowance`),
    onSettled: () => cache.invalidateQueries({ queryKey: ['filing-curtains'] }),
  })
  return (
    <section className="sec">
      <h2>{t('filing.curtains.lost', { count: lost.length })}</h2>
      <p className="soft">{t('filing.curtains.lostLead')}</p>
      {allow.isError && <Failure error={allow.error} />}
      {lost.map(({ number, title, times, dueAt, late }) => (
        <Note tone={late ? 'fail' : 'you'} key={number}>
          <p>
            <b className="sx">{title || number}</b> <small className="muted">{number}</small>
            <br />
            {t('filing.curtains.lostTimes', { count: times, at: dueAt ? dayAndTime(dueAt) : '–' })}
          </p>
          <Button
            size="s"
            disabled={allow.isPending}
            aria-label={t('filing.curtains.allowOf', { number })}
            onClick={() => allow.mutate(number)}
          >
            {t('filing.curtains.allow')}
          </Button>
        </Note>
      ))}
    </section>
  )
}

/** To whom, and under which number it left; the address is asked for when somebody packs, not before. */
function Dispatch({ number, onClose }: { number: string; onClose: () => void }) {
  const cache = useQueryClient()
  const address = useQuery({
    queryKey: ['filing-curtains', number],
    queryFn: ({ signal }) => get<Address>(`filing-curtains/${number}`, signal),
    // Each look is on record: none is taken without being asked for.
    refetchOnWindowFocus: false,
    gcTime: 0,
  })
  const [carrier, setCarrier] = useState('')
  const [tracking, setTracking] = useState('')
  const [tried, setTried] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const missing = (value: string) => (tried && value.trim() === '' ? t('filing.check.wanted') : undefined)
  const send = async () => {
    setTried(true)
    if (carrier.trim() === '' || tracking.trim() === '') return
    setError(null)
    try {
      await post(`filing-curtains/${number}/dispatch`, { carrier: carrier.trim(), tracking: tracking.trim() })
      onClose()
      await cache.invalidateQueries({ queryKey: ['filing-curtains'], exact: true })
    } catch (refusal) {
      setError(refusal)
    }
  }
  return (
    <Dialog title={number} open onClose={onClose}>
      {address.isPending && <Skeleton rows={3} />}
      {address.isError && <Failure error={address.error} again={() => address.refetch()} />}
      {address.data && (
        <form
          className="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void send()
          }}
        >
          <dl className="facts">
            <div>
              <dt>{t('filing.curtains.to')}</dt>
              <dd>
                {address.data.name} {address.data.phone}
                <br />
                {[address.data.province, address.data.city, address.data.street, address.data.postcode]
                  .filter((part) => part)
                  .join(' ')}
              </dd>
            </div>
          </dl>
          <TextField
            id="carrier"
            label={t('filing.curtains.carrier')}
            value={carrier}
            error={missing(carrier)}
            onChange={(event) => setCarrier(event.target.value)}
          />
          <TextField
            id="tracking"
            label={t('filing.curtains.tracking')}
            value={tracking}
            error={missing(tracking)}
            autoComplete="off"
            onChange={(event) => setTracking(event.target.value)}
          />
          {error !== null && <Failure error={error} />}
          <div className="acts">
            <Button type="submit" look="main">
              {t('filing.curtains.sent')}
            </Button>
            <Button onClick={onClose}>{t('cancel')}</Button>
          </div>
        </form>
      )}
    </Dialog>
  )
}
