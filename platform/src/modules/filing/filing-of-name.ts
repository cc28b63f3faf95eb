import { chinaDay } from '../../kernel/clock/index.ts'
import type { Trx } from '../../kernel/database/index.ts'
import type { FilingOfName } from '../domains/index.ts'
import { listedOrder } from './queries.ts'
import type { FilingState } from './states.ts'

type Said = { readonly zh: string; readonly en: string }

/** In few words, as the strip on a name's page has room for. */
const said: Readonly<Record<Exclude<FilingState, 'passed' | 'withdrawn'>, Said>> = {
  draft: { zh: '填写中', en: 'Being filled in' },
  returned: { zh: '初审退回', en: 'Returned by us' },
  refused: { zh: '管局退回', en: 'Returned by the bureau' },
  lapsed: { zh: '短信逾期', en: 'SMS check missed' },
  photo: { zh: '等核验', en: 'To be checked' },
  sms: { zh: '等短信核验', en: 'SMS check' },
  'first-review': { zh: '初审中', en: 'First review' },
  ready: { zh: '待送管局', en: 'To be sent' },
  'by-hand': { zh: '待送管局', en: 'To be sent' },
  submitting: { zh: '送交中', en: 'Being sent' },
  held: { zh: '我们在处理', en: 'We are mending it' },
  bureau: { zh: '管局审核', en: 'At the bureau' },
}

/**
 * Where one of the account's names stands with its filing (备案): the order that runs for it, else what is filed.
 * @returns undefined when there is neither
 */
export async function filingOfName(
  trx: Trx,
  { account, ascii }: { account: string; ascii: string },
): Promise<FilingOfName | undefined> {
  const order = await trx
    .selectFrom('filing_order')
    .innerJoin('filing_order_domain', 'filing_order_domain.filing_order', 'filing_order.id')
    .selectAll('filing_order')
    .where('filing_order_domain.account', '=', account)
    .where('filing_order_domain.ascii', '=', ascii)
    .where('filing_order_domain.running', '=', true)
    .executeTakeFirst()
  if (order && order.state !== 'passed' && order.state !== 'withdrawn') {
    const { number, turn } = listedOrder(order)
    return {
      state: 'under-way',
      order: number,
      said: said[order.state],
      turn,
      until: order.due_at && chinaDay(order.due_at),
    }
  }
  const filed = await trx
    .selectFrom('filing_domain')
    .innerJoin('filing_service', 'filing_service.id', 'filing_domain.service')
    .innerJoin('filing_subject', 'filing_subject.id', 'filing_service.subject')
    .select('filing_service.number')
    .where('filing_subject.account', '=', account)
    .where('filing_domain.ascii', '=', ascii)
    .where('filing_domain.ended_at', 'is', null)
    .executeTakeFirst()
  return filed && { state: 'filed', number: filed.number }
}
