import type { ContactFields } from '@yuming/epp'
import type { Registrant } from '../../modules/domains/ports.ts'
import type { RegistryProfile } from './profiles.ts'

type PostalInfo = ContactFields['postalInfo'][number]

/** RFC 5733 §2.4: the international form in ASCII, and the local one where the registry wants both. */
export function postalInfoOf(registrant: Registrant, { postal }: RegistryProfile): PostalInfo[] {
  const int = form(registrant, 'int', 'en')
  return postal === 'loc-and-int' ? [int, form(registrant, 'loc', 'zh')] : [int]
}

function form(registrant: Registrant, type: 'int' | 'loc', language: 'zh' | 'en'): PostalInfo {
  const person = registrant.holderType === 'person'
  return {
    type,
    name: person ? registrant.name[language] : registrant.contact[language] || registrant.name[language],
    ...(person ? {} : { org: registrant.name[language] }),
    street: [registrant.street[language]],
    city: registrant.city[language],
    ...(registrant.province[language] ? { sp: registrant.province[language] } : {}),
    ...(registrant.postcode ? { pc: registrant.postcode } : {}),
    cc: registrant.region,
  }
}
