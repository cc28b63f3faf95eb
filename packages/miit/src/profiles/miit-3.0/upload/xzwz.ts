import type { NewService } from '../../../model/filing.ts'
import type { UploadKind } from '../../../profile/upload-kind.ts'
import { group, list, optional } from '../../../shape/compose.ts'
import { record } from '../../../shape/part.ts'
import { attachmentOfNewService, attachments } from '../attachment.ts'
import { byNumber } from '../by-number.ts'
import { filingPasswordDigest } from '../filing-password.ts'
import { servicesAreSound } from '../rules/service.ts'
import { newService } from '../services.ts'

/** 新增网站 (section 6.4): sites for a subject that is filed. */
export const xzwz: UploadKind<'new-service'> = {
  name: 'new-service',
  group: 'ICP',
  tag: 'XZWZ',
  recordTag: 'Xzxx',
  body: record<NewService>({
    subject: group('Zt_xx', byNumber('Ztbah', 'Ztid')),
    services: list('Wz_xx', newService(512)),
    attachments: attachments(attachmentOfNewService),
    filingPasswordDigest: optional(filingPasswordDigest),
  }),
  rules: [(request, to) => to.at('services', () => servicesAreSound(request.services, to))],
}
