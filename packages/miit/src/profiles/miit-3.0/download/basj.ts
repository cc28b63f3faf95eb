import type { Access } from '../../../model/access.ts'
import type { Domain } from '../../../model/domain.ts'
import type { PublishedFiling, PublishedService, PublishedSubject } from '../../../model/published.ts'
import type { Website } from '../../../model/service.ts'
import type { DownloadKind } from '../../../profile/download-kind.ts'
import { absent, fixed, flatOptional, group, list, optional, records } from '../../../shape/compose.ts'
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

type PublishedWebsite = Website & PublishedService

const subject = record<PublishedSubject>({
  kind: absent,
  id: optional(id('IspZtid')),
  bureauId: id('Ztid'),
  name: text('Dwmc', 1, 255),
  nature: optional(code('Dwxz')),
  address: group('Txdz', address(optional(area('Shiid')))),
  certificate: group('Zj', certificate()),
  principal: group('Fzr', personAsTold),
  filingNumber: optional(text('Baxh', 1, 128)),
  filedBy: optional(oneOf('Bbyhlx', { 0: 'subject', 1: 'provider' })),
  investor: optional(text('Tzr', 1, 255)),
  firstReportedAt: optional(moment('Scbbsj')),
  lastChangedAt: optional(moment('Zjxgsj')),
  certificateFile: flatOptional(
    record<NonNullable<PublishedSubject['certificateFile']>>({
      validUntil: optional(moment('Zsyxq')),
      path: optional(text('Zslj', 1, 255)),
      serial: optional(text('Zsxh', 1, 128)),
    }),
  ),
  reviewer: optional(text('Shrxm', 1, 128)),
  reviewedAt: optional(moment('Shsj')),
  remark: optional(text('Bz', 1, 1024)),
})

const access = record<Access>({
  id: optional(id('IspJrid')),
  bureauId: id('Jrid'),
  providerId: id('Ispid'),
  places,
  modes,
  addresses: list('Ip_xx', ipRange(optional(id('IspIpid')), id('Ipid'))),
  filedBy: absent,
})

const website = record<PublishedWebsite>({
  kind: fixed('website'),
  id: optional(id('IspWzid')),
  bureauId: id('Wzid'),
  names: texts('Wzmc', 1, 512),
  preApprovals,
  contents: optional(contents),
  languages: optional(languages),
  domains: list(
    'Ym_xx',
    record<Domain>({ id: optional(id('IspYmid')), bureauId: id('Ymid'), name: text('Ym', 4, 128) }),
  ),
  accesses: list('Jr_xx', access),
  principal: group('Wz_Fzr', personAsTold),
  homeUrl: optional(text('Syurl', 4, 255)),
  remark: optional(text('Wz_Bz', 1, 1024)),
  firstReportedAt: optional(moment('Scbbsj')),
  lastChangedAt: optional(moment('Zjxgsj')),
  filingNumber: optional(text('Baxh', 1, 128)),
})

const publishedFiling: Body<PublishedFiling> = record<PublishedFiling>({
  subject: group('Zt_xx', subject),
  services: list<PublishedService>('Wz_xx', website as Body<PublishedService>),
  remark: optional(text('Bz', 1)),
})

/** 备案数据 (section 6.9): filings as published, with the bureau's ids and numbers. */
export const basj: DownloadKind<'published-filings'> = {
  name: 'published-filings',
  path: ['ICP', 'BASJ'],
  content: records('Baxx', publishedFiling),
}

/** 数据同步 of the same records. */
export const sjtbIcp: DownloadKind<'resync-filings'> = {
  name: 'resync-filings',
  path: ['SJTB', 'ICP'],
  content: records('Baxx', publishedFiling),
}
