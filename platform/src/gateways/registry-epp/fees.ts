import { type Credit, type Fee, fee, type XmlElement } from '@yuming/epp'
import type { AgreedFee, PremiumName } from '../../modules/domains/ports.ts'

/** Asks beside a `check` what registering for so many years, and a further one, cost (RFC 8748 §5.1.1). */
export function feeQuestion(years: number): XmlElement {
  return fee.elements.check({
    commands: [
      { name: 'create', period: { value: years, unit: 'y' } },
      { name: 'renew', period: { value: 1, unit: 'y' } },
    ],
  })
}

/** The agreed fee beside a `create` (RFC 8748 §5.2.1): a registry that wants more refuses. */
export function feeAgreement({ currency, amount }: AgreedFee): XmlElement {
  return fee.elements.create({ currency, fees: [{ amount }] })
}

/**
 * Which names of a `check` have a price of their own. RFC 8748 §3.7 and §3.8 have two words for it, `class` and `standard`, and
 * servers use one or both; a name of which neither is said has the price of its suffix (a server that thinks otherwise
 * refuses a create without a fee).
 */
export function premiumIn(extensions: readonly XmlElement[]): ReadonlyMap<string, PremiumName> {
  const told = fee.elements.chkData.from(extensions)
  const found = new Map<string, PremiumName>()
  for (const result of told?.results ?? []) {
    const create = result.commands.find(({ name }) => name === 'create')
    const renew = result.commands.find(({ name }) => name === 'renew')
    const ownClass = result.class !== undefined && result.class.toLowerCase() !== 'standard'
    if (create?.standard !== false && (create?.standard === true || !ownClass)) continue
    const amount = sumOf(create?.fees, create?.credits)
    found.set(result.objID.toLowerCase(), {
      ...(told === undefined || amount === undefined ? {} : { fee: { currency: told.currency, amount } }),
      renewsAsUsual: renew?.standard === true,
    })
  }
  return found
}

/** Two decimals; undefined when there is none, or one that two decimals cannot say. */
function sumOf(fees: readonly Fee[] | undefined, credits: readonly Credit[] = []): string | undefined {
  if (!fees || fees.length === 0) return undefined
  let hundredths = 0
  for (const { amount } of [...fees, ...credits]) {
    const [, sign, whole = '', part = ''] = /^([+-]?)(\d{0,11})(?:\.(\d{1,2})0*)?$/.exec(amount) ?? []
    if (sign === undefined || whole + part === '') return undefined
    hundredths += (sign === '-' ? -1 : 1) * (Number(whole) * 100 + Number(part.padEnd(2, '0')))
  }
  return hundredths < 0 ? undefined : `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`
}
