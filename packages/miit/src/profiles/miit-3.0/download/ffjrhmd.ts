import type { IllegalAccess } from '../../../model/supervision.ts'
import type { DownloadKind } from '../../../profile/download-kind.ts'
import { optional, records } from '../../../shape/compose.ts'
import { record } from '../../../shape/part.ts'
import { id, ipv4, moment, text } from '../../../shape/scalars.ts'

/** 非法接入黑名单 */
export const ffjrhmd: DownloadKind<'illegal-access'> = {
  name: 'illegal-access',
  path: ['ICP', 'FFJRHMD'],
  content: records(
    'Ffjrxx',
    record<IllegalAccess>({
      bureauId: id('Id'),
      domain: text('Ym', 4, 128),
      address: ipv4('Ip'),
      providerId: id('Zjjrz'),
      provinceId: id('Szs'),
      detectedAt: moment('Dqjcsj'),
      remark: optional(text('Bz', 1)),
    }),
  ),
}
