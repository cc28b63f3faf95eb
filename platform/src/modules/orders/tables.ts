import type { Finding } from '@yuming/rules'
import type { ColumnType, Generated } from 'kysely'
import type { ShopFront } from '../../kernel/http/index.ts'
import type { AgreedFee, RegistryAnswer } from '../domains/index.ts'
import type { ChannelMethod, LineState, OrderState, PaidBy, RefundTo } from './states.ts'

type Json<T> = ColumnType<T, string, string>

export interface OrderTable {
  id: string
  number: string
  account: string
  kind: 'register' | 'renew'
  state: OrderState
  holder_type: 'person' | 'organisation' | null
  template: string | null
  method: PaidBy | null
  /** Where it was made; null of before that was kept. */
  front: Generated<ShopFront['kind'] | null>
  total_fen: number
  refunded_fen: Generated<number>
  terms_accepted_at: Date
  created_at: Date
  pay_by: Date
  paid_at: Date | null
  ended_at: Date | null
}

export interface OrderLineTable {
  id: string
  order_id: string
  position: number
  name: string
  ascii: string
  suffix: string
  years: number
  unit_text: string
  discount_fen: number
  subtotal_fen: number
  promotion: string | null
  /** Of a premium name: the registry's fee that the frozen price was made from. */
  premium: Json<AgreedFee> | null
  expected_expiry: Date | null
  state: LineState
  task: string | null
  expires_at: Date | null
  /** Where its money is, once that is known; null of all that did not fail. */
  refund_to: Generated<RefundTo | null>
  failure: Json<Finding[]> | null
  registry_answer: Json<RegistryAnswer> | null
}

export interface PaymentTable {
  id: string
  out_trade_no: string
  account: string
  order_id: string | null
  channel: 'alipay'
  method: ChannelMethod
  /** What it asks for. */
  fen: number
  state: 'pending' | 'paid' | 'other-amount' | 'closed'
  /** What came, where that is another amount. */
  received_fen: Generated<number | null>
  channel_trade_no: string | null
  created_at: Date
  asked_at: Date | null
  paid_at: Date | null
}

export interface PaymentNoticeTable {
  id: Generated<number>
  out_trade_no: string | null
  digest: string
  outcome: string
  at: Date
}

export interface RefundMatterTable {
  line: string
  code: string
  out_trade_no: string
  source: 'frozen' | 'revenue'
  opened_at: Date
  decision: Generated<'balance' | 'channel' | null>
  reference: Generated<string | null>
  decided_at: Generated<Date | null>
  decided_by: Generated<string | null>
}

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    orders: OrderTable
    order_line: OrderLineTable
    payment: PaymentTable
    payment_notice: PaymentNoticeTable
    refund_matter: RefundMatterTable
  }
}
