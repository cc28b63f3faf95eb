import { z } from 'zod'

const needed = z.string().trim().min(1)
const text = z.string().trim()

/** What the form cannot do without; what it may say the rules of the API tell, while it is filled in and when it is sent. */
const shape = z
  .object({
    holderType: z.enum(['person', 'organisation']),
    region: needed,
    nameZh: needed,
    nameEn: text,
    contactZh: text,
    contactEn: text,
    representative: text,
    kind: needed,
    number: text,
    issuedOn: text,
    endsOn: text,
    province: text,
    provinceEn: text,
    city: needed,
    cityEn: text,
    streetZh: needed,
    streetEn: text,
    postcode: text,
    phone: needed,
    email: needed,
    isDefault: z.boolean(),
  })
  .refine((form) => form.region !== 'CN' || form.province !== '', { path: ['province'] })
  .refine((form) => form.region !== 'CN' || form.postcode !== '', { path: ['postcode'] })

/** @param keptKind the kind of paper whose number is kept already, and need not be typed again */
export const templateShape = (keptKind: string | undefined) =>
  shape.refine((form) => form.number !== '' || form.kind === keptKind, { path: ['number'] })

export type TemplateForm = z.infer<typeof shape>
export type TemplateField = Exclude<keyof TemplateForm, 'holderType' | 'isDefault'>

export const english = {
  name: 'nameEn',
  contact: 'contactEn',
  province: 'provinceEn',
  city: 'cityEn',
  street: 'streetEn',
} as const satisfies Record<string, TemplateField>

/** The English forms that a person wrote; the others are filled from pinyin. */
export type OwnEnglish = Partial<Record<(typeof english)[keyof typeof english], boolean>>

/** The field of this form that mends what the API finds at one of its own. */
export const homes: Readonly<Record<string, TemplateField>> = {
  region: 'region',
  name: 'nameZh',
  'name.zh': 'nameZh',
  'name.en': 'nameEn',
  contact: 'contactZh',
  'contact.zh': 'contactZh',
  'contact.en': 'contactEn',
  legalRepresentative: 'representative',
  holderType: 'nameZh',
  certificate: 'number',
  holder: 'number',
  'certificate.kind': 'kind',
  'certificate.number': 'number',
  'certificate.issuedOn': 'issuedOn',
  'certificate.endsOn': 'endsOn',
  province: 'province',
  'province.zh': 'province',
  'province.en': 'provinceEn',
  city: 'city',
  'city.zh': 'city',
  'city.en': 'cityEn',
  street: 'streetZh',
  'street.zh': 'streetZh',
  'street.en': 'streetEn',
  postcode: 'postcode',
  phone: 'phone',
  email: 'email',
}
