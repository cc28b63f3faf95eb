import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Order } from './types.ts'
import { askAgainAfter, followOrder } from './use-order.ts'

afterEach(() => vi.unstubAllGlobals())

const answering = (body: string, status = 200) =>
  vi.stubGlobal('fetch', () =>
    Promise.resolve(
      new Response(body, {
        status,
        headers: { 'content-type': status === 200 ? 'text/event-stream' : 'application/json' },
      }),
    ),
  )

async function follow(): Promise<string[]> {
  const states: string[] = []
  await followOrder('20261124000017', new AbortController().signal, (order: Order) => states.push(order.state))
  return states
}

describe('an order that is watched', () => {
  it('is handed on at each change, in order, and other events are passed over', async () => {
    answering(
      'event: order\ndata: {"state":"processing"}\n\nevent: hello\ndata: {}\n\nevent: order\ndata: {"state":"succeeded"}\n\n',
    )
    expect(await follow()).toEqual(['processing', 'succeeded'])
  })

  it('ends where the stream is cut, without half an order', async () => {
    answering('event: order\ndata: {"state":"processing"}\n\nevent: order\ndata: {"state":"suc')
    expect(await follow()).toEqual(['processing'])
  })

  it('says so when it is somebody else’s', async () => {
    answering(JSON.stringify({ code: 'order.not-found', title: '没有这个订单', findings: [] }), 404)
    await expect(follow()).rejects.toMatchObject({ status: 404, code: 'order.not-found' })
  })

  it('is asked about again every ten seconds until it has ended', () => {
    expect(askAgainAfter(undefined)).toBe(10_000)
    expect(askAgainAfter({ state: 'awaiting-payment' })).toBe(10_000)
    expect(askAgainAfter({ state: 'processing' })).toBe(10_000)
    for (const state of ['succeeded', 'partly-succeeded', 'failed', 'closed'] as const)
      expect(askAgainAfter({ state })).toBe(false)
  })
})
