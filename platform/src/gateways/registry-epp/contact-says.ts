import type { CnnicContact, ContactFields } from '@yuming/epp'
import type { Registrant } from '../../modules/domains/ports.ts'
import { identityOf } from './extensions.ts'
import { postalInfoOf } from './postal-info.ts'
import type { RegistryProfile } from './profiles.ts'

type PostalInfo = ContactFields['postalInfo'][number]

/** A contact as `info` tells it, with what the .cn registry has beside. */
interface ToldContact extends Pick<ContactFields, 'postalInfo' | 'voice' | 'email'> {
  readonly papers: CnnicContact | undefined
}

/** Whether a registry's contact says of a holder what we would tell it; a form that it keeps beside ours does not count. */
export function saysOf(told: ToldContact, profile: RegistryProfile): (registrant: Registrant) => boolean {
  return (registrant) =>
    told.email.toLowerCase() === registrant.email.toLowerCase() &&
    told.voice?.number === registrant.phone &&
    postalInfoOf(registrant, profile).every((form) =>
      told.postalInfo.some((known) => known.type === form.type && lineOf(known) === lineOf(form)),
    ) &&
    (!profile.cnnic || papersLine(told.papers) === papersLine(identityOf(profile, registrant)))
}

function lineOf({ name, org, street, city, sp, pc, cc }: PostalInfo): string {
  return JSON.stringify([name, org ?? '', street, city, sp ?? '', pc ?? '', cc])
}

function papersLine(papers: CnnicContact | undefined): string {
  return JSON.stringify([papers?.type, papers?.paper?.type, papers?.paper?.number, papers?.mobile ?? ''])
}
