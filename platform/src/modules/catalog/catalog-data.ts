import { readFileSync } from 'node:fs'
import type { WordList } from '@yuming/names'
import { z } from 'zod'
import {
  type KnownSuffix,
  priceSchema,
  type SourceLegend,
  sourceLegendSchema,
  suffixFactsSchema,
} from './suffix-record.ts'
import { readWordLists } from './word-lists.ts'

/** What the product knows by itself and by the operator's price list, before any change that the operator publishes. */
export interface CatalogData {
  /** Those of the price list first, in its order. */
  readonly suffixes: readonly KnownSuffix[]
  /** Day from which the price list is in force. */
  readonly pricesFrom: string
  readonly sources: SourceLegend
  readonly wordLists: readonly WordList[]
}

/** Paths of the operator's own files; the example price list, and no word lists, without them. */
export interface OperatorFiles {
  readonly prices?: string | undefined
  readonly wordLists?: string | undefined
}

const years = z.number().int().min(1).max(10)
const priceListSchema = z.strictObject({
  about: z.string().optional(),
  from: z.iso.date(),
  prices: z.record(
    z.string(),
    priceSchema.extend({
      /** For how many years it is sold; needed where the registry's own terms are not known. */
      years: z.strictObject({ min: years, max: years }).optional(),
    }),
  ),
})
type PriceList = z.output<typeof priceListSchema>

const file = (name: string) => new URL(`./data/${name}`, import.meta.url)
const read = (place: URL | string): unknown => JSON.parse(readFileSync(place, 'utf8'))

/**
 * Reads the data files of the product, the price list and the word lists.
 * @throws Error with one sentence for each thing that is wrong with a file of the operator
 */
export function readCatalogData({ prices: priceFile, wordLists }: OperatorFiles = {}): CatalogData {
  const { suffixes } = z.strictObject({ suffixes: z.array(suffixFactsSchema) }).parse(read(file('suffixes.json')))
  const { from: pricesFrom, prices } = readPriceList(priceFile ?? file('prices.json'))
  const known = new Map(suffixes.map((record) => [record.suffix, record]))
  const faults = Object.entries(prices).flatMap(([suffix, price]) => {
    const record = known.get(suffix)
    if (!record) return [`.${suffix} has a price and is no suffix that the catalogue knows.`]
    const periods = price.years ?? record.periods
    return [
      ...(price.register !== null && record.capabilities.register === false
        ? [`.${suffix} has a price of registration and cannot be registered here.`]
        : []),
      ...(price.transfer !== null && record.capabilities.transfer === false
        ? [`.${suffix} has a price of transfer and cannot be transferred here.`]
        : []),
      ...(periods.min === null || periods.max === null
        ? [`.${suffix} has a price, and nothing says for how many years: give it \`years\`.`]
        : periods.min > periods.max
          ? [`.${suffix} is sold for ${periods.min} years at least and ${periods.max} at most.`]
          : []),
    ]
  })
  if (faults.length > 0)
    throw new Error(`The price list cannot be used:\n${faults.map((line) => `  ${line}`).join('\n')}`)
  return {
    suffixes: suffixes.map((record) => priced(record, prices[record.suffix])),
    pricesFrom,
    sources: sourceLegendSchema.parse(read(file('sources.json'))),
    wordLists: wordLists === undefined ? [] : readWordLists(wordLists),
  }
}

const noPrice = Object.freeze({ register: null, renew: null, transfer: null, restore: null })

function priced(
  record: z.output<typeof suffixFactsSchema>,
  price: PriceList['prices'][string] | undefined,
): KnownSuffix {
  const idn = record.label.chinese
  if (!price) return { ...record, idn, priceFen: noPrice }
  const { years: sold, ...priceFen } = price
  return {
    ...record,
    idn,
    priceFen,
    periods: sold ?? record.periods,
    // A price in the operator's own list says that they sell it.
    capabilities: {
      register: record.capabilities.register ?? priceFen.register !== null,
      transfer: record.capabilities.transfer ?? priceFen.transfer !== null,
      renew: record.capabilities.renew ?? priceFen.renew !== null,
    },
    sources: { ...record.sources, priceFen: 'price-list', ...(sold ? { periods: 'price-list' } : {}) },
  }
}

function readPriceList(place: URL | string): PriceList {
  let content: unknown
  try {
    content = read(place)
  } catch (error) {
    const why = (error as { code?: string }).code === 'ENOENT' ? 'there is no such file' : 'it is not valid JSON'
    throw new Error(`The price list ${String(place)} cannot be used: ${why}.`)
  }
  const parsed = priceListSchema.safeParse(content)
  if (parsed.success) return parsed.data
  const lines = parsed.error.issues.map(({ path, message }) => `  ${path.join('.') || '(the file)'}: ${message}`)
  throw new Error(`The price list ${String(place)} cannot be used:\n${lines.join('\n')}`)
}
