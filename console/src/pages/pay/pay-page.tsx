import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { balanceQuery } from '../../api/queries.ts'
import type { Order } from '../../api/types.ts'
import { useOrder } from '../../api/use-order.ts'
import { DomainName } from '../../design/domain-name.tsx'
import { Failure } from '../../design/failure.tsx'
import { Note } from '../../design/note.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { Steps } from '../../design/steps.tsx'
import { dayAndTime, money } from '../../i18n/format.ts'
import { sentence } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'
import { go } from '../../router/history.ts'
import { Link } from '../../router/link.tsx'
import { useParams } from '../../router/place.ts'
import { Page } from '../../shell/page.tsx'
import { SignedIn } from '../../shell/signed-in.tsx'
import { PayChoice } from './pay-choice.tsx'
import './pay-page.css'

export function PayPage() {
  const { number } = useParams('/orders/$number/pay')
  return (
    <Page title={t('pay.title')} api={`POST /v1/orders/${number}/pay`}>
      <Steps now={1} />
      <SignedIn top>{(account) => <Pay number={number} balanceFen={account.balanceFen} />}</SignedIn>
    </Page>
  )
}

function Pay({ number, balanceFen }: { number: string; balanceFen: number }) {
  const order = useOrder(number)
  const state = order.data?.state
  useEffect(() => {
    if (state && state !== 'awaiting-payment') go({ to: '/orders/$number', params: { number }, replace: true })
  }, [state, number])
  const others = order.data?.timeline.filter(({ key }) => key.startsWith('other-amount')) ?? []
  const cache = useQueryClient()
  useEffect(() => {
    // What came is on the balance now.
    if (others.length > 0) cache.invalidateQueries({ queryKey: balanceQuery.queryKey })
  }, [cache, others.length])
  if (order.isPending) return <Skeleton />
  if (order.isLoadingError) return <Failure error={order.error} again={() => order.refetch()} />
  return (
    <>
      <div className="head">
        <div>
          <h1>{t('pay.heading', { price: money(order.data.totalFen) })}</h1>
          <p>
            {t(order.data.kind === 'renew' ? 'pay.orderRenew' : 'pay.order', { number })}
            {order.data.payBy && t('pay.by', { time: dayAndTime(order.data.payBy) })}
          </p>
        </div>
      </div>
      <div className="two">
        <div className="stack-l">
          {others.map((entry) => (
            <Note key={entry.key} tone="you">
              {sentence(entry.detail)}
            </Note>
          ))}
          {/* The code of a trade that is over is not shown any more. */}
          <PayChoice key={others.length} order={order.data} balanceFen={balanceFen} />
          <section className="sec">
            <h2>{t('pay.next')}</h2>
            <ol className="next">
              <li>
                <p>{t('pay.next1')}</p>
              </li>
              <li>
                <p>{t('pay.next2')}</p>
              </li>
              <li>
                <p>{t('pay.next3')}</p>
              </li>
            </ol>
          </section>
        </div>
        <Names order={order.data} />
      </div>
    </>
  )
}

function Names({ order }: { order: Order }) {
  return (
    <aside className="panel" aria-label={t('confirm.total')}>
      <h2>{t('confirm.names')}</h2>
      <dl className="total">
        {order.lines.map((line) => (
          <div key={line.id}>
            <dt>
              <DomainName name={line.name} ascii={line.ascii} />
              {'\u2003'}
              {t('years', { count: line.years })}
            </dt>
            <dd>{money(line.subtotalFen)}</dd>
          </div>
        ))}
        <div className="all">
          <dt>{t('confirm.due')}</dt>
          <dd>{money(order.totalFen)}</dd>
        </div>
      </dl>
      <p className="small soft">
        <Link to="/help/$slug" params={{ slug: 'invoice' }}>
          {t('pay.invoice')}
        </Link>
      </p>
    </aside>
  )
}
