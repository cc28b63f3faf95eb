import { inForce, type Source } from '@yuming/rules'
import table from '../../data/national.json' with { type: 'json' }
import type { CheckFacts } from '../facts/paper-shape.ts'
import type { ServerFacts } from '../facts/service-shape.ts'

interface Dated {
  readonly from: string
  readonly until?: string
  readonly provinces?: readonly string[] | null
  readonly source: string
}

const documents = new Map(
  Object.entries(table.sources).map(([tag, { document, date }]): [string, Source] => [
    tag,
    Object.freeze({ document, section: '全国规定', date }),
  ]),
)

export function sourceOf(tag: string): Source {
  const source = documents.get(tag)
  if (source === undefined) throw new Error(`no source is called ${tag}`)
  return source
}

/** The ministry's public system of filings: the look-up, its notices, and where a number in a footer leads. */
export const filingSystem = 'https://beian.miit.gov.cn/'

const concerns = ({ provinces }: Dated, province: string | undefined): boolean =>
  provinces === null || provinces === undefined || (province !== undefined && provinces.includes(province.slice(0, 2)))

export interface SmsWindow {
  readonly hours: number
  readonly from: string
  readonly source: Source
}

/** How long the ministry's code may be entered on a day; undefined where the province had no check yet (S3-68, S3-72). */
export function smsWindow(province: string | undefined, day: string): SmsWindow | undefined {
  const row = table.sms.filter((each) => inForce(each, day) && concerns(each, province)).at(-1)
  return row && { hours: row.hours, from: row.from, source: sourceOf(row.source) }
}

export type Way = NonNullable<CheckFacts['way']> | 'app-photo'

/** How the principal is verified on a day, where the province has no way of its own (S2-24, S3-51, S3-58…S3-60). */
export function verificationWays(province: string | undefined, day: string): readonly Way[] {
  const row = (table.ways as readonly (Dated & { ways: readonly string[] })[]).find(
    (each) => inForce(each, day) && concerns(each, province),
  )
  return (row?.ways ?? []) as readonly Way[]
}

export interface ProductNeeds {
  readonly from: string
  readonly until?: string
  readonly months?: number
  readonly fen?: number
  readonly prepaid?: boolean
  readonly publicIp?: boolean
  /** Service numbers that one of it gives; a number never comes back. */
  readonly numbers: number
  readonly source: string
}

/** What a product needs for a filing on a day; undefined where nothing is known of it (S3-11…S3-15). */
export function productNeeds(product: ServerFacts['product'], day: string): ProductNeeds | undefined {
  return (table.servers as readonly (ProductNeeds & { product: string })[]).find(
    (each) => each.product === product && inForce(each, day),
  )
}
