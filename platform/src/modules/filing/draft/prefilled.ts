import type { Nature } from '@yuming/filing'
import type { Trx } from '../../../kernel/database/index.ts'
import type { Vault } from '../../../kernel/vault/index.ts'
import { registrantOf } from '../../registrants/index.ts'
import type { DraftSubject } from './draft-schemas.ts'

/** Nature of a body by the kind of its paper, where the paper tells. */
const natureOfKind: Readonly<Record<string, Nature>> = {
  'business-licence': 'enterprise',
  'public-institution': 'institution',
  'social-organisation': 'social-body',
  'private-non-enterprise': 'private-non-enterprise',
  'social-service-body': 'private-non-enterprise',
  'private-school': 'private-non-enterprise',
  foundation: 'foundation',
  'law-firm': 'law-firm',
  'judicial-expertise': 'judicial-expertise',
  notary: 'notary',
  medical: 'medical',
  'religious-site': 'religious-body',
  'military-code': 'defence',
  'military-paid-service': 'defence',
  'foreign-enterprise-office': 'foreign-body',
  'foreign-cultural-centre': 'foreign-cultural-centre',
  'overseas-body': 'foreign-body',
}

/** Mainland numbers as bureaus want them: 11 digits, or a landline with its area code. */
function localPhone(phone: string): string {
  return phone.startsWith('+86.') ? phone.slice(4) : phone
}

const municipalities: ReadonlySet<string> = new Set(['北京市', '天津市', '上海市', '重庆市'])

/** A municipality is its own city: what an address has as its city there is a district of it. */
function regionOf(province: string, city: string): DraftSubject['region'] {
  return municipalities.has(province) && /[区县]$/.test(city)
    ? { province, city: province, county: city }
    : { province, city }
}

/** The subject of a draft from a holder whom we know: asked for once in a lifetime. @throws templateNotFound */
export async function prefilledSubject(
  trx: Trx,
  vault: Vault,
  { account, template }: { account: string; template: string },
): Promise<DraftSubject> {
  const holder = await registrantOf(trx, vault, { account, template })
  const person = holder.holderType === 'person'
  const nature = person ? 'person' : natureOfKind[holder.certificate.kind]
  const { kind, number, issuedOn, endsOn } = holder.certificate
  const certificate = { kind, number, ...(issuedOn && { issuedOn }), ...(endsOn && { endsOn }) }
  const phone = localPhone(holder.phone)
  const mobile = /^1\d{10}$/.test(phone)
  return {
    region: regionOf(holder.province.zh, holder.city.zh),
    ...(nature === undefined ? {} : { nature }),
    name: holder.name.zh,
    certificate,
    correspondenceAddress: holder.street.zh,
    principal: {
      name: person ? holder.name.zh : holder.legalRepresentative || holder.contact.zh,
      ...(person ? { certificate } : {}),
      ...(mobile ? { phone } : { officePhone: phone }),
      email: holder.email,
    },
  }
}

/** Name and paper are those of the verified identity, to the letter, whatever a form says (S3-20). */
export function asIdentified(subject: DraftSubject, known: DraftSubject | undefined): DraftSubject {
  if (!known) return subject
  return {
    ...subject,
    name: known.name,
    certificate: { ...subject.certificate, kind: known.certificate?.kind, number: known.certificate?.number },
  }
}
