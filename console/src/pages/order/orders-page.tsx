import { useInfiniteQuery } from '@tanstack/react-query'
import { ordersQuery } from '../../api/queries.ts'
import type { OrderState } from '../../api/types.ts'
import { Empty } from '../../design/empty.tsx'
import { Failure } from '../../design/failure.tsx'
import { Older } from '../../design/older.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { type Shape, State } from '../../design/state.tsx'
import { dayAndTime, money } from '../../i18n/format.ts'
import { t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'
import { Page } from '../../shell/page.tsx'
import { SignedIn } from '../../shell/signed-in.tsx'

const shapes: Record<OrderState, Shape> = {
  'awaiting-payment': 'you',
  processing: 'run',
  succeeded: 'ok',
  'partly-succeeded': 'ok',
  failed: 'fail',
  closed: 'off',
}

export function OrdersPage() {
  return (
    <Page title={t('nav.orders')} api="GET /v1/orders">
      <div className="head">
        <div>
          <h1>{t('nav.orders')}</h1>
          <p>
            <Link to="/help/$slug" params={{ slug: 'invoice' }}>
              {t('pay.invoice')}
            </Link>
          </p>
        </div>
      </div>
      <SignedIn>{() => <Orders />}</SignedIn>
    </Page>
  )
}

function Orders() {
  const orders = useInfiniteQuery(ordersQuery)
  if (orders.isPending) return <Skeleton />
  if (orders.isLoadingError) return <Failure error={orders.error} again={() => orders.refetch()} />
  const all = orders.data.pages.flatMap((page) => page.orders)
  if (all.length === 0)
    return (
      <Empty
        title={t('orders.empty')}
        acts={
          <Link className="btn btn--main" to="/">
            {t('domains.register')}
          </Link>
        }
      >
        {t('orders.emptyWhy')}
      </Empty>
    )
  return (
    <>
      <table className="tbl tbl--cards">
        <thead>
          <tr>
            <th scope="col">{t('orders.number')}</th>
            <th scope="col">{t('orders.names')}</th>
            <th scope="col">{t('templates.state')}</th>
            <th scope="col">{t('ledger.when')}</th>
            <th scope="col" className="num">
              {t('ledger.amount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {all.map((order) => (
            <tr key={order.number}>
              <th scope="row">
                <Link
                  to={order.state === 'awaiting-payment' ? '/orders/$number/pay' : '/orders/$number'}
                  params={{ number: order.number }}
                >
                  {order.number}
                </Link>
              </th>
              <td className="full">
                {t(`orders.kind.${order.kind}`)}{' '}
                <span className="sx">
                  {order.lines
                    .slice(0, 3)
                    .map((line) => line.name)
                    .join(t('listComma'))}
                </span>
                {order.lines.length > 3 && t('orders.andMore', { count: order.lines.length })}
              </td>
              <td>
                <State shape={shapes[order.state]}>{t(`orders.state.${order.state}`)}</State>
              </td>
              <td className="soft nowrap">{dayAndTime(order.createdAt)}</td>
              <td className="num">
                {money(order.totalFen)}
                {order.refundedFen > 0 && (
                  <span className="small muted"> {t('order.refunded', { price: money(order.refundedFen) })}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Older list={orders} />
    </>
  )
}
