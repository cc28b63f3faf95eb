import type { UploadKind } from '../../../profile/upload-kind.ts'
import { domainReport } from '../domain-report.ts'
import { domainIsSound } from '../rules/domain.ts'

/** 域名修改 (section 6.7) */
export const ymXgba: UploadKind<'change-domain'> = {
  name: 'change-domain',
  group: 'YM',
  tag: 'XGBA',
  recordTag: 'Xzxx',
  body: domainReport(false),
  rules: [domainIsSound],
}
