import type { ChangedFiling } from '../../../model/filing.ts'
import type { Subject } from '../../../model/subject.ts'
import type { UploadKind } from '../../../profile/upload-kind.ts'
import { absent, group, list, optional } from '../../../shape/compose.ts'
import { record } from '../../../shape/part.ts'
import { code, id, text } from '../../../shape/scalars.ts'
import { attachmentByNumber, attachments } from '../attachment.ts'
import { address, certificate, subjectKind, subjectPrincipal } from '../blocks.ts'
import { filingPasswordDigest } from '../filing-password.ts'
import { servicesAreSound } from '../rules/service.ts'
import { certificateKindCanChange, subjectIsComplete } from '../rules/subject.ts'
import { changedService } from '../services.ts'

const subject = record<Subject>({
  kind: subjectKind,
  id: absent,
  bureauId: id('Ztid'),
  name: text('Dwmc', 1, 255),
  filingNumber: text('Baxh', 1, 128),
  nature: optional(code('Dwxz')),
  investor: optional(text('Tzr', 1, 255)),
  address: group('Txdz', address()),
  certificate: group('Zj', certificate()),
  principal: group('Fzr', subjectPrincipal),
  filedBy: absent,
  remark: optional(text('Bz', 1, 1024)),
})

/** 变更备案 (section 6.5): the full picture as it is to be. */
export const bgba: UploadKind<'change-filing'> = {
  name: 'change-filing',
  group: 'ICP',
  tag: 'BGBA',
  recordTag: 'Bgxx',
  body: record<ChangedFiling>({
    subject: group('Zt_xx', subject),
    services: list('Wz_xx', changedService),
    attachments: attachments(attachmentByNumber),
    filingPasswordDigest: optional(filingPasswordDigest),
  }),
  rules: [
    (change, to) => to.at('subject', () => subjectIsComplete(change.subject, to)),
    (change, to) => to.at('subject', () => certificateKindCanChange(change.subject, to)),
    (change, to) => to.at('services', () => servicesAreSound(change.services, to)),
  ],
}
