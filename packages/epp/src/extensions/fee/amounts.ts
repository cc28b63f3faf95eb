import { namespaces } from '../../namespaces.ts'
import { defined } from '../../xml/defined.ts'
import { childrenOf, elementsOf, type XmlElement } from '../../xml/element.ts'
import { attribute, booleanOf, integerOf, oneOf } from '../../xml/read.ts'
import { XmlRejected } from '../../xml/rejected.ts'
import { optionalChild } from '../extension.ts'

export const uri = namespaces.fee
export const make = elementsOf(uri)

/** RFC 8748 §3.4. `amount` is the decimal text of the wire, so that no rounding happens here. */
export interface Fee {
  readonly amount: string
  readonly description?: string
  readonly lang?: string
  readonly refundable?: boolean
  /** xs:duration. */
  readonly gracePeriod?: string
  readonly applied?: 'immediate' | 'delayed'
}

/** `amount` is zero or negative (RFC 8748 §3.4). */
export interface Credit {
  readonly amount: string
  readonly description?: string
  readonly lang?: string
}

export interface FeePeriod {
  readonly value: number
  readonly unit: 'y' | 'm'
}

export function decimal(text: string): string {
  const trimmed = text.trim()
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(trimmed))
    throw new XmlRejected('value', `"${trimmed.slice(0, 40)}" is no decimal`)
  return trimmed
}

export const writeAmounts = (fees: readonly Fee[] = [], credits: readonly Credit[] = []): XmlElement[] => [
  ...fees.map((fee) =>
    make('fee', fee.amount, {
      description: fee.description,
      lang: fee.lang,
      refundable: fee.refundable === undefined ? undefined : fee.refundable ? '1' : '0',
      'grace-period': fee.gracePeriod,
      applied: fee.applied,
    }),
  ),
  ...credits.map(({ amount, description, lang }) => make('credit', amount, { description, lang })),
]

export function readAmounts(element: XmlElement): { fees?: readonly Fee[]; credits?: readonly Credit[] } {
  const fees = childrenOf(element, uri, 'fee').map((found) => {
    const { description, lang, refundable, applied } = found.attributes
    return defined({
      amount: decimal(found.text),
      description,
      lang,
      refundable: refundable === undefined ? undefined : booleanOf(refundable),
      gracePeriod: found.attributes['grace-period'],
      applied: applied === undefined ? undefined : oneOf(applied, ['immediate', 'delayed']),
    })
  })
  const credits = childrenOf(element, uri, 'credit').map((found) =>
    defined({ amount: decimal(found.text), description: found.attributes.description, lang: found.attributes.lang }),
  )
  return defined({ fees: fees.length > 0 ? fees : undefined, credits: credits.length > 0 ? credits : undefined })
}

export const writePeriod = (period: FeePeriod | undefined): XmlElement | undefined =>
  period && make('period', String(period.value), { unit: period.unit })

export const readPeriod = (element: XmlElement): FeePeriod | undefined =>
  optionalChild(element, uri, 'period', (found) => ({
    value: integerOf(found.text.trim()),
    unit: oneOf(attribute(found, 'unit'), ['y', 'm']),
  }))
