import { z } from 'zod'

const fen = z.number().int().nonnegative().nullable()

/** Prices of one suffix in fen a year, tax included; null: not offered, or not known. */
export const priceSchema = z.strictObject({ register: fen, renew: fen, transfer: fen, restore: fen })

const text = z.strictObject({ zh: z.string(), en: z.string() })

/** What is known of one suffix. null means unknown, and is shown as such. */
export const suffixFactsSchema = z.strictObject({
  /** Unicode, without a leading dot. */
  suffix: z.string().min(1),
  ascii: z.string().min(1),
  /** Registry that takes its names; null: not sold here. */
  registry: z.string().nullable(),
  kind: z.enum(['china', 'generic', 'restricted', 'renew-only']),
  /** Which way of registering it goes (S1-28). */
  flow: z.enum(['general', 'trademark', 'personal-name', 'gov', 'renew-only']),
  meaning: text,
  periods: z.strictObject({ min: z.number().int().min(1), max: z.number().int().max(10) }),
  idn: z.boolean().nullable(),
  realName: z.enum(['required', 'not-required', 'unknown']),
  verifyBefore: z.boolean().nullable(),
  templateCovers: z.boolean().nullable(),
  sources: z.array(z.strictObject({ field: z.string(), source: z.string() })),
})

export type PriceRecord = z.output<typeof priceSchema>
export type SuffixRecord = z.output<typeof suffixFactsSchema> & { readonly priceFen: PriceRecord }

export const promotionSchema = z.strictObject({
  id: z.string(),
  /** Needed to have it (优惠口令); absent: offered to all who may. */
  code: z.string().optional(),
  suffix: z.string(),
  offFen: z.number().int().positive(),
  firstOrderOnly: z.boolean(),
  from: z.iso.date(),
  until: z.iso.date(),
  title: text,
})

/** A reduction of the first year's price of one suffix (优惠). */
export type Promotion = z.output<typeof promotionSchema>
