import type { Access } from '../../../model/access.ts'
import type { Domain } from '../../../model/domain.ts'
import type { CheckTask } from '../../../model/published.ts'
import type { Website } from '../../../model/service.ts'
import type { DownloadKind } from '../../../profile/download-kind.ts'
import { absent, fixed, group, list, optional, records } from '../../../shape/compose.ts'
import { type Body, record } from '../../../shape/part.ts'
import { area, code, id, moment, oneOf, text, texts } from '../../../shape/scalars.ts'
import {
  address,
  certificate,
  contents,
  ipRange,
  languages,
  modes,
  personAsTold,
  places,
  preApprovals,
} from '../blocks.ts'

type CheckedService = CheckTask['services'][number]

const reportedBy = oneOf('Bbyhlx', { 0: 'subject', 1: 'provider' })

const subject = record<CheckTask['subject']>({
  kind: absent,
  id: absent,
  bureauId: id('Ztid'),
  filingNumber: absent,
  name: text('Dwmc', 1, 255),
  nature: optional(code('Dwxz')),
  address: group('Txdz', address(optional(area('Shiid')))),
  certificate: group('Zj', certificate()),
  principal: group('Fzr', personAsTold),
  investor: optional(text('Tzr', 1, 255)),
  filedBy: optional(reportedBy),
  firstReportedAt: optional(moment('Scbbsj')),
  lastChangedAt: optional(moment('Zjxgsj')),
  remark: optional(text('Bz', 1, 1024)),
})

const access = record<Access>({
  id: absent,
  bureauId: id('Jrid'),
  places,
  modes,
  addresses: list('Ip_xx', ipRange(absent, id('Ipid'))),
  // Of a filing that the subject reported itself it is the ministry's user, else the access provider.
  providerId: id('Bbyhid'),
  filedBy: reportedBy,
})

const website = record<Website & CheckedService>({
  kind: fixed('website'),
  id: absent,
  filingNumber: absent,
  bureauId: id('Wzid'),
  names: texts('Wzmc', 1, 512),
  preApprovals,
  contents: optional(contents),
  languages: optional(languages),
  domains: list('Ym_xx', record<Domain>({ id: absent, bureauId: id('Ymid'), name: text('Ym', 4, 128) })),
  accesses: list('Jr_xx', access),
  principal: group('Wz_Fzr', personAsTold),
  homeUrl: optional(text('Syurl', 4, 255)),
  remark: optional(text('Wz_Bz', 1, 1024)),
  firstReportedAt: optional(moment('Scbbsj')),
  lastChangedAt: optional(moment('Zjxgsj')),
})

/** 核实任务: a filing to be checked; it is answered by a check answer (HSJG). */
export const hsrw: DownloadKind<'check-tasks'> = {
  name: 'check-tasks',
  path: ['ICP', 'HSRW'],
  content: records(
    'Baxx',
    record<CheckTask>({
      subject: group('Zt_xx', subject),
      services: list<CheckedService>('Wz_xx', website as Body<CheckedService>),
      remark: optional(text('Bz', 1)),
    }),
  ),
}
