import type { Context } from '../../kernel/context.ts'
import { contactOf } from '../accounts/index.ts'
import { tell } from '../notices/index.ts'
import { paidBy } from './paid-by.ts'
import type { ChannelMethod, OrderState } from './states.ts'

interface OtherAmount {
  readonly account: string
  /** The order's number, or the trade's for a top-up. */
  readonly subject: string
  readonly order: { readonly number: string; readonly state: OrderState } | undefined
  readonly method: ChannelMethod
  readonly dueFen: number
  readonly receivedFen: number
}

/** What came through the channel was not what was asked for: how much it is, where it is, and what to do. */
export async function tellOtherAmount(
  { account, subject, order, method, dueFen, receivedFen }: OtherAmount,
  { trx, clock, random }: Pick<Context, 'trx' | 'clock' | 'random'>,
): Promise<void> {
  const open = order?.state === 'awaiting-payment'
  const { locale, email } = await contactOf(trx, account)
  await tell(
    {
      kind: 'payment.other-amount',
      account,
      subject,
      locale,
      to: [{ email }],
      parameters: {
        about: order
          ? { zh: `订单 ${subject}`, en: `order ${subject}` }
          : { zh: `充值 ${subject}`, en: `top-up ${subject}` },
        method: paidBy[method],
        due: yuan(dueFen),
        came: yuan(receivedFen),
        next: open
          ? {
              zh: '订单还没有付清：请在付款期限内用余额付（不够的先充值），或者再付一次全款。',
              en: 'The order is not paid yet: pay it in time from the balance (top up what is missing), or once more in full.',
            }
          : {
              zh: '可以用来付别的订单；要退回，请联系客服。',
              en: 'You can use it for other orders, or ask our support to return it.',
            },
        link: order ? `/orders/${subject}${open ? '/pay' : ''}` : '/account',
      },
    },
    { trx, clock, random },
  )
}

const yuan = (fen: number) => (fen / 100).toFixed(2)
