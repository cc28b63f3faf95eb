import { z } from 'zod'
import { textSchema } from '../../kernel/http/index.ts'

export const products = ['register', 'renew'] as const
export const kinds = ['fixed-price', 'percent', 'amount-off'] as const

const given = {
  title: textSchema,
  /** Unicode forms; empty: every suffix that is sold. */
  suffixes: z.array(z.string()),
  kind: z.enum(kinds),
  /** Fen of the first year, or percent of it. */
  value: z.int(),
  until: z.string().nullable(),
  firstOrderOnly: z.boolean(),
}

/** A promotion as everybody may see it. */
export const promotionAnswer = z.object({
  id: z.string(),
  product: z.enum(products),
  ...given,
  needsCode: z.boolean(),
})

const termsAnswer = z.object({
  ...given,
  from: z.string(),
  mostUses: z.int().nullable(),
  mostUsesEach: z.int().nullable(),
  note: z.string(),
  madeBy: z.string(),
  madeAt: z.string(),
})

/** A promotion as those who run it see it. */
export const operatedAnswer = z.object({
  id: z.string(),
  product: z.enum(products),
  byCode: z.boolean(),
  state: z.enum(['coming', 'running', 'over', 'ended']),
  madeAt: z.string(),
  endedAt: z.string().nullable(),
  held: z.int(),
  used: z.int(),
  /** What counts today; before it begins, what will count first. Null of those that were there before their terms were kept. */
  now: termsAnswer.nullable(),
  /** All terms that were ever made, by their first days. */
  terms: z.array(termsAnswer),
})

export const batchAnswer = z.object({
  id: z.string(),
  codes: z.int(),
  /** Of each code. */
  uses: z.int(),
  used: z.int(),
  from: z.string(),
  until: z.string(),
  state: z.enum(['coming', 'good', 'expired', 'ended']),
  issuedBy: z.string(),
  /** The system that issued it, by its name. */
  issuer: z.string().nullable(),
  /** Address of the one account that may use its codes; null: any account. */
  account: z.string().nullable(),
  issuedAt: z.string(),
})

export const issuerAnswer = z.object({
  id: z.string(),
  name: z.string(),
  madeAt: z.string(),
  revokedAt: z.string().nullable(),
})

export const issuedAnswer = z.object({
  batch: z.string(),
  codes: z.array(z.string()),
  from: z.string(),
  until: z.string(),
})
