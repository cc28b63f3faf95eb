import { child, childrenOf, elementsOf, namespaces, type XmlElement } from '@yuming/epp'
import { fenOf, yuanOf } from '../../payment/amount.ts'
import { readName } from '../names.ts'
import type { RegistrySuffix, SuffixPrices } from '../profile.ts'
import { Refused } from '../refused.ts'
import type { Call } from './dispatch.ts'

const ns = namespaces.fee
const fee = elementsOf(ns)
const currency = 'CNY'
const resultNames = { create: 'creData', renew: 'renData', transfer: 'trnData' } as const

/** RFC 8748 §5.1.1: for which commands and periods the price is asked. */
export interface FeeCheck {
  readonly commands: readonly { readonly name: string; readonly years: number }[]
}

/** RFC 8748 §5.2: what the client is ready to pay. */
export interface FeeOffer {
  readonly currency: string | undefined
  readonly fen: number
}

export function readFeeCheck(element: XmlElement): FeeCheck {
  const asked = child(element, ns, 'currency')?.text.trim()
  if (asked && asked !== currency) throw new Refused(2004, `Prices are in ${currency}`)
  return {
    commands: childrenOf(element, ns, 'command').map((command) => ({
      name: command.attributes.name ?? '',
      years: Number(child(command, ns, 'period')?.text.trim() ?? 1),
    })),
  }
}

export function readFeeOffer(element: XmlElement): FeeOffer {
  const fens = childrenOf(element, ns, 'fee').map((found) => fenOf(found.text.trim().replace(/(\.\d\d)0+$/, '$1')))
  if (fens.length === 0 || fens.includes(undefined)) throw new Refused(2005, 'The fee is no amount')
  return {
    currency: child(element, ns, 'currency')?.text.trim(),
    fen: fens.reduce<number>((sum, one) => sum + (one ?? 0), 0),
  }
}

/** A fee that was sent must be the price (RFC 8748 §3.8). @throws Refused 2004 */
export function requireFee(call: Call, command: 'create' | 'renew' | 'transfer', name: string, years: number): void {
  const offer = call.extensions.feeOffer
  if (!offer) return
  const price = readName(call.office.profile, name).suffix.prices[command] * years
  if (offer.currency !== undefined && offer.currency !== currency) throw new Refused(2004, `Prices are in ${currency}`)
  if (offer.fen !== price) throw new Refused(2004, `The fee is ${yuanOf(price)}`)
}

/** What was charged, told to a session that knows the extension and sent it. */
export function chargedFee(call: Call, command: 'create' | 'renew' | 'transfer', fen: number): XmlElement[] {
  if (!call.services.has(ns) || !call.extensions.feeOffer) return []
  const balance = call.office.accounts.balance(call.clientId)
  return [
    fee(resultNames[command], [
      fee('currency', currency),
      fee('fee', yuanOf(fen)),
      fee('balance', balance < 0 ? `-${yuanOf(-balance)}` : yuanOf(balance)),
    ]),
  ]
}

/** The prices of the names of a check (RFC 8748 §5.1.1). */
export function checkedFees(call: Call, names: readonly string[]): XmlElement[] {
  const asked = call.extensions.feeCheck
  if (!asked) return []
  return [fee('chkData', [fee('currency', currency), ...names.map((name) => priced(call, name, asked))])]
}

function priced(call: Call, name: string, asked: FeeCheck): XmlElement {
  const suffix = suffixOf(call, name)
  if (!suffix) return fee('cd', [fee('objID', name), fee('reason', 'The name is not served here')], { avail: '0' })
  return fee(
    'cd',
    [
      fee('objID', name),
      ...asked.commands.map((command) => {
        const price = suffix.prices[command.name as keyof SuffixPrices] as number | undefined
        const inRange =
          Number.isInteger(command.years) && command.years >= 1 && command.years <= call.office.profile.maxYears
        if (price === undefined || !inRange)
          return fee('command', [fee('reason', 'No such price')], { name: command.name })
        const isYearly = command.name !== 'restore'
        return fee(
          'command',
          [
            isYearly ? fee('period', String(command.years), { unit: 'y' }) : undefined,
            fee('fee', yuanOf(price * (isYearly ? command.years : 1))),
          ],
          { name: command.name, standard: '1' },
        )
      }),
    ],
    { avail: '1' },
  )
}

function suffixOf(call: Call, name: string): RegistrySuffix | undefined {
  try {
    return readName(call.office.profile, name).suffix
  } catch {
    return undefined
  }
}
