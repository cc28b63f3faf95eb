import { z } from 'zod'
import { findingSchema, textSchema } from '../../kernel/http/index.ts'
import { emailField, phoneField } from '../accounts/index.ts'

/** What a text may be at all; how long it may be, and of what, the rules of identity say with a reason and a remedy. */
const line = z
  .string()
  .trim()
  .max(500)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u)
// Of a name the rules say themselves that there is something in it that cannot be seen.
const nameLine = z.string().max(500)

/** Text in Chinese, or as the paper shows it; the English form is filled from pinyin when it is left empty. */
const both = (text: z.ZodString) => z.strictObject({ zh: text, en: line.optional() })

const holderType = z.enum(['person', 'organisation'])
const date = z.iso.date()

export const templateBody = z.strictObject({
  holderType,
  name: both(nameLine).meta({ examples: [{ zh: '张三', en: 'Zhang San' }] }),
  contact: both(line).optional(),
  /** Of an organisation, as its paper names them (法定代表人、负责人). */
  legalRepresentative: line.optional().meta({ examples: ['林若溪'] }),
  region: line.meta({ examples: ['CN'] }),
  province: both(line).meta({ examples: [{ zh: '广东省' }] }),
  city: both(line).meta({ examples: [{ zh: '深圳市' }] }),
  street: both(line).meta({ examples: [{ zh: '科技园一路1号' }] }),
  postcode: line.meta({ examples: ['518000'] }),
  phone: line.meta(phoneField.meta() ?? {}),
  email: line.meta(emailField.meta() ?? {}),
  certificate: z
    .strictObject({
      /** Id of a kind (`GET /v1/certificates`), or its code at the .cn registry. */
      kind: line,
      number: line,
      issuedOn: date.optional(),
      endsOn: date.optional(),
    })
    .meta({ examples: [{ kind: 'SFZ', number: '11010519491231002X' }] }),
  default: z.boolean().optional(),
})

/** A correction: the number may stay away, and is then that of before, which nobody is shown. */
export const editBody = templateBody.extend({ certificate: templateBody.shape.certificate.partial({ number: true }) })

/** Any part of a template, as a form knows it before it is sent. */
export const checkBody = editBody.partial()

export const checkAnswer = z.object({
  findings: z.array(findingSchema),
  /** Each English form as it would be kept. */
  english: z.object({
    name: z.string().optional(),
    contact: z.string().optional(),
    province: z.string().optional(),
    city: z.string().optional(),
    street: z.string().optional(),
  }),
})

export const templateAnswer = z.object({
  id: z.string(),
  holderType,
  name: textSchema,
  contact: textSchema,
  legalRepresentative: z.string(),
  region: z.string(),
  province: textSchema,
  city: textSchema,
  street: textSchema,
  postcode: z.string(),
  phone: z.string(),
  email: z.string(),
  emailVerified: z.boolean(),
  identity: z.enum(['unverified', 'reviewing', 'verified', 'failed']),
  certificate: z.object({
    /** Id of the kind. */
    kind: z.string(),
    title: textSchema,
    numberTail: z.string(),
    issuedOn: z.string().optional(),
    endsOn: z.string().optional(),
  }),
  default: z.boolean(),
  createdAt: z.iso.datetime(),
})

export type Template = z.infer<typeof templateAnswer>
type Both = z.infer<typeof textSchema>

/** What a person declared, with every English form filled, the kind by its id, and the number as it is compared. */
export interface HolderInformation {
  readonly holderType: 'person' | 'organisation'
  readonly name: Both
  readonly contact: Both
  /** Empty where none was given. */
  readonly legalRepresentative: string
  readonly region: string
  readonly province: Both
  readonly city: Both
  readonly street: Both
  readonly postcode: string
  readonly phone: string
  readonly email: string
  readonly certificate: {
    readonly kind: string
    readonly number: string
    /** YYYY-MM-DD, where the paper has them and they were given. */
    readonly issuedOn?: string | undefined
    readonly endsOn?: string | undefined
  }
}

/** The parts of it that are there yet. */
export type DeclaredHolder = {
  readonly [Part in Exclude<keyof HolderInformation, 'certificate'>]?: HolderInformation[Part] | undefined
} & { readonly certificate?: z.output<typeof checkBody>['certificate'] }

const code = z.string().regex(/^[0-9]{6}$/)

/** By the link's token, or by the code with the template that names the address. */
export const verificationBody = z.union([
  z.strictObject({ token: z.string().min(20).max(100) }),
  z.strictObject({ templateId: z.uuid(), code }),
])
