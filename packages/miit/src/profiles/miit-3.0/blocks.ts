import type { Access, IpRange } from '../../model/access.ts'
import type { Person, PersonCertificate } from '../../model/person.ts'
import type { PreApproval } from '../../model/service.ts'
import type { Address, Certificate, Subject } from '../../model/subject.ts'
import { absent, flatOptional, list, optional, values, wrapped } from '../../shape/compose.ts'
import { type Body, type Part, record } from '../../shape/part.ts'
import { area, base64, code, id, ipv4, text, texts } from '../../shape/scalars.ts'
import { limits } from './limits.ts'

/** Fzr and Wz_Fzr. The check answer calls the mobile `sjhm`, everything else `Fzr_sjhm` (section 8, 10). */
export function person(name: Part<string> | Part<string | undefined>, mobile = 'Fzr_sjhm'): Body<Person> {
  return record<Person>({
    name,
    officePhones: optional(texts('Fzr_dhhm', 11, 128)),
    mobile: text(mobile, 11, 128),
    emails: texts('Fzr_dzyj', 6, 128),
    msn: optional(text('Msn', 6, 128)),
    qq: optional(text('Qq', 5, 128)),
    certificate: flatOptional(
      record<PersonCertificate>({
        kind: optional(code('Fzr_zjlx')),
        number: optional(text('Fzr_zjhm', 1, 128)),
      }),
    ),
  })
}

/** What bureaus send: nearly all of it may be absent. */
export const personAsTold: Body<Person> = record<Person>({
  name: optional(text('Fzr_xm', 1, 128)),
  officePhones: optional(texts('Fzr_dhhm', 11, 128)),
  mobile: optional(text('Fzr_sjhm', 11, 128)),
  emails: optional(texts('Fzr_dzyj', 6, 128)),
  msn: optional(text('Msn', 6, 128)),
  qq: optional(text('Qq', 5, 128)),
  certificate: flatOptional(
    record<PersonCertificate>({
      kind: optional(code('Fzr_zjlx')),
      number: optional(text('Fzr_zjhm', 1, 255)),
    }),
  ),
})

export const subjectPrincipal = person(optional(text('Fzr_xm', 1, 128)))
/** The schema wants the name of a site's principal even where the document calls it optional (section 8, 16). */
export const servicePrincipal = person(text('Fzr_xm', 1, 128))

/** Not on the wire: only a person may leave the nature out (6.3). */
export const subjectKind: Part<Subject['kind']> = {
  write() {},
  read: (from) => (from.one('Dwxz') ? undefined : 'person'),
}

export const address = (city: Part<number> | Part<number | undefined> = area('Shiid')): Body<Address> =>
  record<Address>({
    province: area('Shengid'),
    city,
    county: optional(area('Xianid')),
    street: optional(text('Xxdz', 1, 1024)),
  })

export const certificate = (kinds = 999): Body<Certificate> =>
  record<Certificate>({ kind: code('Zjlx', kinds), number: text('Zjhm', 1, 255), address: text('Zjzs', 1, 1024) })

const preApproval = record<PreApproval>({
  content: code('Nrlx_id', 64),
  number: text('Qzsph', 1, 512),
  scans: values('Spwj', base64('Spwj', limits.attachmentBase64), { max: 10 }),
})

export const preApprovals: Part<readonly PreApproval[] | undefined> = optional(
  wrapped('Nrlx', list('Nrlx_xx', preApproval, { max: 64 })),
)
const codes = (tag: string, max: number) => values(tag, code(tag, 64), { max })
export const contents = wrapped('Fwnr', codes('Fwnr_id', 64))
export const languages = wrapped('Yylb', codes('Yylb_id', 256))
export const places = wrapped('Wzfb', codes('Fbdd', 64))
export const modes = wrapped('Wzjrfs', codes('Jrfs', 64))

type IdPart = Part<string> | Part<string | undefined>

/** Ip_xx, with the ids that a kind carries. */
export const ipRange = (own: IdPart | typeof absent, bureau: IdPart | typeof absent): Body<IpRange> =>
  record<IpRange>({ id: own, bureauId: bureau, first: ipv4('Qsip'), last: ipv4('Zzip') })

/** Jr_xx with our own id, as new things carry it. */
export const newAccess: Body<Access> = record<Access>({
  id: id('IspJrid'),
  bureauId: absent,
  providerId: absent,
  places,
  modes,
  addresses: list('Ip_xx', ipRange(id('IspIpid'), absent)),
  filedBy: absent,
})
