import type { UploadKind } from '../../../profile/upload-kind.ts'
import { attachmentByNumber } from '../attachment.ts'

/** 核验材料: attachments alone. Its records are `Fjxx` without the `Fj` around them. */
export const xzhyd: UploadKind<'verification-material'> = {
  name: 'verification-material',
  group: 'ICP',
  tag: 'XZHYD',
  recordTag: 'Fjxx',
  body: attachmentByNumber,
}
