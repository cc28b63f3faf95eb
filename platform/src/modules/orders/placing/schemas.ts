import { z } from 'zod'
import { findingSchema, textSchema } from '../../../kernel/http/index.ts'
import { choiceBody, offersAnswer } from '../offer-answers.ts'
import type { ToldLine } from '../open-orders.ts'

const fen = z.int().nonnegative()

export const newOrder = z.strictObject({
  lines: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(300),
        years: z.int().min(1).max(10),
        /** A 姓名.网址 name: only for the person whose name and ID number have passed the check. */
        personal: z.boolean().default(false),
      }),
    )
    .min(1)
    .max(500),
  holderType: z.enum(['person', 'organisation']),
  templateId: z.uuid().optional(),
  termsAccepted: z.boolean(),
  ...choiceBody,
  expectedTotalFen: fen.optional(),
  dryRun: z.boolean().optional(),
})

export const dryLine = z.object({
  name: z.string(),
  ascii: z.string(),
  suffix: z.string(),
  years: z.int(),
  unitText: z.string(),
  discountFen: fen,
  subtotalFen: fen,
  premium: z.boolean(),
  state: z.enum(['ok', 'invalid']),
  findings: z.array(findingSchema).readonly(),
  /** Number of the account's own order that has the name and waits for payment. */
  openOrder: z.string().optional(),
})

export const dryAnswer = z.object({
  lines: z.array(dryLine),
  totalFen: fen,
  findings: z.array(findingSchema),
  missing: z.array(textSchema),
  ...offersAnswer,
})

export function presentQuoted({ name, ascii, suffix, years, price, state, findings, openOrder }: ToldLine) {
  return {
    name,
    ascii,
    suffix,
    years,
    unitText: price?.unitText ?? '',
    discountFen: price?.discountFen ?? 0,
    subtotalFen: price?.subtotalFen ?? 0,
    premium: price?.premium !== undefined,
    state,
    findings,
    ...(openOrder === undefined ? {} : { openOrder }),
  }
}
