import type { RectificationNotice } from '../../../model/supervision.ts'
import type { DownloadKind } from '../../../profile/download-kind.ts'
import { optional, records } from '../../../shape/compose.ts'
import { record } from '../../../shape/part.ts'
import { id, oneOf, text } from '../../../shape/scalars.ts'

/** 修改(整改)通知 */
export const xgtz: DownloadKind<'rectification-notices'> = {
  name: 'rectification-notices',
  path: ['ICP', 'XGTZ'],
  content: records(
    'Tzxx',
    record<RectificationNotice>({
      what: oneOf('Tzlb', { 0: 'subject', 1: 'service' }),
      filingNumber: optional(text('Baxh', 1, 128)),
      bureauId: optional(id('Jlid')),
      content: text('Tznr', 1, 255),
      remark: optional(text('Bz', 1)),
    }),
  ),
}
