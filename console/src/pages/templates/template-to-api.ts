import type { NewTemplate } from '../../api/types.ts'
import type { OwnEnglish, TemplateForm } from './template-shape.ts'

const callingCodes: Readonly<Record<string, string>> = { CN: '86', HK: '852', MO: '853', TW: '886' }

export function templateToApi(form: TemplateForm, own: OwnEnglish): NewTemplate {
  return { ...partsOf(form, own), default: form.isDefault } as NewTemplate
}

/** Whatever is filled in, for the rules to look at. English that is not one's own is left out: the API fills it. */
export function partsOf(form: TemplateForm, own: OwnEnglish): Partial<NewTemplate> {
  const both = (zh: string, en: string, ours: boolean | undefined) => ({ zh, ...(ours && en !== '' && { en }) })
  const abroad = form.region !== 'CN'
  const organisation = form.holderType === 'organisation'
  return {
    holderType: form.holderType,
    region: form.region,
    ...(form.nameZh !== '' && { name: both(form.nameZh, form.nameEn, own.nameEn) }),
    ...(organisation && form.contactZh !== '' && { contact: both(form.contactZh, form.contactEn, own.contactEn) }),
    ...(organisation && form.representative !== '' && { legalRepresentative: form.representative }),
    ...((abroad || form.province !== '') && { province: both(form.province, form.provinceEn, own.provinceEn) }),
    ...(form.city !== '' && { city: both(form.city, form.cityEn, own.cityEn) }),
    ...(form.streetZh !== '' && { street: both(form.streetZh, form.streetEn, own.streetEn) }),
    ...((abroad || form.postcode !== '') && { postcode: form.postcode }),
    ...(form.phone !== '' && { phone: phoneToApi(form.phone, form.region) }),
    ...(form.email !== '' && { email: form.email }),
    certificate: {
      kind: form.kind,
      ...(form.number !== '' && { number: form.number }),
      ...(form.issuedOn !== '' && { issuedOn: form.issuedOn }),
      ...(form.endsOn !== '' && { endsOn: form.endsOn }),
    },
  }
}

/** RFC 5733 §2.5: country code, a dot, the number without its trunk zero. What cannot be told apart stays as it is. */
export function phoneToApi(typed: string, region: string): string {
  const code = callingCodes[region]
  const local = typed.replace(/[\s()-]/g, '')
  if (code !== undefined && /^\d+$/.test(local)) return `+${code}.${local.replace(/^0/, '')}`
  const ownCode = Object.values(callingCodes).find((each) => local.startsWith(`+${each}`)) ?? ''
  const [, known = '', number = ''] = new RegExp(`^\\+(${ownCode})\\.?(\\d+)$`).exec(local) ?? []
  if (known !== '') return `+${known}.${number.replace(/^0/, '')}`
  const [, country = '', ...rest] = /^\+(\d{1,3})[\s.-](.+)$/.exec(typed) ?? []
  return country === '' ? typed : `+${country}.${rest.join('').replace(/[\s().-]/g, '')}`
}
