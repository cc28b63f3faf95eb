import type { Access } from '../../../model/access.ts'
import type { NewAccess } from '../../../model/filing.ts'
import type { UploadKind } from '../../../profile/upload-kind.ts'
import { flat, group } from '../../../shape/compose.ts'
import { record } from '../../../shape/part.ts'
import { attachmentByNumber, attachments } from '../attachment.ts'
import { newAccess } from '../blocks.ts'
import { byNumber } from '../by-number.ts'
import { filingPasswordDigest } from '../filing-password.ts'
import { accessIsSound } from '../rules/service.ts'

/** 新增接入 (section 6.4): the access stands among the members of the record, not in an element of its own. */
export const xzjr: UploadKind<'new-access'> = {
  name: 'new-access',
  group: 'ICP',
  tag: 'XZJR',
  recordTag: 'Xzxx',
  body: record<NewAccess>({
    service: group('Wz_xx', byNumber('Wzbah', 'Wzid')),
    access: flat<Access>(newAccess),
    attachments: attachments(attachmentByNumber),
    filingPasswordDigest,
  }),
  rules: [(request, to) => to.at('access', () => accessIsSound(request.access, to))],
}
