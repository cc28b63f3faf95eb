import { both, type Html, html, page } from '../control/html.ts'
import { yuanOf } from './amount.ts'
import type { PaymentChannel } from './channel.ts'
import type { Trade } from './trades.ts'

const titles: Readonly<Record<Trade['status'], { zh: string; en: string }>> = {
  PREPARED: { zh: '未扫码', en: 'not scanned' },
  WAIT_BUYER_PAY: { zh: '待付款', en: 'waiting for the buyer' },
  TRADE_SUCCESS: { zh: '已付款', en: 'paid' },
  TRADE_CLOSED: { zh: '已关闭', en: 'closed' },
}

function statusOf(trade: Trade): Html {
  return both(titles[trade.status].zh, titles[trade.status].en)
}

/** What a merchant who allows online banking only makes of the cashier. */
const bankChoice = html`<label>${both('选择网银', 'Choose a bank')}<select name="bank">${[
  ['A', '甲银行 Bank A'],
  ['B', '乙银行 Bank B'],
  ['C', '丙银行 Bank C'],
].map(([code, name]) => html`<option value="${code}">${name}</option>`)}</select></label>`

/** Where a person pays or turns back. */
export function cashierPage(trade: Trade): string {
  const open = trade.status === 'WAIT_BUYER_PAY'
  return page(
    { zh: '收银台', en: 'Cashier' },
    html`<div class="card"><div>${trade.subject}</div><div class="sum">¥ ${yuanOf(trade.totalFen)}</div>
<div>${both('订单号', 'Order')} ${trade.outTradeNo} · ${statusOf(trade)}</div></div>
${
  open
    ? html`<form method="post">${trade.payChannels === 'bankPay' && bankChoice}<button name="do" value="pay">${'确认付款 Pay'}</button>
<button class="quiet" name="do" value="cancel">${'取消并返回 Cancel'}</button></form>`
    : trade.returnUrl !== '' &&
      html`<p><a href="${trade.returnUrl}">${both('返回商户', 'Back to the merchant')}</a></p>`
}`,
  )
}

/** The channel as its operator sees it, with the switches for what may go wrong. */
export function paymentPage(channel: PaymentChannel, instant: (iso: string | null) => string): string {
  const { faults } = channel.notifications
  return page(
    { zh: '支付', en: 'Payment channel' },
    html`<p>${both('应用', 'App id')} ${channel.merchant.appId}</p>
<h2>${both('通知的毛病', 'What goes wrong with notifications')}</h2>
<form method="post" action="/control/payment/faults">
<label>${both('每条发几次', 'copies')}<input type="number" name="copies" min="1" max="20" value="${faults.copies}"></label>
<label>${both('推迟（毫秒）', 'late, ms')}<input type="number" name="lateMs" min="0" max="86400000" value="${faults.lateMs}"></label>
${check('wrongAmount', faults.wrongAmount, both('金额错', 'wrong amount'))}
${check('badSignature', faults.badSignature, both('签名错', 'bad signature'))}
${check('silent', faults.silent, both('不发', 'send none'))}
<label>${both('退款不答几次', 'refunds without an answer')}<input type="number" name="unansweredRefunds" min="0" max="1000" value="${channel.unansweredRefunds}"></label>
<label>${both('退款都拒绝，代码', 'refuse refunds with')}<input name="refundRefusal" placeholder="ACQ.TRADE_HAS_FINISHED" value="${channel.gateway.refundRefusal}"></label>
<button>${'应用 Apply'}</button></form>
<h2>${both('交易', 'Trades')}</h2><div class="scroll"><table><tr><th>订单号 Order</th><th>金额 Amount</th><th>状态 State</th><th>时间 Time</th><th></th></tr>
${channel.trades.list().map(
  (trade) => html`<tr><td>${trade.outTradeNo}<br>${trade.subject}</td><td class="number">${yuanOf(trade.totalFen)}${
    trade.refundedFen > 0 && html`<br>−${yuanOf(trade.refundedFen)}`
  }</td><td>${statusOf(trade)}</td><td>${instant(trade.createdAt)}</td><td>
${trade.status === 'WAIT_BUYER_PAY' || trade.status === 'PREPARED' ? html`<a href="/alipay/cashier/${trade.token}">${both('去付款', 'pay')}</a>` : ''}
${trade.notifyUrl !== '' && html`<form class="inline" method="post" action="/control/payment/trades/${trade.outTradeNo}/notify"><button class="quiet">${'再通知 Notify again'}</button></form>`}</td></tr>`,
)}</table></div>
<h2>${both('通知', 'Notifications')}</h2><div class="scroll"><table><tr><th>订单号 Order</th><th>地址 Address</th><th>次数 Tries</th><th>下次 Next</th><th>回答 Answer</th></tr>
${channel.notifications
  .list(50)
  .map(
    (one) =>
      html`<tr><td>${one.outTradeNo}</td><td>${one.url}</td><td class="number">${one.attempts}</td><td>${
        one.acknowledgedAt ? both('已确认', 'acknowledged') : instant(one.nextAt)
      }</td><td>${one.lastAnswer}</td></tr>`,
  )}</table></div>`,
  )
}

function check(name: string, on: boolean, label: Html): Html {
  return html`<label class="check"><input type="checkbox" name="${name}" value="true"${on && html` checked`}>${label}</label>`
}
