import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { type Promotion, priceSchema, promotionSchema, type SuffixRecord, suffixFactsSchema } from './suffix-record.ts'

/** Every suffix that is sold here, with prices and promotions, as data. */
export interface Catalog {
  readonly suffixes: readonly SuffixRecord[]
  /** Unicode forms and A-labels of all suffixes. */
  readonly names: ReadonlySet<string>
  /** By Unicode form or A-label. */
  suffix(name: string): SuffixRecord | undefined
  /** Promotions of a suffix in force on a day, those with a code only when it is given. */
  promotionsOf(suffix: string, day: string, code: string | undefined): readonly Promotion[]
  /** Whether any promotion in force on that day has this code: codes are short-lived, so it is asked at use (S0-19). */
  knowsCode(code: string, day: string): boolean
  promotions(day: string): readonly Promotion[]
}

const file = (name: string) => new URL(`./data/${name}`, import.meta.url)
const read = (place: URL): unknown => JSON.parse(readFileSync(place, 'utf8'))

/** Reads the product's data files. @throws when one of them is not of the form that its schema tells */
export function loadCatalog(): Catalog {
  const facts = z.strictObject({ suffixes: z.array(suffixFactsSchema) }).parse(read(file('suffixes.json'))).suffixes
  const { prices } = z
    .strictObject({ about: z.string(), from: z.iso.date(), prices: z.record(z.string(), priceSchema) })
    .parse(read(file('prices.json')))
  const { promotions } = z.strictObject({ promotions: z.array(promotionSchema) }).parse(read(file('promotions.json')))
  const suffixes = facts.map((record) => ({
    ...record,
    priceFen: prices[record.suffix] ?? { register: null, renew: null, transfer: null, restore: null },
  }))
  const byName = new Map(
    suffixes.flatMap((record) => [[record.suffix, record] as const, [record.ascii, record] as const]),
  )
  const inForce = (day: string) => promotions.filter(({ from, until }) => from <= day && day <= until)
  return {
    suffixes,
    names: new Set(byName.keys()),
    suffix: (name) => byName.get(name),
    promotionsOf: (suffix, day, code) =>
      inForce(day).filter(
        (promotion) => promotion.suffix === suffix && (promotion.code === undefined || promotion.code === code),
      ),
    knowsCode: (code, day) => inForce(day).some((promotion) => promotion.code === code),
    promotions: inForce,
  }
}
