import { beforeAll, describe, expect, it } from 'vitest'
import type { LineState, Order } from '../../api/types.ts'
import { loadText, startText } from '../../i18n/text.ts'
import { headlineOf } from './headline.ts'

beforeAll(async () => {
  await startText()
  await loadText('rest')
})

const order = (state: Order['state'], lines: LineState[], kind: Order['kind'] = 'register'): Order => ({
  number: '1',
  state,
  kind,
  createdAt: '2026-11-24T00:00:00Z',
  paidAt: null,
  payBy: '2026-11-24T00:30:00Z',
  front: null,
  method: null,
  totalFen: 0,
  refundedFen: 0,
  timeline: [],
  lines: lines.map((line, index) => ({
    id: String(index),
    name: 'a.cn',
    ascii: 'a.cn',
    suffix: 'cn',
    years: 1,
    unitText: '¥29',
    discountFen: 0,
    subtotalFen: 0,
    premium: false,
    refundTo: null,
    state: line,
    task: null,
    expiresOn: null,
    findings: [],
    detail: { zh: '', en: '' },
  })),
})

describe('the sentence over an order (S1-90)', () => {
  it.each<[string, Order]>([
    ['还没有付款。', order('awaiting-payment', ['waiting'])],
    ['订单已关闭，没有扣款。', order('closed', ['waiting'])],
    ['三个名字，都是你的了。', order('succeeded', ['succeeded', 'succeeded', 'succeeded'])],
    ['两个名字，都已续费。', order('succeeded', ['succeeded', 'succeeded'], 'renew')],
    ['三个名字，一个已是你的，一个还在办，一个没办成。', order('processing', ['succeeded', 'unknown', 'refunded'])],
    ['一个名字，一个没办成。', order('failed', ['failed'])],
    [
      '12个名字，12个还在办。',
      order(
        'processing',
        Array.from({ length: 12 }, () => 'executing' as const),
      ),
    ],
  ])('%s', (sentence, given) => {
    expect(headlineOf(given)).toBe(sentence)
  })
})
