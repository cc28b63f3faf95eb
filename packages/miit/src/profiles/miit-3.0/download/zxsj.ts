import type { Cancelled } from '../../../model/published.ts'
import type { DownloadKind } from '../../../profile/download-kind.ts'
import { optional, records } from '../../../shape/compose.ts'
import { record } from '../../../shape/part.ts'
import { id, oneOf, text } from '../../../shape/scalars.ts'

/** 注销数据. The document knows 2 (access), the schema stops at 1 (section 8, 12): it is read. */
export const zxsj: DownloadKind<'cancelled-filings'> = {
  name: 'cancelled-filings',
  path: ['ICP', 'ZXSJ'],
  content: records(
    'Zxxx',
    record<Cancelled>({
      what: oneOf('Zxlb', { 0: 'subject', 1: 'service', 2: 'access' }),
      bureauId: id('Jlid'),
      remark: optional(text('Bz', 1)),
    }),
  ),
}
