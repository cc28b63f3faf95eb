import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { route, textSchema } from '../../kernel/http/index.ts'
import { issuedAnswer, promotionAnswer } from './answers.ts'
import { issueCodes } from './commands/issue-codes.ts'
import { IssuerUnknown } from './errors.ts'
import { presentIssued, presentPromotion } from './presenter.ts'
import { issuerOf } from './queries.ts'
import { runningOn } from './terms.ts'

/** What codes an issuing system may ask for at once. */
export const codesBody = {
  uses: z.int().min(1).max(100_000).default(1),
  /** Minutes to days (S0-19). */
  validMinutes: z
    .int()
    .min(1)
    .max(30 * 24 * 60),
}

/** Promotions that run, and the way in for a system that issues their codes (S0-17…S0-19). */
export function promotionsRoutes({ codesFrom }: { codesFrom: { zh: string; en: string } }) {
  return (app: FastifyInstance): void => {
    route(
      app,
      {
        method: 'GET',
        url: 'promotions',
        summary: 'Promotions that run today, and where codes are obtained',
        tag: 'promotions',
        who: 'anyone',
        perMinute: 120,
        answers: { 200: z.object({ promotions: z.array(promotionAnswer), codesFrom: textSchema }) },
      },
      async (_, { trx, clock }) => ({
        promotions: (await runningOn(trx, clock.today())).map(presentPromotion),
        codesFrom,
      }),
    )
    route(
      app,
      {
        method: 'POST',
        url: 'promotion-codes',
        summary: 'A fresh code of the promotion that the key is for; asked by the system that hands codes out',
        tag: 'promotions',
        who: 'anyone',
        outside: true,
        perMinute: 600,
        bodyBytes: 4_096,
        body: z.strictObject({
          issuerKey: z.string().regex(/^[\w-]{20,100}$/),
          count: z.int().min(1).max(10).default(1),
          ...codesBody,
        }),
        answers: { 201: issuedAnswer },
      },
      async ({ body: { issuerKey, ...wanted } }, context) => {
        const issuer = await issuerOf(context.trx, issuerKey)
        if (!issuer) throw IssuerUnknown()
        const { id, name, promotion } = issuer
        const actor = { kind: 'system', name: `promotion-issuer:${id}` } as const
        return presentIssued(
          await issueCodes({ promotion, ...wanted }, { user: name, issuer: id }, { ...context, actor }),
        )
      },
    )
  }
}
