import { defined } from '../../xml/defined.ts'
import { childrenOf, type XmlElement } from '../../xml/element.ts'
import { attribute, booleanOf, oneOf, requiredText, textOf } from '../../xml/read.ts'
import type { Inside } from '../extension.ts'
import { optional } from '../extension.ts'
import {
  type Credit,
  type Fee,
  type FeePeriod,
  make,
  readAmounts,
  readPeriod,
  uri,
  writeAmounts,
  writePeriod,
} from './amounts.ts'

const operations = ['create', 'delete', 'renew', 'update', 'transfer', 'restore', 'custom'] as const

/** RFC 8748 §3.1. */
export interface FeeCommand {
  readonly name: (typeof operations)[number]
  readonly customName?: string
  readonly phase?: string
  readonly subphase?: string
  readonly period?: FeePeriod
}

/** RFC 8748 §5.1.1: asked beside a domain check, for all its names. */
export interface FeeCheck {
  readonly currency?: string
  readonly commands: readonly FeeCommand[]
}

export interface FeeQuote extends FeeCommand {
  /** Whether the price is the usual one of the zone (RFC 8748 §3.8). */
  readonly standard?: boolean
  readonly fees?: readonly Fee[]
  readonly credits?: readonly Credit[]
  readonly reason?: string
}

export interface FeeChecked {
  readonly currency: string
  readonly results: readonly {
    readonly objID: string
    readonly avail: boolean
    readonly class?: string
    readonly commands: readonly FeeQuote[]
    readonly reason?: string
  }[]
}

const attributesOf = ({ name, customName, phase, subphase }: FeeCommand) => ({ name, customName, phase, subphase })

const readCommand = (element: XmlElement): FeeCommand =>
  defined({
    name: oneOf(attribute(element, 'name'), operations),
    customName: element.attributes.customName,
    phase: element.attributes.phase,
    subphase: element.attributes.subphase,
    period: readPeriod(element),
  })

export const feeCheck: Inside<FeeCheck> = {
  write: ({ currency, commands }) => [
    optional(make, 'currency', currency),
    ...commands.map((command) => make('command', [writePeriod(command.period)], attributesOf(command))),
  ],
  read: (element) =>
    defined({
      currency: textOf(element, uri, 'currency'),
      commands: childrenOf(element, uri, 'command').map(readCommand),
    }),
}

const writeQuote = (quote: FeeQuote): XmlElement =>
  make(
    'command',
    [writePeriod(quote.period), ...writeAmounts(quote.fees, quote.credits), optional(make, 'reason', quote.reason)],
    {
      ...attributesOf(quote),
      standard: quote.standard === undefined ? undefined : quote.standard ? '1' : '0',
    },
  )

const readQuote = (element: XmlElement): FeeQuote =>
  defined({
    ...readCommand(element),
    standard: element.attributes.standard === undefined ? undefined : booleanOf(element.attributes.standard),
    ...readAmounts(element),
    reason: textOf(element, uri, 'reason'),
  })

export const feeChecked: Inside<FeeChecked> = {
  write: ({ currency, results }) => [
    make('currency', currency),
    ...results.map((result) =>
      make(
        'cd',
        [
          make('objID', result.objID),
          optional(make, 'class', result.class),
          ...result.commands.map(writeQuote),
          optional(make, 'reason', result.reason),
        ],
        {
          avail: result.avail ? '1' : '0',
        },
      ),
    ),
  ],
  read: (element) => ({
    currency: requiredText(element, uri, 'currency'),
    results: childrenOf(element, uri, 'cd').map((cd) =>
      defined({
        objID: requiredText(cd, uri, 'objID'),
        avail: booleanOf(cd.attributes.avail ?? '1'),
        class: textOf(cd, uri, 'class'),
        commands: childrenOf(cd, uri, 'command').map(readQuote),
        reason: textOf(cd, uri, 'reason'),
      }),
    ),
  }),
}
