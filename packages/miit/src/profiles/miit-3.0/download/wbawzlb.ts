import type { UnfiledSite } from '../../../model/supervision.ts'
import type { DownloadKind } from '../../../profile/download-kind.ts'
import { optional, records } from '../../../shape/compose.ts'
import { record } from '../../../shape/part.ts'
import { id, integer, ipv4, moment, text } from '../../../shape/scalars.ts'
import { languages } from '../blocks.ts'

/** 未备案网站列表 */
export const wbawzlb: DownloadKind<'unfiled-sites'> = {
  name: 'unfiled-sites',
  path: ['ICP', 'WBAWZLB'],
  content: records(
    'Wbawz_xx',
    record<UnfiledSite>({
      bureauId: id('Id'),
      domain: text('Wzym_mc', 1, 128),
      languages: optional(languages),
      address: ipv4('IP'),
      detectedAt: optional(moment('Dqjcsj')),
      detections: optional(integer('Jccs', 0)),
      provinceId: optional(id('Sssh')),
      firstDetectedAt: optional(moment('Scjcsj')),
      providerId: optional(id('Jrs')),
      carrierId: id('Yys'),
      remark: optional(text('Bz', 1)),
    }),
  ),
}
