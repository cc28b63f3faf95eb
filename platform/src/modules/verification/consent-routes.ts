import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { route, textSchema } from '../../kernel/http/index.ts'
import type { Vault } from '../../kernel/vault/index.ts'
import { consentInForce, giveConsent, withdrawConsent } from './commands/give-consent.ts'
import { consentText, type Recipient } from './consent-text.ts'

const purpose = z.literal('identity-papers')
const answer = z.object({
  version: z.string(),
  points: z.array(z.object({ title: textSchema, text: textSchema })).readonly(),
  recipients: z.array(z.object({ role: z.enum(['provider', 'registry']), name: textSchema })).readonly(),
  given: z.object({ at: z.string(), version: z.string() }).nullable(),
})

/** The separate consent to photographs of papers: its words, whom it names, whether it is given; to give and withdraw it. */
export function consentRoutes({ vault, recipients }: { vault: Vault; recipients: readonly Recipient[] }) {
  return (app: FastifyInstance): void => {
    const common = { tag: 'verification', who: 'customer', perMinute: 120 } as const
    route(
      app,
      {
        ...common,
        method: 'GET',
        url: 'consents/:purpose',
        summary: 'What is agreed to, who receives it, and whether and since when it is agreed',
        params: z.strictObject({ purpose }),
        answers: { 200: answer },
      },
      async ({ actor }, { trx }) => {
        const given = await consentInForce(trx, actor.account)
        return { ...consentText, recipients, given: given ?? null }
      },
    )
    route(
      app,
      {
        ...common,
        method: 'POST',
        url: 'consents',
        summary: 'Agree that photographs of papers are kept for verification (PIPL art. 29)',
        body: z.strictObject({ purpose }),
        answers: { 204: z.null() },
      },
      async ({ actor }, context) => {
        await giveConsent(actor, context)
        return undefined
      },
    )
    route(
      app,
      {
        ...common,
        method: 'DELETE',
        url: 'consents/:purpose',
        summary: 'Take the agreement back',
        params: z.strictObject({ purpose }),
        answers: { 204: z.null() },
      },
      async ({ actor }, context) => {
        await withdrawConsent(actor, { ...context, vault })
        return undefined
      },
    )
  }
}
