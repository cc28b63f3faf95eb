import type { UnfiledSiteHandling } from '../../../model/filing.ts'
import type { UploadKind } from '../../../profile/upload-kind.ts'
import { optional } from '../../../shape/compose.ts'
import { record } from '../../../shape/part.ts'
import { code, day, id, ipv4, text, texts } from '../../../shape/scalars.ts'

/** 未备案网站处理结果 (section 6.6) */
export const wbacljg: UploadKind<'unfiled-site-handling'> = {
  name: 'unfiled-site-handling',
  group: 'ICP',
  tag: 'WBACLJG',
  recordTag: 'Clxx',
  body: record<UnfiledSiteHandling>({
    domain: text('Ym', 4, 128),
    address: ipv4('IP'),
    carrierId: id('Yys'),
    providerId: id('Jrs'),
    provinceId: id('Shengid'),
    result: code('Cljg'),
    opinion: text('Clyj', 1, 255),
    listedOn: day('Rbsj'),
    dueOn: day('Clsx'),
    reporterName: optional(text('Sbrxm', 1, 128)),
    reporterPhones: optional(texts('Sbrdh', 11, 128)),
    reporterEmails: optional(texts('Sbrdzyj', 6, 128)),
  }),
}
