import type { UploadKind } from '../../../profile/upload-kind.ts'
import { domainReport } from '../domain-report.ts'
import { domainIsSound } from '../rules/domain.ts'

/** 域名新增 (section 6.7); its result brings the ministry's id, and with it the domain is known there (入库). */
export const ymXzba: UploadKind<'new-domain'> = {
  name: 'new-domain',
  group: 'YM',
  tag: 'XZBA',
  recordTag: 'Xzxx',
  body: domainReport(true),
  rules: [domainIsSound],
}
