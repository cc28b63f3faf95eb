import { chinaDay } from '../../kernel/clock/index.ts'
import { paidBy } from './paid-by.ts'
import type { OtherAmount, WholeOrder } from './queries.ts'
import type { PaidBy, RefundTo } from './states.ts'

type Text = { zh: string; en: string }
type Line = WholeOrder['lines'][number]
type Kind = WholeOrder['order']['kind']
type ShownState = 'waiting' | 'executing' | 'unknown' | 'succeeded' | 'failed' | 'refunded'

const text = (zh: string, en: string): Text => ({ zh, en })
const yuan = (fen: number) => `¥${(fen / 100).toFixed(2)}`

/** An order as the API shows it: each line's fate, and whose turn it is. */
export function presentOrder(whole: WholeOrder) {
  const { order, lines } = whole
  return {
    number: order.number,
    kind: order.kind,
    state: order.state,
    createdAt: order.created_at.toISOString(),
    paidAt: order.paid_at?.toISOString() ?? null,
    payBy: order.pay_by.toISOString(),
    front: order.front,
    method: order.method,
    totalFen: order.total_fen,
    refundedFen: order.refunded_fen,
    lines: lines.map((line) => presentLine(line, order)),
    timeline: timelineOf(whole),
  }
}

function presentLine(line: Line, { kind, method }: Pick<WholeOrder['order'], 'kind' | 'method'>) {
  const state = shownState(line)
  return {
    id: line.id,
    name: line.name,
    ascii: line.ascii,
    suffix: line.suffix,
    years: line.years,
    unitText: line.unit_text,
    discountFen: line.discount_fen,
    subtotalFen: line.subtotal_fen,
    premium: line.premium !== null,
    state,
    task: line.task,
    expiresOn: line.expires_at ? chinaDay(line.expires_at) : null,
    findings: line.failure ?? [],
    detail: detailOf(line, state, kind, method),
    refundTo: line.refund_to,
    ...(line.registry_answer ? { registry: line.registry_answer } : {}),
  }
}

function shownState(line: Line): ShownState {
  if (line.state === 'succeeded' || line.state === 'refunded' || line.state === 'failed') return line.state
  if (line.task_state === 'unknown') return 'unknown'
  return line.task_state === 'executing' ? 'executing' : 'waiting'
}

function detailOf(line: Line, state: ShownState, kind: Kind, method: PaidBy | null): Text {
  const renews = kind === 'renew'
  const notDone = renews ? text('没有续成', 'Not renewed') : text('没有注册成', 'Not registered')
  const expires = line.expires_at ? chinaDay(line.expires_at) : ''
  const why = line.failure?.[0]?.message
  switch (state) {
    case 'succeeded':
      return renews
        ? text(`已续费，新到期日 ${expires}`, `Renewed; expires on ${expires} now`)
        : text(`已注册，到期 ${expires}`, `Registered; expires on ${expires}`)
    case 'refunded':
    case 'failed': {
      const money = moneyOf([line], method)
      return text(`${why?.zh ?? notDone.zh}；${money.zh}`, `${why?.en ?? notDone.en}; ${money.en}`)
    }
    case 'unknown':
      return text(
        '命令已送到注册局，应答没有回来。我们不会重发，正在查它是否已经办成',
        'The command reached the registry and no answer came. We do not send it again; we are reading what became of it',
      )
    case 'executing':
      return renews
        ? text('正在向注册局续费', 'Being renewed at the registry')
        : text('正在向注册局注册', 'Being registered at the registry')
    default:
      return line.state === 'awaiting-payment'
        ? renews
          ? text('等付款；付款后才向注册局续费', 'Waiting for payment; the registry hears of it after that')
          : text('等付款；付款前名字不为任何人保留', 'Waiting for payment; nothing holds the name until then')
        : line.state === 'closed'
          ? text('订单已关闭', 'The order is closed')
          : text('已付款，排队中', 'Paid; in the queue')
  }
}

type Entry = {
  key: string
  title: Text
  detail: Text
  at: string | null
  state: 'done' | 'now' | 'coming' | 'failed'
  turn?: 'you' | 'we' | 'registry'
}

