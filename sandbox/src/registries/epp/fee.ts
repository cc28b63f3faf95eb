import { type FeeAgreed, type FeeChecked, type FeeCommand, type FeeQuote, fee, type XmlElement } from '@yuming/epp'
import { fenOf, yuanOf } from '../../payment/amount.ts'
import { type ReadName, readName } from '../names.ts'
import type { Office } from '../office.ts'
import { Refused } from '../refused.ts'
import type { Call } from './dispatch.ts'

type Priced = 'create' | 'renew' | 'transfer'

const currency = 'CNY'
const { creData, renData, trnData, chkData } = fee.elements
const charged = { create: creData, renew: renData, transfer: trnData } as const

/** A fee that was sent must be the price, and for an unusual price one must be sent (RFC 8748 §5.2). @throws Refused 2003, 2004, 2005 */
export function requireFee(call: Call, command: Priced, asked: string, years: number): void {
  const offer = call.extensions.feeOffer
  const name = readName(call.office.profile, asked)
  if (!offer) {
    if (call.office.premium.isUsual(name, command)) return
    throw new Refused(2003, 'The fee of a premium name must be agreed')
  }
  const price = call.office.premium.fen(name, command, years)
  requireCurrency(offer.currency)
  if (offeredFen(offer) !== price) throw new Refused(2004, `The fee is ${yuanOf(price)}`)
}

/** What was charged, told to a client that sent the extension. */
export function chargedFee(call: Call, command: Priced, fen: number): XmlElement[] {
  if (!call.extensions.feeOffer) return []
  const balance = call.office.accounts.balance(call.clientId)
  return [
    charged[command]({
      currency,
      fees: [{ amount: yuanOf(fen) }],
      balance: balance < 0 ? `-${yuanOf(-balance)}` : yuanOf(balance),
    }),
  ]
}

/** The prices of the names of a check (RFC 8748 §5.1.1). @throws Refused 2004 */
export function checkedFees(call: Call, names: readonly string[]): XmlElement[] {
  const asked = call.extensions.feeCheck
  if (!asked) return []
  requireCurrency(asked.currency)
  return [chkData({ currency, results: names.map((name) => priced(call, name, asked.commands)) })]
}

function priced(call: Call, name: string, commands: readonly FeeCommand[]): FeeChecked['results'][number] {
  const read = nameOf(call, name)
  if (!read) return { objID: name, avail: false, commands: [], reason: 'The name is not served here' }
  const usual = call.office.premium.isUsual(read, 'create')
  return {
    objID: name,
    avail: true,
    class: usual ? 'standard' : 'premium',
    commands: commands.map((command) => quote(call.office, read, command)),
  }
}

function quote({ profile, premium }: Office, read: ReadName, { name, period }: FeeCommand): FeeQuote {
  if (name === 'restore') return { name, standard: true, fees: [{ amount: yuanOf(read.suffix.prices.restore) }] }
  const years = period?.unit === 'm' ? period.value / 12 : (period?.value ?? 1)
  const isPriced = name === 'create' || name === 'renew' || name === 'transfer'
  if (!isPriced || !Number.isInteger(years) || years < 1 || years > profile.maxYears)
    return { name, reason: 'No such price' }
  const fees = [{ amount: yuanOf(premium.fen(read, name, years)) }]
  return { name, period: { value: years, unit: 'y' }, standard: premium.isUsual(read, name), fees }
}

function offeredFen({ fees = [] }: FeeAgreed): number {
  const fens = fees.map(({ amount }) => fenOf(amount.replace(/(\.\d\d)0+$/, '$1')))
  if (fens.length === 0 || fens.includes(undefined)) throw new Refused(2005, 'The fee is no amount')
  return fens.reduce<number>((sum, fen) => sum + (fen ?? 0), 0)
}

function requireCurrency(asked: string | undefined): void {
  if (asked !== undefined && asked !== currency) throw new Refused(2004, `Prices are in ${currency}`)
}

function nameOf(call: Call, name: string): ReadName | undefined {
  try {
    return readName(call.office.profile, name)
  } catch {
    return undefined
  }
}
