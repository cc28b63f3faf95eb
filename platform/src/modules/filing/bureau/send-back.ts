import { moveOrder, note, type OrderRow } from '../orders.ts'
import type { BureauCode } from '../ports.ts'
import { endSms } from '../sms/reach-bureau.ts'
import { tellLapsed, tellReturned } from '../tell.ts'
import type { NewsContext } from './news-context.ts'

export interface Returned {
  readonly codes: readonly (Pick<BureauCode, 'code' | 'means' | 'field'> & { readonly said: string | null })[]
  /** In the bureau's own words. */
  readonly heard: string
  readonly reasons: readonly string[]
}

/** A bureau sent an order back: for its owner to correct, or to send again as it is where the check by SMS was missed. False: it had moved on. */
export async function sendBack(order: OrderRow, detail: Returned, context: NewsContext): Promise<boolean> {
  await endSms(order.number, context)
  if (detail.heard.includes('短信') && /超|未完成|错误/.test(detail.heard)) {
    if ((await moveOrder(order, 'lapse', context)) === undefined) return false
    await note(order.id, 'lapsed', 'ministry', context, { ...detail })
    await tellLapsed(order, context)
    return true
  }
  if ((await moveOrder(order, 'refuse', context)) === undefined) return false
  await note(order.id, 'bureau-refused', 'bureau', context, { ...detail })
  await tellReturned(order, { by: 'bureau', reasons: detail.reasons, remark: detail.heard }, context)
  return true
}
