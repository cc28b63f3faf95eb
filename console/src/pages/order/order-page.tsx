import type { Order, Session } from '../../api/types.ts'
import { useOrder } from '../../api/use-order.ts'
import { Empty } from '../../design/empty.tsx'
import { Failure } from '../../design/failure.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { Steps } from '../../design/steps.tsx'
import { Timeline } from '../../design/timeline.tsx'
import { money } from '../../i18n/format.ts'
import { t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'
import { useParams } from '../../router/place.ts'
import { Page } from '../../shell/page.tsx'
import { SignedIn } from '../../shell/signed-in.tsx'
import { headlineOf } from './headline.ts'
import { NextSteps } from './next-steps.tsx'
import { OrderLineItem } from './order-line.tsx'
import './order-page.css'

export function OrderPage() {
  const { number } = useParams('/orders/$number')
  return (
    <Page title={t('order.title', { number })} api={`GET /v1/orders/${number} (text/event-stream)`}>
      <SignedIn top>{(_, session) => <OrderView number={number} session={session} />}</SignedIn>
    </Page>
  )
}

export function OrderView({ number, session }: { number: string; session: Session }) {
  const order = useOrder(number)
  if (order.isPending) return <Skeleton />
  // What is known of an order stays on the screen when asking again once fails.
  if (order.isLoadingError) {
    if ('status' in order.error && order.error.status === 404)
      return (
        <Empty
          top
          title={t('order.unknown')}
          acts={
            <Link className="btn" to="/orders">
              {t('nav.orders')}
            </Link>
          }
        />
      )
    return <Failure error={order.error} again={() => order.refetch()} />
  }
  return <Result order={order.data} today={session.clock.today} />
}

function Result({ order, today }: { order: Order; today: string }) {
  const won = order.lines.filter((line) => line.state === 'succeeded')
  return (
    <>
      <Steps now={['awaiting-payment', 'closed'].includes(order.state) ? 1 : 2} />
      <section className="live" role="status" aria-live="polite">
        <h1>{headlineOf(order)}</h1>
        {order.state === 'awaiting-payment' ? (
          <Link className="btn btn--main" to="/orders/$number/pay" params={{ number: order.number }}>
            {t('order.goPay')}
          </Link>
        ) : (
          <Link className="btn" to="/orders">
            {t('order.all')}
          </Link>
        )}
        <p>
          {t('order.number', { number: order.number })}
          {'\u2003'}
          {order.front && (
            <>
              {t(`site.${order.front}`)}
              {'\u2003'}
            </>
          )}
          {order.paidAt &&
            t('order.paid', {
              price: money(order.totalFen),
              method: t(`paidBy.${order.method ?? 'balance'}`),
            })}
          {order.refundedFen > 0 && `${t('order.refunded', { price: money(order.refundedFen) })}${t('stop')}`}
          {order.state === 'processing' && t('order.live')}
        </p>
      </section>
      <div className="two">
        <div className="stack-l">
          <section className="sec">
            <h2>{t('order.results')}</h2>
            <ul className="items">
              {order.lines.map((line) => (
                <OrderLineItem key={line.id} line={line} />
              ))}
            </ul>
            {order.lines.some((line) => line.state === 'failed' || line.state === 'refunded') && (
              <p className="help">
                <Link to="/help/$slug" params={{ slug: 'registration-failed' }}>
                  {t('order.whyFailed')}
                </Link>
              </p>
            )}
          </section>
          {won.length > 0 && order.kind === 'register' && <NextSteps number={order.number} won={won} />}
          <p className="help">
            <Link to="/help/$slug" params={{ slug: 'faq' }}>
              {t('order.faq')}
            </Link>
            {'\u2003'}
            <Link to="/help/$slug" params={{ slug: 'invoice' }}>
              {t('pay.invoice')}
            </Link>
          </p>
        </div>
        <aside className="panel" aria-label={t('order.timeline')}>
          <h2>{t('order.timeline')}</h2>
          <Timeline entries={order.timeline} today={today} />
        </aside>
      </div>
    </>
  )
}
