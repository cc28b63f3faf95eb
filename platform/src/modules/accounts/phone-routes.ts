import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { freeRoute, route } from '../../kernel/http/index.ts'
import { proofBody } from '../../kernel/human/index.ts'
import type { CodeAsks } from './code-asks.ts'
import { askConfirmation, bindPhone, mustBeConfirmed } from './commands/confirmations.ts'
import { phoneNeeded } from './errors.ts'
import type { SignIn } from './ports.ts'
import { proveSelf } from './prove-self.ts'
import { codeField, phoneField } from './schemas.ts'

/** The phone of the person who is signed in, and codes that confirm what they are about to do. */
export function phoneRoutes({ signIn, codeAsks }: { signIn: SignIn; codeAsks: CodeAsks }) {
  return (app: FastifyInstance): void => {
    const common = { tag: 'account', who: 'customer', perMinute: 30 } as const
    route(
      app,
      {
        ...common,
        method: 'POST',
        url: 'account/confirmations',
        summary: 'Send a code to my phone that confirms what I am about to do',
        body: z.strictObject({ purpose: z.enum(['holder-change', 'change-phone']), human: proofBody }),
        answers: { 204: z.null() },
      },
      async ({ actor, body, ip, locale }, context) => {
        const phone = (await signIn.profile(context.trx, actor.user))?.phone
        if (!phone) throw phoneNeeded()
        await codeAsks.count({ phone, ip, human: body.human }, context)
        await askConfirmation({ user: actor.user, purpose: body.purpose, phone, locale }, context)
        return undefined
      },
    )
    freeRoute(
      app,
      {
        ...common,
        method: 'POST',
        url: 'account/phone',
        summary: 'Send a code to a phone that is to become mine; with the password, or a code of the phone of before',
        body: z.strictObject({
          phone: phoneField,
          password: z.string().min(1).max(200).optional(),
          code: codeField.optional(),
          human: proofBody,
        }),
        answers: { 204: z.null() },
      },
      async ({ actor, body, ip, locale }, withTrx) => {
        const { db, clock } = app.services
        // Before the code of the old phone is spent: whoever is sent for a proof gives it again.
        await withTrx((context) => codeAsks.count({ ...body, ip }, context))
        await proveSelf(actor.user, body, { db, clock, signIn })
        await withTrx((context) =>
          askConfirmation({ user: actor.user, purpose: 'bind-phone', phone: body.phone, locale }, context),
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
          await withTrx((context) =>
            bindPhone({ user: actor.user, account: actor.account, code: body.code }, { ...context, signIn }),
          ),
        )
        return undefined
      },
    )
  }
}
