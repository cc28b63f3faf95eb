import { defined } from '../../xml/defined.ts'
import { textOf } from '../../xml/read.ts'
import { extensionElement, type Inside, optional } from '../extension.ts'
import {
  type Credit,
  decimal,
  type Fee,
  type FeePeriod,
  make,
  readAmounts,
  readPeriod,
  uri,
  writeAmounts,
  writePeriod,
} from './amounts.ts'
import { type FeeCheck, type FeeChecked, feeCheck, feeChecked } from './check.ts'

/** RFC 8748 §5.2: what the client agrees to pay; the server refuses when it is too little. */
export interface FeeAgreed {
  /** ISO 4217. */
  readonly currency?: string
  readonly fees?: readonly Fee[]
  readonly credits?: readonly Credit[]
}

/** What was charged; amounts are decimal texts. */
export interface FeeCharged extends FeeAgreed {
  readonly period?: FeePeriod
  readonly balance?: string
  readonly creditLimit?: string
}

const agreed: Inside<FeeAgreed> = {
  write: ({ currency, fees, credits }) => [optional(make, 'currency', currency), ...writeAmounts(fees, credits)],
  read: (element) => defined({ currency: textOf(element, uri, 'currency'), ...readAmounts(element) }),
}

const charged: Inside<FeeCharged> = {
  write: ({ currency, period, fees, credits, balance, creditLimit }) => [
    optional(make, 'currency', currency),
    writePeriod(period),
    ...writeAmounts(fees, credits),
    optional(make, 'balance', balance),
    optional(make, 'creditLimit', creditLimit),
  ],
  read(element) {
    const balance = textOf(element, uri, 'balance')
    const creditLimit = textOf(element, uri, 'creditLimit')
    return defined({
      ...agreed.read(element),
      period: readPeriod(element),
      balance: balance === undefined ? undefined : decimal(balance),
      creditLimit: creditLimit === undefined ? undefined : decimal(creditLimit),
    })
  },
}

/** Registry fees (RFC 8748). */
export const fee = {
  name: 'fee-1.0',
  uri,
  elements: {
    check: extensionElement<FeeCheck>(uri, 'check', feeCheck),
    chkData: extensionElement<FeeChecked>(uri, 'chkData', feeChecked),
    create: extensionElement(uri, 'create', agreed),
    renew: extensionElement(uri, 'renew', agreed),
    transfer: extensionElement(uri, 'transfer', agreed),
    update: extensionElement(uri, 'update', agreed),
    creData: extensionElement(uri, 'creData', charged),
    renData: extensionElement(uri, 'renData', charged),
    trnData: extensionElement(uri, 'trnData', charged),
    updData: extensionElement(uri, 'updData', charged),
    delData: extensionElement(uri, 'delData', charged),
  },
} as const
