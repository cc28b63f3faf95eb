import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { freeRoute, route } from '../../kernel/http/index.ts'
import { askConfirmation, bindPhone, mustBeConfirmed } from './commands/confirmations.ts'
import type { SignIn } from './ports.ts'
import { codeField, phoneField } from './schemas.ts'

/** The phone of the person who is signed in, and codes that confirm what they are about to do. */
export function phoneRoutes({ signIn }: { signIn: SignIn }) {
  return (app: FastifyInstance): void => {
    const common = { tag: 'account', who: 'customer', perMinute: 30 } as const
    route(
      app,
      {
        ...common,
        method: 'POST',
        url: 'account/confirmations',
        summary: 'Send a code to my phone that confirms what I am about to do',
        body: z.strictObject({ purpose: z.literal('holder-change') }),
        answers: { 204: z.null() },
      },
      async ({ actor, body, locale }, context) => {
        await askConfirmation({ user: actor.user, purpose: body.purpose, locale }, { ...context, signIn })
        return undefined
      },
    )
    route(
      app,
      {
        ...common,
        method: 'POST',
        url: 'account/phone',
        summary: 'Send a code to a phone that is to become mine',
        body: z.strictObject({ phone: phoneField }),
        answers: { 204: z.null() },
      },
      async ({ actor, body, locale }, context) => {
        await askConfirmation(
          { user: actor.user, purpose: 'bind-phone', phone: body.phone.replace('.', ''), locale },
          { ...context, signIn },
        )
        return undefined
      },
    )
    freeRoute(
      app,
      {
        ...common,
        method: 'PUT',
        url: 'account/phone',
        summary: 'Bind the phone to which the code was sent',
        body: z.strictObject({ code: codeField }),
        answers: { 204: z.null() },
      },
      async ({ actor, body }, withTrx) => {
        // A wrong guess is counted, so its transaction commits before the refusal is thrown.
        mustBeConfirmed(
          await withTrx((context) => bindPhone({ user: actor.user, code: body.code }, { ...context, signIn })),
        )
        return undefined
      },
    )
  }
}
