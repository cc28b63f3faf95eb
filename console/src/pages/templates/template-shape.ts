import { z } from 'zod'

const han = /\p{Script=Han}/u
const latin = /^[\x20-\x7e]*$/
const mainlandPhone = /^(\+86[. ]?)?(1\d{10}|0\d{2,3}-?\d{7,8})$/

/** What the form asks for; the API checks again and its findings come back to the same fields. */
export const templateShape = z
  .object({
    holderType: z.enum(['person', 'organisation']),
    nameZh: z.string().trim().min(1).max(64),
    nameEn: z.string().trim().max(64).regex(latin),
    contactZh: z.string().trim().max(32),
    contactEn: z.string().trim().max(64).regex(latin),
    region: z.string().length(2),
    province: z.string().trim().min(1).max(60),
    city: z.string().trim().min(1).max(60),
    streetZh: z.string().trim().min(4).max(64),
    streetEn: z.string().trim().max(64).regex(latin),
    postcode: z
      .string()
      .trim()
      .regex(/^[A-Za-z0-9][A-Za-z0-9 -]{1,8}[A-Za-z0-9]$/),
    phone: z.string().trim(),
    email: z.email(),
    kind: z.string().min(1),
    number: z.string().trim().min(1).max(50),
    isDefault: z.boolean(),
  })
  .refine((form) => form.region !== 'CN' || han.test(form.nameZh), { path: ['nameZh'] })
  .refine((form) => form.region !== 'CN' || /^\d{6}$/.test(form.postcode), { path: ['postcode'] })
  .refine(
    (form) => (form.region === 'CN' && mainlandPhone.test(form.phone)) || /^\+[1-9]\d{0,2}\.\d{5,14}$/.test(form.phone),
    { path: ['phone'] },
  )

export type TemplateForm = z.infer<typeof templateShape>
