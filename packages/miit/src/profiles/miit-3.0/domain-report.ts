import type { DomainContact, DomainReport } from '../../model/domain-report.ts'
import { absent, flat, flatOptional, optional } from '../../shape/compose.ts'
import { type Body, type Parts, record } from '../../shape/part.ts'
import { area, code, day, id, text, texts } from '../../shape/scalars.ts'

/** The registrant's tags differ from the others' in three places; the payer's are Jfr_* (section 8, 7). */
const tags = {
  registrant: { name: 'Zcr_mc', address: 'Zcr_txdz', phone: 'Zcr_dhhm', prefix: 'Zcr' },
  administrator: { name: 'Gly_mz', address: 'Gly_dz', phone: 'Gly_dh', prefix: 'Gly' },
  payer: { name: 'Jfr_mz', address: 'Jfr_dz', phone: 'Jfr_dh', prefix: 'Jfr' },
}

function contact(role: keyof typeof tags): Parts<DomainContact> {
  const { name, address, phone, prefix } = tags[role]
  return {
    name: text(name, 2, 255),
    organisation: text(`${prefix}_zz`, 1, 255),
    address: text(address, 1, 1000),
    province: area(`${prefix}_shengid`),
    city: area(`${prefix}_shiid`),
    email: text(`${prefix}_dzyj`, 6, 255),
    phone: text(phone, 11, 255),
  }
}

const payer = contact('payer')

/** Section 6.7. New reports carry our id, changes the one that the ministry gave. */
export const domainReport = (own: boolean): Body<DomainReport> =>
  record<DomainReport>({
    id: own ? id('IspId') : absent,
    bureauId: own ? absent : id('Id'),
    ...domainFields,
  })

const domainFields = {
  name: text('Ym', 4, 255),
  type: code('Ymlx'),
  registeredOn: day('Zcsj'),
  registrant: flat(record<DomainContact>(contact('registrant'))),
  administrator: flat(record<DomainContact>(contact('administrator'))),
  payer: flatOptional(
    record<Partial<DomainContact>>({
      name: optional(payer.name),
      organisation: optional(payer.organisation),
      address: optional(payer.address),
      province: optional(payer.province),
      city: optional(payer.city),
      email: optional(payer.email),
      phone: optional(payer.phone),
    }),
  ),
  registrar: text('Ym_zcs', 1, 500),
  // No separator is told; ";" is the one of every other list.
  nameServers: texts('Ym_fwq', 4, 255),
  expiresOn: day('Yxrq'),
}

/** As a resynchronisation sends it: with both ids. */
export const domainReportWithBothIds: Body<DomainReport> = record<DomainReport>({
  id: optional(id('IspId')),
  bureauId: id('Id'),
  ...domainFields,
})