function timelineOf({ order, lines, late, otherAmounts }: WholeOrder): Entry[] {
  const by = paidBy[order.method ?? 'balance']
  const total = lines.length
  const ended = lines.filter(({ state }) => state === 'succeeded' || state === 'refunded').length
  const won = lines.filter(({ state }) => state === 'succeeded').length
  const lost = lines.filter(({ state }) => state === 'failed' || state === 'refunded')
  const paid = order.paid_at !== null
  const entries: Entry[] = [
    {
      key: 'confirmed',
      title: text('确认订单', 'Confirmed'),
      detail: text(`价格锁定 ${yuan(order.total_fen)}`, `Price frozen at ${yuan(order.total_fen)}`),
      at: order.created_at.toISOString(),
      state: 'done',
    },
    ...otherAmounts.map((came, index) => otherAmountEntry(came, index, order.state === 'awaiting-payment')),
    {
      key: 'paid',
      title: text('付款', 'Payment'),
      detail: paid
        ? text(`${by.zh}，付 ${yuan(order.total_fen)}`, `${by.en}: ${yuan(order.total_fen)}`)
        : order.state === 'closed'
          ? late
            ? text(
                `订单关闭以后才付到，${yuan(late.fen)} 已转入账户余额`,
                `Paid after the order was closed; ${yuan(late.fen)} is on your balance`,
              )
            : text('没有付款，订单已关闭', 'Not paid; the order is closed')
          : text('等你付款', 'Waiting for you'),
      at: order.paid_at?.toISOString() ?? null,
      state: paid ? 'done' : order.state === 'closed' ? 'failed' : 'now',
      ...(paid || order.state === 'closed' ? {} : { turn: 'you' as const }),
    },
  ]
  if (order.state === 'closed') return entries
  if (late)
    entries.push({
      key: 'paid-twice',
      title: text('又付了一次', 'Paid once more'),
      detail: text(
        `这个订单不用再付；多付的 ${yuan(late.fen)} 已转入账户余额，可以用来买别的，要退回请联系客服`,
        `Nothing more was due; the ${yuan(late.fen)} paid too much are on your balance, for another purchase, or to be returned when you ask our support`,
      ),
      at: late.at?.toISOString() ?? null,
      state: 'done',
    })
  const done = paid && ended === total
  entries.push({
    key: 'registering',
    title:
      order.kind === 'renew'
        ? text('向注册局续费', 'Renewing at the registry')
        : text('向注册局注册', 'Registering at the registry'),
    detail: text(`${total} 个里成了 ${won} 个`, `${won} of ${total} done`),
    at: done ? (order.ended_at?.toISOString() ?? null) : null,
    state: done ? (won === 0 ? 'failed' : 'done') : paid ? 'now' : 'coming',
    ...(paid && !done ? { turn: 'registry' as const } : {}),
  })
  if (lost.length > 0)
    entries.push({
      key: 'refunded',
      title: text('没办成的：退款', 'Not registered: refund'),
      detail: moneyOf(lost, order.method),
      at: order.ended_at?.toISOString() ?? null,
      state: lost.every(({ state }) => state === 'refunded') ? 'done' : 'now',
      turn: 'we',
    })
  entries.push({
    key: 'told',
    title: text('通知', 'Notice'),
    detail: text('邮件一封', 'By mail'),
    at: order.ended_at?.toISOString() ?? null,
    state: order.ended_at ? 'done' : 'coming',
  })
  return entries
}

/** A trade of the order that was paid with another amount: it paid for nothing, and the money is the customer's. */
function otherAmountEntry({ method, dueFen, receivedFen, at }: OtherAmount, index: number, open: boolean): Entry {
  const [came, due, by] = [yuan(receivedFen), yuan(dueFen), paidBy[method]]
  const next = open
    ? text(
        '订单还要付：用余额付，或者再付一次全款',
        'the order is still to be paid, from the balance or once more in full',
      )
    : text('可以用来买别的，要退回请联系客服', 'for another purchase, or to be returned when you ask our support')
  return {
    key: `other-amount-${index + 1}`,
    title: text('到账的金额不对', 'Another amount came'),
    detail: text(
      `${by.zh}到账 ${came}，不是应付的 ${due}；已转入账户余额，${next.zh}`,
      `${by.en}: ${came} came where ${due} was due; it is on your balance, ${next.en}`,
    ),
    at: at?.toISOString() ?? null,
    state: 'failed',
  }
}

/** Where the money of lines that came to nothing is, or goes: a part for each place. */
function moneyOf(lost: readonly Line[], method: PaidBy | null): Text {
  const paid = lost.filter(({ subtotal_fen }) => subtotal_fen > 0)
  if (paid.length === 0) return text('没有扣款', 'nothing was charged')
  const places = Map.groupBy(paid, ({ state, refund_to }) => refund_to ?? (state === 'refunded' ? 'back' : 'under-way'))
  const said = [...places].map(([place, there]) => {
    const sum = yuan(there.reduce((all, line) => all + line.subtotal_fen, 0))
    return moneyAt(place, sum, method ?? 'balance')
  })
  return text(said.map(({ zh }) => zh).join('；'), said.map(({ en }) => en).join('; '))
}

function moneyAt(place: RefundTo | 'back' | 'under-way', sum: string, method: PaidBy): Text {
  const by = paidBy[method]
  switch (place) {
    case 'balance':
      return method === 'balance'
        ? text(`${sum} 已退回账户余额`, `${sum} is back on the balance`)
        : text(
            `${by.zh}不能退这笔款，${sum} 已转入账户余额`,
            `${by.en} cannot take the refund; ${sum} is on the balance`,
          )
    case 'channel':
      return text(`${sum} 已原路退回${by.zh}`, `${sum} went back the way it came (${by.en})`)
    case 'operator':
      return text(
        `${sum} 的退款${by.zh}没有办成，我们的财务在处理，要比平时久，退到以后通知你`,
        `${by.en} did not make the refund of ${sum}; our finance staff have it, it takes longer than usual, and you are told when it is done`,
      )
    case 'back':
      return text(`${sum} 已退回`, `${sum} is back`)
    case 'under-way':
      return method === 'balance'
        ? text(`${sum} 正在退回账户余额，不用申请`, `${sum} goes back to the balance; you need not ask`)
        : text(`${sum} 正在原路退回${by.zh}，不用申请`, `${sum} goes back the way it came (${by.en}); you need not ask`)
  }
}
