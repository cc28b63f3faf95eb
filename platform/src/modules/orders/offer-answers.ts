import { z } from 'zod'
import { findingSchema, textSchema } from '../../kernel/http/index.ts'
import { codeProblem, type Offers } from '../promotions/index.ts'
import type { FittingOffer } from './with-promotions.ts'

const fen = z.int().nonnegative()

/** What an order says of promotions. */
export const choiceBody = {
  promoCode: z.string().max(60).optional().describe('Entered by a person; refused to tokens of the API'),
  /** Ids of promotions that fit and are not wanted: using one is the customer's choice (S0-17). */
  declined: z.array(z.string().max(80)).max(50).optional(),
}

/** A promotion that fits the order. */
const offerAnswer = z.object({
  id: z.string(),
  title: textSchema,
  until: z.string().nullable(),
  byCode: z.boolean(),
  /** What it takes off the order now, and the most that it takes off one line. */
  discountFen: fen,
  bestFen: fen,
  declined: z.boolean(),
})

/** Why the promotion code gives nothing. */
const codeTroubleAnswer = z.object({ code: z.string(), title: textSchema, findings: z.array(findingSchema) })

/** What a preview says of promotions. */
export const offersAnswer = { offers: z.array(offerAnswer), codeTrouble: codeTroubleAnswer.nullable() }

export function presentOffers(
  { trouble }: Offers,
  fitting: readonly FittingOffer[],
  declined: readonly string[],
): { offers: z.input<typeof offerAnswer>[]; codeTrouble: z.input<typeof codeTroubleAnswer> | null } {
  const problem = trouble && codeProblem(trouble)
  return {
    offers: fitting.map((offer) => presentOffer(offer, declined)),
    codeTrouble: problem ? { code: problem.code, title: problem.title, findings: [...problem.findings] } : null,
  }
}

function presentOffer(
  { offer: { promotion, code }, bestFen, discountFen }: FittingOffer,
  declined: readonly string[],
): z.input<typeof offerAnswer> {
  return {
    id: promotion.id,
    title: { zh: promotion.title_zh, en: promotion.title_en },
    until: promotion.until_day,
    byCode: code !== null,
    discountFen,
    bestFen,
    declined: declined.includes(promotion.id),
  }
}
