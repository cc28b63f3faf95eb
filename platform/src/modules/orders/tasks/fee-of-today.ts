import { cite, type Finding } from '@yuming/rules'
import { StepRefused } from '../../../kernel/tasks/index.ts'
import type { AgreedFee, Registry } from '../../domains/index.ts'

export const feeRaisedRule = 'NAME-PREMIUM-02'

/** What the registry asked when the order was placed, and what it asks now, in its own currency. */
const raised = (frozen: AgreedFee, now: AgreedFee | null): Finding => ({
  rule: feeRaisedRule,
  severity: 'refuse',
  field: 'name',
  message: {
    zh: `注册局提高了这个溢价域名的价：下单时${frozen.amount} ${frozen.currency}，现在${now ? `${now.amount} ${now.currency}` : '没有报价'}`,
    en: `The registry has raised the price of this premium name: ${frozen.amount} ${frozen.currency} when you ordered, ${now ? `${now.amount} ${now.currency}` : 'none told'} now`,
  },
  remedy: {
    zh: '没有按新价注册；要的话，再查一次，按新价下单',
    en: 'It was not registered at the new price; search for it again and order at that price if you want it',
  },
  source: cite('RFC 8748', '§5.2.1', { date: '2020-03-01' }),
  from: '2026-11-01',
})

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
    throw new StepRefused({ code: 'order.fee-raised', findings: [raised(frozen, fee ?? null)] })
  return fee
}
