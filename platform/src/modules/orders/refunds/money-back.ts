import type { Text } from '@yuming/rules'
import type { RefundTo } from '../states.ts'

interface Lost {
  readonly subtotal_fen: number
  readonly refund_to: RefundTo | null
  /** How it was paid. */
  readonly method: string | null
}

/** Where the money of lines that came to nothing is, as messages say it: a sentence for each place. */
export function moneyBack(lines: readonly Lost[]): Text {
  const paid = lines.filter(({ subtotal_fen }) => subtotal_fen > 0)
  if (paid.length === 0) return { zh: '没有扣款。', en: 'Nothing was charged.' }
  const places = Map.groupBy(paid, ({ refund_to, method }) => {
    const to = refund_to ?? (method === 'balance' ? 'balance' : 'channel')
    return to === 'balance' && method !== 'balance' ? 'refused' : to
  })
  const said = [...places].map(([place, there]) =>
    sentences[place]((there.reduce((all, { subtotal_fen }) => all + subtotal_fen, 0) / 100).toFixed(2)),
  )
  return { zh: said.map(({ zh }) => zh).join(''), en: said.map(({ en }) => en).join(' ') }
}

const sentences: Readonly<Record<RefundTo | 'refused', (sum: string) => Text>> = {
  balance: (sum) => ({ zh: `¥${sum} 已退回账户余额。`, en: `CNY ${sum} is back in your balance.` }),
  channel: (sum) => ({ zh: `¥${sum} 已原路退回。`, en: `CNY ${sum} went back the way it came.` }),
  refused: (sum) => ({
    zh: `付款渠道不能退这笔款，¥${sum} 已转入账户余额，可以用来买别的，要退回请联系客服。`,
    en: `The payment channel cannot take the refund: CNY ${sum} is in your balance, for another purchase, or to be returned when you ask our support.`,
  }),
  operator: (sum) => ({
    zh: `¥${sum} 的退款付款渠道没有办成，已交我们的财务人工处理，要比平时久；您不用做什么，退到以后另行通知。`,
    en: `The payment channel did not make the refund of CNY ${sum}; our finance staff have it now. It takes longer than usual; you need do nothing, and are told when it is done.`,
  }),
}
