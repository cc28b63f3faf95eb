import { z } from 'zod'

const han = /\p{Script=Han}/u

/** What the form asks for; the API checks again and its findings come back to the same fields. */
export const templateShape = z
  .object({
    holderType: z.enum(['person', 'organisation']),
    nameZh: z.string().trim().min(1).max(64),
    nameEn: z.string().trim().min(1).max(64),
    contactZh: z.string().trim().max(32),
    contactEn: z.string().trim().max(64),
    province: z.string().trim().min(2).max(32),
    city: z.string().trim().min(2).max(32),
    streetZh: z.string().trim().min(4).max(64),
    streetEn: z
      .string()
      .trim()
      .regex(/^[A-Za-z0-9][A-Za-z0-9 .,#'/-]{3,63}$/),
    postcode: z
      .string()
      .trim()
      .regex(/^\d{6}$/),
    phone: z
      .string()
      .trim()
      .regex(/^(\+86[. ]?)?(1\d{10}|0\d{2,3}-?\d{7,8})$/),
    email: z.email(),
    kind: z.string().min(1),
    number: z.string().trim().min(1).max(64),
    isDefault: z.boolean(),
  })
  .refine((form) => han.test(form.nameZh), { path: ['nameZh'] })

export type TemplateForm = z.infer<typeof templateShape>
