import { addDays, addYears } from '../calendar.ts'
import type { DomainRecord, DsRecord } from '../domain-record.ts'
import { isReserved, readName } from '../names.ts'
import { newAuth, type Office } from '../office.ts'
import { Refused } from '../refused.ts'
import { requireReviewed, reviewNewName } from '../reviews/name-review.ts'

export interface NewDomain {
  readonly name: string
  readonly years: number
  readonly nameservers: readonly string[]
  readonly registrant?: string | undefined
  readonly contacts: readonly { readonly type: string; readonly id: string }[]
  readonly password?: string | undefined
  readonly ds: readonly DsRecord[]
  readonly cnnic?: { readonly type: string; readonly purveyor: string } | undefined
  /** ISO 639-2, of an internationalised label. */
  readonly idnLanguage?: string | undefined
  /** Signed verification codes, base64; absent when neither they nor reviews are demanded, as of a registrar elsewhere. */
  readonly codes?: readonly string[] | undefined
}

/** RFC 5731 §3.2.1. */
export function createDomain(
  office: Office,
  clientId: string,
  asked: NewDomain,
): { domain: DomainRecord; fen: number } {
  const { profile, objects, accounts, clock } = office
  const name = readName(profile, asked.name)
  requireYears(office, asked.years)
  if (objects.isHeld(name)) throw new Refused(2302, 'The name is registered')
  if (isReserved(name)) throw new Refused(2306, 'The name is reserved')
  if (profile.cnnic && !asked.cnnic) throw new Refused(2003, 'The cnnic-domain extension is required')
  if (name.label.startsWith('xn--')) requireLanguage(office, asked.idnLanguage)
  requireContacts(office, clientId, asked)
  requireNameservers(office, asked.nameservers)
  const verified = asked.codes ? office.codes.forNew(asked.codes, clock.now()) : { statuses: [] }
  if (asked.codes) requireReviewed(office, name, asked.registrant)
  const fen = office.premium.fen(name, 'create', asked.years)
  accounts.charge(clientId, fen, 'create', name.ascii)
  const now = clock.now()
  const domain: DomainRecord = {
    name: name.ascii,
    canonical: name.canonical,
    roid: objects.nextRoid('D'),
    sponsor: clientId,
    crID: clientId,
    crDate: now.toISOString(),
    exDate: addYears(now, asked.years),
    ...(asked.registrant ? { registrant: asked.registrant } : {}),
    contacts: asked.contacts,
    nameservers: asked.nameservers,
    ...verified,
    ...newAuth(asked.password),
    ds: asked.ds,
    ...(asked.cnnic ? { cnnic: asked.cnnic } : {}),
    phase: 'active',
    graces: [{ kind: 'addPeriod', until: addDays(now, profile.days.addGrace), fen }],
  }
  objects.saveDomain(domain)
  objects.linkDomain(domain, true)
  if (asked.codes) reviewNewName(office, name, domain, fen)
  return { domain, fen }
}

function requireLanguage({ profile: { idnLanguages } }: Office, given: string | undefined): void {
  if (!idnLanguages) return
  if (given === undefined) throw new Refused(2003, 'The language of the label is required (idnLang)')
  if (!idnLanguages.includes(given)) throw new Refused(2306, `Labels of the language ${given} are not registered`)
}

export function requireYears(office: Office, years: number): void {
  if (!Number.isInteger(years) || years < 1 || years > office.profile.maxYears)
    throw new Refused(2004, `The period must be 1 to ${office.profile.maxYears} years`)
}

function requireContacts(
  office: Office,
  clientId: string,
  asked: { registrant?: string | undefined; contacts: readonly { id: string }[] },
): void {
  if (office.profile.contacts === 'rejected') {
    if (asked.registrant || asked.contacts.length > 0) throw new Refused(2306, 'This registry takes no contacts')
    return
  }
  if (!asked.registrant) throw new Refused(2003, 'The registrant is required')
  requireExistingContacts(office, clientId, [asked.registrant, ...asked.contacts.map((contact) => contact.id)])
}

export function requireExistingContacts(office: Office, clientId: string, ids: readonly string[]): void {
  for (const id of new Set(ids)) {
    const contact = office.objects.contact(id)
    if (!contact) throw new Refused(2303, `The contact ${id} does not exist`)
    if (contact.sponsor !== clientId) throw new Refused(2201, `Another registrar sponsors the contact ${id}`)
  }
}

export function requireNameservers(office: Office, nameservers: readonly string[]): void {
  if (nameservers.length > office.profile.maxNameservers)
    throw new Refused(2306, `At most ${office.profile.maxNameservers} name servers`)
  if (new Set(nameservers).size !== nameservers.length) throw new Refused(2306, 'A name server is named twice')
  for (const host of nameservers)
    if (!office.objects.hostExists(host)) throw new Refused(2303, `The host ${host} does not exist`)
}
