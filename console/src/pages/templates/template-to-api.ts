import type { NewTemplate } from '../../api/types.ts'
import type { TemplateForm } from './template-shape.ts'

/** An English form that was left empty is left out: the API fills it from pinyin. */
const both = (zh: string, en: string) => ({ zh, ...(en === '' ? {} : { en }) })

export function templateToApi(form: TemplateForm): NewTemplate {
  return {
    holderType: form.holderType,
    name: both(form.nameZh, form.nameEn),
    ...(form.holderType === 'organisation' && form.contactZh !== ''
      ? { contact: both(form.contactZh, form.contactEn) }
      : {}),
    region: form.region,
    province: { zh: form.province },
    city: { zh: form.city },
    street: both(form.streetZh, form.streetEn),
    postcode: form.postcode,
    phone: phoneToApi(form.phone),
    email: form.email,
    certificate: { kind: form.kind, number: form.number },
    default: form.isDefault,
  }
}

/** RFC 5733 §2.5: country code, a dot, the number without its trunk zero. */
function phoneToApi(typed: string): string {
  if (/^\+\d{1,3}\./.test(typed) && !typed.startsWith('+86')) return typed
  const digits = typed
    .replace(/^\+86[. ]?/, '')
    .replace(/^0/, '')
    .replaceAll('-', '')
  return `+86.${digits}`
}
