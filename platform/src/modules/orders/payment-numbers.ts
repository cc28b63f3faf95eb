/** Our own number of a trade at a channel: one order may need several, when an earlier one was closed. */
export function outTradeNo(orderNumber: string, attempt: number): string {
  return `${orderNumber}P${String(attempt).padStart(2, '0')}`
}
