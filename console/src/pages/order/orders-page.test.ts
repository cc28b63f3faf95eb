import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiProblem } from '../../api/problem.ts'
import { orderQuery, ordersQuery, sessionQuery } from '../../api/queries.ts'
import { loadText, startText } from '../../i18n/text.ts'

beforeEach(async () => {
  vi.stubGlobal('location', { pathname: '/orders', search: '', hash: '' })
  vi.stubGlobal('history', { state: null })
  await startText()
  await loadText('rest')
})

const order = {
  number: '2026112400001',
  kind: 'register',
  state: 'processing',
  createdAt: '2026-11-24T00:00:00Z',
  paidAt: null,
  totalFen: 2900,
  refundedFen: 0,
  front: null,
  lines: [{ id: '1', name: '山月茶.cn', ascii: 'x.cn', state: 'executing', detail: null, findings: [] }],
  timeline: [],
}
const session = { account: { name: 'a', role: 'owner' }, clock: { today: '2026-11-24' }, site: {}, rulesDate: '' }

/** The page as it is drawn when the last calls of its queries, that of the session too, have failed. */
async function drawn(page: 'orders' | 'order', data: unknown): Promise<string> {
  const { OrdersPage } = await import('./orders-page.tsx')
  const { OrderView } = await import('./order-page.tsx')
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false } } })
  const failed = (queryKey: readonly unknown[], known: unknown) =>
    client
      .getQueryCache()
      .build(client, { queryKey })
      .setState({
        data: known,
        dataUpdatedAt: Date.now(),
        status: 'error',
        error: new ApiProblem(0, {}),
        fetchMeta: { fetchMore: { direction: 'forward' } },
      })
  // Whoever was signed in still is, when only the question is lost.
  failed(sessionQuery.queryKey, session)
  failed(page === 'orders' ? ordersQuery.queryKey : orderQuery(order.number).queryKey, data)
  const element =
    page === 'orders'
      ? createElement(OrdersPage)
      : createElement(OrderView, { number: order.number, session: session as never })
  return renderToStaticMarkup(createElement(QueryClientProvider, { client }, element))
}

describe('what is known of orders', () => {
  it('stays when older ones cannot be had, which is said below', async () => {
    const text = await drawn('orders', { pages: [{ orders: [order], next: 'older' }], pageParams: [undefined] })
    expect(text).toContain(order.number)
    expect(text).toContain('没有连上服务器')
  })

  it('stays on the page of one order when asking again fails', async () => {
    expect(await drawn('order', order)).toContain('山月茶')
  })
})
