import { cite, type Finding } from '@yuming/rules'
import { StepRefused } from '../../../kernel/tasks/index.ts'
import type { AgreedFee, Registry } from '../../domains/index.ts'

const raised: Finding = {
  rule: 'NAME-PREMIUM-02',
  severity: 'refuse',
  field: 'name',
  message: {
    zh: '注册局提高了这个溢价域名的价，超过下单时锁定的价',
    en: 'The registry has raised the price of this premium name above the one frozen with the order',
  },
  remedy: {
    zh: '没有注册，钱已退回；按新价再下单',
    en: 'It was not registered and your money is back; order again at the new price',
  },
  source: cite('RFC 8748', '§5.2.1', { date: '2020-03-01' }),
  from: '2026-11-01',
}

/**
 * The fee that a premium name's create may name: the frozen one, or less. A registry that wants more than was frozen, or in
 * another currency, never gets the create.
 * @throws StepRefused
 */
export async function feeOfToday(
  registry: Registry,
  { ascii, years }: { ascii: string; years: number },
  frozen: AgreedFee,
): Promise<AgreedFee | undefined> {
  const answer = (await registry.check([ascii], { years })).get(ascii)
  // Taken meanwhile, or not told: the create names the frozen fee, and the registry decides.
  if (!answer?.available) return frozen
  // It has the price of its suffix now, which the registry takes without an agreement.
  if (!answer.premium) return undefined
  const { fee } = answer.premium
  if (!fee || fee.currency !== frozen.currency || Number(fee.amount) > Number(frozen.amount))
    throw new StepRefused({ code: 'order.fee-raised', findings: [raised] })
  return fee
}
