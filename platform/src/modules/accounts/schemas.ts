import { z } from 'zod'
import { operatorRoles } from '../../kernel/http/index.ts'
import { proofBody } from '../../kernel/human/index.ts'

export const emailField = z
  .email()
  .max(254)
  .meta({ examples: ['zhang@example.cn'] })
/** As in RFC 5733 §2.5: `+86.13800000000`. */
export const phoneField = z
  .string()
  .regex(/^\+[1-9][0-9]{0,2}\.[0-9]{5,14}$/)
  .meta({ examples: ['+86.13800000000'] })
/** NUL is not text in PostgreSQL, and no control character belongs in a name. */
const lineField = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^\P{C}*$/u)
const passwordField = z
  .string()
  .min(8)
  .max(128)
  .meta({ examples: ['correct horse battery staple'] })
export const codeField = z.string().regex(/^[0-9]{6}$/)

export const signUpBody = z.strictObject({
  email: emailField,
  password: passwordField,
  name: lineField(60),
  locale: z.enum(['zh', 'en']).optional(),
})
/** A name that nothing but digits are in is none of a person. */
export const nameBody = z.strictObject({
  name: lineField(60)
    .regex(/\p{L}/u)
    .meta({ examples: ['张三'] }),
})
export const signInBody = z.strictObject({ email: emailField, password: z.string().min(1).max(128) })
export const phoneBody = z.strictObject({ phone: phoneField })
export const phoneCodeBody = phoneBody.extend({ human: proofBody })
export const phoneSignInBody = z.strictObject({ phone: phoneField, code: codeField, name: lineField(60).optional() })
export const subUserBody = z.strictObject({ email: emailField, password: passwordField, name: lineField(60) })
export const tokenBody = z.strictObject({ name: lineField(60) })
export const idParams = z.object({ id: z.uuid() })

const siteKind = z.enum(['china', 'international'])

export const sessionAnswer = z.object({
  account: z
    .object({
      id: z.string(),
      /** The person who is signed in; several may share an account. */
      user: z.string(),
      name: z.string(),
      email: z.string().nullable(),
      emailVerified: z.boolean(),
      phone: z.string().nullable(),
      role: z.enum(['owner', 'sub-user']),
      /** What the signed-in person may do as one who runs the platform. */
      operatorRoles: z.array(z.enum(operatorRoles)),
      balanceFen: z.int(),
    })
    .nullable(),
  clock: z.object({ now: z.iso.datetime(), today: z.iso.date(), movable: z.boolean(), page: z.url().nullable() }),
  rulesDate: z.string(),
  /** `never`: every name may be registered before its holder is verified, whatever its suffix usually wants. */
  verifyBefore: z.enum(['as-suffix', 'never']),
  /** Whether somebody without a template may order by a scanned code (扫码快速下单, S1-167). */
  quickOrder: z.boolean(),
  /** Which shop front this is, and where the other one stands. */
  site: z.object({ kind: siteKind, other: z.object({ kind: siteKind, url: z.string() }).nullable() }),
})
export const subUserAnswer = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  createdAt: z.iso.datetime(),
})
export const tokenAnswer = z.object({
  id: z.string(),
  name: z.string(),
  tail: z.string(),
  createdAt: z.iso.datetime(),
})
