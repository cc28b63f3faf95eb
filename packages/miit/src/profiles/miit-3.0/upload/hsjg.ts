import type { Access } from '../../../model/access.ts'
import type { Domain } from '../../../model/domain.ts'
import type { CheckAnswer, FilingImage } from '../../../model/filing.ts'
import type { Website } from '../../../model/service.ts'
import type { Certificate, Subject } from '../../../model/subject.ts'
import type { UploadKind } from '../../../profile/upload-kind.ts'
import { absent, fixed, group, list, optional } from '../../../shape/compose.ts'
import { record } from '../../../shape/part.ts'
import { code, day, id, oneOf, text, texts } from '../../../shape/scalars.ts'
import { address, contents, ipRange, modes, person, places, preApprovals } from '../blocks.ts'
import { onlyWebsites } from '../website.ts'

const filedBy = oneOf('Bbfs', { 0: 'subject', 1: 'provider' })

const subject = record<Subject>({
  kind: absent,
  id: absent,
  bureauId: id('Ztid'),
  filingNumber: absent,
  name: text('Dwmc', 1, 255),
  nature: optional(code('Dwxz')),
  address: group('Txdz', address()),
  investor: optional(text('Tzr', 1, 255)),
  certificate: group(
    'Zj',
    record<Certificate>({ kind: code('Zjlx'), number: text('Zjhm', 1, 255), address: text('Zjzs', 1, 1024) }),
  ),
  principal: group('Fzr', person(optional(text('Fzr_xm', 1, 128)), 'sjhm')),
  filedBy: absent,
  remark: optional(text('Bz', 1, 1024)),
})

const access = record<Access>({
  id: absent,
  bureauId: id('Jrid'),
  providerId: absent,
  places,
  modes,
  addresses: list('Ip_xx', ipRange(absent, id('Ipid'))),
  filedBy,
})

const website = record<Website>({
  kind: fixed('website'),
  id: absent,
  bureauId: id('Wzid'),
  filingNumber: absent,
  names: texts('Wzmc', 1, 512),
  preApprovals,
  contents,
  languages: absent,
  domains: list('Ym_xx', record<Domain>({ id: absent, bureauId: id('Ymid'), name: text('Ym', 4, 128) })),
  accesses: list('Jr_xx', access),
  principal: group('Wz_Fzr', person(text('Fzr_xm', 1, 128), 'sjhm')),
  homeUrl: optional(text('Syurl', 4, 255)),
  remark: optional(text('Wz_Bz', 1, 1024)),
})

const image = record<FilingImage>({
  subject: group('Zt_xx', subject),
  services: list('Wz_xx', onlyWebsites(website)),
})

/** 核实结果 (section 6.6): the answer to a check task, with a shape of the filing that no other kind has. */
export const hsjg: UploadKind<'check-answer'> = {
  name: 'check-answer',
  group: 'ICP',
  tag: 'HSJG',
  recordTag: 'Hsjgxx',
  body: record<CheckAnswer>({
    verdict: oneOf('Hsjg', { 0: 'passed', 1: 'refused' }),
    checkedBy: text('Hsrxm', 1, 128),
    checkedOn: day('Hssj'),
    unitId: id('Bbdw'),
    opinion: text('Hsyj', 1, 1024),
    errors: optional(text('Cwxx', 1, 4000)),
    filing: group('Baxx', image),
  }),
}
