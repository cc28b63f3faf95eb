import type { DomainResult, ResultCode } from '../../../model/results.ts'
import type { DownloadKind } from '../../../profile/download-kind.ts'
import { list, optional, records } from '../../../shape/compose.ts'
import { record } from '../../../shape/part.ts'
import { id, integer, oneOf, text } from '../../../shape/scalars.ts'
import { domainReportWithBothIds } from '../domain-report.ts'

const result = record<DomainResult>({
  codes: list('Jgxx', record<ResultCode>({ description: optional(text('Dmms', 0, 255)), code: integer('Jgdm', 1) })),
  bureauId: optional(id('Id')),
  operation: oneOf('Czlx', { 1: 'new-domain', 2: 'change-domain', 3: 'remove-domain' }),
  id: optional(id('IspId')),
  remark: optional(text('Bz', 1)),
})

/** 域名备案结果: 3998 with an id means that the ministry knows the domain. */
export const ymBajg: DownloadKind<'domain-results'> = {
  name: 'domain-results',
  path: ['YM', 'BAJG'],
  content: records('Jg_xx', result),
}

/** 数据同步 of domains. */
export const sjtbYm: DownloadKind<'resync-domains'> = {
  name: 'resync-domains',
  path: ['SJTB', 'YM'],
  content: records('Ymxx', domainReportWithBothIds),
}
