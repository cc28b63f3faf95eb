import type { Template } from '../../api/types.ts'
import type { OwnEnglish, TemplateForm } from './template-shape.ts'

export const empty: Omit<TemplateForm, 'holderType'> = {
  region: 'CN',
  nameZh: '',
  nameEn: '',
  contactZh: '',
  contactEn: '',
  representative: '',
  kind: '',
  number: '',
  issuedOn: '',
  endsOn: '',
  province: '',
  provinceEn: '',
  city: '',
  cityEn: '',
  streetZh: '',
  streetEn: '',
  postcode: '',
  phone: '',
  email: '',
  isDefault: false,
}

/** A template in the form that corrects it; its number is shown to nobody. */
export function formOf(template: Template): TemplateForm {
  const { name, contact, province, city, street, certificate } = template
  return {
    holderType: template.holderType,
    region: template.region,
    nameZh: name.zh,
    nameEn: name.en,
    // Who named no contact is the contact.
    contactZh: contact.zh === name.zh ? '' : contact.zh,
    contactEn: contact.zh === name.zh ? '' : contact.en,
    representative: template.legalRepresentative,
    kind: certificate.kind,
    number: '',
    issuedOn: certificate.issuedOn ?? '',
    endsOn: certificate.endsOn ?? '',
    province: province.zh,
    provinceEn: province.en,
    city: city.zh,
    cityEn: city.en,
    streetZh: street.zh,
    streetEn: street.en,
    postcode: template.postcode,
    phone: template.phone,
    email: template.email,
    isDefault: template.default,
  }
}

type Changed = Partial<Record<keyof TemplateForm, boolean>>

/** English that somebody wrote, or that was kept before and whose Chinese has not changed since. */
export function ownEnglish(changed: Changed, kept: boolean): OwnEnglish {
  const own = (english: keyof OwnEnglish, chinese: keyof TemplateForm) =>
    changed[english] === true || (kept && changed[chinese] !== true)
  return {
    nameEn: own('nameEn', 'nameZh'),
    contactEn: own('contactEn', 'contactZh'),
    provinceEn: own('provinceEn', 'province'),
    cityEn: own('cityEn', 'city'),
    streetEn: own('streetEn', 'streetZh'),
  }
}
