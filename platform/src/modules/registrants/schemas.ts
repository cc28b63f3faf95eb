import { z } from 'zod'
import { textSchema } from '../../kernel/http/index.ts'
import { emailField, lineField, phoneField } from '../accounts/index.ts'
import { regionCodes } from './regions.ts'

/** Text in Chinese; the English form is filled from pinyin when it is left empty. */
const bothField = (most: number) =>
  z.strictObject({ zh: lineField(most), en: z.union([z.literal(''), lineField(200)]).optional() })

const holderType = z.enum(['person', 'organisation'])

export const templateBody = z.strictObject({
  holderType,
  name: bothField(100).meta({ examples: [{ zh: '张三', en: 'Zhang San' }] }),
  contact: bothField(60).optional(),
  region: z
    .string()
    .length(2)
    .refine((code) => regionCodes.has(code))
    .meta({ examples: ['CN'] }),
  province: bothField(60).meta({ examples: [{ zh: '广东省' }] }),
  city: bothField(60).meta({ examples: [{ zh: '深圳市' }] }),
  street: bothField(150).meta({ examples: [{ zh: '科技园一路1号' }] }),
  postcode: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9 -]{1,8}[A-Za-z0-9]$/)
    .meta({ examples: ['518000'] }),
  phone: phoneField,
  email: emailField,
  certificate: z
    .strictObject({
      kind: z.string().min(1).max(20),
      number: z
        .string()
        .trim()
        .min(1)
        .max(50)
        .regex(/^[\x20-\x7e]+$/)
        // An overwrite, not a transform: the description would lose the examples of whatever holds a transform.
        .toUpperCase(),
    })
    .meta({ examples: [{ kind: 'SFZ', number: '11010519491231002X' }] }),
  default: z.boolean().optional(),
})

export const templateAnswer = z.object({
  id: z.string(),
  holderType,
  name: textSchema,
  contact: textSchema,
  region: z.string(),
  province: textSchema,
  city: textSchema,
  street: textSchema,
  postcode: z.string(),
  phone: z.string(),
  email: z.string(),
  emailVerified: z.boolean(),
  identity: z.enum(['unverified', 'reviewing', 'verified', 'failed']),
  certificate: z.object({ kind: z.string(), numberTail: z.string() }),
  default: z.boolean(),
  createdAt: z.iso.datetime(),
})

export type Template = z.infer<typeof templateAnswer>
type Both = z.infer<typeof textSchema>

/** What a person declared, with every English form filled. */
export interface HolderInformation {
  readonly holderType: 'person' | 'organisation'
  readonly name: Both
  readonly contact: Both
  readonly region: string
  readonly province: Both
  readonly city: Both
  readonly street: Both
  readonly postcode: string
  readonly phone: string
  readonly email: string
  readonly certificate: { readonly kind: string; readonly number: string }
}

const code = z.string().regex(/^[0-9]{6}$/)

/** By the link's token, or by the code with the template that names the address. */
export const verificationBody = z.union([
  z.strictObject({ token: z.string().min(20).max(100) }),
  z.strictObject({ templateId: z.uuid(), code }),
])
